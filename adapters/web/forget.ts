/** What becomes of an account's rows when its owner asks to be forgotten. */
import type { Database } from '../../src/core/tables.ts'
import { personal } from './migrations.ts'

/** `user` is the account, "web:u…". In one transaction of the caller's, or of its own. */
export async function forget(db: Database, user: string): Promise<void> {
  for (const { table, column, forget: how, blank } of personal) {
    if (how === 'delete') await db.deleteFrom(table).where(column, '=', user).execute()
    else
      await db
        .updateTable(table)
        .set({ [column]: '', ...Object.fromEntries((blank ?? []).map((name) => [name, ''])) })
        .where(column, '=', user)
        .execute()
  }
}
