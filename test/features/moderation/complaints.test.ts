/** Complaints of our peers' users that are about messages, each by its number in our study of them. */
import { describe, expect, test } from 'vitest'
import { advert, cases, deeds, house } from './house.ts'
import { ruled } from './rules/inn.ts'

describe('complaint 15: a filter is not dodged', () => {
  const rules = [
    { id: 'invites', when: ['invites'], do: ['delete'] },
    { id: 'domains', when: [{ domains: ['bad.example'] }], do: ['delete'] },
    { id: 'words', when: [{ words: ['casino', '博彩'] }], do: ['delete'] },
  ]
  const dodges: Readonly<Record<string, string>> = {
    'percent-encoded invitation': 'join https://discord%2Egg/%61bcdef',
    'percent-encoded host': 'see https://b%61d.example/x',
    'look-alike letters in a word': 'the best сasіno in town',
    'look-alike letters in an invitation': 'dіscord.gg/abcdef',
    'mathematical letters': 'the best 𝐜𝐚𝐬𝐢𝐧𝐨 in town',
    'full-width letters': 'ｃａｓｉｎｏ',
    'invisible characters': 'ca\u200bsi\u200bno',
    'spaced out': 'c a s i n o',
    'spaced out, Chinese': '博 彩 网 站',
    'a dot in words': 'discord . gg / abcdef',
    'a link under other words': '[our rules](https://discord.gg/abcdef)',
    'a link in brackets': '(https://bad.example)',
    'a link with a port and a user': 'https://me:pw@bad.example:8443/x',
  }
  test.each(Object.entries(dodges))('by %s', async (_name, text) => {
    const inn = await ruled(rules)
    await inn.join('tom')
    await inn.says('tom', text, { id: 'x1' })
    expect(deeds(inn)).toContain('delete x1')
    await inn.close()
  })
  test('by forwarding it', async () => {
    const inn = await ruled(rules)
    await inn.join('tom')
    await inn.says('tom', 'casino', { id: 'x1', kinds: ['forward'] })
    expect(deeds(inn)).toContain('delete x1')
    await inn.close()
  })
  test('by editing it in afterwards', async () => {
    const inn = await ruled(rules)
    await inn.join('tom')
    await inn.says('tom', 'good morning', { id: 'x1' })
    await inn.edits('tom', 'x1', 'good morning, discord.gg/abcdef')
    expect(deeds(inn)).toContain('delete x1')
    await inn.close()
  })
  test('and an edit is no repetition of itself', async () => {
    const inn = await house({ text: { reach: 'nobody' } })
    await inn.join('tom')
    const text = 'good morning, who has read the third chapter already?'
    await inn.says('tom', text, { id: 'x1' })
    for (let n = 0; n < 12; n++) await inn.edits('tom', 'x1', `${text}${' '.repeat(n % 2)}`)
    expect(await cases(inn)).toEqual([])
    await inn.close()
  })
})
test('complaint 10: what the channel, a webhook or another bot posts is not judged', async () => {
  const inn = await house()
  for (const user of ['channel', 'webhook', 'feed']) await inn.says(user, advert.en, { bot: true })
  expect(inn.took()).toEqual([])
  expect(await cases(inn)).toEqual([])
  await inn.close()
})
test('complaint 10: who is staff by the rulebook stays staff though the platform says member, and after leaving and coming back', async () => {
  const inn = await house({}, { staff: [{ user: 'test:boss', role: 'moderator' }] })
  await inn.join('boss', { role: 'member' })
  await inn.leave('boss')
  await inn.join('boss', { role: 'member' })
  await inn.says('boss', advert.en, { role: 'member' })
  expect(await cases(inn)).toEqual([])
  await inn.close()
})
