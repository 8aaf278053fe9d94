/** The door's own tables. Guilds and channels are Discord’s ids, accounts ours ("discord:…"); times are epoch milliseconds, booleans 0 and 1. */
import type { Kysely } from 'kysely'
import type { Database } from '../../src/core/tables.ts'

export type DoorTables = {
  /** Guilds that the engine was told of. */
  discord_guilds: { id: string; name: string; since: number }
  /** Whom the engine was told of as staff. */
  discord_staff: { guild: string; user_id: string; role: string }
  /** Time-outs longer than the 28 days that Discord allows: set anew until they end. */
  discord_mutes: { guild: string; user_id: string; until: number; applied_until: number; reason: string }
  /** Channels (or '' for the whole server) that are locked, with what stood there before, to be put back. */
  discord_locks: { guild: string; channel: string; allow: string; deny: string }
  /** What is set for a while, by whom (`holder`): `what` is "slow" or "invites", `place` the channel or ''. Seconds, or 1. */
  discord_held: { guild: string; what: string; place: string; holder: string; before: number; wants: number }
}
export type DoorDb = Kysely<DoorTables>
/** The community's database, seen through these tables. */
export const doorDb = (db: Database): DoorDb => db.withTables<DoorTables>()
