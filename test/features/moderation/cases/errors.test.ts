/** A rule that errs beyond its budget only asks, says so, and is restored by the owner. */
import { expect, test } from 'vitest'
import { cases, codes, deeds, type house, staffed, toldTo } from './talk.ts'

const strict = {
  errorBudget: { share: 0.2, verdicts: 5, days: 30 },
  links: { invites: 'everyone', invite: 0.95 },
  repeats: { crowd: 0 },
}
const text = (n: number) => `look here number ${n} ${'abcdefghij'.slice(n % 10)} discord.gg/theirs${n}`

async function verdicts(inn: Awaited<ReturnType<typeof house>>, from: number, to: number) {
  for (let n = from; n <= to; n++) {
    await inn.join(`p${n}`)
    await inn.says(`p${n}`, text(n))
  }
}

test.each([
  ['en', 'From now on it only asks', '/restore-rule invites'],
  ['zh', '它只询问、不动手', '/恢复规则 invites'],
] as const)('within the budget it acts, beyond it asks, %s', async (language, says, remedy) => {
  const inn = await staffed(strict, { languages: [language] })
  await verdicts(inn, 1, 6)
  expect((await cases(inn)).map(({ state, rule }) => `${state} ${rule}`)).toEqual(Array(6).fill('done invites'))
  await inn.gives('mod', 'undo', { case: '1' })
  expect(toldTo(inn, 'owner').join('\n')).not.toContain(says)
  await inn.gives('mod', 'undo', { case: '2' })
  const told = toldTo(inn, 'owner').join('\n')
  expect(told).toContain(says)
  expect(told).toContain(remedy)
  inn.took()
  await verdicts(inn, 7, 7)
  expect(deeds(inn)).toEqual(['ask test:mod', 'ask test:mod2', 'ask test:owner'])
  expect((await cases(inn)).at(-1)).toMatchObject({ state: 'open', rule: 'invites' })

  const { rows } = await inn.desk.panel('moderation', 'errors', { community: 'here', locale: language })
  expect(rows[0]?.cells).toMatchObject({ acted: 6, undone: 2, rate: 0.333, waiting: 1 })
  expect(rows[0]?.acts?.[0]).toMatchObject({ command: 'restore-rule', input: { rule: 'invites' } })
  expect(rows.some(({ id }) => id === 'check invites')).toBe(true)

  expect(codes(await inn.gives('mod', 'restore-rule', { rule: 'invites' }))).toEqual(['command/not-allowed'])
  expect(codes(await inn.gives('owner', 'restore-rule', { rule: 'invites' }))).toEqual([])
  expect(codes(await inn.gives('owner', 'restore-rule', { rule: 'invites' }))).toEqual(['moderation/rule-acts'])
  inn.took()
  await verdicts(inn, 8, 8)
  expect((await cases(inn)).at(-1)).toMatchObject({ state: 'done' })
  await inn.gives('mod', 'undo', { case: '8' })
  expect(toldTo(inn, 'owner').join('\n')).not.toContain(says)
  await inn.close()
})
test('an appeal with success counts, one turned down does not; too few verdicts prove nothing', async () => {
  const inn = await staffed({ ...strict, errorBudget: { share: 0.2, verdicts: 3, days: 30 } })
  await verdicts(inn, 1, 2)
  await inn.gives('mod', 'undo', { case: '1' })
  expect(toldTo(inn, 'owner').join('\n')).not.toContain('only asks')
  await verdicts(inn, 3, 5)
  await inn.gives('p3', 'appeal', { case: '3', reason: 'mine' })
  await inn.gives('mod', 'uphold', { case: '3' })
  expect(toldTo(inn, 'owner').join('\n')).not.toContain('only asks')
  await inn.gives('p4', 'appeal', { case: '4', reason: 'mine' })
  await inn.chooses('mod2', 'moderation:case:4', 'undo')
  expect(toldTo(inn, 'owner').join('\n')).toContain('only asks')
  await inn.close()
})
test('a rule of the owner’s own is set back under its own name, the others go on', async () => {
  const rules = [
    { id: 'zonk', when: [{ words: ['zonk'] }], do: ['delete', 'warn'] },
    { id: 'bonk', when: [{ words: ['bonk'] }], do: ['delete', 'warn'] },
  ]
  const inn = await staffed({ rules, errorBudget: { share: 0.2, verdicts: 2, days: 30 } })
  for (const name of ['a', 'b']) await inn.says(name, `well ${name} zonk`)
  await inn.gives('mod', 'undo', { case: '1' })
  expect(toldTo(inn, 'owner').join('\n')).toContain('/restore-rule rule:zonk')
  await inn.says('c', 'another zonk')
  await inn.says('d', 'a bonk')
  expect((await cases(inn)).map(({ state }) => state)).toEqual(['undone', 'done', 'open', 'done'])
  expect(codes(await inn.gives('owner', 'restore-rule', { rule: 'zonk' }))).toEqual([])
  await inn.says('e', 'zonk once more')
  expect((await cases(inn)).at(-1)).toMatchObject({ state: 'done' })
  await inn.close()
})
