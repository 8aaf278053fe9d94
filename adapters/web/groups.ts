/** The hall's groups: listed in the rulebook, or made by the owner. */
import { randomBytes } from 'node:crypto'
import { bringOwner } from './come.ts'
import type { Ground } from './ground.ts'
import { record } from './ground.ts'
import type { UserRow } from './tables.ts'

export interface GroupWish {
  /** "web:reading" */
  readonly ref: string
  readonly name: string
}

/** Makes those that are not there, renames those that are called otherwise; tells the engine of either. */
export async function ensureGroups(ground: Ground, wishes: readonly GroupWish[]) {
  for (const wish of wishes) {
    const known = await ground.db.selectFrom('web_groups').selectAll().where('id', '=', wish.ref).executeTakeFirst()
    if (known?.name !== wish.name) await putGroup(ground, wish)
  }
}

/** A group of the owner's own making. Returns its id. */
export async function createGroup(ground: Ground, name: string): Promise<string> {
  const ref = `web:${randomBytes(5).toString('hex')}`
  await putGroup(ground, { ref, name })
  return ref
}

async function putGroup(ground: Ground, { ref, name }: GroupWish) {
  const at = ground.now()
  // No two at once: their order is that of the rulebook, then of making.
  const latest = await latestGroup(ground)
  const event = { id: `${ref}/named/${at}`, at, group: ref, type: 'group' as const, name }
  await record(ground, event, (open) =>
    open
      .insertInto('web_groups')
      .values({ id: ref, name, created_at: Math.max(at, latest + 1), closed_at: null })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ name }))
      .execute(),
  )
  for (const owner of await owners(ground)) await bringOwner(ground, actor(owner), ref)
}

async function latestGroup(ground: Ground): Promise<number> {
  const last = await ground.db
    .selectFrom('web_groups')
    .select(({ fn }) => fn.max('created_at').as('at'))
    .executeTakeFirst()
  return Number(last?.at ?? 0)
}
const owners = (ground: Ground) => ground.db.selectFrom('web_users').selectAll().where('role', '=', 'owner').execute()
export const actor = (row: UserRow) => ({
  user: row.id,
  name: row.name,
  role: row.role,
  locale: row.locale ?? undefined,
})
