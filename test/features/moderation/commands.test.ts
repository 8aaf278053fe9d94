import { describe, expect, test } from 'vitest'
import { advert, cases, codes, deeds, house, inForce, toldTo } from './house.ts'

describe('a moderator’s word', () => {
  test.each([
    ['warn', {}, ['whisper test:tom', 'whisper test:mod']],
    ['mute', { for: '2h', reason: 'flooding' }, ['whisper test:tom', 'mute test:tom 7200000', 'whisper test:mod']],
    ['mute', {}, ['whisper test:tom', 'mute test:tom 600000', 'whisper test:mod']],
    ['kick', {}, ['whisper test:tom', 'kick test:tom', 'whisper test:mod']],
    ['ban', {}, ['whisper test:tom', 'ban test:tom', 'whisper test:mod']],
  ])('/%s %o', async (command, input, expected) => {
    const inn = await house()
    await inn.join('tom')
    expect(await inn.gives('mod', command, { member: 'test:tom', ...input })).toMatchObject({ ok: true })
    expect(deeds(inn)).toEqual(expected)
    expect(await cases(inn)).toMatchObject([{ number: 1, origin: 'command', state: 'done', by_name: 'mod' }])
    await inn.close()
  })
  test('as typed, in Chinese: “禁言 @tom 10分钟 刷屏”', async () => {
    const inn = await house({}, { languages: ['zh'] })
    await inn.join('tom')
    const by = { user: 'test:mod', role: 'moderator' }
    expect(await inn.happens({ type: 'command', ...by, text: '/禁言 test:tom 10分钟 刷屏' })).toMatchObject({
      ok: true,
    })
    const told = toldTo(inn, 'tom').join('\n')
    expect(told).toContain('禁言 10分钟，原因：刷屏')
    expect(told).toContain('/申诉')
    await inn.close()
  })
  test('the first word of a reason is not a length of time, a number without unit is a mistake', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.gives('mod', 'ban', { member: 'test:tom', for: 'spamming', reason: 'links' })
    expect((await cases(inn))[0]).toMatchObject({ reason: 'spamming links' })
    const wrong = await inn.gives('mod', 'mute', { member: 'test:tom', for: '10' })
    expect(wrong).toMatchObject({ ok: false, errors: [{ field: 'for', code: 'moderation/not-a-duration' }] })
    await inn.close()
  })
  test('members may not, staff is not touched, nobody acts on themselves', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.join('mod2')
    inn.took()
    expect(await inn.gives('tom', 'ban', { member: 'test:mod' })).toMatchObject({ ok: false })
    expect(codes(await inn.gives('mod', 'ban', { member: 'test:mod2' }))).toEqual(['moderation/staff'])
    expect(codes(await inn.gives('mod', 'mute', { member: 'test:mod' }))).toEqual(['moderation/yourself'])
    expect(await cases(inn)).toEqual([])
    expect(await inn.gives('owner', 'mute', { member: 'test:mod2' })).toMatchObject({ ok: true })
    await inn.close()
  })
  test('a ban that ends is lifted when it is over, once', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.gives('mod', 'ban', { member: 'test:tom', for: '7d' })
    inn.took()
    await inn.passes('6d')
    expect(deeds(inn)).toEqual([])
    await inn.passes('1d')
    expect(deeds(inn)).toEqual(['unban test:tom'])
    await inn.passes('7d')
    expect(deeds(inn)).toEqual([])
    await inn.close()
  })
  test('an unban or undo in time cancels the later one', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.join('ann')
    await inn.gives('mod', 'ban', { member: 'test:tom', for: '1d' })
    await inn.gives('mod', 'ban', { member: 'test:ann', for: '1d' })
    await inn.gives('mod', 'unban', { member: 'test:tom' })
    await inn.gives('mod', 'undo', { case: '2' })
    expect(deeds(inn).filter((deed) => deed.startsWith('unban'))).toEqual(['unban test:tom', 'unban test:ann'])
    await inn.passes('3d')
    expect(deeds(inn)).toEqual([])
    await inn.close()
  })
  test('undoing the shorter of two mutes leaves the longer in force', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.gives('mod', 'mute', { member: 'test:tom', for: '2h' })
    await inn.gives('mod', 'mute', { member: 'test:tom', for: '10h' })
    inn.took()
    await inn.gives('mod', 'undo', { case: '2' })
    expect(deeds(inn)[0]).toMatch(/^mute test:tom 719\d{4}$/)
    await inn.gives('mod', 'undo', { case: '1' })
    expect(deeds(inn)[0]).toBe('unmute test:tom')
    await inn.close()
  })
})

