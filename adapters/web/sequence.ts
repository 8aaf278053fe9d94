/** The hall's clock of places: microseconds that never stand still or run back, also over a restart. */
import type { HallDb } from './tables.ts'

export interface Sequence {
  next(): number
}

/** Begins after everything stored. One process serves the hall, so no two count at once. */
export async function sequence(db: HallDb, now: () => number): Promise<Sequence> {
  // Group by group, which the index answers without reading the conversation.
  const lasts = await db
    .selectFrom('web_groups as room')
    .select((select) =>
      select
        .selectFrom('web_messages as message')
        .select(({ fn }) => fn.max('message.changed').as('changed'))
        .whereRef('message.group_id', '=', 'room.id')
        .as('changed'),
    )
    .execute()
  let latest = Math.max(0, ...lasts.map((last) => Number(last.changed ?? 0)))
  return {
    next() {
      latest = Math.max(latest + 1, now() * 1000)
      return latest
    },
  }
}
