/** What is due by itself around cases: whether the member was reached, and each day what waits for a decision. */
import { becameOf } from './became.ts'
import { moderation } from './kit.ts'
import { tellStaff } from './staff.ts'
import type { CaseRow } from './store.ts'
import { lasting, ruleIn } from './wording.ts'

/** A member who could not be told, neither in private nor in the group, is told of to staff. */
export const toldCheck = moderation.job({
  name: 'told',
  run: async (ctx) => {
    const row = await ctx.store.cases.find({ community: ctx.community.id, number: Number(ctx.payload.case) })
    if (!row || row.user === '') return undefined
    const became = (await becameOf(await ctx.sql(['outbox']), [row])).get(row.number) ?? []
    const told = became.findLast(({ does }) => does === 'told')
    if (!told || (told.fate !== 'failed' && told.fate !== 'held')) return undefined
    const about = { case: row.number, name: row.name, detail: told.detail }
    return {
      actions: await tellStaff(ctx, (say) => say('staff.untold', about)),
      why: { decided: 'not told', checks: [{ name: 'case', found: `#${row.number}` }] },
    }
  },
})

const shown = 5
/** Oldest first; nothing is said where nothing waits. */
export const digest = moderation.job({
  name: 'digest',
  recurs: ({ queue }) => {
    if (queue.digest === 'never') return []
    const [hour, minute] = queue.digest.split(':').map(Number)
    return [{ key: 'daily', cron: `${minute} ${hour} * * *`, late: 'once' }]
  },
  run: async (ctx) => {
    const db = await ctx.sql(['moderation_cases'])
    const rows = await db
      .selectFrom('moderation_cases')
      .selectAll()
      .$castTo<CaseRow>()
      .where('community', '=', ctx.community.id)
      .where('group_id', '=', ctx.group.id)
      .where((or) => or.or([or('state', '=', 'open'), or('appeal_state', '=', 'open')]))
      .orderBy('number')
      .execute()
    if (rows.length === 0) return undefined
    const appeals = rows.filter(({ appeal_state }) => appeal_state === 'open').length
    return {
      actions: await tellStaff(ctx, (say) =>
        [
          say('digest.head', { group: ctx.group.name, count: rows.length, appeals }),
          ...rows.slice(0, shown).map((row) =>
            say(row.appeal_state === 'open' ? 'digest.appeal' : 'digest.line', {
              case: row.number,
              name: row.name,
              rule: ruleIn(say, row),
              age: lasting(say, Math.max(0, ctx.now - waitsSince(row))),
            }),
          ),
          ...(rows.length > shown ? [say('many.more', { count: rows.length - shown })] : []),
        ].join('\n'),
      ),
      why: { decided: 'digest', checks: [{ name: 'waiting', found: String(rows.length) }] },
    }
  },
})
export const waitsSince = ({ opened_at, appealed_at, appeal_state }: CaseRow): number =>
  appeal_state === 'open' ? appealed_at : opened_at
