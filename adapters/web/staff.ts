/** Those whom the owner made moderators by an invite, and may make members again. */
import type { Ground } from './ground.ts'
import { Problem } from './problem.ts'

/** In every group, from the next thing they do. Throws `not_found` where the account is no moderator. */
export async function dismiss(ground: Ground, user: string): Promise<void> {
  const changed = await ground.db
    .updateTable('web_users')
    .set({ role: 'member' })
    .where('id', '=', user)
    .where('role', '=', 'moderator')
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Problem('not_found')
  const places = await ground.db
    .selectFrom('web_memberships')
    .select('group_id')
    .where('user_id', '=', user)
    .where('state', '=', 'in')
    .execute()
  for (const { group_id } of places) ground.tell({ type: 'people', group: group_id })
}
