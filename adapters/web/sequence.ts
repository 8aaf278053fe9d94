/** The hall's clock of places: microseconds that never stand still or run back, also over a restart. */
import type { HallDb } from './tables.ts'

export interface Sequence {
  next(): number
}

/** Begins after everything stored. One process serves the hall, so no two count at once. */
export async function sequence(db: HallDb, now: () => number): Promise<Sequence> {
  const last = await db
    .selectFrom('web_messages')
    .select(({ fn }) => fn.max('changed').as('changed'))
    .executeTakeFirst()
  let latest = Number(last?.changed ?? 0)
  return {
    next() {
      latest = Math.max(latest + 1, now() * 1000)
      return latest
    },
  }
}
