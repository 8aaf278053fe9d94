/** From what the engine noted to what a reader wants to know: who was flagged, answered, welcomed, and why. */

import type { Event } from '../core/event.ts'
import type { Why } from '../core/feature.ts'
import type { Found } from './reading.ts'
import type { ActionRecord, Recording } from './record.ts'
import { type Alert, type Answered, type Deed, type Flagged, type Happening, reasonsOf } from './report.ts'

export interface Findings {
  readonly flagged: readonly Flagged[]
  readonly answers: readonly Answered[]
  readonly suggestions: readonly Answered[]
  readonly alerts: readonly Alert[]
}
/** What a feature says of itself when it has nothing to say, and what is counted rather than told. */
const routine = new Set([
  'nothing',
  'silent',
  'counted',
  'meaningful',
  'answer',
  'earned',
  'waiting',
  'merged',
  'welcomed',
])
const counting = new Set(['activity', 'perks', 'welcome', 'schedule'])

export function findingsOf(found: readonly Found[], { whys, actions }: Recording): Findings {
  const filed = Map.groupBy(actions, ({ event }) => event)
  const late = lateAnswers(actions)
  const findings = {
    flagged: [] as Flagged[],
    answers: [] as Answered[],
    suggestions: [] as Answered[],
    alerts: [] as Alert[],
  }
  for (const one of found) {
    const why = whys.get(one.event.id)
    if (!why) continue
    const message = one.event.type === 'message' ? (one.event.message ?? one.event.id) : ''
    const deeds = [...(filed.get(one.event.id) ?? []), ...(late.get(message) ?? [])]
    for (const [feature, verdict] of Object.entries(why)) sort(findings, one, feature, verdict, deeds)
  }
  return findings
}
/** Answers that were held back for a moment, whether a member would give one, by the message they answer. */
const lateAnswers = (actions: readonly ActionRecord[]) =>
  Map.groupBy(
    actions.filter(({ feature, event }) => feature === 'faq' && event.startsWith('job:')),
    ({ action }) => action.replyTo ?? '',
  )
type Open = { flagged: Flagged[]; answers: Answered[]; suggestions: Answered[]; alerts: Alert[] }

function sort(findings: Open, one: Found, feature: string, why: Why, deeds: readonly ActionRecord[]) {
  const spoken = one.event.type === 'message' || one.event.type === 'edit'
  const quiet = routine.has(why.decided) || counting.has(feature)
  if (quiet && feature !== 'faq') return
  const own = deeds.filter((deed) => deed.feature === feature)
  const about = () => ({ ...happening(one), reasons: reasonsOf(why), verdict: why.decided })
  if (feature === 'faq') {
    const said = own.find((deed) => textOf(deed) !== undefined)
    if (!spoken || !said) return
    const list = offers.has(why.decided) ? findings.suggestions : findings.answers
    list.push({ ...about(), score: why.score, answer: `${textOf(said)}${buttonsOf(said)}` })
  } else if (feature === 'moderation' && spoken && (why.decided === 'asked' || why.decided === 'acted')) {
    findings.flagged.push({ ...about(), score: why.score, actions: own.map(deedOf) })
  } else if (feature === 'moderation') findings.alerts.push({ ...about(), feature, actions: own.map(deedOf) })
  else findings.alerts.push({ ...about(), feature })
}
/** Faq's words for half an answer. */
const offers = new Set(['offered', 'suggested'])
const buttonsOf = ({ action }: ActionRecord) => (action.options ?? []).map(({ label }) => ` [${label}]`).join('')

const verbs: Partial<Record<Event['type'], string>> = { 'member.join': '→', 'member.leave': '←' }
export function happening({ file, line, event }: Found): Happening {
  const member = 'name' in event && event.name ? event.name : 'user' in event && event.user ? event.user : ''
  const text = 'text' in event && event.text !== undefined ? event.text : `${verbs[event.type] ?? event.type} ${member}`
  return { file, line, at: new Date(event.at).toISOString(), group: 'group' in event ? event.group : '', member, text }
}
export const textOf = ({ action }: ActionRecord) => (typeof action.text === 'string' ? action.text : undefined)
const deedOf = (record: ActionRecord): Deed => ({
  type: record.type,
  state: record.state,
  detail: record.detail,
  text: textOf(record),
})
