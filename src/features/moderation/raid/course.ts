/** How a raid begins, grows and lasts: one way for joins, messages, rules and commands. */
import type { Draft } from '../../../core/action.ts'
import type { Later } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import type { GateConfig } from '../../gate/config.ts'
import type { ModerationCtx } from '../kit.ts'
import type { GroupRow, Store } from '../store.ts'
import { lasting, type Say } from '../wording.ts'
import type { Level, RaidDeed } from './config.ts'
import { deedsAt, higher, levelAt, rank } from './levels.ts'
import { loosened, measured, measuresOf } from './measures.ts'
import type { RaidRow } from './store.ts'
import { toStaff } from './tell.ts'

export type Cause = 'joins' | 'alike' | 'drip' | 'messages' | 'rule' | 'command'
/** Why there should be a raid of this level from now on. */
export interface Signal {
  readonly level: Level
  readonly cause: Cause
  /** From when on those who came belong to it, epoch milliseconds. */
  readonly since: number
  readonly until: number
  /** How many gave it away; 0 where somebody said so. */
  readonly count: number
  /** Who ordered it. */
  readonly by?: Pick<Member, 'id' | 'name'>
}
export interface Course {
  readonly raid: RaidRow
  /** What of the group's row is of the raid. */
  readonly group: RaidOfGroup
  readonly deeds: ReadonlySet<RaidDeed>
  readonly is: 'begun' | 'risen' | 'fallen' | 'going on'
  readonly actions: readonly Draft[]
  readonly later: readonly Later[]
}
type RaidOfGroup = Pick<
  GroupRow,
  'raid' | 'raid_since' | 'raid_until' | 'raid_joins' | 'raid_level' | 'raid_does' | 'raid_rest'
>
/** Raids that everybody who comes meanwhile belongs to; to the others only those who are alike. */
const broad: readonly string[] = ['joins', 'messages', 'rule', 'command']
export const isBroad = ({ cause }: Pick<RaidRow, 'cause'>) => broad.includes(cause)
export const isOn = (group: GroupRow, now: number) => group.raid_until > now
export const overLater = (at: number): Later => ({ job: 'raid-over', key: 'raid', at })

/** `joins`: how many came with it so far. */
export async function course(ctx: ModerationCtx, group: GroupRow, signal: Signal, joins: number): Promise<Course> {
  return isOn(group, ctx.now) ? goesOn(ctx, group, signal, joins) : begins(ctx, group, signal, joins)
}

async function begins(ctx: ModerationCtx, group: GroupRow, signal: Signal, joins: number): Promise<Course> {
  const raid: RaidRow = {
    group_id: ctx.group.id,
    number: group.raid + 1,
    level: rank(signal.level),
    cause: signal.cause,
    by_id: signal.by?.id ?? '',
    by_name: signal.by?.name ?? '',
    since: signal.since,
    ended_at: 0,
    joins,
    acted: 0,
    set_by_us: '[]',
    asked: '[]',
    state: 'on',
  }
  return taken(ctx, raid, signal, signal.until, 'begun')
}
async function goesOn(ctx: ModerationCtx, group: GroupRow, signal: Signal, joins: number): Promise<Course> {
  const before = await ctx.store.raidLog.get({ group_id: ctx.group.id, number: group.raid })
  const current = levelAt(group.raid_level)
  // By itself it only rises; staff says what it is to be.
  const level = signal.by ? signal.level : (higher(current, signal.level) ?? signal.level)
  const steps = rank(level) - group.raid_level
  const wider = !isBroad(before) && broad.includes(signal.cause)
  const raid: RaidRow = {
    ...before,
    level: Math.max(before.level, rank(level)),
    joins: before.joins + joins,
    since: Math.min(before.since, signal.since),
    ...(wider && { cause: signal.cause }),
  }
  const longest = raid.since + ctx.config.raid.longest
  const until = Math.max(group.raid_until, signal.by === undefined ? Math.min(signal.until, longest) : signal.until)
  return taken(ctx, raid, { ...signal, level }, until, steps > 0 ? 'risen' : steps < 0 ? 'fallen' : 'going on')
}

