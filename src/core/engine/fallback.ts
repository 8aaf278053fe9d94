/** What is done instead, where a platform cannot or may not: one table for all of them. */
import type { Action, ActionOf, ActionType } from '../action.ts'
import type { Member } from '../people.ts'
import { fill } from '../texts.ts'
import type { Locale } from '../words.ts'
import { say } from './commands.ts'
import { inLanguages, localeOf } from './context.ts'
import type { Place } from './people.ts'
import { engineTexts } from './texts.ts'

export interface Refusal {
  /** The platform never can, or Innkeeper lacks a right there. */
  readonly kind: 'unsupported' | 'denied'
  /** In the platform's words. */
  readonly detail: string
}
interface Case {
  readonly place: Place
  readonly target: Member | undefined
  readonly staff: readonly Member[]
  readonly refusal: Refusal
  can(type: ActionType): boolean
}

/** Milder or equal, never harsher: what takes a harsher hand is asked of the staff. Nothing the platform cannot do. */
export function substitutes(action: Action, about: Case): Action[] {
  switch (action.type) {
    case 'announce':
      return toGroup(about, action.text)
    case 'whisper':
      return action.aloud === '' ? [] : mention(about, action.aloud ?? action.text)
    case 'ask':
      return asNumbers(action, about)
    case 'purge':
      return singly(action, about)
    case 'delete':
    case 'mute':
    case 'unmute':
    case 'kick':
    case 'ban':
    case 'unban':
    case 'role':
    case 'nick':
    case 'slow':
    case 'lock':
    case 'invites':
      return tellStaff(action, about)
    default:
      return []
  }
}

const toGroup = ({ place, can }: Case, text: string, called: readonly Member[] = []): ActionOf<'send'>[] => {
  const mentions = called.slice(0, 50).map(({ user, name }) => ({ user, name }))
  return can('send') ? [{ type: 'send', group: place.group.ref, text, ...(called.length > 0 && { mentions }) }] : []
}
const singly = ({ group, messages, reason }: ActionOf<'purge'>, { can }: Case): Action[] =>
  can('delete') ? messages.map((message) => ({ type: 'delete', group, message, reason })) : []
function mention(about: Case, text: string): Action[] {
  const { target, place } = about
  const template = engineTexts[place.group.languages[0] ?? 'zh']['fallback.whisper'] ?? ''
  return toGroup(about, fill(template, { name: target?.name ?? '', text }), target ? [target] : [])
}
/** What `numbered.ts` reads the answers of. */
function asNumbers(ask: ActionOf<'ask'>, about: Case): Action[] {
  const { user, text, aloud, options, group, replyTo, mentions } = ask
  const hint = inLanguages(about.place.group.languages, (locale) => say(locale, 'fallback.numbers'))
  const numbers = options.map((option, n) => `${n + 1}. ${option.label}`)
  const all = [text, ...numbers, hint].join('\n')
  const more = { ...(replyTo && { replyTo }), ...(mentions && { mentions }) }
  if (user === undefined) return toGroup(about, all).map((said) => ({ ...said, ...more }))
  if (!about.can('whisper')) return mention(about, aloud ?? all)
  return [{ type: 'whisper', group, user, text: all, ...(aloud !== undefined && { aloud }) }]
}

/** Each in private, or where nobody can be whispered to all of them at once in the group. */
function tellStaff(action: Action, about: Case): Action[] {
  const { place, staff, can } = about
  if (staff.length === 0) return []
  if (can('whisper'))
    return staff.map((member) => {
      const text = plea(action, about, localeOf(member, place.group.languages))
      return { type: 'whisper', group: place.group.ref, user: member.user, text } as const
    })
  const names = staff.map(({ name }) => `@${name}`).join(' ')
  const told = inLanguages(place.group.languages, (locale) => plea(action, about, locale))
  return toGroup(about, `${names} ${told}`, staff)
}
function plea(action: Action, { place, target, refusal }: Case, locale: Locale): string {
  return say(locale, 'fallback.staff', {
    group: place.group.name,
    what: say(locale, `what.${action.type}` as 'what.mute'),
    name: target?.name ?? '-',
    reason: [say(locale, `refusal.${refusal.kind}`), refusal.detail].filter(Boolean).join(' · '),
    detail: 'reason' in action ? action.reason : '',
  })
}
