/**
 * What of a person stands where no declaration names it: in sentences of Innkeeper's own, in reasons staff gave, in the
 * ids of planned work. What other people wrote themselves is theirs and stays.
 */
import { type ExpressionBuilder, sql } from 'kysely'
import type { Personal } from '../core/feature.ts'
import type { Database } from '../core/tables.ts'

export interface Traces {
  /** Our id and accounts: unlike anything else, so found anywhere. */
  readonly ids: readonly string[]
  readonly names: readonly string[]
}
type Tell = (table: string, rows: bigint | undefined) => void
// biome-ignore lint/suspicious/noExplicitAny: tables of features and doors are in no interface
type Where = ExpressionBuilder<any, any>

/** What stands in a person's place. */
const nobody = '…'
/** Shorter names are in half of all texts. */
const shortestName = 3
const bookkeeping = /^(migrations|sqlite_)/
const identity = /(^|_)id$/
/** Names of people, groups and things, and what finds them: another may be called the same. */
const naming = /(^|_)(name|name_key|folded|ref|user|key|hash|token|account|code|community|platform|state)$/

/** Portable, and exact where LIKE is not: no wildcards, the same about case on both databases. */
export const contains = (where: Where, column: string, word: string) =>
  where(sql`replace(${sql.ref(column)}, ${word}, '')`, '!=', where.ref(column))

/** Takes a person out of every text of every table; rows whose own id names the person go. */
export async function sweep(db: Database, who: Traces, doors: readonly Personal[], tell: Tell): Promise<void> {
  const tables = (await db.introspection.getTables()).filter(({ name }) => !bookkeeping.test(name))
  for (const { name, columns } of tables) {
    // In a door's table with somebody's own words, only those that are nobody's.
    const words = doors.find(({ table, blank }) => table === name && blank?.length)
    const texts = columns.filter(({ dataType }) => dataType.toLowerCase() === 'text').map((column) => column.name)
    const ids = texts.filter((column) => identity.test(column))
    for (const column of ids) tell(name, await dropRows(db, name, column, who.ids))
    for (const column of texts.filter((one) => !ids.includes(one))) {
      const found = naming.test(column)
        ? who.ids
        : [...who.ids, ...who.names.filter(({ length }) => length >= shortestName)]
      tell(name, await rewrite(db, name, column, found, words?.column))
    }
  }
}

async function dropRows(db: Database, table: string, column: string, words: readonly string[]) {
  let gone = 0n
  for (const before of await values(db, table, column, words))
    if (without(before, words) !== before)
      gone += (await db.deleteFrom(table).where(column, '=', before).executeTakeFirst()).numDeletedRows
  return gone
}
async function rewrite(db: Database, table: string, column: string, words: readonly string[], owner?: string) {
  const written = words.flatMap((word) => [...new Set([word, JSON.stringify(word).slice(1, -1)])])
  let changed = 0n
  for (const before of await values(db, table, column, written, owner)) {
    const after = without(before, written)
    if (after === before) continue
    let update = db
      .updateTable(table)
      .set({ [column]: after })
      .where(column, '=', before)
    if (owner !== undefined) update = update.where(owner, '=', '')
    changed += (await update.executeTakeFirst()).numUpdatedRows
  }
  return changed
}
async function values(db: Database, table: string, column: string, words: readonly string[], owner?: string) {
  let some = db
    .selectFrom(table)
    .select(`${column} as text`)
    .distinct()
    .where((where) => where.or(words.map((word) => contains(where, column, word))))
  if (owner !== undefined) some = some.where(owner, '=', '')
  return (await some.execute()).map((row) => String((row as { text: unknown }).text))
}

/** As words of their own, so that Ann goes and Annabel, Ann-Marie and ann.b stay; Chinese has no marks between words. */
const without = (text: string, words: readonly string[]) =>
  words.reduce((rest, word) => rest.replace(new RegExp(whole(word), 'gu'), nobody), text)
const whole = (word: string) =>
  /\p{Script=Han}/u.test(word)
    ? RegExp.escape(word)
    : `(?:(?<![\\p{L}\\p{N}])|(?<=\\\\[nrt]))${RegExp.escape(word)}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`
