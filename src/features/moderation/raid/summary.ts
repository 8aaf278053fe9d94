/** What a raid was, for staff: who came, what was done and what became of it. */
import { becameOf } from '../became.ts'
import { stepsOf } from '../cases.ts'
import type { ModerationCtx } from '../kit.ts'
import type { CaseRow } from '../store.ts'
import { lasting, type Say } from '../wording.ts'
import { verifying } from './course.ts'
import { deedsAt, levelAt } from './levels.ts'
import { type Measure, measuresOf } from './measures.ts'
import type { ArrivalRow, RaidRow } from './store.ts'

export interface Sum {
  /** Who came with it, in order. */
  readonly names: readonly string[]
  readonly left: number
  /** Cases that something was done in and that stand. */
  readonly cases: readonly number[]
  readonly muted: number
  readonly removed: number
  /** Held back by the budget, or refused by the platform. */
  readonly undone: number
}
const shown = 15

export async function summed(ctx: ModerationCtx, arrivals: readonly ArrivalRow[]): Promise<Sum> {
  const rows: CaseRow[] = []
  let left = 0
  for (const { member_id, number } of arrivals) {
    const row = number > 0 ? await ctx.store.cases.find({ community: ctx.community.id, number }) : undefined
    if (row) rows.push(row)
    if (!(await ctx.find(member_id))?.present) left++
  }
  const became = await becameOf(await ctx.sql(['outbox']), rows)
  const all = rows.flatMap(({ number }) => became.get(number) ?? [])
  const done = (does: string) => all.filter((one) => one.does === does && isDone(one.fate)).length
  return {
    names: arrivals.map(({ name }) => name),
    left,
    cases: rows
      .filter(({ state, steps }) => state === 'done' && steps !== '[]')
      .map(({ number }) => number)
      .sort((a, b) => a - b),
    muted: done('mute'),
    removed: done('kick'),
    undone:
      rows.flatMap(stepsOf).filter(({ does }) => does === 'mute' || does === 'kick').length -
      done('mute') -
      done('kick'),
  }
}
/** What is on its way counts as done. */
const isDone = (fate: string) => fate === 'done' || fate === 'waiting'

export function summaryIn(ctx: ModerationCtx, say: Say, raid: RaidRow, sum: Sum): string {
  const lasted = Math.max(1000, raid.ended_at - raid.since)
  const count = Math.max(raid.joins, sum.names.length)
  const about = {
    group: ctx.group.name,
    raid: raid.number,
    level: say(`raid.level.${levelAt(raid.level) ?? 'watch'}`),
    lasted: lasting(say, lasted),
    count,
    left: sum.left > 0 ? say('raid.over.left', { count: sum.left }) : '',
    why: say(`raid.cause.${raid.cause}`, { who: raid.by_name }),
  }
  return [
    say('raid.over', about),
    ...(sum.names.length > 0 ? [say('raid.over.who', { names: namesIn(say, sum.names) })] : []),
    say('raid.over.done', { done: doneIn(ctx, say, raid, sum) }),
    ...(sum.undone > 0 ? [say('raid.over.undone', { count: sum.undone })] : []),
    ...(sum.cases.length > 0
      ? [say('raid.over.cases', { from: sum.cases[0] ?? 0, to: sum.cases.at(-1) ?? 0, count: sum.cases.length })]
      : []),
  ].join('\n')
}
function namesIn(say: Say, names: readonly string[]): string {
  const some = names.slice(0, shown).join(say('raid.and'))
  return names.length > shown ? say('raid.over.more', { names: some, count: names.length - shown }) : some
}
function doneIn(ctx: ModerationCtx, say: Say, raid: RaidRow, { muted, removed }: Sum): string {
  const verified = deedsAt(ctx.config.raid, levelAt(raid.level) ?? 'watch').has('verify') && verifying(ctx)
  const set = new Set(measuresOf(raid).map(({ what }: Measure) => what))
  return [
    say('raid.over.greetings'),
    ...(verified ? [say('raid.over.verified')] : []),
    ...(set.has('slow') ? [say('raid.over.slow')] : []),
    ...(set.has('invites') ? [say('raid.over.invites')] : []),
    ...(muted > 0 ? [say('raid.over.muted', { count: muted })] : []),
    ...(removed > 0 ? [say('raid.over.removed', { count: removed })] : []),
  ].join(say('raid.and'))
}
