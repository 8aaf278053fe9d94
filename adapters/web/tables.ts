/** Rows of the hall's tables, as Kysely sees them. */
import type { Kysely, Transaction } from 'kysely'
import type { Database } from '../../src/core/tables.ts'
import type { Locale, Role } from '../../src/core/words.ts'

export interface UserRow {
  id: string
  name: string
  /** The name as compared: see `fold`. */
  folded: string
  role: Role
  locale: Locale | null
  created_at: number
}
export interface MembershipRow {
  group_id: string
  user_id: string
  state: 'in' | 'out' | 'banned'
  /** JSON list of titles the rulebook gave. */
  titles: string
  joined_at: number
  muted_until: number
  /** The last message this member has seen. */
  read_seq: number
}
export type PostKind = 'post' | 'say' | 'announce' | 'whisper' | 'joined' | 'left' | 'command'
export interface MessageRow {
  id: string
  group_id: string
  /** Place in the conversation; grows by time, never twice the same. */
  seq: number
  /** The same clock: when this row last became different, so that a page can ask what it missed. */
  changed: number
  at: number
  /** `post` is a person's, `say`, `announce` and `whisper` are the bot's, the others are notes. */
  kind: PostKind
  user_id: string
  name: string
  text: string
  /** The only account that sees it; empty for everybody. */
  only_for: string
  reply_to: string
  ask: string
  options: string
  picture: number
  edited_at: number
  deleted_at: number
  deleted_by: string
  pinned_at: number
}
export type HallTables = {
  web_groups: { id: string; name: string; created_at: number; closed_at: number | null }
  web_users: UserRow
  web_memberships: MembershipRow
  web_messages: MessageRow
  web_pictures: { message_id: string; png: string; alt: string }
  web_reactions: { message_id: string; emoji: string; user_id: string }
  web_invites: InviteRow
  web_sessions: { hash: string; user_id: string; created_at: number; expires_at: number }
  web_keys: { hash: string; created_at: number; expires_at: number }
  web_waiting: { id: string; seq: number; user_id: string; event: string }
  web_done: { action_id: string; at: number; user_id: string }
}
export interface InviteRow {
  token: string
  group_id: string
  role: Role
  created_by: string
  created_at: number
  expires_at: number
  uses: number
  /** 0 is without limit. */
  most_uses: number
  revoked_at: number
}
export type HallDb = Kysely<HallTables>
export type HallTransaction = Transaction<HallTables>

/** The community's database, seen through the hall's tables. */
export const hallDb = (db: Database): HallDb => db.withTables<HallTables>()
