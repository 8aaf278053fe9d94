/** Tells every session what it is entitled to hear, each event written out once. */
import { GatewayIntentBits, PermissionFlagsBits } from 'discord-api-types/v10'
import { channelPermissions, guildPermissions } from '../permissions.ts'
import { shardOf } from '../state/snowflake.ts'
import type { Dispatch, World } from '../state/world.ts'
import { intentFor } from './intents.ts'
import type { Session } from './session.ts'

/** Disorder ordered by a test: how many of the next events are told twice, or held back and told in reverse. */
interface Disorder {
  twice: number
  reverse: number
  held: Dispatch[]
}

export class Hub {
  readonly sessions = new Map<string, Session>()
  readonly disorder: Disorder = { twice: 0, reverse: 0, held: [] }
  /** Events told, by name: figures for load and fault runs. */
  readonly told = new Map<string, number>()
  readonly #world: World

  constructor(world: World) {
    this.#world = world
    world.listeners.add((dispatch) => this.#heard(dispatch))
  }

  /** A client that starts anew leaves its old session of the same shard behind. */
  begin(session: Session): void {
    for (const [id, old] of this.sessions)
      if (!old.socket && old.shard[0] === session.shard[0]) this.sessions.delete(id)
    this.sessions.set(session.id, session)
  }

  #heard(dispatch: Dispatch): void {
    const { disorder } = this
    if (disorder.reverse > 0) {
      disorder.held.push(dispatch)
      if (disorder.held.length < disorder.reverse) return
      this.releaseHeld()
      return
    }
    this.#tellAll(dispatch)
    if (disorder.twice > 0) {
      disorder.twice -= 1
      this.#tellAll(dispatch)
    }
  }

  /** Tells what was held back, last first. */
  releaseHeld(): void {
    const held = this.disorder.held.splice(0).reverse()
    this.disorder.reverse = 0
    for (const dispatch of held) this.#tellAll(dispatch)
  }

  #tellAll(dispatch: Dispatch): void {
    if (!this.#botSees(dispatch)) return
    let full: string | undefined
    let blank: string | undefined
    for (const session of this.sessions.values()) {
      if (!concerns(session, dispatch)) continue
      const blanked = dispatch.blanked && !(session.intents & GatewayIntentBits.MessageContent)
      if (blanked) blank ??= JSON.stringify(dispatch.blanked?.())
      else full ??= JSON.stringify(dispatch.d)
      session.tell(dispatch.t, (blanked ? blank : full) ?? 'null')
      this.told.set(dispatch.t, (this.told.get(dispatch.t) ?? 0) + 1)
    }
  }

  #botSees({ t, channel, guild }: Dispatch): boolean {
    if (!guild || isOwnDeparture(t)) return true
    const bot = guild.members.get(this.#world.bot.id)
    if (!bot) return false
    const needed = asksFor.find(([prefix]) => t.startsWith(prefix))?.[1]
    if (needed && !(guildPermissions(guild, bot) & needed)) return false
    if (!channel) return true
    return Boolean(channelPermissions(guild, bot, channel, this.#world.now()) & PermissionFlagsBits.ViewChannel)
  }
}

/** Events that only those hear who have a permission, whatever their intents. */
const asksFor: readonly [prefix: string, bit: bigint][] = [
  ['GUILD_AUDIT_LOG_ENTRY', PermissionFlagsBits.ViewAuditLog],
  ['AUTO_MODERATION_', PermissionFlagsBits.ManageGuild],
  ['INVITE_', PermissionFlagsBits.ManageChannels],
]

const isOwnDeparture = (t: string) => t === 'GUILD_DELETE'

function concerns(session: Session, { t, d, guild }: Dispatch): boolean {
  const [id, count] = session.shard
  const home = guild ? shardOf(guild.id, count) : 0
  if (home !== id) return false
  const needed = intentFor(t, guild !== undefined)
  if (needed === 0 || session.intents & needed) return true
  // The bot is always told of changes to itself.
  return t === 'GUILD_MEMBER_UPDATE' && 'user' in d && (d.user as { bot?: boolean }).bot === true
}
