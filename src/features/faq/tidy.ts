/** At night in the group's zone: what is no longer needed goes, and staff hears of entries nobody looked at for long. */
import type { Draft } from '../../core/action.ts'
import type { JobCtx, Verdict } from '../../core/feature.ts'
import type { Database } from '../../core/tables.ts'
import { pick } from '../../core/words.ts'
import { dayNumberAt, dayNumberOf } from '../../time/days.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import type { EntryConfig } from './entry.ts'
import type { FaqStore } from './store.ts'
import { toStaff } from './votes.ts'
import { say } from './wording.ts'

type Ctx = JobCtx<FaqConfig, FaqStore>
const dayMs = 86_400_000
const mostNamed = 10

export const tidy = faq.job({
  name: 'tidy',
  recurs: () => [{ key: 'night', cron: '20 4 * * *', late: 'once' }],
  run: async (ctx) => {
    const db = await ctx.sql()
    await tidyGroup(db, ctx)
    await tidyTexts(db, ctx)
    await tidyQuestions(db, ctx)
    return staleAlarm(ctx)
  },
})

async function tidyGroup(db: Database, { group, now }: Ctx) {
  const days = { faq_offers: 7, faq_turns: 2, faq_answers: 2, faq_said: 7 }
  for (const [table, kept] of Object.entries(days))
    await db
      .deleteFrom(table)
      .where('group_id', '=', group.id)
      .where('at', '<', now - kept * dayMs)
      .execute()
  // One for every channel, and for everybody who ever asked alone.
  const before = now - dayMs
  await db
    .deleteFrom('faq_rooms')
    .where('group_id', '=', group.id)
    .where('at', '<', before)
    .where('asked_at', '<', before)
    .execute()
}
/** What members wrote; at once where the owner no longer keeps it. */
async function tidyTexts(db: Database, { config, community, now }: Ctx) {
  const before = config.keepText ? now - config.textDays * dayMs : now + 1
  const theirs = (table: string, at: string) =>
    db.updateTable(table).set({ text: '' }).where('community', '=', community.id).where(at, '<', before)
  await theirs('faq_unanswered', 'last_at').execute()
  await theirs('faq_asks', 'at').execute()
  await theirs('faq_said', 'at').execute()
  await db.deleteFrom('faq_drafts').where('community', '=', community.id).where('at', '<', before).execute()
}
async function tidyQuestions(db: Database, { config, community, now }: Ctx) {
  const old = now - config.keepDays * dayMs
  await db.deleteFrom('faq_unanswered').where('community', '=', community.id).where('last_at', '<', old).execute()
  await db.deleteFrom('faq_asks').where('community', '=', community.id).where('at', '<', old).execute()
  const open = db.selectFrom('faq_unanswered').select('signature').where('community', '=', community.id)
  await db.deleteFrom('faq_askers').where('community', '=', community.id).where('signature', 'not in', open).execute()
}

/** Whether nobody made sure of it for too long. `today` is a day number. */
export const isStale = ({ checked }: Pick<EntryConfig, 'checked'>, staleDays: number, today: number) =>
  staleDays > 0 && checked !== undefined && today - dayNumberOf(checked) > staleDays

/** Once for an entry and the day it was last looked at, whichever of the community's groups has its night first. */
async function staleAlarm(ctx: Ctx): Promise<Verdict<FaqStore> | undefined> {
  const { config, community, group, now } = ctx
  const today = dayNumberAt(now, group.timezone)
  const stale = config.entries.filter((entry) => isStale(entry, config.staleDays, today))
  const keys = stale.map(({ id, checked = '' }) => ({ community: community.id, entry: id, checked }))
  const told = await Promise.all(keys.map((key) => ctx.store.alarms.find(key)))
  const fresh = stale.filter((_, at) => told[at] === undefined)
  if (fresh.length === 0) return undefined
  const actions: Draft[] = await toStaff(ctx, (locale) => ({
    group: group.ref,
    text: say(locale, 'stale.staff', {
      days: config.staleDays,
      entries: fresh
        .slice(0, mostNamed)
        .map(({ question, checked = '' }) => say(locale, 'stale.line', { question: pick(question, locale), checked }))
        .join('\n'),
      more: fresh.length > mostNamed ? say(locale, 'stale.more', { count: fresh.length - mostNamed }) : '',
    }).trimEnd(),
  }))
  if (actions.length === 0) return undefined
  return {
    actions,
    save: (store) => {
      for (const { id, checked = '' } of fresh)
        store.alarms.put({ community: community.id, entry: id, checked, at: now })
    },
    why: { decided: 'told', checks: fresh.slice(0, mostNamed).map(({ id }) => ({ name: id })) },
  }
}
