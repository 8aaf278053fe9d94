/** Somebody comes in: for the first time, or again. */
import type { Draft } from '../../../core/action.ts'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { isStaff } from '../../../core/words.ts'
import { pictureOf } from '../account.ts'
import type { Config } from '../config.ts'
import { moderation } from '../kit.ts'
import type { GroupRow, Store } from '../store.ts'
import { joinWindow, push } from '../window.ts'
import { heldAgain } from './again.ts'
import { against, type Dealt, nobody } from './against.ts'
import { type Course, course, isBroad, isOn, keepCourse } from './course.ts'
import { deedsAt, levelAt } from './levels.ts'
import { lately, type Seen, seen } from './signals.ts'
import type { ArrivalRow, RaidRow } from './store.ts'

type JoinCtx = EventCtx<Config, Store, 'member.join'>
const hourMs = 3_600_000

export const onJoin = moderation.on('member.join', async (ctx) => {
  if (ctx.event.bot || isStaff(ctx.member.role)) return undefined
  const again = await heldAgain(ctx)
  if (ctx.member.joinedAt < ctx.event.at && ctx.member.joins === 1) return undefined // told again of one who is here
  // Members who come back do not count: a network that hiccups is no raid.
  if (ctx.member.joins > 1) return again.length > 0 ? repeated(again) : undefined
  const verdict = await counted(ctx)
  return { ...verdict, actions: [...again, ...(verdict.actions ?? [])] }
})
/** Who is shown out again is not greeted first. */
const repeated = (actions: readonly Draft[]): Verdict<Store> => {
  const isOut = actions.some(({ type }) => type === 'kick')
  return { actions, why: { decided: isOut ? 'removed again' : 'muted again' }, stop: isOut }
}
/** Whom a raid's own case is about need not be looked at by rules as well. */
export const isDealtWith = (verdict: Verdict<Store> | undefined): boolean =>
  verdict?.why?.checks?.some(({ name }) => name === 'case') === true

/** One more first join. */
async function counted(ctx: JoinCtx): Promise<Verdict<Store>> {
  const brought = await broughtBy(ctx)
  if (brought === 'staff') return { why: { decided: 'silent', checks: [{ name: 'invited', found: 'by staff' }] } }
  const before = await ctx.store.groups.get({ group_id: ctx.group.id })
  const group = brought === 'member' ? before : { ...before, joins: joinsWith(ctx, before) }
  const own = arrivalOf(ctx)
  const found = seen(ctx, group, own, await lately(ctx, ctx.member.id), brought === 'member')
  if (before.raid_rest > ctx.now) return remembered(group, own)
  if (found.signal) return raised(ctx, group, own, found)
  return isOn(before, ctx.now) ? during(ctx, group, own, found) : remembered(group, own)
}
const joinsWith = (ctx: JoinCtx, { joins }: GroupRow) =>
  push(joinWindow, joins, ctx.event.at, '', ctx.event.at - ctx.config.raid.seconds * 1000)
const remembered = (group: GroupRow, own: ArrivalRow): Verdict<Store> => ({
  save: async (store) => {
    const now = await store.groups.get({ group_id: group.group_id })
    store.groups.put({ ...now, joins: group.joins })
    store.arrivals.put(own)
  },
})
const arrivalOf = ({ group, member, event }: JoinCtx): ArrivalRow => ({
  group_id: group.id,
  member_id: member.id,
  name: member.name,
  at: event.at,
  account_at: event.accountAt ?? 0,
  avatar: pictureOf(event.avatar),
  raid: 0,
  number: 0,
})

/**
 * Somebody asked them in. Not who made a link: where that has to be guessed (`inviteSure`), a link is everybody's.
 */
async function broughtBy({ event, find, config, now }: JoinCtx): Promise<'staff' | 'member' | undefined> {
  if (event.invitedBy === undefined || event.inviteSure !== undefined) return undefined
  const inviter = await find(event.invitedBy)
  if (!inviter?.present) return undefined
  if (isStaff(inviter.role)) return 'staff'
  return now - inviter.joinedAt >= config.newcomers.hours * hourMs ? 'member' : undefined
}

async function raised(ctx: JoinCtx, group: GroupRow, own: ArrivalRow, found: Seen): Promise<Verdict<Store>> {
  const { signal, others } = found
  if (!signal) return remembered(group, own)
  const fresh = others.filter(({ raid }) => !isOn(group, ctx.now) || raid !== group.raid)
  const goes = await course(ctx, group, signal, fresh.length + 1)
  const raid = goes.raid.number
  const dealt = await dealtNow(ctx, goes.raid, goes.deeds, own)
  const harsh = goes.deeds.has('mute') || goes.deeds.has('kick')
  return {
    actions: [...goes.actions, ...dealt.actions],
    later: [...goes.later, ...dealt.later, ...(harsh ? [{ job: 'raid-acts', key: 'raid', at: ctx.now }] : [])],
    save: async (store) => {
      for (const other of fresh) store.arrivals.put({ ...other, raid })
      await remembered(group, { ...own, raid }).save?.(store)
      const acted = goes.raid.acted + dealt.cases.length
      await keepCourse(store, { ...goes, raid: { ...goes.raid, acted } })
      await dealt.save(store)
    },
    why: whyOf(decided[goes.is], goes, `${signal.cause} ${signal.count}`, dealt),
  }
}
const decided = { begun: 'raid begins', risen: 'raid rises', fallen: 'raid falls', 'going on': 'raid' } as const

/** No burst of its own: one of the raid where everybody is, or where alike ones are and this is one. */
async function during(ctx: JoinCtx, group: GroupRow, own: ArrivalRow, found: Seen): Promise<Verdict<Store>> {
  const before = await ctx.store.raidLog.get({ group_id: ctx.group.id, number: group.raid })
  if (!isBroad(before) && !found.alike) return remembered(group, own)
  const raid: RaidRow = { ...before, joins: before.joins + 1 }
  const level = levelAt(group.raid_level) ?? 'watch'
  const dealt = await dealtNow(ctx, raid, deedsAt(ctx.config.raid, level), own)
  return {
    actions: dealt.actions,
    later: dealt.later,
    save: async (store) => {
      await remembered(group, { ...own, raid: raid.number }).save?.(store)
      const now = await store.groups.get({ group_id: group.group_id })
      store.groups.put({ ...now, raid_joins: raid.joins })
      store.raidLog.put({ ...raid, acted: raid.acted + dealt.cases.length })
      await dealt.save(store)
    },
    why: whyOf('raid', { raid }, `R${raid.number}`, dealt),
  }
}

const dealtNow = (
  ctx: JoinCtx,
  raid: RaidRow,
  deeds: Parameters<typeof against>[2],
  arrival: ArrivalRow,
): Promise<Dealt> =>
  deeds.has('mute') || deeds.has('kick')
    ? against(ctx, raid, deeds, [{ member: ctx.member, arrival }])
    : Promise.resolve(nobody)

const whyOf = (decided: string, { raid }: Pick<Course, 'raid'>, found: string, { cases }: Dealt) => ({
  decided,
  checks: [
    { name: 'raid', found: `${levelAt(raid.level)} · ${found}` },
    ...cases.map((number) => ({ name: 'case', found: `#${number}` })),
  ],
})
