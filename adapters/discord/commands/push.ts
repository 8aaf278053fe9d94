/**
 * Brings the commands registered with Discord into line, and leaves them alone where they are: registering counts
 * against 200 new ones a day, and what did not change need not travel.
 */
import { Routes } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { tablesIn } from '../interactions/migrations.ts'
import { bookOf } from './book.ts'
import type { CommandBody } from './card.ts'
import { hashOf, type Known, namesOf } from './same.ts'

/** Stands for every guild in `discord_commands`. */
const everywhere = 'global'

/** Globally, unless every rulebook asks for its guilds' own; there, too, where one does. */
export async function push(ground: Ground): Promise<void> {
  const { client, log } = ground
  if (ground.sections().some(({ commands }) => commands === 'global')) {
    const { bodies, leftOut } = bookOf(ground.door.commands, 'global')
    if (leftOut.length > 0) log.warn({ leftOut }, 'Discord has no room for these commands')
    await bring(ground, everywhere, bodies)
  }
  const own = new Set([...client.guilds.cache.keys()].filter((guild) => ground.section(guild).commands === 'guild'))
  for (const guild of own) await bringTo(ground, guild, bookOf(ground.door.commands, 'guild').bodies)
  for (const guild of await pushedTo(ground)) if (!own.has(guild)) await bringTo(ground, guild, [])
}

/** Guilds with commands of their own from an earlier push. */
async function pushedTo({ db }: Ground): Promise<string[]> {
  const rows = await tablesIn(db)
    .selectFrom('discord_commands')
    .select('scope')
    .where('scope', '!=', everywhere)
    .execute()
  return rows.map(({ scope }) => scope)
}
/** A guild that cannot be reached keeps nobody else waiting. */
async function bringTo(ground: Ground, guild: string, bodies: readonly CommandBody[]): Promise<void> {
  try {
    await bring(ground, guild, bodies)
  } catch (error) {
    ground.log.warn({ guild, error }, 'the commands of a guild could not be registered')
  }
}

async function bring(ground: Ground, scope: string, bodies: readonly CommandBody[]): Promise<void> {
  const { client, log, now } = ground
  const route = routeOf(ground, scope)
  const there = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) })
  const hash = hashOf(bodies)
  if (!(await isThere(ground, scope, Array.isArray(there) ? (there as Known[]) : [], bodies, hash))) {
    await client.rest.put(route, { body: bodies })
    log.info({ scope, commands: bodies.length }, 'commands registered with Discord')
  }
  await remember(ground, scope, bodies.length > 0 ? hash : undefined, now())
}
/**
 * The same in every word; or the same by name, with all of it registered before: there are servers that give back less
 * than they were told.
 */
async function isThere(ground: Ground, scope: string, there: Known[], bodies: readonly CommandBody[], hash: string) {
  if (hashOf(there) === hash) return true
  if (namesOf(there) !== namesOf(bodies)) return false
  const row = await tablesIn(ground.db)
    .selectFrom('discord_commands')
    .select('hash')
    .where('scope', '=', scope)
    .executeTakeFirst()
  return row?.hash === hash
}
async function remember({ db }: Ground, scope: string, hash: string | undefined, at: number): Promise<void> {
  const tables = tablesIn(db)
  await tables.deleteFrom('discord_commands').where('scope', '=', scope).execute()
  if (hash !== undefined) await tables.insertInto('discord_commands').values({ scope, hash, at }).execute()
}

const routeOf = ({ client }: Ground, scope: string) =>
  scope === everywhere
    ? Routes.applicationCommands(client.application.id)
    : Routes.applicationGuildCommands(client.application.id, scope)
