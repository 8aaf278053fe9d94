/** What the lists this community follows come to here, and what is taken back once it follows them no more. */
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff } from '../../../core/words.ts'
import type { ListedRow } from '../case-store.ts'
import { newCase, saveNew } from '../cases.ts'
import { enforce } from '../enforce.ts'
import type { ModerationCtx } from '../kit.ts'
import { revert } from '../revert.ts'
import { askStaff, tellStaff } from '../staff.ts'
import type { CaseRow, Store } from '../store.ts'
import type { SharedList } from './config.ts'
import type { Entry } from './format.ts'
import { type Entries, entriesNow } from './lists.ts'

interface Named {
  readonly list: SharedList
  readonly entry: Entry
}
/** The first list that names the account and has not been dealt with or overridden here. */
export async function namedBy(ctx: ModerationCtx, account: string): Promise<Named | undefined> {
  const { community, group, store } = ctx
  for (const list of ctx.config.sharedBans) {
    const entry = (await entriesNow(ctx, list))?.get(account)
    if (!entry) continue
    const about = { community: community.id, list: list.name, account }
    if (await store.listed.find({ ...about, group_id: '' })) return undefined
    const here = await store.listed.find({ ...about, group_id: group.id })
    return here?.state === 'applied' ? undefined : { list, entry }
  }
  return undefined
}

/** Somebody whom a list names is here. */
export async function applied(ctx: ModerationCtx, member: Member): Promise<Verdict<Store> | undefined> {
  if (ctx.config.sharedBans.length === 0 || isStaff(member.role)) return undefined
  const named = await namedBy(ctx, member.user)
  if (!named) return undefined
  return named.list.effect === 'flag' ? flagged(ctx, member, named) : withCase(ctx, member, named)
}
const rowOf = (
  { community, group, now }: ModerationCtx,
  { user }: Member,
  { list }: Named,
  number: number,
): ListedRow => ({
  community: community.id,
  list: list.name,
  account: user,
  group_id: group.id,
  number,
  state: 'applied',
  at: now,
})

async function flagged(ctx: ModerationCtx, member: Member, named: Named): Promise<Verdict<Store>> {
  const about = { name: member.name, group: ctx.group.name, list: named.list.name, reason: named.entry.reason }
  return {
    actions: await tellStaff(ctx, (say) => say('shared.flag', about)),
    save: (store) => store.listed.put(rowOf(ctx, member, named, 0)),
    why: { decided: 'listed', checks: [{ name: 'list', found: named.list.name }] },
  }
}
async function withCase(ctx: ModerationCtx, member: Member, named: Named): Promise<Verdict<Store>> {
  const { list, entry } = named
  const opened = await newCase(ctx, {
    member,
    origin: 'shared',
    rule: 'shared',
    score: 1,
    findings: [{ name: 'shared', score: 1, found: list.name }],
    evidence: '',
    messages: [],
    reason: `${list.name}: ${entry.reason}`,
  })
  const enforced = list.effect === 'ban' ? await enforce(ctx, opened, { does: 'ban' }) : undefined
  const acted = enforced !== undefined && !ctx.group.observe
  const before: CaseRow = { ...(enforced?.row ?? opened), state: acted ? 'done' : 'open' }
  const { row, actions } = await askStaff(ctx, ctx.source, before, acted ? 'acted' : 'open')
  return {
    actions: [...(enforced?.actions ?? []), ...actions],
    later: enforced?.later ?? [],
    save: async (store) => {
      await saveNew(store, row)
      if (enforced) store.standing.put(enforced.standing)
      store.listed.put(rowOf(ctx, member, named, row.number))
    },
    why: { decided: 'listed', checks: [{ name: 'case', found: `#${row.number}` }] },
  }
}

/** Our staff found otherwise: no list comes back to it here. In `save` only. */
export function overridden(store: Store, row: CaseRow, now: number): void {
  const list = listOf(row)
  if (list === undefined) return
  const { community, user: account, number } = row
  store.listed.put({ community, list, account, group_id: '', number, state: 'overridden', at: now })
}
/** The list that a case came from. */
const listOf = ({ origin, checks }: CaseRow): string | undefined =>
  origin === 'shared' ? (JSON.parse(checks) as { found?: string }[])[0]?.found : undefined

/** What came from lists that are no longer followed, or no longer name the account. */
export async function left(ctx: ModerationCtx): Promise<readonly ListedRow[]> {
  const db = await ctx.sql(['moderation_listed'])
  const rows = await db
    .selectFrom('moderation_listed')
    .selectAll()
    .$castTo<ListedRow>()
    .where('community', '=', ctx.community.id)
    .where('group_id', '=', ctx.group.id)
    .where('state', '=', 'applied')
    .execute()
  const lists = new Map<string, Entries | undefined>()
  for (const list of ctx.config.sharedBans) lists.set(list.name, await entriesNow(ctx, list))
  return rows.filter(({ list, account }) =>
    // Of a list that is followed and was not fetched yet nobody knows who is off it.
    lists.has(list) ? lists.get(list)?.has(account) === false : true,
  )
}
/** Takes back what such an entry led to; what our own staff decided meanwhile stays. */
export async function lifted(ctx: ModerationCtx, listed: ListedRow): Promise<Verdict<Store>> {
  const after: ListedRow = { ...listed, state: 'lifted', at: ctx.now }
  const row = await ctx.store.cases.find({ community: listed.community, number: listed.number })
  if (row?.by_id !== '' || row.state === 'undone' || row.state === 'dismissed')
    return { save: (store) => store.listed.put(after), why: { decided: 'list left' } }
  const reverted = row.state === 'done' ? await revert(ctx, row, '') : undefined
  const closed: CaseRow = { ...(reverted?.row ?? row), state: reverted ? 'undone' : 'dismissed', decided_at: ctx.now }
  return {
    actions: reverted?.actions ?? [],
    later: reverted?.later ?? [],
    save: (store) => {
      store.listed.put(after)
      store.cases.put(closed)
      if (reverted) store.standing.put(reverted.standing)
    },
    why: { decided: 'list left', checks: [{ name: 'case', found: `#${row.number}` }] },
  }
}
