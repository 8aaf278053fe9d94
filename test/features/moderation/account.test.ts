/** Age and picture of an account, where they are known: they weigh beside what was found, and never by themselves. */
import { afterEach, describe, expect, test } from 'vitest'
import { judge } from '../../../src/features/moderation/judge.ts'
import type { Said } from '../../../src/features/moderation/reading.ts'
import type { Inn } from '../../kit/inn.ts'
import { cases, house } from './house.ts'
import { newcomer, regular, section } from './section.ts'

const day = 86_400_000
const bait = 'good books, cheap, telegram @booklover77'
const rules = section({ newcomers: { score: 0 } })

describe('a newcomer’s message', () => {
  const score = (more: Partial<Said>, text = bait) => judge(rules, newcomer(text, more))
  test.each([
    ['an account made lately', { young: true }, 0.1, 'made lately'],
    ['no picture', { faceless: true }, 0.05, 'no picture'],
    ['both', { young: true, faceless: true }, 0.145, 'made lately, no picture'],
  ])('%s adds a little', (_name, more, added, found) => {
    const { findings, score: sum } = score(more)
    expect(findings.find(({ name }) => name === 'account')).toMatchObject({ score: added, found })
    expect(sum).toBeCloseTo(1 - (1 - score({}).score) * (1 - added), 2)
  })
  test('nothing is added where nothing was found, to regulars, or where nothing is known', () => {
    const mask = { young: true, faceless: true }
    expect(score(mask, 'good morning to all of you').findings).toEqual([])
    const denied = section({ links: { deny: ['bad.example'] } })
    const names = judge(denied, regular('see https://bad.example/x', mask)).findings.map(({ name }) => name)
    expect(names).toEqual(['links'])
    expect(score({}).findings.map(({ name }) => name)).toEqual(['contact'])
  })
})

let inn: Inn
const opened: Inn[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})
const open = async (...of: Parameters<typeof house>) => {
  inn = await house(...of)
  opened.push(inn)
}
/** `ask` is between what the bait alone comes to and what it does in a new mask. */
const narrow = { ask: 0.35, repeats: { crowd: 0 }, newcomers: { score: 0 }, text: { reach: 'nobody' } }
const checks = async () =>
  (await cases(inn)).map((row) =>
    (JSON.parse(String(row.checks)) as { name: string; found: string }[]).map(({ name, found }) => `${name}: ${found}`),
  )

describe('what is known', () => {
  test('by their coming', async () => {
    await open(narrow)
    await inn.join('tom', { accountAt: inn.now - 2 * day, avatar: false })
    await inn.join('ann', { accountAt: inn.now - 400 * day, avatar: true })
    await inn.join('eve')
    for (const user of ['tom', 'ann', 'eve']) await inn.says(user, bait)
    expect(await checks()).toEqual([['contact: telegram', 'account: made lately, no picture']])
    await inn.gives('mod', 'case', { case: '1' })
    expect(inn.sent().join('\n')).toMatch(/account 0\.1\d? \(made lately, no picture\)/)
  })
  test('by the message itself, which goes before; an edit too', async () => {
    await open(narrow)
    await inn.join('tom', { accountAt: inn.now - 400 * day, avatar: true })
    await inn.says('tom', bait, { accountAt: inn.now - day, avatar: false })
    expect(await checks()).toHaveLength(1)
    await inn.join('ann')
    const message = await inn.says('ann', 'hi')
    await inn.edits('ann', message, bait, { accountAt: inn.now - day, avatar: false })
    expect((await checks())[1]).toContain('account: made lately, no picture')
  })
  test('in Chinese', async () => {
    await open(narrow, { languages: ['zh'] })
    await inn.join('tom', { accountAt: inn.now - day, avatar: false })
    await inn.says('tom', bait)
    await inn.gives('mod', 'case', { case: '1' })
    expect(inn.sent().join('\n')).toMatch(/账号 0\.1\d? （?\(?新注册、没有头像/)
  })
  test('not at all where the owner gives it no weight', async () => {
    await open({ ...narrow, account: { young: 0, faceless: 0 } })
    await inn.join('tom', { accountAt: inn.now - day, avatar: false })
    await inn.says('tom', bait)
    expect(await cases(inn)).toEqual([])
  })
})

describe('rules of the owner’s', () => {
  const when = [{ links: {} }]
  const ruled = (condition: Record<string, unknown>) =>
    open({ text: { reach: 'nobody' }, rules: [{ id: 'mask', when, if: [condition], do: ['delete'] }] })
  const link = 'see https://example.org/x'
  const deleted = () => inn.took().flatMap(({ action }) => (action.type === 'delete' ? [action.message] : []))
  test.each([
    ['account younger than', { account: { under: '3d' } }, { accountAt: -day }, { accountAt: -5 * day }],
    ['account older than', { account: { over: '3d' } }, { accountAt: -5 * day }, { accountAt: -day }],
    ['no avatar', { avatar: false }, { avatar: false }, { avatar: true }],
  ])('%s: by the message of somebody whose coming nobody saw', async (_name, condition, yes, no) => {
    await ruled(condition)
    const facts = ({ accountAt, avatar }: { accountAt?: number; avatar?: boolean }) => ({
      ...(accountAt !== undefined && { accountAt: inn.now + accountAt }),
      ...(avatar !== undefined && { avatar }),
    })
    const [hit] = [
      await inn.says('tom', link, facts(yes)),
      await inn.says('ann', link, facts(no)),
      await inn.says('eve', link),
    ]
    expect(deleted()).toEqual([hit])
  })
})
