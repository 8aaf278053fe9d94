import { describe, expect, test } from 'vitest'
import { advert, cases, codes, deeds, house, toldTo } from './house.ts'

describe('reports', () => {
  test('one is noted, the second by another member brings staff; both can be taken on a message', async () => {
    const inn = await house()
    const message = await inn.says('tom', 'buy my old bike')
    await inn.gives('ann', 'report', { member: 'test:tom' })
    expect(deeds(inn)).toEqual(['whisper test:ann'])
    await inn.gives('ann', 'report', { member: 'test:tom' })
    expect(toldTo(inn, 'ann')).toEqual([expect.stringContaining('already')])
    await inn.gives('bob', '举报', {}, { replyTo: message })
    expect(deeds(inn)).toEqual(['ask test:mod', 'whisper test:bob'])
    expect(await cases(inn)).toMatchObject([{ origin: 'report', state: 'open', name: 'tom', messages: message }])
    await inn.gives('cat', 'report', { member: 'test:tom' })
    expect(deeds(inn)).toEqual(['whisper test:cat'])
    await inn.chooses('mod', 'moderation:case:1', 'ban')
    expect(deeds(inn)).toContain(`delete ${message}`)
    await inn.close()
  })
  test('not oneself, not staff, not somebody unknown', async () => {
    const inn = await house()
    await inn.join('ann')
    expect(codes(await inn.gives('ann', 'report', { member: 'test:ann' }))).toEqual(['moderation/yourself'])
    expect(codes(await inn.gives('ann', 'report', { member: 'test:mod' }))).toEqual(['moderation/staff'])
    expect(codes(await inn.gives('ann', 'report', {}))).toEqual(['moderation/no-such-member'])
    await inn.close()
  })
  test('ten an hour', async () => {
    const inn = await house()
    for (let n = 0; n < 12; n++) await inn.says(`p${n}`, `hello from number ${n}`)
    for (let n = 0; n < 10; n++)
      expect(await inn.gives('ann', 'report', { member: `test:p${n}` })).toMatchObject({ ok: true })
    expect(codes(await inn.gives('ann', 'report', { member: 'test:p10' }))).toEqual(['moderation/too-many-reports'])
    await inn.passes('61m')
    expect(await inn.gives('ann', 'report', { member: 'test:p11' })).toMatchObject({ ok: true })
    await inn.close()
  })
})

describe('appeals', () => {
  const convicted = async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', advert.en)
    inn.took()
    return inn
  }
  test('reach staff once, and undoing grants it (complaint 17)', async () => {
    const inn = await convicted()
    await inn.gives('tom', 'appeal', { case: '1', reason: 'that is my own channel' })
    const asked = toldTo(inn, 'mod').join('\n')
    expect(asked).toContain('that is my own channel')
    await inn.chooses('mod', 'moderation:case:1', 'undo')
    expect(toldTo(inn, 'tom')).toEqual([expect.stringContaining('has been undone')])
    expect(await cases(inn)).toMatchObject([{ state: 'undone', appeal_state: 'granted' }])
    expect(codes(await inn.gives('tom', 'appeal', { case: '1', reason: 'please' }))).toEqual(['moderation/appealed'])
    await inn.close()
  })
  test('each of the staff reads the outcome on their own card, in their language, and once', async () => {
    const inn = await house({}, { languages: ['zh', 'en'] })
    await inn.says('mod', 'good morning', { role: 'moderator', locale: 'en' })
    await inn.says('mod2', '早上好', { role: 'moderator', locale: 'zh' })
    await inn.join('tom')
    await inn.says('tom', advert.en)
    inn.took()
    await inn.chooses('mod', 'moderation:case:1', 'undo')
    const took = inn.took().map(({ action }) => action)
    expect(took.filter(({ type }) => type === 'edit')).toMatchObject([
      { text: expect.stringMatching(/^Case #1: mod took back/), options: [] },
      { text: expect.stringMatching(/^案件 #1：mod/), options: [] },
    ])
    expect(took.filter((action) => action.type === 'whisper').map(({ user }) => user)).toEqual(['test:tom'])
    await inn.close()
  })
  test('who was asked again reads the outcome where they were asked last', async () => {
    const inn = await convicted()
    await inn.gives('tom', 'appeal', { case: '1', reason: 'that is my own channel' })
    inn.took()
    await inn.chooses('mod', 'moderation:case:1', 'uphold')
    const edits = inn.took().flatMap(({ action }) => (action.type === 'edit' ? [action.text] : []))
    expect(edits).toEqual(['Case #1: settled; see the later message.', expect.stringContaining('let it stand')])
    await inn.close()
  })
  test('may be turned down, and then stay so', async () => {
    const inn = await convicted()
    await inn.gives('tom', '申诉', { case: '1', reason: 'please' })
    inn.took()
    await inn.chooses('mod', 'moderation:case:1', 'uphold')
    expect(toldTo(inn, 'tom')).toEqual([expect.stringContaining('stands')])
    expect(codes(await inn.chooses('mod2', 'moderation:case:1', 'undo'))).toEqual(['moderation/case-decided'])
    expect(codes(await inn.chooses('mod2', 'moderation:case:1', 'uphold'))).toEqual(['moderation/case-decided'])
    await inn.close()
  })
  test('are one’s own, of something that was done', async () => {
    const inn = await convicted()
    expect(codes(await inn.gives('ann', 'appeal', { case: '1', reason: 'x' }))).toEqual(['moderation/no-such-case'])
    await inn.gives('mod', 'undo', { case: '1' })
    expect(codes(await inn.gives('tom', 'appeal', { case: '1', reason: 'x' }))).toEqual(['moderation/nothing-done'])
    await inn.close()
  })
})
