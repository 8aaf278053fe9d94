/** What staff did by the platform's own means becomes a case in their name. Nothing is done: it is done already. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { newCase, saveNew, stepsOf, withSteps } from './cases.ts'
import type { Config } from './config.ts'
import { guarded, watchedOf } from './guard.ts'
import { moderation } from './kit.ts'
import { casesFor, liftedFrom } from './lifting.ts'
import { openCase } from './open-case.ts'
import { inForce, type Order, plan, type Step, withSanctions } from './sanctions.ts'
import { settleAsks } from './staff.ts'
import type { CaseRow, StandingRow, Store } from './store.ts'
import { deedsIn } from './wording.ts'

type ByHandCtx = EventCtx<Config, Store, 'moderated'>

export const onModerated = moderation.on('moderated', async (ctx) => {
  const { act } = ctx.event
  const target = await targetOf(ctx)
  if (target.id === ctx.member.id) return undefined
  return act === 'unmute' || act === 'unban' ? lifted(ctx, target, act) : done(ctx, target, act)
})

/** Somebody who was never seen here, and is banned beforehand, has a case as well, without being a member of ours. */
async function targetOf(ctx: ByHandCtx): Promise<Member> {
  const { event } = ctx
  const known = await ctx.find(event.target)
  return (
    known ?? {
      id: '',
      user: event.target,
      name: event.targetName ?? event.target,
      number: 0,
      role: 'member',
      locale: undefined,
      joinedAt: event.at,
      joins: 0,
      present: false,
    }
  )
}

type Act = 'mute' | 'kick' | 'ban' | 'delete'

async function done(ctx: ByHandCtx, target: Member, act: Act): Promise<Verdict<Store>> {
  const standing = target.id === '' ? undefined : await standingOf(ctx, target)
  const found = (await openCase(ctx, target)) ?? (act === 'delete' ? await sameSweep(ctx, standing) : undefined)
  const row = found ?? (await fresh(ctx, target))
  const place = { case: row.number, group: ctx.group.id, by: ctx.member.id, now: ctx.now }
  const { steps, sanctions } = plan(
    ctx.config.warnings,
    orderOf(ctx, act),
    standing ? inForce(standing, ctx.now) : [],
    place,
  )
  const watched = watchedOf[act]
  const guard = watched && (await guarded(ctx, ctx.member, watched, act === 'delete' ? (ctx.event.count ?? 1) : 1))
  const settled = decidedBy(ctx, withSteps(row, onceDeleted(row, steps)))
  const after = standing && { ...withSanctions(standing, sanctions), last_case: row.number, last_group: ctx.group.id }
  return {
    actions: [...(found?.state === 'open' ? await settle(ctx, settled, steps) : []), ...(guard?.actions ?? [])],
    save: async (store) => {
      guard?.save(store)
      if (found) store.cases.put(settled)
      else await saveNew(store, settled)
      if (after) store.standing.put({ ...after, last_at: ctx.now })
    },
    why: why('by hand', act, [row]),
  }
}
const standingOf = (ctx: ByHandCtx, { id }: Member) =>
  ctx.store.standing.get({ community: ctx.community.id, member_id: id })
const orderOf = ({ event }: ByHandCtx, act: Act): Order =>
  act === 'mute' ? { does: act, forMs: event.forMs ?? 0 } : { does: act }
/** A sweep of deletions is one step. */
const onceDeleted = (row: CaseRow, steps: readonly Step[]) =>
  steps.filter(({ does }) => does !== 'delete' || !stepsOf(row).some((step) => step.does === 'delete'))

const fresh = (ctx: ByHandCtx, member: Member) =>
  newCase(ctx, {
    member,
    origin: 'hand',
    rule: 'command',
    score: 1,
    findings: [],
    evidence: '',
    messages: [],
    reason: ctx.event.reason,
  })
/** Deletions one after the other are one case. */
const sweepMs = 10 * 60_000
async function sameSweep(ctx: ByHandCtx, standing: StandingRow | undefined): Promise<CaseRow | undefined> {
  if (!standing || standing.last_group !== ctx.group.id || ctx.now - standing.last_at > sweepMs) return undefined
  const last = await ctx.store.cases.find({ community: ctx.community.id, number: standing.last_case })
  return last?.by_id === ctx.member.id && last.state === 'done' ? last : undefined
}

const decidedBy = ({ member, now }: ByHandCtx, row: CaseRow): CaseRow => ({
  ...row,
  state: 'done',
  by_id: member.id,
  by_name: member.name,
  decided_at: now,
})
/** Whoever was asked about it sees that a colleague was quicker. */
const settle = (ctx: ByHandCtx, row: CaseRow, steps: readonly Step[]) =>
  settleAsks(ctx, row, (say) =>
    say('answer.decided', { case: row.number, who: ctx.member.name, name: row.name, done: deedsIn(say, steps) }),
  )

async function lifted(ctx: ByHandCtx, target: Member, does: 'unmute' | 'unban'): Promise<Verdict<Store> | undefined> {
  if (target.id === '') return undefined
  const standing = await standingOf(ctx, target)
  const { ended, left } = liftedFrom(ctx, standing, does === 'unmute' ? 'mute' : 'ban')
  const rows = await casesFor(ctx, ended)
  if (rows.length === 0) return undefined
  return {
    later: does === 'unban' ? rows.map(({ number }) => ({ job: 'unban', key: String(number), at: null })) : [],
    save: (store) => {
      store.standing.put(withSanctions(standing, left))
      for (const row of rows) store.cases.put(withSteps(row, [{ does, at: ctx.now, by: ctx.member.id }]))
    },
    why: why('lifted by hand', does, rows),
  }
}
const why = (decided: string, act: string, rows: readonly CaseRow[]) => ({
  decided,
  checks: [{ name: 'act', found: act }, ...rows.map(({ number }) => ({ name: 'case', found: `#${number}` }))],
})
