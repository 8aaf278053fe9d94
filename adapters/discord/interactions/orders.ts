/** What command was given, on what, with which options: from a slash command, a menu, or a form sent back. */
import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIMessage,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord-api-types/v10'
import type { CommandCard } from '../../../src/core/command.ts'
import { menuNamed, slashNamed } from '../commands/book.ts'
import { optionName } from '../commands/options.ts'
import { bareId, mint } from '../ids.ts'
import type { Order } from './form.ts'
import type { Met } from './meeting.ts'

export interface Read {
  readonly order: Order
  readonly fromMenu: boolean
  readonly met: readonly Met[]
}
type Data = APIApplicationCommandInteraction['data']

/** Undefined where there is no such command: Discord's list may be older than ours. */
export function readOrder(data: Data, cards: readonly CommandCard[]): Read | undefined {
  if (data.type === ApplicationCommandType.Message) return onMessage(data, cards)
  if (data.type === ApplicationCommandType.User) return onMember(data, cards)
  if (data.type !== ApplicationCommandType.ChatInput) return undefined
  const card = slashNamed(cards, data.name)
  const options = (data.options ?? []) as readonly APIApplicationCommandInteractionDataBasicOption[]
  return card && { order: { card, input: inputOf(card, options) }, fromMenu: false, met: metIn(data) }
}

export function inputOf(
  card: CommandCard,
  options: readonly APIApplicationCommandInteractionDataBasicOption[],
): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const option of options) {
    const field = card.fields.find((one) => optionName(one) === option.name)
    if (!field) continue
    input[field.name] = option.type === ApplicationCommandOptionType.User ? mint(option.value) : option.value
  }
  return input
}

function onMessage(
  data: Extract<Data, { type: ApplicationCommandType.Message }>,
  cards: readonly CommandCard[],
): Read | undefined {
  const card = menuNamed(cards, 'message', data.name)
  if (!card) return undefined
  const message: APIMessage | undefined = data.resolved?.messages?.[data.target_id]
  const author = message?.webhook_id ? undefined : message?.author
  const order: Order = {
    card,
    input: author ? about(card, author.id) : {},
    message: data.target_id,
    ...(message?.content && { quoted: message.content }),
  }
  return { order, fromMenu: true, met: author ? [{ id: author.id }] : [] }
}
function onMember(
  data: Extract<Data, { type: ApplicationCommandType.User }>,
  cards: readonly CommandCard[],
): Read | undefined {
  const card = menuNamed(cards, 'member', data.name)
  return card && { order: { card, input: about(card, data.target_id) }, fromMenu: true, met: metIn(data) }
}
/** The field that says whom a command is about. */
const aboutField = (card: CommandCard) => card.fields.find(({ ref }) => ref === 'member')
function about(card: CommandCard, account: string): Record<string, unknown> {
  const field = aboutField(card)
  return field ? { [field.name]: mint(account) } : {}
}
/** Our id of whom it is about: on a message, of whoever wrote that. */
export function aboutIn(card: CommandCard, input: Readonly<Record<string, unknown>>): string | undefined {
  const field = aboutField(card)
  const typed = field && input[field.name]
  return typeof typed === 'string' && bareId(typed) !== undefined ? typed : undefined
}

/** Everybody whom the options name. */
function metIn(data: Data): Met[] {
  const resolved = 'resolved' in data ? data.resolved : undefined
  const users = (resolved && 'users' in resolved ? resolved.users : undefined) ?? {}
  const members = (resolved && 'members' in resolved ? resolved.members : undefined) ?? {}
  return Object.values(users).map((user) => {
    const member = members[user.id]
    if (!member) return { id: user.id }
    const { nick = null, roles } = member
    return { id: user.id, known: { user: { ...user, global_name: user.global_name ?? null }, member: { nick, roles } } }
  })
}
/** The same from what a form carries. */
export const metBy = (card: CommandCard, input: Readonly<Record<string, unknown>>): Met[] =>
  card.fields.flatMap(({ name, ref }) => {
    const id = ref === 'member' ? bareId(String(input[name] ?? '')) : undefined
    return id === undefined ? [] : [{ id }]
  })
