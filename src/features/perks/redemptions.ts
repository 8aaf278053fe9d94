/** What was redeemed, and whether one more may be. */
import { sql } from 'kysely'
import type { Database } from '../../core/tables.ts'
import { instantOf, wallAt } from '../../time/zone.ts'
import type { PerksCtx } from './base.ts'
import type { Perk } from './config.ts'
import type { RedemptionRow } from './store.ts'

/** What was taken of one perk. */
export interface Taken {
  readonly all: number
  readonly own: number
}

export async function takenOf(db: Database, community: string, member: string): Promise<ReadonlyMap<string, Taken>> {
  const rows = await db
    .selectFrom('perks_redemptions')
    .select('perk')
    .select([
      sql<number>`count(*)`.as('taken'),
      sql<number>`sum(case when member_id = ${member} then 1 else 0 end)`.as('own'),
    ])
    .where('community', '=', community)
    .where('state', '!=', 'refunded')
    .groupBy('perk')
    .execute()
  return new Map(rows.map(({ perk, taken, own }) => [String(perk), { all: Number(taken), own: Number(own) }]))
}

/** What the owner has spent since an instant, in the unit of the budget. */
async function spentSince(db: Database, community: string, since: number): Promise<number> {
  const row = await db
    .selectFrom('perks_redemptions')
    .select(sql<number>`coalesce(sum(price), 0)`.as('spent'))
    .where('community', '=', community)
    .where('state', '!=', 'refunded')
    .where('at', '>=', since)
    .executeTakeFirst()
  return Number(row?.spent ?? 0)
}

/** The first instant of the local calendar month. */
function monthStart(now: number, timezone: string): number {
  const wall = new Date(wallAt(now, timezone))
  return instantOf(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), 1), timezone)
}

export const leftOf = (perk: Perk, taken: Taken | undefined): number | undefined =>
  perk.stock === undefined ? undefined : Math.max(0, perk.stock - (taken?.all ?? 0))

/** Cents are summed as doubles: a hair over the budget is none. */
const hair = 1e-6

/** Why a member may not redeem a perk now, as a key of the texts; undefined where nothing speaks against it. */
export async function refusal(
  ctx: PerksCtx,
  perk: Perk,
  member: string,
  balance: number,
): Promise<'gone' | 'limit' | 'short' | 'budget' | undefined> {
  const db = await ctx.sql()
  const taken = (await takenOf(db, ctx.community.id, member)).get(perk.id)
  if (leftOf(perk, taken) === 0) return 'gone'
  if (perk.perMember !== undefined && (taken?.own ?? 0) >= perk.perMember) return 'limit'
  if (balance < perk.cost) return 'short'
  const { perMonth } = ctx.config.budget
  if (perMonth === undefined || perk.price === 0) return undefined
  const spent = await spentSince(db, ctx.community.id, monthStart(ctx.now, ctx.group.timezone))
  return spent + perk.price > perMonth + hair ? 'budget' : undefined
}

export async function redemption(db: Database, community: string, code: string): Promise<RedemptionRow | undefined> {
  const row = await db
    .selectFrom('perks_redemptions')
    .selectAll()
    .where('code', '=', code)
    .where('community', '=', community)
    .executeTakeFirst()
  return row as RedemptionRow | undefined
}
