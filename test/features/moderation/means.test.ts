/** On a platform with few means, such as WeChat: what is asked, what is done instead, and that nothing is called done that was not. */
import { describe, expect, test } from 'vitest'
import type { Inn } from '../../kit/inn.ts'
import { advert, cases, codes, deeds, house, inForce, toldTo } from './house.ts'
import { ruled } from './rules/inn.ts'

const little = ['send', 'announce', 'whisper', 'kick'] as const
const muted = async (language: 'en' | 'zh', does: readonly (typeof little)[number][] = little) => {
  const inn = await house({}, { languages: [language], does })
  await inn.join('tom')
  inn.took()
  await inn.gives('mod', 'mute', { member: 'test:tom', for: '2h', reason: 'loud' })
  return inn
}
const trail = async (inn: Inn) => {
  inn.took()
  await inn.gives('mod', 'case', { case: '1' })
  return inn.sent().join('\n')
}

describe.each([
  ['en', 'ask you to be quiet for 2 hours', 'asked to be quiet for 2 hours', 'I could only ask them'],
  ['zh', '请你先别发言 2小时', '提醒先别发言2小时', '我只能提醒对方自己撤回'],
] as const)('a mute where there is none, %s', (language, asked, step, said) => {
  test('is asked of the member; staff reads so once, and nobody is told that it was done', async () => {
    const inn = await muted(language)
    const sent = inn.took().map(({ action }) => action)
    const texts = (user: string) => sent.flatMap((one) => (one.type === 'whisper' && one.user === user ? one.text : []))
    expect(texts('test:tom').join()).toContain(asked)
    expect(texts('test:mod')).toHaveLength(1)
    expect(texts('test:mod').join()).toContain(step)
    expect(texts('test:mod').join()).toContain(said)
    expect(sent.map(({ type }) => type)).toEqual(['whisper', 'whisper'])
    expect(await trail(inn)).toContain(step)
    await inn.close()
  })
})
test('undone, nothing has to be lifted; coming back, nothing is done again', async () => {
  const inn = await muted('en')
  await inn.leave('tom')
  inn.took()
  await inn.join('tom')
  expect(deeds(inn)).toEqual([])
  await inn.gives('mod', 'undo', { case: '1' })
  expect(deeds(inn)).toEqual(['whisper test:tom', 'whisper test:mod'])
  expect(await inForce(inn)).toEqual([])
  await inn.close()
})
test('lifted by hand, no platform is bothered either', async () => {
  const inn = await muted('en')
  inn.took()
  await inn.gives('mod', 'unmute', { member: 'test:tom' })
  await inn.gives('mod', 'unban', { member: 'test:tom' })
  expect(deeds(inn)).toEqual(['whisper test:mod', 'whisper test:mod'])
  expect(await inForce(inn)).toEqual([])
  await inn.close()
})

describe('a ban where there are none', () => {
  const banned = async (input: object = {}) => {
    const inn = await house({}, { does: little })
    await inn.join('tom')
    inn.took()
    await inn.gives('mod', 'ban', { member: 'test:tom', ...input })
    expect(deeds(inn)).toEqual(['whisper test:tom', 'kick test:tom', 'whisper test:mod'])
    await inn.leave('tom', { how: 'kicked' })
    inn.took()
    return inn
  }
  test('is a removal at each return, and nobody is greeted on the way', async () => {
    const inn = await banned()
    await inn.join('tom')
    expect(deeds(inn)).toEqual(['kick test:tom'])
    await inn.leave('tom', { how: 'kicked' })
    await inn.join('tom')
    expect(deeds(inn)).toEqual(['kick test:tom'])
    await inn.close()
  })
  test('ends when its time is over, and when it is undone', async () => {
    const inn = await banned({ for: '1d' })
    await inn.passes('25h')
    inn.took()
    await inn.join('tom')
    expect(deeds(inn)).toEqual([])
    await inn.gives('mod', 'ban', { member: 'test:tom' })
    await inn.leave('tom', { how: 'kicked' })
    inn.took()
    await inn.gives('mod', 'undo', { case: '2' })
    await inn.join('tom')
    expect(deeds(inn).filter((deed) => deed.startsWith('kick'))).toEqual([])
    await inn.close()
  })
})
test('messages that nobody can delete are asked back once, however many; staff is told once', async () => {
  const inn = await ruled([{ when: [{ words: ['banana'] }], do: ['delete', 'warn'] }], {}, { does: little })
  await inn.join('tom')
  inn.took()
  for (let n = 0; n < 5; n++) await inn.says('tom', `banana ${n}`)
  const all = inn.took().map(({ action }) => action)
  expect(all.filter(({ type }) => type === 'delete')).toEqual([])
  const toMod = all.flatMap((one) => (one.type === 'whisper' && one.user === 'test:mod' ? [one.text] : []))
  expect(toMod).toHaveLength(1)
  expect(toMod[0]).toContain('asked to take the message back')
  await inn.close()
})

