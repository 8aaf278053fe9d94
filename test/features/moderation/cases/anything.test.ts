/** Any sequence of deeds and undoings, in any order: once all is undone, nothing is left of it, here or on the platform. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action } from '../../../../src/core/action.ts'
import activity from '../../../../src/features/activity/index.ts'
import moderation from '../../../../src/features/moderation/index.ts'
import { amountOf, read } from '../../../../src/features/moderation/rules/counters.ts'
import { type Inn, openInn } from '../../../kit/inn.ts'
import { noChecks } from '../rules/inn.ts'

const hour = 3_600_000
const counters = {
  strikes: { per: 'member' },
  heat: { per: 'group', half: '6h' },
  person: { per: 'person', lapse: '7d' },
}
const decays = { strikes: {}, heat: { half: 6 * hour }, person: { lapse: 7 * 24 * hour } } as const
const rules = [
  {
    id: 'a',
    when: [{ words: ['apple'] }],
    do: ['warn', { count: { counter: 'strikes' } }, { count: { counter: 'heat', by: 2 } }],
  },
  {
    id: 'b',
    when: [{ words: ['banana'] }],
    do: ['delete', { giveRole: { role: 'quiet' } }, { count: { counter: 'person' } }],
  },
  { id: 'c', when: [{ words: ['cherry'] }], do: [{ mute: '3h' }, { nick: 'hush' }, { reset: { counter: 'strikes' } }] },
  { id: 'd', when: [{ words: ['durian'] }], do: [{ ban: { for: '2d' } }, { takeRole: { role: 'VIP' } }] },
]
const section = { ...noChecks, rules, counters, errorBudget: { share: 1 }, guard: { removals: 99, mutes: 99 } }
const people = ['ann', 'bob'] as const

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom('apple', 'banana', 'cherry', 'durian', 'good evening'),
      who: fc.constantFrom(...people),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('/warn', '/mute', '/ban', '/kick'), who: fc.constantFrom(...people) }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('undo', 'keep', 'uphold'), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('appeal'), pick: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('wait'), minutes: fc.integer({ min: 11, max: 400 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What the platform would look like: it does what it is told. */
class Platform {
  readonly #inn: Inn
  readonly roles = new Set<string>()
  readonly names = new Map<string, string>()
  readonly muted = new Map<string, number>()
  readonly banned = new Set<string>()
  #looked = 0
  constructor(inn: Inn) {
    this.#inn = inn
    for (const who of people) this.roles.add(`${who} VIP`)
  }
  look() {
    const { all } = this.#inn.adapter
    for (const { action } of all.slice(this.#looked))
      if ('user' in action && action.user) this.#take(action, action.user.slice(5))
    this.#looked = all.length
  }
  #take(action: Action, who: string) {
    if (action.type === 'role') this.roles[action.grant ? 'add' : 'delete'](`${who} ${action.role}`)
    if (action.type === 'nick') this.names.set(who, action.name)
    if (action.type === 'mute') this.muted.set(who, this.#inn.now + action.forMs)
    if (action.type === 'unmute') this.muted.delete(who)
    if (action.type === 'ban') this.banned.add(who)
    if (action.type === 'unban') this.banned.delete(who)
  }
  get state() {
    const still = [...this.muted].filter(([, until]) => until > this.#inn.now).map(([who]) => who)
    const names = [...this.names].filter(([who, name]) => who !== name)
    return { roles: [...this.roles].sort(), names, muted: still, banned: [...this.banned] }
  }
}

async function kept(inn: Inn) {
  const rows = await inn.rows('moderation_counts')
  const amounts = rows.flatMap(({ counter, group_id, member_id, count }) => {
    const amount = amountOf(decays[counter as keyof typeof decays], read(String(count)), inn.now)
    return amount === 0 ? [] : [`${counter} ${group_id} ${member_id} ${amount}`]
  })
  const standing = (await inn.rows('moderation_standing')).flatMap(
    ({ sanctions }) => JSON.parse(String(sanctions)) as unknown[],
  )
  const trust = (await inn.rows('moderation_members'))
    .map(({ member_id, meaningful }) => `${member_id} ${meaningful}`)
    .sort()
  const points = (await inn.rows('activity_days'))
    .map(({ member_id, day, points: some }) => `${member_id} ${day} ${some}`)
    .sort()
  return { amounts, standing, trust, points, marks: await inn.rows('moderation_rule_marks') }
}
async function does(inn: Inn, one: Step) {
  const numbers = async (state: string) =>
    (await inn.rows('moderation_cases')).filter((row) => row.state === state).map(({ number }) => Number(number))
  if ('minutes' in one) return inn.passes(`${one.minutes}m`)
  if ('who' in one && one.does.startsWith('/'))
    return inn.gives('mod', one.does.slice(1), {
      member: `test:${one.who}`,
      ...(one.does === '/mute' && { for: '5h' }),
    })
  if ('who' in one) return inn.says(one.who, `${one.does} ${inn.adapter.all.length}`)
  const done = await numbers('done')
  const number = done[('pick' in one ? one.pick : 0) % Math.max(1, done.length)]
  if (number === undefined) return undefined
  if (one.does === 'keep') return inn.chooses('mod', `moderation:case:${number}`, 'keep')
  if (one.does !== 'appeal') return inn.gives('mod2', one.does, { case: String(number) }, { role: 'moderator' })
  const row = (await inn.rows('moderation_cases')).find((each) => Number(each.number) === number)
  return inn.gives(String(row?.user).slice(5), 'appeal', { case: String(number), reason: 'please' })
}
const open = async () => {
  const inn = await openInn({
    features: [moderation, activity],
    languages: ['en'],
    sections: { moderation: section },
    budgets: { removals: 500, bans: 500, mutes: 500, deletions: 500, whispers: 5000, posts: 500 },
  })
  for (const name of ['mod', 'mod2']) await inn.says(name, 'good morning')
  for (const who of people) await inn.join(who, { roles: ['VIP'] })
  return inn
}

test('deeds of rules and moderators, kept, appealed, upheld and undone in any order', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const [inn, calm] = [await open(), await open()]
      const platform = new Platform(inn)
      for (const one of steps) {
        await does(inn, one)
        platform.look()
        // In the other house the same is said without the word, and nobody is judged.
        if ('minutes' in one) await calm.passes(`${one.minutes}m`)
        else if ('who' in one && !one.does.startsWith('/'))
          await calm.says(
            one.who,
            `${one.does.replace(/apple|banana|cherry|durian/, 'orange')} ${calm.adapter.all.length}`,
          )
      }
      const { points } = await kept(inn)
      for (const row of await inn.rows('moderation_cases'))
        if (row.state === 'done')
          expect(await inn.gives('mod', 'undo', { case: String(row.number) })).toMatchObject({ ok: true })
      platform.look()
      const [mine, theirs] = [await kept(inn), await kept(calm)]
      expect(mine).toMatchObject({ amounts: [], standing: [], marks: [], points })
      expect(mine.trust.map((row) => row.split(' ')[1])).toEqual(theirs.trust.map((row) => row.split(' ')[1]))
      expect(platform.state).toEqual({ roles: people.map((who) => `${who} VIP`), names: [], muted: [], banned: [] })
      expect(inn.log.errors).toEqual([])
      await inn.close()
      await calm.close()
    }),
    { numRuns: 25 },
  )
})
