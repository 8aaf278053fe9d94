/** What the schema cannot say of rules: names that lead nowhere, patterns that are none, rules that can do nothing. */
import type { Rejection } from '../../../core/feature.ts'
import { inBoth, texts, type Vars } from '../../../core/texts.ts'
import { templateIssues } from '../../../text/templates.ts'
import { namesOf } from './book.ts'
import { plainsOf } from './conditions.ts'
import type { Rule, RulesConfig } from './config.ts'
import { faultOf } from './patterns.ts'
import { localised, publicVars, staffVars } from './said.ts'
import { type Effect, type EffectName, effectNames } from './schema/effects.ts'
import type { List, Source } from './schema/sources.ts'
import { type Trigger, type TriggerName, triggerNames } from './schema/triggers.ts'
import { ruleEn } from './texts.en.ts'
import { ruleZh } from './texts.zh.ts'

const both = texts(ruleZh, ruleEn)
type Path = Rejection['path']
const wrong = (path: Path, key: string, vars: Vars = {}): Rejection => ({
  path,
  message: inBoth(both, `wrong.rule.${key}`, vars),
  remedy: inBoth(both, `mend.rule.${key}`, vars),
})
const known = (names: Iterable<string>) => [...names].join(', ') || '–'

export function checkRules(config: RulesConfig): readonly Rejection[] {
  return [
    ...Object.entries(config.lists).flatMap(([name, { regexes }]) =>
      patternFaults(regexes, ['lists', name, 'regexes']),
    ),
    ...decays(config),
    ...config.rules.flatMap((rule, index) => ofRule(config, rule, ['rules', index])),
    ...twice(config.rules),
  ]
}

const twice = (rules: readonly Rule[]): Rejection[] =>
  rules.flatMap(({ id }, index) =>
    rules.findIndex((other) => other.id === id) < index ? [wrong(['rules', index, 'id'], 'id', { id })] : [],
  )
const decays = ({ counters }: RulesConfig): Rejection[] =>
  Object.entries(counters).flatMap(([name, { half, perHour, lapse }]) =>
    [half, perHour, lapse].filter((one) => one !== undefined).length > 1
      ? [wrong(['counters', name], 'decay', { name })]
      : [],
  )
const patternFaults = (patterns: readonly string[], path: Path, one = false): Rejection[] =>
  patterns.flatMap((pattern, index) => {
    const fault = faultOf(pattern)
    return fault ? [wrong(one ? path : [...path, index], fault.key, { detail: fault.detail })] : []
  })

function ofRule(config: RulesConfig, rule: Rule, path: Path): Rejection[] {
  return [
    ...rule.when.flatMap((trigger, index) => ofTrigger(config, trigger, [...path, 'when', index])),
    ...rule.if.flatMap((condition, index) =>
      plainsOf(condition).flatMap(({ counter }) =>
        counter && !(counter.of in config.counters) ? [noCounter(config, counter.of, [...path, 'if', index])] : [],
      ),
    ),
    ...rule.do.flatMap((effect, index) => ofEffect(config, effect, [...path, 'do', index])),
    ...needless(rule, path),
  ]
}
const noCounter = ({ counters }: RulesConfig, name: string, path: Path) =>
  wrong(path, 'counter', { name, known: known(Object.keys(counters)) })

/** What of a list each trigger looks at. */
const kinds: Partial<Record<TriggerName, readonly (keyof List)[]>> = {
  words: ['words'],
  onlyWords: ['words'],
  regex: ['regexes'],
  notRegex: ['regexes'],
  domains: ['domains'],
  otherDomains: ['domains'],
}

