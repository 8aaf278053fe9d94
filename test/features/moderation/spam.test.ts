import { describe, expect, test } from 'vitest'
import { advert, cases, codes, deeds, house, inForce, toldTo } from './house.ts'

describe('a newcomer who advertises', () => {
  test.each(['en', 'zh'] as const)('is removed, told and shown to staff (%s)', async (locale) => {
    const inn = await house({}, { languages: [locale] })
    await inn.join('tom')
    const message = await inn.says('tom', advert[locale])
    const actions = inn.took().map(({ action }) => action)
    expect(actions.map(({ type }) => type)).toEqual(['delete', 'whisper', 'ask'])
    expect(actions[0]).toMatchObject({ message, user: 'test:tom' })
    const [, told, asked] = actions
    expect(told).toMatchObject({
      user: 'test:tom',
      text: expect.stringContaining(locale === 'en' ? '/appeal 1' : '/申诉 1'),
    })
    expect(asked).toMatchObject({
      user: 'test:mod',
      ask: 'moderation:case:1',
      text: expect.stringContaining(advert[locale].slice(0, 20)),
    })
    const why = (await inn.why(message)).moderation
    expect(why?.decided).toBe('acted')
    expect(why?.checks?.map(({ name }) => name)).toEqual(['invites', 'contact', 'text', 'newcomer', 'case'])
    expect(JSON.stringify(why)).not.toContain('abc12345')
    await inn.close()
  })

  test('one case however many messages, and staff is asked once', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', advert.en, { id: 'a1' })
    await inn.says('tom', `${advert.en} now`, { id: 'a2' })
    expect(deeds(inn)).toEqual(['delete a1', 'whisper test:tom', 'ask test:mod', 'delete a2'])
    const [only, ...rest] = await cases(inn)
    expect(rest).toEqual([])
    expect(only?.messages).toBe('a1\na2')
    await inn.close()
  })

  test('between the thresholds nothing is touched until a moderator decides', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', 'come to discord.gg/theirs', { id: 'a1' })
    expect(deeds(inn)).toEqual(['ask test:mod'])
    expect((await cases(inn))[0]).toMatchObject({ state: 'open', rule: 'invites' })
    await inn.chooses('mod', 'moderation:case:1', 'ban')
    expect(deeds(inn)).toEqual(['delete a1', 'whisper test:tom', 'ban test:tom', 'edit'])
    expect((await cases(inn))[0]).toMatchObject({ state: 'done', by_name: 'mod' })
    await inn.close()
  })

  test('two moderators cannot decide twice: the second is told who did', async () => {
    const inn = await house()
    await inn.says('tom', 'come to discord.gg/theirs')
    await inn.chooses('mod', 'moderation:case:1', 'dismiss', { name: 'Mo' })
    const second = await inn.chooses('mod2', 'moderation:case:1', 'ban', { name: 'Lu' })
    expect(codes(second)).toEqual(['moderation/case-decided'])
    expect(second).toMatchObject({ errors: [{ message: expect.stringContaining('Mo') }] })
    expect(await inn.gives('mod2', 'decide', { case: '1', what: 'warn' })).toMatchObject({ ok: false })
    expect((await cases(inn))[0]).toMatchObject({ state: 'dismissed', by_name: 'Mo' })
    await inn.close()
  })

  test('members cannot press the buttons', async () => {
    const inn = await house()
    await inn.says('tom', 'come to discord.gg/theirs')
    expect(codes(await inn.chooses('tom', 'moderation:case:1', 'dismiss'))).toEqual(['moderation/not-allowed'])
    await inn.close()
  })

  test('a wrong flag is undone: the warning is void, the member trusted, what is lost is said', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', advert.en)
    inn.took()
    await inn.gives('mod', 'undo', { case: '#1' })
    const answer = toldTo(inn, 'mod').join('\n')
    expect(answer).toContain('Taken back: the warning')
    expect(answer).toContain('Cannot be taken back: the deleted message')
    expect(await inForce(inn)).toEqual([])
    expect((await cases(inn))[0]).toMatchObject({ state: 'undone' })
    await inn.says('tom', 'sorry, here is the address: https://shop.example.net and discord.gg/theirs')
    expect(inn.took()).toEqual([])
    expect(codes(await inn.gives('mod2', 'undo', { case: '1' }))).toEqual(['moderation/case-decided'])
    await inn.close()
  })

  test('an edit that turns a harmless message into an advert is caught, but repeats nothing', async () => {
    const inn = await house()
    await inn.join('tom')
    const message = await inn.says('tom', 'hello there, what are you reading?')
    for (let n = 0; n < 6; n++) await inn.edits('tom', message, 'hello there, what are you reading now?')
    expect(inn.took()).toEqual([])
    await inn.edits('tom', message, advert.en)
    expect(deeds(inn)).toEqual([`delete ${message}`, 'whisper test:tom', 'ask test:mod'])
    await inn.close()
  })
})

