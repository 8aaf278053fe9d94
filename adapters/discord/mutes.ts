/** Time-outs longer than Discord allows: set for 28 days, and set anew before those are over. */
import { Routes } from 'discord-api-types/v10'
import { outcomeOf } from './errors.ts'
import type { Ground } from './ground.ts'
import { bareId } from './ids.ts'
import { type DoorTables, doorDb } from './tables.ts'

const dayMs = 86_400_000
/** https://discord.com/developers/docs/resources/guild#modify-guild-member, less a minute for clocks that differ. */
export const longestMuteMs = 28 * dayMs - 60_000
/** Looked at so often, and set anew this long before they end. */
const lookMs = 3_600_000
const aheadMs = dayMs

type Mute = DoorTables['discord_mutes']

export async function keepMute({ db }: Ground, mute: Mute): Promise<void> {
  const { until, applied_until, reason } = mute
  await doorDb(db)
    .insertInto('discord_mutes')
    .values(mute)
    .onConflict((conflict) => conflict.columns(['guild', 'user_id']).doUpdateSet({ until, applied_until, reason }))
    .execute()
}
export async function forgetMute({ db }: Ground, guild: string, user: string): Promise<void> {
  await doorDb(db).deleteFrom('discord_mutes').where('guild', '=', guild).where('user_id', '=', user).execute()
}

/** Looks every hour until the door is closed. */
export function renewMutes(ground: Ground): void {
  const look = () =>
    renewDue(ground).catch((error: unknown) => ground.log.error({ error }, 'time-outs could not be renewed'))
  const timer = setInterval(look, lookMs).unref()
  ground.stopped.addEventListener('abort', () => clearInterval(timer), { once: true })
  void look()
}
/** Those that end soon for Discord and later for us; what has ended for us is forgotten. */
export async function renewDue(ground: Ground): Promise<void> {
  const db = doorDb(ground.db)
  const now = ground.now()
  await db.deleteFrom('discord_mutes').whereRef('until', '<=', 'applied_until').execute()
  await db.deleteFrom('discord_mutes').where('until', '<=', now).execute()
  const due = await db
    .selectFrom('discord_mutes')
    .selectAll()
    .where('applied_until', '<', now + aheadMs)
    .execute()
  for (const mute of due) await renew(ground, mute, now)
}
async function renew(ground: Ground, mute: Mute, now: number): Promise<void> {
  const user = bareId(mute.user_id)
  const until = Math.min(Number(mute.until), now + longestMuteMs)
  if (!user || !ground.client.guilds.cache.has(mute.guild)) return
  const body = { communication_disabled_until: new Date(until).toISOString() }
  try {
    await ground.client.rest.patch(Routes.guildMember(mute.guild, user), { body, reason: mute.reason })
    await keepMute(ground, { ...mute, until: Number(mute.until), applied_until: until })
  } catch (error) {
    const outcome = outcomeOf(error, [])
    ground.log.warn(
      { guild: mute.guild, kind: outcome.kind, detail: outcome.detail },
      'a time-out could not be renewed',
    )
    // Whoever left is timed out again when they are back; what is refused now is tried again in an hour.
  }
}