describe('the ladder', () => {
  test('3 warnings in 30 days: muted 12 h, then removed, then banned', async () => {
    const inn = await house()
    await inn.join('tom')
    const warned = async () => {
      await inn.gives('mod', 'warn', { member: 'test:tom' })
      return deeds(inn).filter((deed) => !deed.startsWith('whisper'))
    }
    inn.took()
    expect(await warned()).toEqual([])
    expect(await warned()).toEqual([])
    expect(await warned()).toEqual(['mute test:tom 43200000'])
    expect(await warned()).toEqual(['kick test:tom'])
    expect(await warned()).toEqual(['ban test:tom'])
    expect(await warned()).toEqual(['ban test:tom'])
    await inn.close()
  })
  test('warnings lapse', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.gives('mod', 'warn', { member: 'test:tom' })
    await inn.gives('mod', 'warn', { member: 'test:tom' })
    await inn.passes('31d')
    inn.took()
    await inn.gives('mod', 'warn', { member: 'test:tom' })
    expect(deeds(inn).filter((deed) => deed.startsWith('mute'))).toEqual([])
    expect(await inForce(inn)).toHaveLength(1)
    await inn.close()
  })
  test('automatic warnings climb it too', async () => {
    const inn = await house({ warnings: { ladder: [{ at: 2, does: 'kick' }] } })
    await inn.join('tom')
    await inn.says('tom', advert.en)
    await inn.passes('20m')
    inn.took()
    await inn.says('tom', advert.en, { id: 'again' })
    expect(deeds(inn)).toEqual(['delete again', 'whisper test:tom', 'kick test:tom', 'ask test:mod'])
    await inn.close()
  })
})

describe('cases', () => {
  test('/case, /cases, /note', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', 'come to discord.gg/theirs')
    await inn.gives('mod', 'note', { case: '1', text: 'I have asked him' })
    inn.took()
    await inn.gives('mod', 'case', { case: '#1' })
    const shown = toldTo(inn, 'mod').join('\n')
    for (const part of ['Case #1', 'discord.gg/theirs', 'invitation 0.60', 'I have asked him', 'waiting'])
      expect(shown).toContain(part)
    await inn.gives('mod', 'cases')
    expect(toldTo(inn, 'mod').join('\n')).toContain('#1 tom')
    await inn.gives('mod', 'cases', { state: 'done' })
    expect(toldTo(inn, 'mod').join('\n')).toContain('No such cases')
    expect(codes(await inn.gives('mod', 'case', { case: '9' }))).toEqual(['moderation/no-such-case'])
    expect(codes(await inn.gives('mod', 'undo', { case: '1' }))).toEqual(['moderation/case-open'])
    await inn.close()
  })
  test('/purge deletes the last messages of a member, or of the group but staff’s', async () => {
    const inn = await house({}, { does: ['whisper', 'delete'] })
    for (const [user, id] of [
      ['tom', 'a1'],
      ['ann', 'b1'],
      ['tom', 'a2'],
      ['tom', 'a3'],
      ['mod', 's1'],
    ] as const)
      await inn.says(user, `message ${id}`, { id })
    inn.took()
    await inn.gives('mod', 'purge', { count: 2, member: 'test:tom' })
    expect(deeds(inn)).toEqual(['delete a2', 'delete a3', 'whisper test:mod'])
    await inn.gives('mod', '清理', { count: 3 })
    expect(deeds(inn)).toEqual(['delete b1', 'delete a2', 'delete a3', 'whisper test:mod'])
    await inn.close()
  })
})

describe('where the platform cannot', () => {
  test('without buttons staff is told the commands', async () => {
    const inn = await house({}, { does: ['whisper'] })
    await inn.says('tom', 'come to discord.gg/theirs')
    expect(toldTo(inn, 'mod').join('\n')).toContain('/decide 1 ban')
    await inn.close()
  })
})
