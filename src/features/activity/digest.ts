/** The week in one post: numbers, thanks, and a chart. */
import type { ActionOf } from '../../core/action.ts'
import type { JobCtx, Verdict } from '../../core/feature.ts'
import { dayKey, dayNumberAt } from '../../time/days.ts'
import { activity } from './base.ts'
import { type Chart, chartSvg } from './chart.ts'
import type { ActivityConfig } from './config.ts'
import { fingerprint } from './hash.ts'
import { pngOf } from './picture.ts'
import { type DayNumbers, type Leader, leaders } from './reports.ts'
import { changeText, type Say, toGroup } from './say.ts'
import { sparkline } from './sparkline.ts'
import type { ActivityStore } from './store.ts'
import { tidy } from './tidy.ts'
import { type Week, weekBefore } from './week.ts'

type Due = JobCtx<ActivityConfig, ActivityStore>
const halfDay = 43_200_000

/**
 * When hundreds of groups have their digest at nine, drawing all of it at once would hold up everybody, and platforms
 * would take the posts for spam: each group has its own moment in the five minutes after, the same every week.
 */
const spread = 300_000
const momentOf = (group: string) => fingerprint(group) % spread

/** Once a week in any case, since it also tidies up: one job a group, not two. */
export const digest = activity.job({
  name: 'digest',
  recurs: ({ digest: { on, cron } }) => [
    on ? { key: 'week', cron, late: 'once', lateWithin: halfDay } : { key: 'tidy', cron: '40 4 * * 0', late: 'skip' },
  ],
  run: (ctx) => {
    if (ctx.key === 'post') return post(ctx, Number(ctx.payload.due))
    const at = ctx.due + momentOf(ctx.group.id)
    const later = ctx.key === 'week' ? [{ job: 'digest', key: 'post', at, payload: { due: ctx.due } }] : []
    return { why: { decided: 'tidied' }, later, save: () => tidy(ctx) }
  },
})

/** The week before the day on which the digest was due. */
async function post(ctx: Due, due: number): Promise<Verdict<ActivityStore>> {
  const { on, least, top, chart } = ctx.config.digest
  if (!on || ctx.now - due > halfDay) return { why: { decided: on ? 'too late' : 'switched off' } }
  const today = dayNumberAt(due, ctx.group.timezone)
  const db = await ctx.sql()
  const week = await weekBefore(db, ctx.group.id, today)
  if (week.totals.messages < least) return { why: { decided: 'too quiet' } }
  const best = top ? await leaders(db, ctx.group.id, top, { from: today - 7, to: today - 1 }) : []
  const image = chart ? await picture(ctx, week, today) : undefined
  const text = toGroup(ctx, (say) => digestText(say, { group: ctx.group.name, today, week, best, spark: !image }))
  return {
    why: { decided: 'posted' },
    actions: [{ type: 'send', group: ctx.group.ref, text, priority: 'post', key: 'digest', ...(image && { image }) }],
  }
}

/** The chart, with all it shows as text beside it; undefined where it cannot be drawn, and the post goes without. */
async function picture(ctx: Due, week: Week, today: number): Promise<ActionOf<'send'>['image']> {
  try {
    const png = await pngOf(chartSvg(chartOf(week, today)))
    return { png, alt: toGroup(ctx, (say) => say('digest.alt', bars(week))) }
  } catch (error) {
    ctx.log.warn({ error }, 'the digest goes without its chart')
    return undefined
  }
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
/** Month and day: 11-22. */
const dateOf = (day: number) => dayKey(day).slice(5)
/** 0 for Monday; day 0, 1 January 1970, was a Thursday. */
const weekday = (day: number) => (day + 3) % 7

const chartOf = ({ days, before }: Pick<Week, 'days' | 'before'>, today: number): Chart => ({
  week: `${dateOf(today - 7)} .. ${dateOf(today - 1)}`,
  weekBefore: `${dateOf(today - 14)} .. ${dateOf(today - 8)}`,
  days: days.map((day, n) => ({
    label: weekdays[weekday(day.day)] as string,
    value: day.messages,
    before: before[n]?.messages ?? 0,
  })),
})

/** Both weeks as bars on one scale, and as numbers. */
function bars({ days, before }: Pick<Week, 'days' | 'before'>) {
  const [now, then] = [days, before].map((week) => week.map((day) => day.messages)) as [number[], number[]]
  const top = Math.max(...now, ...then)
  return {
    spark: sparkline(now, top),
    before: sparkline(then, top),
    week: now.join(' '),
    weekBefore: then.join(' '),
  }
}

interface DigestFacts {
  readonly group: string
  readonly today: number
  readonly week: Week
  readonly best: readonly Leader[]
  /** Bars in the text itself: where no picture goes along. */
  readonly spark: boolean
}
function digestText(say: Say, { group, today, week, best, spark }: DigestFacts): string {
  const { totals, totalsBefore, active, activeBefore, days } = week
  const busiest = days.reduce<DayNumbers | undefined>((a, b) => (a && a.messages >= b.messages ? a : b), undefined)
  const lines = [
    say('digest.title', { group, from: dateOf(today - 7), to: dateOf(today - 1) }),
    say(totalsBefore.messages > 0 ? 'digest.messages' : 'digest.first', {
      messages: totals.messages,
      change: changeText(say, totals.messages, totalsBefore.messages),
      active,
      activeChange: changeText(say, active, activeBefore),
    }),
  ]
  if (totals.joins + totals.leaves > 0) lines.push(say('digest.moves', { joins: totals.joins, leaves: totals.leaves }))
  if (busiest)
    lines.push(say('digest.busiest', { day: say(`day.${weekday(busiest.day) + 1}`), messages: busiest.messages }))
  if (spark) lines.push(say('digest.spark', bars(week)))
  if (best.length) lines.push(say('digest.thanks', { names: best.map((one) => one.name).join(say('list.and')) }))
  return lines.join('\n')
}
