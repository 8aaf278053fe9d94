/** What is due by itself: the end of a ban, and the end of what was kept. */
import { stepsOf, withSteps } from './cases.ts'
import { auditReason } from './enforce.ts'
import { moderation } from './kit.ts'
import { bansByKick } from './means.ts'
import { endOf, sanctionsOf } from './sanctions.ts'
import type { CaseRow } from './store.ts'

/** Lifts a ban that has run its time, unless it was taken back before or another one holds. */
export const unbanLater = moderation.job({
  name: 'unban',
  run: async (ctx) => {
    const { community } = ctx
    const row = await ctx.store.cases.find({ community: community.id, number: Number(ctx.payload.case) })
    const last = row && stepsOf(row).findLast(({ does }) => does === 'ban' || does === 'unban' || does === 'undo')
    if (!row || last?.does !== 'ban') return undefined
    const standing = await ctx.store.standing.get({ community: community.id, member_id: row.member_id })
    if (endOf(sanctionsOf(standing), 'ban', row.group_id, ctx.now) !== undefined) return undefined
    const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row) }
    return {
      actions: bansByKick(ctx) ? [] : [{ type: 'unban', ...about, priority: 'moderation' }],
      save: (store) => store.cases.put(withSteps(row, [{ does: 'unban', at: ctx.now, by: '' }])),
      why: { decided: 'unbanned', checks: [{ name: 'case', found: `#${row.number}` }] },
    }
  },
})

const dayMs = 86_400_000
/** A member's windows are of no use after this, and trust by then comes from time. */
const idleDays = 30
const atOnce = 1000

/** Evidence goes when its time is over; the case keeps its shape. So do reports, notes and idle members' windows. */
export const tidy = moderation.job({
  name: 'tidy',
  recurs: () => [{ key: 'daily', cron: '20 4 * * *', late: 'once' }],
  run: async (ctx) => {
    const db = await ctx.sql()
    const due = await db
      .selectFrom('moderation_cases')
      .selectAll()
      .$castTo<CaseRow>()
      .where('group_id', '=', ctx.group.id)
      .where('keep_until', '<=', ctx.now)
      .where((or) => or.or([or('evidence', '!=', ''), or('appeal', '!=', ''), or('attachments', '!=', '')]))
      .limit(atOnce)
      .execute()
    const idle = await db
      .selectFrom('moderation_members')
      .select(['group_id', 'member_id'])
      .where('group_id', '=', ctx.group.id)
      .where('last_at', '<', ctx.now - idleDays * dayMs)
      .limit(atOnce)
      .execute()
    return {
      save: async (store) => {
        for (const row of due) store.cases.put({ ...row, evidence: '', appeal: '', attachments: '' })
        for (const { community, number } of due)
          await db
            .deleteFrom('moderation_lines')
            .where('community', '=', community)
            .where('number', '=', number)
            .execute()
        for (const { group_id, member_id } of idle)
          store.pace.drop({ group_id: String(group_id), member_id: String(member_id) })
        await db
          .deleteFrom('moderation_reports')
          .where('group_id', '=', ctx.group.id)
          .where('at', '<', ctx.now - idleDays * dayMs)
          .execute()
      },
      why: { decided: 'tidied', checks: [{ name: 'cases', found: String(due.length) }] },
    }
  },
})
