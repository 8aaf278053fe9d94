/** What the hall's page and its server say to each other, as JSON. Types only: safe to import in a page. */
import type { FieldError } from '../../src/core/adapter.ts'
import type { CommandCard } from '../../src/core/command.ts'
import type { Locale, Role } from '../../src/core/words.ts'
import type { PostKind } from './tables.ts'

/** A line of the conversation, as one reader may see it. */
export interface Post {
  readonly id: string
  readonly group: string
  /** Its place; see `MessageRow.seq`. */
  readonly seq: number
  readonly changed: number
  readonly at: number
  readonly kind: PostKind
  /** Empty for the bot. */
  readonly user: string
  readonly name: string
  /** Markdown where the bot speaks, plain where a person does. */
  readonly text: string
  /** Only the reader sees it. */
  readonly onlyYou?: true
  readonly quote?: Quote
  readonly ask?: string
  readonly options?: readonly Choice[]
  /** Text that stands for the picture at `/api/hall/pictures/<id>`. */
  readonly picture?: string
  readonly reactions?: readonly Reaction[]
  readonly edited?: true
  readonly deleted?: 'self' | 'staff'
  readonly pinnedAt?: number
}
export interface Quote {
  readonly id: string
  readonly name: string
  /** The beginning of it. */
  readonly text: string
}
export interface Choice {
  readonly id: string
  readonly label: string
  readonly style?: 'primary' | 'secondary' | 'danger' | undefined
}
export interface Reaction {
  readonly emoji: string
  readonly users: readonly string[]
}
export interface Person {
  readonly user: string
  readonly name: string
  readonly role: Role
  readonly titles: readonly string[]
}
export interface Me {
  readonly user: string
  readonly name: string
  readonly role: Role
}
/** A group as its switcher shows it. */
export interface Room {
  readonly id: string
  readonly name: string
  readonly unread: number
  readonly readSeq: number
  /** Epoch milliseconds; 0 where the reader may speak. */
  readonly mutedUntil: number
}
export interface Page {
  readonly posts: readonly Post[]
  /** Whether there is more before the first of them. */
  readonly more: boolean
}

/** From the page. `nonce` is made by the page once for each thing done and sent again with it until it is acknowledged. */
export type Said = { readonly nonce: string; readonly group: string } & (
  | { readonly type: 'post'; readonly text: string; readonly replyTo?: string; readonly mentions?: readonly string[] }
  | { readonly type: 'edit'; readonly message: string; readonly text: string }
  | { readonly type: 'remove'; readonly message: string }
  | { readonly type: 'react'; readonly message: string; readonly emoji: string; readonly added: boolean }
  | { readonly type: 'command'; readonly name: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly type: 'choose'; readonly message: string; readonly ask: string; readonly option: string }
  /** Opens a group: answered by `opened`, with what changed after `since` (0 for the latest page). */
  | { readonly type: 'open'; readonly since: number }
  | { readonly type: 'read'; readonly seq: number }
  | { readonly type: 'leave' }
)

/** To the page. */
export type Told =
  | {
      readonly type: 'hello'
      readonly me: Me
      readonly rooms: readonly Room[]
      readonly commands: readonly CommandCard[]
    }
  | {
      readonly type: 'opened'
      readonly group: string
      readonly people: readonly Person[]
      readonly here: readonly string[]
      /** True when `page` is the latest page; false when it is what changed since. */
      readonly fresh: boolean
      readonly page: Page
      readonly pinned: readonly Post[]
    }
  | { readonly type: 'post'; readonly post: Post }
  | { readonly type: 'here'; readonly group: string; readonly here: readonly string[] }
  | { readonly type: 'people'; readonly group: string; readonly people: readonly Person[] }
  | { readonly type: 'room'; readonly room: Room }
  | { readonly type: 'out'; readonly group: string; readonly how: 'left' | 'kicked' | 'banned' }
  | { readonly type: 'done'; readonly nonce: string; readonly id?: string }
  | {
      readonly type: 'refused'
      readonly nonce: string
      readonly code: string
      readonly detail?: string
      readonly errors?: readonly FieldError[]
    }

export interface Invite {
  readonly token: string
  readonly group: string
  readonly role: Role
  readonly createdAt: number
  readonly expiresAt: number
  readonly uses: number
  readonly mostUses: number
  readonly state: 'open' | 'expired' | 'revoked' | 'used'
}
/** What an invite's page may know before anyone has joined. */
export interface Invitation {
  readonly group: string
  readonly name: string
  readonly people: number
}
export interface JoinRequest {
  readonly token: string
  readonly name: string
  readonly locale: Locale
}
/** UTF-16 units of one message and of one name. */
export const longestPost = 4000
export const longestName = 32
