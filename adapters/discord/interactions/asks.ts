/** Asks and options that are too long for custom ids, kept so that their buttons are understood. */
import type { Option } from '../../../src/core/action.ts'
import type { Database } from '../../../src/core/tables.ts'
import { type Choice, pressedIn, valueIn } from './customId.ts'
import { tablesIn } from './migrations.ts'
import { type Row, rowsOf } from './rows.ts'

interface Parts {
  readonly db: Database
  readonly now: () => number
}

export async function components(
  { db, now }: Parts,
  ask: string,
  options: readonly Option[],
  guild?: string,
): Promise<Row[]> {
  const { rows, kept } = rowsOf(ask, options, guild)
  if (kept.length > 0)
    await tablesIn(db)
      .insertInto('discord_asks')
      .values(kept.map((one) => ({ ...one, at: now() })))
      .onConflict((conflict) => conflict.column('tag').doUpdateSet({ at: now() }))
      .execute()
  return rows
}

export interface Chosen {
  readonly ask: string
  readonly option: string
  /** Where it was asked in private: the guild it is about. */
  readonly guild: string | undefined
}
/** What was chosen, by the custom id of a button or menu and the value of the latter; undefined where nobody knows. */
export async function chosen(db: Database, customId: string, value: string | undefined): Promise<Chosen | undefined> {
  const pressed = pressedIn(customId)
  if (!pressed) return undefined
  const { guild } = pressed
  const choice = pressed.choice.kind === 'menu' ? value && valueIn(value, pressed.choice.ask) : pressed.choice
  const found = choice ? await known(db, choice) : undefined
  return found && { ...found, guild }
}
async function known(db: Database, choice: Choice): Promise<{ ask: string; option: string } | undefined> {
  if (choice.kind === 'option') return choice
  if (choice.kind === 'menu') return undefined
  return await tablesIn(db)
    .selectFrom('discord_asks')
    .select(['ask', 'option'])
    .where('tag', '=', choice.tag)
    .executeTakeFirst()
}
