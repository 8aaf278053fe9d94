/** The office changes things in one way only: by giving a command, as the person who clicked. */
import type { Desk, LogEntry } from '../../core/desk.ts'
import type { Group } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import type { Session } from '../sessions.ts'
import type { CommandAnswer, CommandOrder } from './wire.ts'

/** The id of an order is the same however often it is sent: by the account, and by the nonce of the click. */
const eventId = (person: Session, nonce: string) => `office:${person.user}:${nonce}`

export async function command(
  desk: Desk,
  order: Omit<CommandOrder, 'group'>,
  by: { readonly person: Session; readonly group: Group; readonly locale: Locale; readonly now: number },
): Promise<CommandAnswer> {
  const id = eventId(by.person, order.nonce)
  const receipt = await desk.emit({
    type: 'command',
    id,
    at: by.now,
    group: by.group.ref,
    user: by.person.user,
    name: order.name,
    role: by.person.role,
    locale: by.locale,
    input: order.input,
  })
  if (!receipt.ok) return { ok: false, errors: receipt.errors }
  const entry = await desk.why(id)
  return { ok: true, again: receipt.seen === 'again', event: id, replies: entry ? repliesIn(entry, by.person) : [] }
}

/** What the command answered: in the chat it is a whisper to, or a message for, the one who gave it. */
function repliesIn(entry: LogEntry, person: Session): string[] {
  return entry.actions.flatMap(({ action }) => {
    if (typeof action !== 'object' || action === null || !('text' in action) || !('type' in action)) return []
    const { type, text } = action
    if (typeof text !== 'string') return []
    if (type === 'whisper' || type === 'ask') return 'user' in action && action.user === person.user ? [text] : []
    return type === 'send' ? [text] : []
  })
}