test('who is removed is not asked for anything, and staff does not read that they were', async () => {
  const inn = await ruled([{ when: [{ words: ['banana'] }], do: ['delete', { ban: {} }] }], {}, { does: little })
  await inn.join('tom')
  inn.took()
  await inn.says('tom', 'banana')
  const texts = inn.sent().join('\n')
  expect(texts).toContain('banned from')
  expect(texts).not.toMatch(/take (?:it|the message) back/)
  await inn.close()
})

describe('“it was right”', () => {
  const acted = async () => {
    const inn = await house()
    await inn.join('tom')
    await inn.says('tom', advert.en)
    inn.took()
    return inn
  }
  test('closes the question, teaches, and changes nothing else', async () => {
    const inn = await acted()
    const before = await inForce(inn)
    await inn.chooses('mod', 'moderation:case:1', 'keep')
    expect(await cases(inn)).toMatchObject([{ state: 'done', by_name: 'mod' }])
    expect(deeds(inn)).toEqual(['edit'])
    expect(await inForce(inn)).toEqual(before)
    expect((await inn.rows('moderation_lessons'))[0]?.state).toContain('"spam":1')
    expect(codes(await inn.chooses('mod', 'moderation:case:1', 'undo'))).toEqual(['moderation/case-decided'])
    expect(codes(await inn.gives('mod', 'undo', { case: '1' }))).toEqual([])
    await inn.close()
  })
  test('is not said of what nobody has dealt with', async () => {
    const inn = await house({ act: 1 })
    await inn.join('tom')
    await inn.says('tom', advert.en)
    expect(codes(await inn.chooses('mod', 'moderation:case:1', 'keep'))).toEqual(['moderation/case-open'])
    await inn.close()
  })
})

test.each([
  ['en', 'If you cannot reach us here: mail desk@inn.example'],
  ['zh', '如果这里联系不上我们：写信到 desk@inn.example'],
] as const)('who is removed reads where else to turn, if the owner says so, %s', async (language, line) => {
  const elsewhere = { en: 'mail desk@inn.example', zh: '写信到 desk@inn.example' }
  const inn = await house({ appeals: { elsewhere } }, { languages: [language] })
  for (const name of ['tom', 'ann']) await inn.join(name, { locale: language })
  await inn.gives('mod', 'ban', { member: 'test:tom' })
  expect(toldTo(inn, 'tom').join('\n')).toContain(line)
  await inn.gives('mod', 'warn', { member: 'test:ann', reason: 'x' })
  expect(toldTo(inn, 'ann').join('\n')).not.toContain(line)
  await inn.close()
})
test('who is out is not called in front of those who are in', async () => {
  const inn = await house()
  inn.adapter.answer = ({ action, id }) =>
    action.type === 'whisper' && action.user === 'test:tom'
      ? { ok: false, kind: 'denied', detail: 'no shared server' }
      : { ok: true, message: `sent:${id}` }
  await inn.join('tom')
  await inn.gives('mod', 'ban', { member: 'test:tom' })
  await inn.leave('tom', { how: 'banned' })
  inn.took()
  await inn.gives('mod', 'undo', { case: '1' })
  expect(deeds(inn)).not.toContain('send')
  await inn.passes('11m')
  expect(toldTo(inn, 'mod').join('\n')).toMatch(/Case #1: tom could not be told.*no shared server/)
  await inn.close()
})
