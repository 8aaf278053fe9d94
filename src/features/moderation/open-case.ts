/** The case that waits for a decision on a member. */
import type { Member } from '../../core/people.ts'
import type { ModerationCtx } from './kit.ts'
import type { CaseRow } from './store.ts'

/** The latest of this group; undefined where there is none. */
export async function openCase(ctx: ModerationCtx, { id }: Pick<Member, 'id'>): Promise<CaseRow | undefined> {
  if (id === '') return undefined
  const db = await ctx.sql(['moderation_cases'])
  const found = await db
    .selectFrom('moderation_cases')
    .select('number')
    .where('member_id', '=', id)
    .where('group_id', '=', ctx.group.id)
    .where('state', '=', 'open')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return found && (await ctx.store.cases.find({ community: ctx.community.id, number: Number(found.number) }))
}
