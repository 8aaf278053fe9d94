/** Which guilds there are: told when the bot comes to one, when one is renamed, and when the bot is gone from it. */

import { createHash } from 'node:crypto'
import { Events, GatewayDispatchEvents, type Guild } from 'discord.js'
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { tellForADay } from '../notices.ts'
import { Recent } from '../recent.ts'
import { doorDb } from '../tables.ts'
import { saidInBoth } from '../texts.ts'
import { spanIn } from '../times.ts'

/** Shorter outages of one guild are not worth a word. */
const outageMs = 600_000

interface Parts {
  /** The guild's invites should be read: it is here, or here again. */
  readonly here: (guild: string) => void
}

export interface Guilds {
  /** Tells of every guild that the rulebook did not list before. */
  again(): Promise<void>
}

export function hearGuilds(ground: Ground, { here }: Parts): Guilds {
  const away = new Recent<number>(10_000)
  const arrived = async (guild: Guild) => {
    if (!guild.client.isReady()) return // those here at the start are looked at together then
    here(guild.id)
    back(ground, guild, away.get(guild.id))
    away.delete(guild.id)
    await tellHere(ground, guild)
  }
  ground.on(Events.ClientReady, async (client) => {
    await tellGone(ground, new Set(client.guilds.cache.keys()))
    for (const guild of client.guilds.cache.values()) if (guild.available !== false) await arrived(guild)
  })
  ground.on(Events.GuildCreate, arrived)
  ground.on(Events.GuildAvailable, arrived)
  ground.on(Events.GuildUpdate, (before, after) => (before.name === after.name ? undefined : tellHere(ground, after)))
  ground.hear(GatewayDispatchEvents.GuildDelete, async ({ id, unavailable }) => {
    if (unavailable) away.set(id, ground.now())
    else await tellLeft(ground, id)
  })
  return {
    again: async () => {
      for (const guild of ground.client.guilds.cache.values()) if (guild.available) await tellHere(ground, guild)
    },
  }
}

function back(ground: Ground, guild: Guild, from: number | undefined): void {
  const to = ground.now()
  if (from === undefined || to - from < outageMs) return
  const span = spanIn(ground.rules(guild.id)?.timezone, from, to)
  tellForADay(
    ground.door.tell,
    `gap ${guild.id}`,
    saidInBoth('gap.guild', { guild: guild.name, ...span }),
    mint(guild.id),
  )
}

/** The same name under the same membership is told once, however often we connect. */
async function tellHere(ground: Ground, guild: Guild): Promise<void> {
  const db = doorDb(ground.db)
  const since = guild.joinedTimestamp ?? 0
  const known = await db.selectFrom('discord_guilds').selectAll().where('id', '=', guild.id).executeTakeFirst()
  if (known?.name === guild.name && Number(known.since) === since) return
  const key = createHash('sha256')
    .update(`${since}\n${guild.name}\n${known?.name ?? ''}`)
    .digest('base64url')
    .slice(0, 16)
  const receipt = await ground.emit({
    type: 'group',
    id: `discord:guild:${guild.id}:${key}`,
    at: ground.now(),
    group: mint(guild.id),
    name: guild.name.slice(0, 200),
  })
  if (!receipt.ok) return // no rulebook lists it yet
  const row = { id: guild.id, name: guild.name, since }
  await db
    .insertInto('discord_guilds')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: row.name, since: row.since }))
    .execute()
}
async function tellLeft(ground: Ground, id: string): Promise<void> {
  const db = doorDb(ground.db)
  const known = await db.selectFrom('discord_guilds').selectAll().where('id', '=', id).executeTakeFirst()
  if (!known) return
  await ground.emit({
    type: 'group',
    id: `discord:gone:${id}:${known.since}`,
    at: ground.now(),
    group: mint(id),
    gone: true,
  })
  await db.deleteFrom('discord_guilds').where('id', '=', id).execute()
}
/** From which the bot was shown out while it was away. */
async function tellGone(ground: Ground, here: ReadonlySet<string>): Promise<void> {
  const rows = await doorDb(ground.db).selectFrom('discord_guilds').select('id').execute()
  for (const { id } of rows) if (!here.has(id)) await tellLeft(ground, id)
}
