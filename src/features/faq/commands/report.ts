import { z } from 'zod'
import type { EventCtx } from '../../../core/feature.ts'
import { dayNumberAt } from '../../../time/days.ts'
import { faq } from '../base.ts'
import { shownAs } from '../clusters.ts'
import type { FaqConfig } from '../config.ts'
import { deskOf } from '../desk.ts'
import { titleOf } from '../entry.ts'
import { type Report, reportOf } from '../report.ts'
import type { FaqStore } from '../store.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
const mostListed = 5

/** What was asked and what became of it in the last days. */
export const report = faq.command({
  name: 'faq-report',
  aliases: ['问答报告'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ days: z.int().min(1).max(365).default(30) }),
  run: async (ctx, { days }) => {
    const to = dayNumberAt(ctx.now, ctx.group.timezone)
    const desk = await deskOf(ctx)
    const found = await reportOf(await ctx.sql(), ctx.community.id, desk, { from: to - days + 1, to, now: ctx.now })
    return { reply: written(ctx, found, days) }
  },
})

function written(ctx: Ctx, found: Report, days: number): string {
  const { sums, asked, helpfulRate, unanswered, unused, rivals } = found
  const say = (key: string, vars = {}) => ctx.tFor(ctx.member, key, vars)
  const locale = ctx.member.locale ?? ctx.group.languages[0] ?? 'zh'
  const section = (key: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [say(key), ...lines.slice(0, mostListed).map((line) => `· ${line}`)]
  const rate = helpfulRate === null ? '–' : `${Math.round(helpfulRate * 100)}%`
  return [
    say('report.title', { days }),
    say('report.sums', { ...sums, asked, rate }),
    ...opinions(ctx, found),
    ...section(
      'report.unanswered',
      unanswered.map(({ head, askers, code }) => say('report.asked', { question: shownAs(head), askers, code })),
    ),
    ...section(
      'report.rivals',
      rivals.map(({ a, b }) => say('report.pair', { a: titleOf(a, locale), b: titleOf(b, locale) })),
    ),
    ...section(
      'report.unused',
      unused.map((entry) => titleOf(entry, locale)),
    ),
    ...(unused.length > mostListed ? [say('report.more', { count: unused.length - mostListed })] : []),
  ].join('\n')
}

/** What the second opinion was worth, where it is switched on or was. */
function opinions({ config, member, tFor }: Ctx, { sums, calls }: Report): string[] {
  if (!config.second && sums.consulted === 0) return []
  const today = config.second && tFor(member, 'report.calls', { calls, cap: config.second.perDay })
  return [[tFor(member, 'report.second', { ...sums }), today].filter(Boolean).join(tFor(member, 'report.and'))]
}
