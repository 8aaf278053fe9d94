/** What the renderers share: words in one language, numbers, the names features give their checks. */
import type { AnyFeature } from '../../core/feature.ts'
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import { type FaultCode, faultCodes, told } from '../faults.ts'
import type { Deed, ErrorReport, Reason, Report } from '../report.ts'
import { reportTexts } from './texts.ts'

export interface RenderOptions {
  readonly locale?: Locale
  /** Whose texts name the checks; without them the reader sees the checks' own short names. */
  readonly features?: readonly AnyFeature[]
}
export interface Words {
  readonly locale: Locale
  say(key: string, vars?: Vars): string
  number(value: number): string
  reason(feature: string, reason: Reason): string
  reasons(feature: string, reasons: readonly Reason[]): string
  deeds(deeds: readonly Deed[]): string
  /** What was decided and what comes of it: "acted: delete the message". */
  verdict(one: { readonly verdict: string; readonly actions: readonly Deed[] }): string
  fault(error: ErrorReport): { readonly message: string; readonly remedy: string }
  /** "2005-06-12 01:20" in the report's zone. */
  time(at: string | undefined): string
}

export function wordsOf({ timezone }: Report, { locale = 'en', features = [] }: RenderOptions): Words {
  const say = (key: string, vars: Vars = {}) => fill(reportTexts[locale][key] ?? key, vars)
  const textsOf = (feature: string) => features.find(({ name }) => name === feature)?.texts[locale] ?? {}
  const numbers = new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en')
  const number = (value: number) => numbers.format(value)
  const reason = (feature: string, { name, score, found }: Reason) =>
    [
      textsOf(feature)[`check.${name}`] ?? reportTexts[locale][`check.${name}`] ?? name,
      score?.toFixed(2),
      found && `(${textsOf(feature)[`found.${found}`] ?? found})`,
    ]
      .filter(Boolean)
      .join(' ')
  return {
    locale,
    say,
    number,
    reason,
    reasons: (feature, reasons) => reasons.map((one) => reason(feature, one)).join(locale === 'zh' ? '、' : ', '),
    deeds: (deeds) => counted(deeds.map((deed) => deedOf(deed, say))),
    verdict: ({ verdict, actions }) => {
      const decided = reportTexts[locale][`verdict.${verdict}`] ?? verdict
      return actions.length > 0 ? `${decided}: ${counted(actions.map((deed) => deedOf(deed, say)))}` : decided
    },
    fault: ({ code, vars, message, remedy }) => (isFaultCode(code) ? told(code, vars, locale) : { message, remedy }),
    time: (at) => (at ? wall(at, timezone) : ''),
  }
}
const isFaultCode = (code: string): code is FaultCode => (faultCodes as readonly string[]).includes(code)

function deedOf({ type, state, detail }: Deed, say: Words['say']): string {
  const deed = say(`act.${type}`)
  if (state === 'done' || state === 'waiting' || state === 'sending') return deed
  return `${deed} [${say(`state.${state}`)}${detail ? `: ${detail}` : ''}]`
}
/** Keys of how the numbers came about, as far as it bears on this report. */
export const methodOf = ({ sources }: Report): readonly string[] => {
  const irc = sources.some(({ format }) => format === 'irc') ? ['method.minute', 'method.midnight'] : []
  return ['method.count', ...irc, 'method.staff']
}

/** "delete the message, ask a moderator ×5" */
function counted(deeds: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const deed of deeds) counts.set(deed, (counts.get(deed) ?? 0) + 1)
  return [...counts].map(([deed, count]) => (count > 1 ? `${deed} ×${count}` : deed)).join(', ')
}
const wall = (at: string, timezone: string) =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')
