/** /raid: on and off by staff's word, and how it stands. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import { parseDuration } from '../../../time/duration.ts'
import { durationField } from '../commands/targets.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import { refuse } from '../refuse.ts'
import type { GroupRow, Store } from '../store.ts'
import { lasting, type Say, sayTo } from '../wording.ts'
import { levels } from './config.ts'
import { course, isOn, keepCourse, type Signal } from './course.ts'
import { levelAt } from './levels.ts'
import { ended } from './over.ts'

const hourMs = 3_600_000
export const raidCommand = moderation.command({
  name: 'raid',
  aliases: ['防冲', '防突袭'],
  role: 'moderator',
  private: true,
  input: z.strictObject({
    action: z.enum(['on', 'off', 'status']).default('status'),
    level: z.enum(levels).default('guarded'),
    for: durationField.optional(),
  }),
  run: async (ctx, { action, level, for: typed }) => {
    const say = sayTo(ctx, ctx.member)
    const forMs = typed === undefined ? undefined : parseDuration(typed)
    if (typed !== undefined && forMs === undefined)
      return refuse('not-a-duration', say('error.duration', { value: typed }), 'for')
    const group = await ctx.store.groups.get({ group_id: ctx.group.id })
    if (action === 'status') return { reply: await statusIn(ctx, say, group), why: { decided: 'raid shown' } }
    if (action === 'off') return off(ctx, say, group, forMs ?? ctx.config.raid.rest)
    const until = ctx.now + Math.min(forMs ?? hourMs, Math.max(hourMs, ctx.config.raid.longest))
    const signal: Signal = { level, cause: 'command', since: ctx.now, until, count: 0, by: ctx.member }
    return on(ctx, say, group, signal)
  },
})

/** Those who are here already are not of it. */
async function on(ctx: ModerationCtx, say: Say, group: GroupRow, signal: Signal): Promise<Verdict<Store>> {
  const goes = await course(ctx, group, signal, 0)
  return {
    actions: goes.actions,
    later: goes.later,
    save: async (store) => {
      await keepCourse(store, goes)
      if (goes.is === 'fallen') await countAnew(store, ctx.group.id)
    },
    why: {
      decided: goes.is === 'fallen' ? 'raid falls' : 'raid begins',
      checks: [{ name: 'raid', found: signal.level }],
    },
    reply: say('answer.raid.on', {
      level: say(`raid.level.${signal.level}`),
      for: lasting(say, goes.group.raid_until - ctx.now),
    }),
  }
}
/** Else the next who comes would bring the level back that staff has just taken down. */
async function countAnew(store: Store, group_id: string): Promise<void> {
  store.groups.put({ ...(await store.groups.get({ group_id })), joins: '' })
}
async function off(ctx: ModerationCtx, say: Say, group: GroupRow, rest: number): Promise<Verdict<Store>> {
  const rests = ctx.now + rest
  const verdict = await ended(ctx, group, rests)
  const reply = say(verdict ? 'answer.raid.off' : 'answer.raid.rest', { for: lasting(say, Math.max(60_000, rest)) })
  if (verdict) return { ...verdict, reply }
  const resting = { ...group, raid_rest: rests }
  return { save: (store) => store.groups.put(resting), why: { decided: 'raids rest' }, reply }
}

async function statusIn(ctx: ModerationCtx, say: Say, group: GroupRow): Promise<string> {
  if (!isOn(group, ctx.now))
    return group.raid_rest > ctx.now
      ? say('answer.raid.resting', { for: lasting(say, group.raid_rest - ctx.now) })
      : say('answer.raid.none')
  const raid = await ctx.store.raidLog.get({ group_id: ctx.group.id, number: group.raid })
  return say('answer.raid.status', {
    level: say(`raid.level.${levelAt(group.raid_level) ?? 'watch'}`),
    why: say(`raid.cause.${raid.cause}`, { who: raid.by_name }),
    count: raid.joins,
    acted: raid.acted,
    for: lasting(say, group.raid_until - ctx.now),
  })
}