async function taken(
  ctx: ModerationCtx,
  before: RaidRow,
  signal: Signal,
  until: number,
  is: Course['is'],
): Promise<Course> {
  const deeds = deedsAt(ctx.config.raid, signal.level)
  const back = await loosened(ctx, deeds, measuresOf(before))
  const { actions, measures } = await measured(ctx, deeds, back.measures)
  const raid: RaidRow = { ...before, set_by_us: JSON.stringify(measures) }
  const told = is === 'going on' ? [] : await announced(ctx, raid, signal, deeds, until, is)
  return {
    raid,
    deeds,
    is,
    group: {
      raid: raid.number,
      raid_since: raid.since,
      raid_until: until,
      raid_joins: raid.joins,
      raid_level: rank(signal.level),
      raid_does: [...deeds].join(','),
      raid_rest: 0,
    },
    actions: [...told, ...actions, ...back.actions],
    later: [overLater(until)],
  }
}
/** The group's row is read again: what else was decided on the same event may have written it. In `save` only. */
export async function keepCourse(store: Store, { raid, group, is }: Course): Promise<void> {
  const row = await store.groups.get({ group_id: raid.group_id })
  if (is === 'begun' && row.raid === raid.number) return keepBoth(store, row, { raid, group })
  store.groups.put({ ...row, ...group })
  store.raidLog.put(raid)
}
/** Begun on the same event by a rule and by what was counted: it is one raid, as strict as the stricter. */
async function keepBoth(store: Store, row: GroupRow, { raid, group }: Pick<Course, 'raid' | 'group'>): Promise<void> {
  const first = await store.raidLog.get({ group_id: raid.group_id, number: raid.number })
  const stricter = row.raid_level >= group.raid_level ? row : group
  store.groups.put({
    ...row,
    raid_until: Math.max(row.raid_until, group.raid_until),
    raid_level: stricter.raid_level,
    raid_does: stricter.raid_does,
  })
  const set_by_us = JSON.stringify([...measuresOf(first), ...measuresOf(raid)])
  store.raidLog.put({ ...first, level: Math.max(first.level, raid.level), set_by_us })
}

async function announced(
  ctx: ModerationCtx,
  raid: RaidRow,
  signal: Signal,
  deeds: ReadonlySet<RaidDeed>,
  until: number,
  is: 'begun' | 'risen' | 'fallen',
): Promise<readonly Draft[]> {
  const { actions } = await toStaff(ctx, `raid-${raid.number}-${rank(signal.level)}`, (say) =>
    [
      say(`raid.${is}`, {
        group: ctx.group.name,
        level: say(`raid.level.${signal.level}`),
        why: whyIn(ctx, say, { ...signal, by: signal.by?.name ?? '' }),
        does: doesIn(ctx, say, deeds),
      }),
      say('raid.ends', { calm: lasting(say, Math.max(60_000, until - ctx.now)) }),
      ...byHand(ctx, say, deeds),
    ].join('\n'),
  )
  return actions
}
export function whyIn(
  ctx: ModerationCtx,
  say: Say,
  { cause, count, by }: Pick<Signal, 'cause' | 'count'> & { readonly by: string },
) {
  const { seconds, alike, drip } = ctx.config.raid
  return say(`raid.why.${cause}`, { count, seconds, minutes: alike.minutes, hours: drip.hours, who: by })
}

/** The action that each deed takes of a platform; to verify is our own affair. */
const takes = { slow: 'slow', invites: 'invites', mute: 'mute', kick: 'kick' } as const
const can = (ctx: ModerationCtx, deed: RaidDeed) => (deed === 'verify' ? verifying(ctx) : ctx.can(takes[deed]))
export const verifying = (ctx: ModerationCtx) =>
  ((ctx.configOf('gate') as GateConfig | undefined)?.mode ?? 'off') !== 'off'
/** Greetings wait in any case. */
export const doesIn = (ctx: ModerationCtx, say: Say, deeds: ReadonlySet<RaidDeed>) =>
  [say('raid.does.watch'), ...[...deeds].filter((deed) => can(ctx, deed)).map((deed) => doneIn(ctx, say, deed))].join(
    say('raid.and'),
  )
const doneIn = (ctx: ModerationCtx, say: Say, deed: RaidDeed) =>
  say(`raid.does.${deed}`, { gap: lasting(say, ctx.config.raid.slow), for: lasting(say, ctx.config.raid.for) })
/** What this platform does not let us do is asked of those who can. */
function byHand(ctx: ModerationCtx, say: Say, deeds: ReadonlySet<RaidDeed>): string[] {
  const lacking = [...deeds].filter((deed) => deed !== 'verify' && !can(ctx, deed))
  if (lacking.length === 0) return [say('raid.nothing')]
  return [say('raid.by-hand', { what: lacking.map((deed) => say(`raid.hand.${deed}`)).join(say('raid.and')) })]
}
