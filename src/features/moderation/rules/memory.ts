/** Reads what the rules of one kind of event need to know, and nothing more. */
import type { Member } from '../../../core/people.ts'
import { stepsOf } from '../cases.ts'
import type { ModerationCtx } from '../kit.ts'
import { inForce } from '../sanctions.ts'
import type { CaseRow } from '../store.ts'
import type { Book, Needs } from './book.ts'
import type { Counter } from './config.ts'
import { amountOf, type Count, read } from './counters.ts'
import type { CountNow, Happening, Memory } from './happening.ts'
import { Paces } from './paces.ts'
import type { CountRow, ProfileRow } from './store.ts'

export async function memoryOf(ctx: ModerationCtx, book: Book, needs: Needs, now: Happening): Promise<Memory> {
  const { store, community, group } = ctx
  const key = { group_id: group.id, member_id: now.member.id }
  const raid = (await store.groups.get({ group_id: group.id })).raid_until
  return {
    paces: await pacesOf(ctx, now),
    counts: await countsOf(ctx, book, needs.counters, now),
    profile:
      needs.profile || now.fresh ? profileOf(now, now.fresh ? undefined : await store.profiles.find(key)) : undefined,
    raid: raid > now.at,
    warnings: needs.warnings ? await warningsOf(ctx, now.member) : 0,
    messages: needs.messages ? (await store.activity(group.id, now.member.id)).messages : 0,
    cases: needs.cases ? await casesOf(ctx, community.id, now.member) : [],
    reports: needs.reports ? await reportsOf(ctx, now.member) : [],
  }
}

/** What is told now goes before what was told once. */
function profileOf({ at, group, member, fresh, account }: Happening, known: ProfileRow | undefined) {
  const empty = { group_id: group.id, member_id: member.id, name: '', roles: '', account_at: 0, avatar: 0, at }
  if (fresh) return { ...empty, ...fresh }
  if (!account) return known
  const before = known ?? empty
  return {
    ...before,
    account_at: account.account_at || before.account_at,
    avatar: account.avatar || before.avatar,
  }
}
async function pacesOf({ store, group }: ModerationCtx, { member, place }: Happening): Promise<Paces> {
  const row = (member_id: string, where: string) => store.rulePaces.get({ group_id: group.id, member_id, place: where })
  return new Paces({ member: await row(member.id, ''), group: await row('', ''), channel: await row('', place) })
}

/** Where a counter of this kind is kept. */
export function countKey(
  { community, group }: Pick<ModerationCtx, 'community' | 'group'>,
  counter: string,
  { per }: Pick<Counter, 'per'>,
  { member, place }: Pick<Happening, 'member' | 'place'>,
): Omit<CountRow, 'count' | 'at'> {
  const own = per === 'member' || per === 'person'
  return {
    community: community.id,
    counter,
    group_id: per === 'person' ? '' : group.id,
    member_id: own ? member.id : '',
    place: per === 'channel' ? place : '',
  }
}
async function countsOf(ctx: ModerationCtx, book: Book, names: ReadonlySet<string>, now: Happening) {
  const counts = new Map<string, CountNow>()
  for (const name of names) {
    const counter = book.counters[name]
    if (!counter) continue
    const row = await ctx.store.counts.get(countKey(ctx, name, counter, now))
    const count: Count = read(row.count)
    counts.set(name, { before: amountOf(counter, count, now.at), count })
  }
  return counts
}
async function warningsOf({ store, community, now }: ModerationCtx, { id }: Member): Promise<number> {
  const standing = await store.standing.get({ community: community.id, member_id: id })
  return inForce(standing, now).filter(({ kind }) => kind === 'warn').length
}
/** Undone cases and those found harmless do not count. */
async function casesOf(ctx: ModerationCtx, community: string, { id }: Member): Promise<Memory['cases']> {
  const db = await ctx.sql(['moderation_cases'])
  const rows = await db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', community)
    .where('member_id', '=', id)
    .where('state', '=', 'done')
    .orderBy('number', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ at: row.opened_at, deeds: stepsOf(row).map(({ does }) => does) })).reverse()
}
async function reportsOf(ctx: ModerationCtx, { id }: Member): Promise<readonly number[]> {
  const db = await ctx.sql(['moderation_reports'])
  const rows = await db
    .selectFrom('moderation_reports')
    .select(({ fn }) => ['reporter_id', fn.max<number>('at').as('at')])
    .where('member_id', '=', id)
    .where('group_id', '=', ctx.group.id)
    .groupBy('reporter_id')
    .execute()
  return rows.map(({ at }) => Number(at))
}