function ofTrigger(config: RulesConfig, trigger: Trigger, path: Path): Rejection[] {
  const names = namesOf(trigger)
  if (names.length !== 1) return [wrong(path, 'one', { count: names.length, known: known(triggerNames) })]
  const [name] = names as [TriggerName]
  const at = [...path, name]
  const source = sourceOf(trigger, name)
  if (source) return fromSource(config, source, kinds[name] ?? [], at)
  if (trigger.name) return ofName(config, trigger.name, at)
  if (trigger.invites?.except)
    return fromSource(config, trigger.invites.except, ['invites', 'domains'], [...at, 'except'])
  if (trigger.length && trigger.length.least === undefined && trigger.length.most === undefined)
    return [wrong(at, 'nothing', { name })]
  return trigger.counter ? ofCounter(config, trigger.counter.of, at) : []
}
const sourceOf = (trigger: Trigger, name: TriggerName): Source | undefined => {
  const { words, onlyWords, regex, notRegex, domains, otherDomains } = trigger
  return name in kinds ? (words ?? onlyWords ?? regex ?? notRegex ?? domains ?? otherDomains) : undefined
}
function ofName(config: RulesConfig, wanted: NonNullable<Trigger['name']>, at: Path): Rejection[] {
  const { words, onlyWords, regex, notRegex, invite, link } = wanted
  if (![words, onlyWords, regex, notRegex, invite, link].some((one) => one !== undefined))
    return [wrong(at, 'nothing', { name: 'name' })]
  const each = { words, onlyWords, regex, notRegex }
  return Object.entries(each).flatMap(([key, source]) =>
    source ? fromSource(config, source, kinds[key as TriggerName] ?? [], [...at, key]) : [],
  )
}
function ofCounter(config: RulesConfig, of: string, at: Path): Rejection[] {
  if (!(of in config.counters)) return [noCounter(config, of, [...at, 'of'])]
  const changed = config.rules.some((rule) =>
    rule.do.some(({ count, reset }) => count?.counter === of || reset?.counter === of),
  )
  return changed ? [] : [wrong([...at, 'of'], 'uncounted', { name: of })]
}
function fromSource(
  { lists }: RulesConfig,
  { some, list }: Source,
  wanted: readonly (keyof List)[],
  at: Path,
): Rejection[] {
  if (some) return wanted.includes('regexes') ? patternFaults(some, at, true) : []
  const found = list === undefined ? undefined : lists[list]
  if (!found) return [wrong([...at, 'list'], 'list', { name: list ?? '', known: known(Object.keys(lists)) })]
  const [kind = 'words'] = wanted
  return wanted.every((one) => found[one].length === 0)
    ? [wrong([...at, 'list'], 'empty', { name: list ?? '', kind })]
    : []
}

const saying = ['reply', 'send', 'whisper', 'alert'] as const
function ofEffect(config: RulesConfig, effect: Effect, path: Path): Rejection[] {
  const names = effectNames.filter((name) => effect[name] !== undefined)
  if (names.length !== 1) return [wrong(path, 'one', { count: names.length, known: known(effectNames) })]
  const [name] = names as [EffectName]
  const counter = effect.count?.counter ?? effect.reset?.counter
  if (counter !== undefined && !(counter in config.counters))
    return [noCounter(config, counter, [...path, name, 'counter'])]
  const speaks = saying.find((one) => effect[one])
  const said = speaks && effect[speaks]
  if (!said) return []
  if (said.zh === undefined && said.en === undefined) return [wrong([...path, name], 'text')]
  return templateIssues(localised(said), [...path, name], speaks === 'alert' ? staffVars : publicVars)
}

/** Effects on a message in a rule that no message can set off. */
const onMessages: readonly EffectName[] = ['delete', 'purge', 'pin', 'allow']
const withoutMessage: ReadonlySet<TriggerName> = new Set([
  'join',
  'leave',
  'rename',
  'name',
  'rolesGiven',
  'rolesTaken',
  'reaction',
  'deleted',
  'case',
  'cases',
  'reports',
  'raid',
])
function needless({ when, do: effects }: Rule, path: Path): Rejection[] {
  if (!when.every((trigger) => namesOf(trigger).every((name) => withoutMessage.has(name)))) return []
  return effects.flatMap((effect, index) => {
    const name = onMessages.find((one) => effect[one] !== undefined)
    return name ? [wrong([...path, 'do', index], 'place', { name })] : []
  })
}
