/** What is done instead, where a platform cannot or may not: one table for all of them. */
import type { Action } from '../action.ts'
import type { Member } from '../people.ts'
import { fill } from '../texts.ts'
import { say } from './commands.ts'
import { localeOf } from './context.ts'
import type { Place } from './people.ts'
import { engineTexts } from './texts.ts'

interface Case {
  readonly place: Place
  readonly target: Member | undefined
  readonly staff: readonly Member[]
  readonly reason: string
}

/** Milder or equal, never harsher: what takes a harsher hand is asked of the staff. */
export function substitutes(action: Action, about: Case): Action[] {
  switch (action.type) {
    case 'announce':
      return [{ type: 'send', group: action.group, text: action.text }]
    case 'whisper':
      return [{ type: 'send', group: action.group, text: mention(about, action.text) }]
    case 'ask':
      return action.user ? [] : [{ type: 'send', group: action.group, text: numbered(action.text, action.options) }]
    case 'delete':
    case 'mute':
    case 'unmute':
    case 'kick':
    case 'ban':
    case 'unban':
    case 'role':
      return tellStaff(action, about)
    default:
      return []
  }
}

const mention = ({ target, place }: Case, text: string) =>
  fill(engineTexts[place.group.languages[0] ?? 'zh']['fallback.whisper'] ?? '', { name: target?.name ?? '', text })
const numbered = (text: string, options: readonly { label: string }[]) =>
  [text, ...options.map((option, n) => `${n + 1}. ${option.label}`)].join('\n')

function tellStaff(action: Action, { place, target, staff, reason }: Case): Action[] {
  return staff.map((member) => {
    const locale = localeOf(member, place.group.languages)
    const text = say(locale, 'fallback.staff', {
      group: place.group.name,
      what: say(locale, `what.${action.type}` as 'what.mute'),
      name: target?.name ?? '-',
      reason,
      detail: 'reason' in action ? action.reason : '',
    })
    return { type: 'whisper', group: place.group.ref, user: member.user, text } as const
  })
}
