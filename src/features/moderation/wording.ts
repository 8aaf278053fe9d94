/** Sentences put together from several texts: what was done, why, for how long. */
import type { Member } from '../../core/people.ts'
import { fill, type Vars } from '../../core/texts.ts'
import { type Locale, pick } from '../../core/words.ts'
import { formatDuration } from '../../time/duration.ts'
import { checksOf } from './cases.ts'
import type { ModerationCtx } from './kit.ts'
import type { Step } from './sanctions.ts'
import type { CaseRow } from './store.ts'
import { moderationTexts } from './texts.ts'

/** A text in one person's language. */
export type Say = (key: string, vars?: Vars) => string
export const sayTo =
  (ctx: ModerationCtx, member: Member): Say =>
  (key, vars) =>
    ctx.tFor(member, key, vars)
/** In the first language of the group, for what has no reader of its own. */
export const sayIn =
  (ctx: ModerationCtx): Say =>
  (key, vars) =>
    fill(moderationTexts[ctx.group.languages[0] ?? 'zh'][key] ?? key, vars)

/** In words of the language that `say` speaks. */
export const lasting = (say: Say, forMs: number) => formatDuration(forMs, say('language') as Locale)

/** "delete, mute for 12 hours" */
export const deedsIn = (say: Say, steps: readonly Step[]): string =>
  steps.map((step) => deedIn(say, step)).join(say('and')) || say('deed.none')
function deedIn(say: Say, { does, forMs, observed, asked }: Step): string {
  const plain = say(asked ? `deed.asked.${does}` : `deed.${does}`)
  const deed = observed ? say('deed.observed', { deed: plain }) : plain
  if (forMs !== undefined) return say('deed.for', { deed, for: lasting(say, forMs) })
  return does === 'ban' ? say('deed.forever', { deed }) : deed
}

/** Where something could only be asked of the member: why, and what is left to do. */
export const askedIn = (say: Say, steps: readonly Step[]): string[] =>
  steps.some(({ asked, observed }) => asked && !observed) && !isOut(steps) ? [say('staff.asked')] : []
export const isOut = (steps: readonly Step[]): boolean => steps.some(({ does }) => does === 'kick' || does === 'ban')

/** "links 0.4 (bit.ly), newcomer 0.1 (…)" */
export const checksIn = (say: Say, row: CaseRow): string =>
  checksOf(row)
    .map(({ name, score, found, places = [] }) => {
      const quotes = places.flatMap(([start, end]) => row.evidence.slice(start, end).trim() || [])
      const reasons = [...(found ? [foundIn(say, found)] : []), ...quotes.map((quote) => `“${shortened(quote)}”`)]
      const weight = name === 'rule' ? '' : ` ${(score ?? 0).toFixed(2)}`
      return `${say(`check.${name}`)}${weight}${reasons.length > 0 ? ` (${reasons.join(say('and'))})` : ''}`
    })
    .join(say('and')) || say('none')

/** Phrases of ours in the reader's language; figures, domains and names as they are. */
const foundIn = (say: Say, found: string) =>
  found
    .split(', ')
    .map((one) => (`found.${one}` in moderationTexts.en ? say(`found.${one}`) : one))
    .join(say('and'))

/** What weighed, in the words of the message; gone with the evidence. */
const longestReason = 40
const shortened = (quote: string) =>
  quote.length > longestReason ? `${quote.slice(0, longestReason).toWellFormed()}…` : quote

const quoteLength = 200
/** The evidence as one quoted line. */
export function quoteOf(say: Say, row: CaseRow): string {
  const line = row.evidence.replace(/\s+/g, ' ').trim()
  if (line === '') return say('quote.none')
  return line.length > quoteLength ? `${line.slice(0, quoteLength).toWellFormed()}…` : line
}

export function ruleIn(say: Say, row: CaseRow): string {
  if (row.rule.startsWith(ownPrefix)) return ownRuleIn(say, row)
  if (row.rule === 'shared') return say('rule.shared', { reason: row.reason })
  return row.rule === 'command' && row.reason !== '' ? row.reason : say(`rule.${row.rule}`)
}
/** What the owner calls the rule, or that it is one of the group's. */
function ownRuleIn(say: Say, row: CaseRow): string {
  const title = checksOf(row).find((check) => check.title)?.title
  return title ? pick(title, say('language') as Locale) : say('rule.rule', { rule: row.rule.slice(ownPrefix.length) })
}
/** Of `CaseRow.rule` where a rule of the rulebook opened the case; its id follows. */
export const ownPrefix = 'rule:'
