/**
 * A second opinion: where the desk is half sure, somebody outside may say which of its entries is meant, if the owner
 * wants that. The answer is that entry's; without an opinion entries are offered as ever.
 */
import { z } from 'zod'
import type { EventCtx, Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { localeSchema, type MaybePromise } from '../../core/words.ts'
import { answer, countDay } from './answer.ts'
import { type FaqCtx, faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import { deskOf, type FaqDesk } from './desk.ts'
import type { Entry } from './entry.ts'
import { type HalfKnown, offer } from './offer.ts'
import { openQuestion } from './overheard.ts'
import { notKnown } from './silence.ts'
import { spotOf } from './spot.ts'
import type { FaqStore } from './store.ts'
import { isWrongFor } from './votes.ts'

const dayMs = 86_400_000
/** Of a question and of an entry's wordings: enough to know them by, few enough to cost little. */
const longest = 400
const mostWordings = 5

/** What waits for the opinion. The question itself does not, unless the owner keeps texts. */
const waiting = z.object({
  member: z.string(),
  message: z.string(),
  noted: z.object({ signature: z.string(), words: z.string(), text: z.string() }),
  language: localeSchema,
  asked: z.boolean(),
  ranked: z.array(z.object({ entry: z.string(), score: z.number() })),
  wanted: z.boolean(),
  /** Epoch milliseconds. */
  at: z.number(),
})
type Waiting = z.output<typeof waiting>

/** The number of a day in UTC, by which calls are allowed. */
export const callDay = (now: number) => Math.floor(now / dayMs)
/** Nothing where nobody may be asked, the day's calls are spent, or none of the entries could be the answer. */
export async function consult(
  ctx: EventCtx<FaqConfig, FaqStore, 'message'>,
  text: string,
  { member, message, noted, desk, matched, why }: HalfKnown,
): Promise<Verdict<FaqStore> | undefined> {
  const { config, now, community } = ctx
  const { second: settings, holdSeconds } = config
  if (!settings || !ctx.canConsult) return undefined
  const day = callDay(now)
  const row = await ctx.store.seconds.get({ community: community.id })
  const calls = row.day === day ? row.calls : 0
  if (calls >= settings.perDay) return undefined
  const entries = await eligible(ctx, text, desk, matched.ranked)
  const [first] = entries
  if (!first) return undefined
  const { language, asked, ranked } = matched
  const wanted = ctx.event.mentionsBot === true || ctx.alone !== undefined
  const payload: Waiting = { member: member.id, message, noted, language, asked, ranked: [...ranked], wanted, at: now }
  const candidates = entries.map(({ id, texts }) => ({
    id,
    text: texts.slice(0, mostWordings).join(' / ').slice(0, longest),
  }))
  return {
    consult: {
      job: 'second',
      key: message,
      payload,
      asked: { question: text.slice(0, longest), candidates, settings },
    },
    save: async (store) => {
      store.seconds.put({ community: community.id, day, calls: calls + 1 })
      countDay(ctx, store, { consulted: 1 })
      if (holdSeconds > 0) await openQuestion(ctx, store, member, message, first.id)
    },
    why: { ...why, decided: 'consulted' },
  }
}

/** Not what members said is wrong for these words; nor what runs a command, which only a member's own word does. */
async function eligible(ctx: FaqCtx, text: string, desk: FaqDesk, ranked: HalfKnown['matched']['ranked']) {
  const entries: Entry[] = []
  for (const { entry: id } of ranked) {
    const entry = desk.find(id)
    if (entry && entry.command === undefined && !(await isWrongFor(ctx, id, text))) entries.push(entry)
  }
  return entries
}

/** Run with the entry that was chosen, or without where there is no opinion. */
export const second = faq.job({
  name: 'second',
  run: async (ctx) => {
    const asked = waiting.parse(ctx.payload)
    const member = await ctx.find(asked.member)
    if (!member) return undefined
    const desk = await deskOf(ctx)
    const entry = ctx.choice === undefined ? undefined : desk.find(ctx.choice)
    const verdict = await (entry ? agreed(ctx, entry, member, asked) : asEver(ctx, desk, member, asked))
    const came = entry ? { changed: 1 } : ctx.heard ? undefined : { failed: 1 }
    return came ? counting(ctx, verdict, came) : verdict
  },
})
const counting = (ctx: FaqCtx, verdict: Verdict<FaqStore>, came: Parameters<typeof countDay>[2]) => ({
  ...verdict,
  save: async (store: FaqStore) => {
    countDay(ctx, store, came)
    await verdict.save?.(store)
  },
})

function agreed(ctx: FaqCtx, entry: Entry, member: Member, asked: Waiting): MaybePromise<Verdict<FaqStore>> {
  const { language, message, noted, wanted, at, ranked } = asked
  const score = ranked.find((one) => one.entry === entry.id)?.score
  const check = { name: entry.id, found: 'second opinion', ...(score !== undefined && { score }) }
  const why = { decided: 'answered', checks: [check] }
  const until = at + ctx.config.holdSeconds * 1000
  const spot = spotOf(ctx)
  if (until <= ctx.now)
    return answer(ctx, { entry, language, member, message, spot, noted, source: ctx.source, why, wanted })
  const payload = { entry: entry.id, language, member: member.id, message, noted }
  return {
    later: [{ job: 'answer', key: message, at: until, payload, here: true }],
    why: { ...why, decided: 'held' },
  }
}

async function asEver(ctx: FaqCtx, desk: FaqDesk, member: Member, asked: Waiting): Promise<Verdict<FaqStore>> {
  const { message, noted, language, ranked, wanted } = asked
  const checks = ranked.map(({ entry, score }) => ({ name: entry, score }))
  const why: Why = { decided: 'suggested', ...(ranked[0] && { score: ranked[0].score }), checks }
  const matched = { zone: 'suggest', ranked, language, asked: asked.asked } as const
  const spot = spotOf(ctx)
  const offered = await offer(ctx, { member, message, spot, noted, desk, matched, why })
  if (offered) return offered
  const silent = { ...why, decided: 'silent' }
  return asked.asked && noted.signature
    ? notKnown(ctx, { member, message, spot, noted, language, wanted, why: silent })
    : { why: silent }
}
