/** Every trigger by its name: what it hears, and the test it becomes. */
import type { Count } from '../counters.ts'
import type { Heard, Test } from '../happening.ts'
import type { Params, Trigger, TriggerName } from '../schema/triggers.ts'
import { linkTriggers } from './links.ts'
import { memberTriggers } from './members.ts'
import { paceTriggers, ratedAt } from './pace.ts'
import { shapeTriggers } from './shape.ts'
import type { Made } from './written.ts'
import { writtenTriggers } from './written.ts'

export interface Bound extends Made {
  /** The value of a named counter. */
  readonly value: (name: string) => (count: Count, at: number) => number
}
type Makers = { readonly [K in TriggerName]: (wanted: Params[K], bound: Bound, key: string) => Test }

const makers: Makers = {
  ...writtenTriggers,
  ...linkTriggers,
  ...shapeTriggers,
  ...memberTriggers,
  message: () => () => 'message',
  edit: () => () => 'edit',
  deleted: () => () => 'deleted',
  spam:
    ({ least }) =>
    ({ spoken }) =>
      spoken && spoken.judgement.score >= least ? spoken.judgement.score.toFixed(2) : undefined,
  check:
    ({ name, least }) =>
    ({ spoken }) => {
      const found = spoken?.judgement.findings.find((one) => one.name === name && one.score >= least)
      return found && `${name} ${found.score.toFixed(2)}`
    },
  rate: (wanted, _bound, key) => paceTriggers.rate(wanted, key),
  repeats: (wanted, _bound, key) => paceTriggers.repeats(wanted, key),
  streak: (wanted, _bound, key) => paceTriggers.streak(wanted, key),
  counter: (wanted, { value }) => paceTriggers.counter(wanted, value(wanted.of)),
  cases: paceTriggers.cases,
  reports: paceTriggers.reports,
}

const hears: { readonly [K in Exclude<TriggerName, 'rate' | 'counter'>]?: readonly Heard[] } = {
  message: ['message'],
  edit: ['edit'],
  repeats: ['message'],
  streak: ['message'],
  join: ['join'],
  leave: ['leave'],
  rename: ['update'],
  name: ['join', 'update'],
  rolesGiven: ['update'],
  rolesTaken: ['update'],
  reaction: ['reaction'],
  deleted: ['deleted'],
  filtered: ['filtered'],
  case: ['case'],
  cases: ['case'],
  reports: ['report'],
  raid: ['raid'],
}
const written: readonly Heard[] = ['message', 'edit']

/** Which kinds of events a trigger looks at; a counter's hang on who counts it. */
export function hearsOf(name: TriggerName, { rate }: Trigger): readonly Heard[] {
  if (name === 'rate') return rate ? [ratedAt[rate.of]] : []
  return name === 'counter' ? [] : (hears[name] ?? written)
}

/** The tests of one entry of `when`; its window is kept under `key`. */
export const bind = (
  trigger: Trigger,
  key: string,
  bound: Bound,
): { readonly name: TriggerName; readonly test: Test }[] =>
  (Object.keys(trigger) as TriggerName[]).flatMap((name) => one(name, trigger, key, bound))

function one<K extends TriggerName>(name: K, trigger: Trigger, key: string, bound: Bound) {
  const wanted: Trigger[K] = trigger[name]
  return wanted === undefined ? [] : [{ name, test: makers[name](wanted as Params[K], bound, key) }]
}
