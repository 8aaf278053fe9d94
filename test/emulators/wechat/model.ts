/** What the simulated WeChat is made of. */
import type { payloads } from 'wechaty-puppet'
import type { Person } from './person.ts'
import type { Room } from './room.ts'

export interface File {
  /** With its ending: `.png`, `.jpg`, `.jpeg` and `.gif` are pictures, all else is a file. */
  readonly name: string
  readonly bytes: Uint8Array
}
export type Link = payloads.UrlLink
export type MiniProgram = payloads.MiniProgram

export type Kind = 'text' | 'image' | 'file' | 'link' | 'mini-program' | 'card' | 'announcement' | 'recalled'

export interface Message {
  readonly id: string
  /** Epoch milliseconds of the world's clock. */
  readonly at: number
  readonly by: Person
  /** Where it was said: a room, or somebody privately. */
  readonly to: Room | Person
  readonly kind: Kind
  /** As WeChat shows it; of a recall, the id of what was recalled. */
  readonly text: string
  readonly mentions: readonly Person[]
  readonly file?: File
  readonly link?: Link
  readonly miniProgram?: MiniProgram
  /** For `card`: whose. */
  readonly person?: Person
  recalled: boolean
  /** Whether the bot's puppet was told of it at least once. */
  delivered: boolean
}
export type Draft = Pick<Message, 'by' | 'to' | 'kind'> & Partial<Omit<Message, 'id' | 'recalled' | 'delivered'>>

/** How this WeChat and its puppet behave; may be changed while it runs. */
export interface Habits {
  /** Puppets that tell the id of what was sent; others give nothing back, and nothing can be recalled. */
  sayReturns: boolean
  /** The bot's own messages come back as events, as on most puppets. */
  echoes: boolean
  /** False: every login gives everybody and every room a new id, as on web puppets. */
  stableIds: boolean
  /** False: mentions are only in the text. Over gRPC the list of ids then arrives empty, not absent. */
  mentionIds: boolean
  /** The account stays logged in when the puppet is restarted; otherwise it asks for a scan. */
  staysIn: boolean
  /** What was said while the puppet was away is delivered at login. */
  catchesUp: boolean
  /** How many old messages, delivered before or not, come again at each login. */
  replays: number
  /** False: a ding is never answered. */
  dongs: boolean
  /** Messages remembered; older ones are forgotten. What the bot sent is always kept. */
  remembers: number
}
export const habits: Habits = {
  sayReturns: true,
  echoes: true,
  stableIds: true,
  mentionIds: true,
  staysIn: true,
  catchesUp: false,
  replays: 0,
  dongs: true,
  remembers: 5000,
}

/** An event on its way to the puppet, in wechaty's words. */
export type Signal =
  | { readonly event: 'login'; readonly id: string }
  | { readonly event: 'logout'; readonly reason: string }
  | { readonly event: 'ready' }
  | { readonly event: 'heartbeat' }
  | { readonly event: 'dong'; readonly data: string }
  | { readonly event: 'error'; readonly message: string }
  | { readonly event: 'scan'; readonly payload: payloads.EventScan }
  | { readonly event: 'message'; readonly payload: payloads.EventMessage }
  | { readonly event: 'friendship'; readonly payload: payloads.EventFriendship }
  | { readonly event: 'room-invite'; readonly payload: payloads.EventRoomInvite }
  | { readonly event: 'room-join'; readonly payload: payloads.EventRoomJoin }
  | { readonly event: 'room-leave'; readonly payload: payloads.EventRoomLeave }
  | { readonly event: 'room-topic'; readonly payload: payloads.EventRoomTopic }
export type Hears = (signal: Signal) => void

/** Somebody asks to be the bot's friend, or the other way round. */
export interface FriendRequest {
  readonly id: string
  readonly at: number
  readonly person: Person
  readonly hello: string
  /** `asked` by the person, `sent` by the bot, `confirmed` is the news that they are friends. */
  readonly kind: 'asked' | 'sent' | 'confirmed'
}
export interface Invitation {
  readonly id: string
  readonly at: number
  readonly room: Room
  readonly by: Person
  readonly to: Person
}
/** What the bot did besides sending messages. */
export interface Deed {
  readonly at: number
  readonly what:
    | 'add'
    | 'invite'
    | 'remove'
    | 'retitle'
    | 'quit'
    | 'befriend'
    | 'accept friend'
    | 'enter'
    | 'recall'
    | 'remark'
  readonly room?: Room
  readonly person?: Person
  readonly text?: string
}
