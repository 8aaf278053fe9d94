/** What is done to those who come with a raid: a case each, so that it can be explained and taken back. */
import type { Draft } from '../../../core/action.ts'
import type { Later } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff, type MaybePromise } from '../../../core/words.ts'
import { newCase, saveNew } from '../cases.ts'
import { enforce } from '../enforce.ts'
import type { ModerationCtx } from '../kit.ts'
import { endOf, type Order, sanctionsOf } from '../sanctions.ts'
import type { CaseRow, StandingRow, Store } from '../store.ts'
import { sayIn } from '../wording.ts'
import type { RaidDeed } from './config.ts'
import type { ArrivalRow, RaidRow } from './store.ts'

export interface Dealt {
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
  readonly save: (store: Store) => MaybePromise<void>
  /** Numbers of the cases. */
  readonly cases: readonly number[]
}
export const nobody: Dealt = { actions: [], later: [], save: () => undefined, cases: [] }
/** More than so many are not told one by one: the bot must not be what fills everybody's screen. */
const mostTold = 10

/** In turn; whoever was here before the raid is left alone. `rows` are those of the members' coming. */
export async function against(
  ctx: ModerationCtx,
  raid: RaidRow,
  deeds: ReadonlySet<RaidDeed>,
  rows: readonly { readonly member: Member; readonly arrival: ArrivalRow }[],
): Promise<Dealt> {
  const order = orderFor(ctx, deeds)
  if (!order) return nobody
  const left = Math.max(0, ctx.config.raid.most - raid.acted)
  const some = rows.filter(({ member, arrival }) => cameWith(raid, member, arrival)).slice(0, left)
  if (ctx.group.observe) return { ...nobody, actions: some.map(({ member }) => plainly(ctx, order, member)) }
  const all: Dealt[] = []
  for (const { member, arrival } of some) {
    const one = await dealtWith(ctx, raid, order, member, arrival)
    if (one) all.push(one)
  }
  return {
    actions: all.flatMap(({ actions }) => actions),
    later: all.flatMap(({ later }) => later),
    save: async (store) => {
      for (const { save } of all) await save(store)
    },
    cases: all.flatMap(({ cases }) => cases),
  }
}

/** The strictest that the level wants and the platform can. */
function orderFor(ctx: ModerationCtx, deeds: ReadonlySet<RaidDeed>): Order | undefined {
  if (deeds.has('kick') && ctx.can('kick')) return { does: 'kick' }
  return deeds.has('mute') && ctx.can('mute') ? { does: 'mute', forMs: ctx.config.raid.for } : undefined
}
/** New since the raid began, and here still. */
export const cameWith = ({ since }: RaidRow, member: Member, arrival: ArrivalRow): boolean =>
  !isStaff(member.role) && member.present && member.joins <= 1 && arrival.at > since && member.joinedAt > since

/** While the group only watches there is no case: staff reads in the log what would be done. */
function plainly(ctx: ModerationCtx, order: Order, { user }: Member): Draft {
  const about = { group: ctx.group.ref, user, reason: sayIn(ctx)('audit.raid'), priority: 'moderation' } as const
  return order.does === 'kick'
    ? { type: 'kick', ...about }
    : { type: 'mute', ...about, forMs: Math.max(1000, order.forMs ?? 0) }
}

async function dealtWith(
  ctx: ModerationCtx,
  raid: RaidRow,
  order: Order,
  member: Member,
  arrival: ArrivalRow,
): Promise<Dealt | undefined> {
  const standing = await ctx.store.standing.get({ community: ctx.community.id, member_id: member.id })
  if (order.does === 'mute' && mutedLonger(ctx, standing, order.forMs ?? 0)) return undefined
  const opened = await newCase(ctx, {
    member,
    origin: 'auto',
    rule: 'raid',
    score: 1,
    findings: [{ name: 'raid', score: 1, found: `joined during a raid, R${raid.number}` }],
    evidence: '',
    messages: [],
  })
  const { number } = opened
  const enforced = await enforce(ctx, opened, order)
  const tells = raid.joins <= mostTold && ctx.can('whisper')
  const row: CaseRow = { ...enforced.row, state: 'done' }
  return {
    actions: tells ? enforced.actions : enforced.actions.filter(({ type }) => type !== 'whisper'),
    later: tells ? enforced.later : enforced.later.filter(({ job }) => job !== 'told'),
    cases: [number],
    save: async (store) => {
      await saveNew(store, row)
      store.standing.put({ ...enforced.standing, last_case: number, last_group: row.group_id, last_at: ctx.now })
      store.arrivals.put({ ...arrival, raid: raid.number, number })
    },
  }
}
function mutedLonger(ctx: ModerationCtx, standing: StandingRow, forMs: number): boolean {
  const end = endOf(sanctionsOf(standing), 'mute', ctx.group.id, ctx.now)
  return end !== undefined && (end === null || end > ctx.now + forMs)
}
