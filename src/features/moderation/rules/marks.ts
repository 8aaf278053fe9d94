/** What rules did in a case beside sanctions, kept with it, and taken back with it. */
import type { Draft } from '../../../core/action.ts'
import type { Later } from '../../../core/feature.ts'
import { auditReason } from '../enforce.ts'
import type { ModerationCtx } from '../kit.ts'
import type { CaseRow, Store } from '../store.ts'
import { bookOf } from './book.ts'
import { read, uncounted, written } from './counters.ts'
import type { CountRow } from './store.ts'

export type Mark =
  | {
      readonly did: 'count'
      readonly counter: string
      readonly group_id: string
      readonly own: boolean
      readonly place: string
    }
  | { readonly did: 'role'; readonly role: string; readonly grant: boolean }
  | { readonly did: 'nick'; readonly before: string }

/** In `save` only. */
export async function keepMarks(store: Store, row: CaseRow, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return
  const { community, number, member_id } = row
  const kept = await store.marks.get({ community, number })
  const all = [...(JSON.parse(kept.marks) as Mark[]), ...marks]
  store.marks.put({ community, number, member_id, marks: JSON.stringify(all) })
}

export interface Unmarked {
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
  readonly save: (store: Store) => Promise<void>
  /** Keys of `back.<key>` and `lost.<key>`: what is taken back, and what no longer can be. */
  readonly back: readonly ('counters' | 'role' | 'nick')[]
  readonly lost: readonly 'counters'[]
}

/** The hook for `/undo`: counters as if the case had never been, roles and names as they were. */
export async function unmark(ctx: ModerationCtx, row: CaseRow): Promise<Unmarked> {
  const { community, number } = row
  const kept = await ctx.store.marks.find({ community, number })
  const marks = kept ? (JSON.parse(kept.marks) as Mark[]) : []
  const rows = await uncountedRows(ctx, row, marks)
  const about = { group: row.group_ref, user: row.user, reason: auditReason(ctx, row), priority: 'moderation' } as const
  const roles = marks.filter((mark) => mark.did === 'role')
  const nick = marks.find((mark) => mark.did === 'nick')
  return {
    actions: [
      ...roles.map(({ role, grant }): Draft => ({ type: 'role', ...about, role, grant: !grant })),
      ...(nick ? [{ type: 'nick', ...about, name: nick.before } as const] : []),
    ],
    later: roles.map(({ role }) => ({ job: 'rule-later', key: roleKey(row.member_id, role), at: null })),
    save: async (store) => {
      for (const { count } of rows) store.counts.put(count)
      if (kept) store.marks.drop({ community, number })
    },
    back: [
      ...(rows.some(({ lost }) => !lost) ? ['counters' as const] : []),
      ...(roles.length > 0 ? ['role' as const] : []),
      ...(nick ? ['nick' as const] : []),
    ],
    lost: rows.some(({ lost }) => lost) ? ['counters'] : [],
  }
}
export const roleKey = (member: string, role: string) => `role:${member}:${role}`

/** A counter that the rulebook no longer has is left as it is: nothing looks at it. */
async function uncountedRows(ctx: ModerationCtx, { community, number, member_id }: CaseRow, marks: readonly Mark[]) {
  const rows: { count: CountRow; lost: boolean }[] = []
  const seen = new Set<string>()
  for (const mark of marks) {
    if (mark.did !== 'count' || seen.has(JSON.stringify(mark))) continue
    seen.add(JSON.stringify(mark))
    const decay = bookOf(ctx.config)?.counters[mark.counter]
    if (!decay) continue
    const { counter, group_id, place } = mark
    const row = await ctx.store.counts.get({
      community,
      counter,
      group_id,
      member_id: mark.own ? member_id : '',
      place,
    })
    const { count, lost } = uncounted(decay, read(row.count), number)
    rows.push({ count: { ...row, count: written(count), at: ctx.now }, lost })
  }
  return rows
}
