/** Rules made ready: by the kind of event they hear, with what each kind needs to have read. No rule, no cost. */

import { WordBank } from './bank.ts'
import { holdsOf, plainsOf } from './conditions.ts'
import type { Counter, Rule, RulesConfig } from './config.ts'
import { amountOf, type Count } from './counters.ts'
import { type Heard, type Holds, heards, type Test } from './happening.ts'
import type { Trigger, TriggerName } from './schema/triggers.ts'
import { type Bound, bind, hearsOf } from './triggers/index.ts'

export interface ReadyTest {
  readonly name: TriggerName
  readonly hears: readonly Heard[]
  /** Counts as it looks, so that it has to look at every event. */
  readonly counts: boolean
  readonly test: Test
}
export interface ReadyRule {
  readonly rule: Rule
  readonly tests: readonly ReadyTest[]
  readonly holds: readonly Holds[]
  readonly staff: boolean
}
/** What has to be read before rules of one kind of event can be looked at. */
export interface Needs {
  readonly counters: ReadonlySet<string>
  readonly profile: boolean
  readonly warnings: boolean
  readonly messages: boolean
  readonly cases: boolean
  readonly reports: boolean
}
export interface Chapter {
  readonly rules: readonly ReadyRule[]
  readonly needs: Needs
  /** Some rule wants to see staff as well. */
  readonly staff: boolean
}
export interface Book {
  readonly chapters: ReadonlyMap<Heard, Chapter>
  readonly counters: Readonly<Record<string, Counter>>
  /** Keys of windows and rests that are still in use. */
  readonly keys: ReadonlySet<string>
  /** Names and roles of members have to be remembered for some rule. */
  readonly profiles: boolean
  readonly hourly: RulesConfig['hourly']
}

const books = new WeakMap<RulesConfig['rules'], Book>()
/** Made once for a section; undefined where it has no rules. */
export function bookOf(config: RulesConfig): Book | undefined {
  if (config.rules.length === 0) return undefined
  const known = books.get(config.rules)
  if (known) return known
  const made = bookFrom(config)
  books.set(config.rules, made)
  return made
}
/** The rules that hear a kind of event; undefined where there are none. */
export const chapterOf = (config: RulesConfig, heard: Heard): Chapter | undefined => bookOf(config)?.chapters.get(heard)

function bookFrom(config: RulesConfig): Book {
  const bank = new WordBank()
  const value = (name: string) => (count: Count, at: number) => amountOf(config.counters[name] ?? {}, count, at)
  const bound: Bound = { bank, lists: config.lists, value }
  const counted = countedAt(config.rules)
  const ready = config.rules.map((rule) => readied(rule, bound, config.counters, counted))
  const chapters = heards.flatMap((heard) => {
    const rules = ready.filter(({ tests }) => tests.some(({ hears }) => hears.includes(heard)))
    return rules.length === 0 ? [] : [[heard, chapterFrom(rules)] as const]
  })
  const all = new Map(chapters)
  return {
    chapters: all,
    counters: config.counters,
    keys: new Set([...ready.flatMap(({ rule }) => keysOf(rule)), ...hourKeys]),
    profiles: [...all.values()].some(({ needs }) => needs.profile),
    hourly: config.hourly,
  }
}

export const windowKey = (rule: Rule, index: number) => `${rule.id}.${index}`
export const restKey = (rule: Rule) => `${rule.id}~`
export const hourKeys = ['hour.replies', 'hour.asks', 'hour.changes'] as const
const keysOf = (rule: Rule) => [restKey(rule), ...rule.when.map((_, index) => windowKey(rule, index))]

function readied(rule: Rule, bound: Bound, counters: Book['counters'], counted: CountedAt): ReadyRule {
  return {
    rule,
    tests: rule.when.flatMap((trigger, index) => testOf(trigger, windowKey(rule, index), bound, counted)),
    holds: rule.if.map((condition) => holdsOf(condition, counters)),
    staff: rule.if.some(({ rank }) => rank?.some((role) => role !== 'member')),
  }
}
const counting: ReadonlySet<TriggerName> = new Set(['rate', 'repeats', 'streak'])
function testOf(trigger: Trigger, key: string, bound: Bound, counted: CountedAt): ReadyTest[] {
  return bind(trigger, key, bound).map(({ name, test }) => ({
    name,
    test,
    counts: counting.has(name),
    hears: name === 'counter' ? [...(counted.get(trigger.counter?.of ?? '') ?? [])] : hearsOf(name, trigger),
  }))
}

type CountedAt = ReadonlyMap<string, ReadonlySet<Heard>>
/** At which events each counter changes: a rule about a counter hears them all, and may count another one itself. */
function countedAt(rules: readonly Rule[]): CountedAt {
  const at = new Map<string, Set<Heard>>()
  const hears = ({ when }: Rule) =>
    when.flatMap((trigger) =>
      trigger.counter
        ? [...(at.get(trigger.counter.of) ?? [])]
        : namesOf(trigger).flatMap((name) => hearsOf(name, trigger)),
    )
  for (let before = -1, now = 0; before !== now; ) {
    before = now
    for (const rule of rules)
      for (const { count, reset } of rule.do)
        for (const name of [count?.counter, reset?.counter])
          if (name !== undefined) at.set(name, (at.get(name) ?? new Set()).union(new Set(hears(rule))))
    now = [...at.values()].reduce((sum, { size }) => sum + size, 0)
  }
  return at
}
export const namesOf = (trigger: Trigger): TriggerName[] =>
  (Object.keys(trigger) as TriggerName[]).filter((name) => trigger[name] !== undefined)

function chapterFrom(rules: readonly ReadyRule[]): Chapter {
  const triggers = rules.flatMap(({ rule }) => rule.when)
  const conditions = rules.flatMap(({ rule }) => rule.if.flatMap(plainsOf))
  const effects = rules.flatMap(({ rule }) => rule.do)
  const names = [
    ...triggers.map(({ counter }) => counter?.of),
    ...conditions.map(({ counter }) => counter?.of),
    ...effects.flatMap(({ count, reset }) => [count?.counter, reset?.counter]),
  ]
  const profile =
    conditions.some(({ account, avatar, roles, allRoles }) =>
      [account, avatar, roles, allRoles].some((one) => one !== undefined),
    ) ||
    triggers.some(({ rename, name, rolesGiven, rolesTaken }) =>
      [rename, name, rolesGiven, rolesTaken].some((one) => one !== undefined),
    )
  return {
    rules,
    staff: rules.some(({ staff }) => staff),
    needs: {
      counters: new Set(names.filter((name) => name !== undefined)),
      profile,
      warnings: conditions.some(({ warnings }) => warnings !== undefined),
      messages: conditions.some(({ messages }) => messages !== undefined),
      cases: triggers.some(({ cases }) => cases !== undefined),
      reports: triggers.some(({ reports }) => reports !== undefined),
    },
  }
}
