/**
 * Slow mode and paused invites that are set for a while: what staff had set by hand is kept before the first of them,
 * and put back after the last. In the database before Discord is asked, so that a kill at any point changes nothing.
 */
import type { Ground } from './ground.ts'
import { type DoorTables, doorDb } from './tables.ts'

type Row = DoorTables['discord_held']
/** `place` is a channel, or '' for the whole server. */
export type Setting = Pick<Row, 'guild' | 'what' | 'place'>
/** How one setting is read, as Discord has it now, and written: seconds of slow mode, or 1 for paused invites. */
export interface Dial {
  read(): Promise<number>
  write(value: number): Promise<unknown>
}
export interface Held {
  readonly ground: Ground
  readonly setting: Setting
  readonly dial: Dial
}
/** The strictest of what stood there and what is wanted. */
const inForce = (rows: readonly Row[], before: number) => Math.max(before, ...rows.map(({ wants }) => wants))

/** Sets it for a while in this holder's name; what is stricter already stays. */
export async function hold({ ground, setting, dial }: Held, holder: string, wants: number): Promise<void> {
  const now = await dial.read()
  const rows = await rowsOf(ground, setting)
  const [first] = rows
  // What is neither as we left it nor as it was before us was changed by hand: that is what is put back now.
  const ours = first && (now === inForce(rows, first.before) || now === first.before)
  const before = ours ? first.before : now
  const others = rows.filter((row) => row.holder !== holder).map((row) => ({ ...row, before }))
  const all = [...others, { ...setting, holder, before, wants }]
  for (const row of all) await keep(ground, row)
  const value = inForce(all, before)
  if (value !== now) await dial.write(value)
}

/** What staff changed by hand meanwhile is theirs and stays. Done twice, it is done once. */
export async function release({ ground, setting, dial }: Held, holder: string): Promise<void> {
  const rows = await rowsOf(ground, setting)
  const own = rows.find((row) => row.holder === holder)
  if (!own) return
  const left = rows.filter((row) => row !== own)
  const value = inForce(left, own.before)
  const now = await dial.read()
  if (now === inForce(rows, own.before) && now !== value) await dial.write(value)
  await of(ground, setting).where('holder', '=', holder).execute()
}

/** Staff sets it for good through us: nothing is put back after that. */
export async function settle({ ground, setting, dial }: Held, value: number): Promise<void> {
  await of(ground, setting).execute()
  await dial.write(value)
}

/** Where this holder has set it; undefined where nowhere. */
export async function placeOf(
  { db }: Ground,
  guild: string,
  what: string,
  holder: string,
): Promise<string | undefined> {
  const row = await doorDb(db)
    .selectFrom('discord_held')
    .select('place')
    .where('guild', '=', guild)
    .where('what', '=', what)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return row?.place
}

const of = ({ db }: Ground, { guild, what, place }: Setting) =>
  doorDb(db).deleteFrom('discord_held').where('guild', '=', guild).where('what', '=', what).where('place', '=', place)
async function rowsOf({ db }: Ground, { guild, what, place }: Setting): Promise<Row[]> {
  const rows = await doorDb(db)
    .selectFrom('discord_held')
    .selectAll()
    .where('guild', '=', guild)
    .where('what', '=', what)
    .where('place', '=', place)
    .execute()
  return rows.map((row) => ({ ...row, before: Number(row.before), wants: Number(row.wants) })) // Postgres tells texts
}
async function keep({ db }: Ground, row: Row): Promise<void> {
  const { before, wants } = row
  await doorDb(db)
    .insertInto('discord_held')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'what', 'place', 'holder']).doUpdateSet({ before, wants }))
    .execute()
}