describe('trust', () => {
  test('"hi" and "ok" earn none, meaningful messages do (complaint 11)', async () => {
    const inn = await house()
    await inn.join('tom')
    for (const text of ['hi', 'ok', 'thanks', 'lol', '哈哈哈哈哈哈哈哈哈哈', 'yes']) await inn.says('tom', text)
    await inn.passes('1m')
    await inn.says('tom', 'come to discord.gg/theirs')
    expect(deeds(inn)).toEqual(['ask test:mod'])
    await inn.join('ann')
    for (const text of [
      'I have just finished the third chapter',
      'The ending surprised me quite a lot',
      'Who wants to meet on Saturday afternoon?',
    ])
      await inn.says('ann', text)
    await inn.says('ann', 'come to discord.gg/theirs')
    expect(inn.took()).toEqual([])
    await inn.close()
  })
  test('the same sentence again earns none', async () => {
    const inn = await house({ repeats: { times: 10 } })
    for (let n = 0; n < 5; n++) await inn.says('tom', 'I have just finished the third chapter')
    await inn.says('tom', 'come to discord.gg/theirs')
    expect(deeds(inn)).toEqual(['ask test:mod'])
    await inn.close()
  })
  test('a day is enough', async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.passes('24h')
    inn.took()
    await inn.says('tom', 'come to discord.gg/theirs')
    expect(inn.took()).toEqual([])
    await inn.close()
  })
  test('staff and bots are never judged (complaint 10)', async () => {
    const inn = await house()
    await inn.says('mod', advert.en)
    await inn.says('owner', advert.zh)
    await inn.says('helper', advert.en, { bot: true })
    expect(inn.took()).toEqual([])
    expect(await cases(inn)).toEqual([])
    await inn.close()
  })
})

describe('pace', () => {
  test('a flood is muted', async () => {
    const inn = await house({ flood: { messages: 4, seconds: 10 } })
    for (let n = 1; n <= 4; n++) await inn.says('tom', `message ${n}`, { id: `f${n}` })
    expect(deeds(inn)).toEqual(['delete f4', 'whisper test:tom', 'mute test:tom 600000', 'ask test:mod'])
    await inn.close()
  })
  test('windows survive a restart', async () => {
    const fs = await import('node:fs/promises')
    const os = await import('node:os')
    const path = await import('node:path')
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'moderation-'))
    const place = path.join(folder, 'house.db')
    const settings = { flood: { messages: 4, seconds: 60 } }
    const before = await house(settings, { place })
    for (let n = 1; n <= 3; n++) await before.says('tom', `message ${n}`, { id: `f${n}` })
    const { now } = before
    await before.close()
    const { openInn } = await import('../../kit/inn.ts')
    const { default: moderation } = await import('../../../src/features/moderation/index.ts')
    const inn = await openInn({
      features: [moderation],
      languages: ['en'],
      sections: { moderation: settings },
      place,
      start: now,
    })
    await inn.says('tom', 'message 4', { id: 'f4' })
    expect(deeds(inn)).toContain('mute test:tom 600000')
    await inn.close()
    await fs.rm(folder, { recursive: true })
  })
  test('the same words by three newcomers are noticed', async () => {
    const inn = await house()
    for (const user of ['a', 'b', 'c'])
      await inn.says(user, `The lanterns over the old bridge are lit again tonight, as every autumn ${user}`)
    expect(deeds(inn)).toEqual(['ask test:mod'])
    expect((await cases(inn))[0]).toMatchObject({ rule: 'crowd', name: 'c' })
    await inn.close()
  })
})

test('no table keeps what harmless messages said', async () => {
  const inn = await house()
  await inn.says('tom', 'the quick brown fox jumps over the lazy dog')
  for (const table of ['moderation_members', 'moderation_groups', 'moderation_cases', 'moderation_standing'])
    expect(JSON.stringify(await inn.rows(table))).not.toMatch(/quick|fox|lazy/)
  await inn.close()
})

test('evidence is kept as long as the owner says, the case stays', async () => {
  const inn = await house({ evidence: { days: 2 } })
  await inn.says('tom', advert.en)
  expect((await cases(inn))[0]?.evidence).toBe(advert.en)
  await inn.passes('4d')
  expect((await cases(inn))[0]).toMatchObject({ number: 1, evidence: '', name: 'tom' })
  const none = await house({ evidence: { days: 0 } })
  await none.says('tom', advert.en)
  expect((await cases(none))[0]?.evidence).toBe('')
  await inn.close()
  await none.close()
})

test('a group that only watches: shown, asked, nothing touched, and verdicts are taken (complaint 14)', async () => {
  const inn = await house({}, { observe: true })
  await inn.join('tom')
  await inn.says('tom', advert.en, { id: 'a1' })
  await inn.says('tom', `${advert.en} now`, { id: 'a2' })
  expect(deeds(inn)).toEqual(['ask test:mod'])
  const filed = await inn.rows('outbox')
  expect(filed.filter(({ state }) => state === 'observed').map(({ type }) => type)).toEqual([
    'delete',
    'whisper',
    'delete',
  ])
  expect(await cases(inn)).toMatchObject([{ state: 'open', messages: 'a1\na2' }])
  expect(await inForce(inn)).toEqual([])
  await inn.chooses('mod', 'moderation:case:1', 'ban')
  expect(deeds(inn)).toEqual(['delete a1', 'delete a2', 'whisper test:tom', 'ban test:tom', 'edit'])
  await inn.close()
})
