/** House-keeping: what is old goes, and the time we were last seen alive is kept, so that a gap can be told honestly. */

import { say } from './core/engine/commands.ts'
import type { Engine } from './core/engine/engine.ts'
import type { Unit } from './store/unit.ts'

const dayMs = 86_400_000
/** How long events stay known as handled, with their reasons and what was sent. No platform delivers again after days. */
export const keptMs = 14 * dayMs
/** Shorter than this is a restart, not a gap worth telling. */
const gapMs = 120_000
const aliveKey = 'last alive'

/** Another table whose rows go at the same age. */
export interface Sweep {
  readonly table: string
  readonly column: string
}

/** Notes that we are here, and sweeps out what is older than `keptMs`. */
export async function keepHouse(unit: Unit, now: number, sweeps: readonly Sweep[] = []): Promise<void> {
  const open = await unit.sql()
  await open
    .insertInto('counters')
    .values({ name: aliveKey, value: now })
    .onConflict((on) => on.column('name').doUpdateSet({ value: now }))
    .execute()
  const before = now - keptMs
  await open.deleteFrom('inbox').where('at', '<', before).execute()
  await open.deleteFrom('outbox').where('at', '<', before).where('state', 'not in', ['waiting', 'sending']).execute()
  await open.deleteFrom('open_asks').where('until', '<', now).execute()
  await open.deleteFrom('occurrences').where('due', '<', before).execute()
  for (const { table, column } of sweeps) await open.deleteFrom(table).where(column, '<', before).execute()
}

/** Tells the owner how long nobody was at the desk, and how much of the agenda fell into that time. */
export async function tellGap(unit: Unit, engine: Engine, now: number): Promise<void> {
  const open = await unit.sql()
  const row = await open.selectFrom('counters').select('value').where('name', '=', aliveKey).executeTakeFirst()
  const since = Number(row?.value ?? now)
  if (now - since < gapMs) return
  const missed = await open
    .selectFrom('agenda')
    .select((make) => make.fn.countAll().as('n'))
    .where('due', '>=', since)
    .where('due', '<', now)
    .executeTakeFirst()
  const clock = (at: number) => new Date(at).toISOString().slice(0, 16).replace('T', ' ')
  const vars = { from: clock(since), until: clock(now), missed: Number(missed?.n ?? 0) }
  engine.notices.add({
    at: now,
    kind: 'gap',
    text: `${say('zh', 'notice.gap', vars)}\n${say('en', 'notice.gap', vars)}`,
    over: true,
  })
}
