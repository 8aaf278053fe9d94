/** First messages alike: what several newcomers begin with is a raid, however slowly and under whatever names they came. */
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import { nearly, type Sketch } from '../sketch.ts'
import type { GroupRow, Store } from '../store.ts'
import { crowdWindow, eachSince, markLength } from '../window.ts'
import { course, keepCourse, type Signal } from './course.ts'
import { lately } from './signals.ts'

type Said = Pick<Sketch, 'code'> & { readonly mark: string; readonly at: number }

/** How many newcomers wrote nearly this lately, the one who did now included. */
export function voices(config: Config, { crowd }: GroupRow, { code, mark, at }: Said): number {
  const others = new Set<string>()
  eachSince(crowdWindow, crowd, at - config.raid.alike.minutes * 60_000, (offset) => {
    const other = crowd.slice(offset, offset + markLength)
    if (other !== mark && nearly(code, crowd, offset + markLength)) others.add(other)
  })
  return others.size + 1
}

/** Who came in that time is of it, were it only so that they are verified. */
export async function raidBySaid(
  ctx: EventCtx<Config, Store, 'message'>,
  group: GroupRow,
  said: Said,
): Promise<Verdict<Store> | undefined> {
  const { raid } = ctx.config
  const count = voices(ctx.config, group, said)
  if (count < raid.alike.messages || group.raid_rest > ctx.now) return undefined
  const since = said.at - raid.alike.minutes * 60_000
  const signal: Signal = { level: 'guarded', cause: 'messages', since, until: ctx.now + raid.calm, count }
  const came = (await lately(ctx, '')).filter(({ at, raid: other }) => at > since && other !== group.raid)
  const goes = await course(ctx, group, signal, came.length)
  return {
    actions: goes.actions,
    later: goes.later,
    save: async (store) => {
      for (const one of came) store.arrivals.put({ ...one, raid: goes.raid.number })
      await keepCourse(store, goes)
    },
    why: { decided: 'raid', checks: [{ name: 'raid', found: `messages ${count}` }] },
  }
}
