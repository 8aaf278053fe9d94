import { z } from 'zod'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { type Locale, pick } from '../../../core/words.ts'
import { faq } from '../base.ts'
import type { FaqConfig } from '../config.ts'
import { deskOf, type Entry, titleOf } from '../desk.ts'
import { lookUp } from '../lookup.ts'
import type { FaqStore } from '../store.ts'
import { noteUnanswered, signatureOf, wordsOf } from '../unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'command'>
const mostListed = 20

/** Lists the entries, or answers with the one that is meant: by number, by key word, or in the member's own words. */
export const faqCommand = faq.command({
  name: 'faq',
  aliases: ['群问答', '问', '常见问题'],
  role: 'member',
  input: z.strictObject({ topic: z.string().trim().max(300).optional().meta({ ref: 'entry' }) }),
  run: async (ctx, { topic }) => {
    const desk = await deskOf(ctx)
    const locale = ctx.member.locale ?? ctx.group.languages[0] ?? 'zh'
    if (!topic) return { reply: listing(ctx, desk.entries, locale, 'faq.title') }
    const found = lookUp(desk, topic, locale)
    if (found.entry) return shown(ctx, found.entry, found.language)
    if (found.near.length > 0) return { reply: listing(ctx, found.near, locale, 'faq.nearest', desk.entries) }
    return notFound(ctx, topic, found.language)
  },
})

function listing(ctx: Ctx, entries: readonly Entry[], locale: Locale, title: string, all = entries): string {
  if (entries.length === 0) return ctx.tFor(ctx.member, 'faq.none')
  const lines = entries
    .slice(0, mostListed)
    .map((entry) => ctx.tFor(ctx.member, 'faq.line', { n: all.indexOf(entry) + 1, question: titleOf(entry, locale) }))
  const more = entries.length - mostListed
  return [
    ctx.tFor(ctx.member, title),
    ...lines,
    ...(more > 0 ? [ctx.tFor(ctx.member, 'faq.more', { count: more })] : []),
  ].join('\n')
}
const shown = (ctx: Ctx, entry: Entry, language: Locale): Verdict<FaqStore> => ({
  reply: `**${titleOf(entry, language)}**\n${pick(entry.answer, language)}`,
  save: (store) => store.uses.add({ community: ctx.community.id, entry: entry.id }, { looked_up: 1 }),
  why: { decided: 'answered', checks: [{ name: entry.id }] },
})
function notFound(ctx: Ctx, topic: string, language: Locale): Verdict<FaqStore> {
  const signature = signatureOf(topic)
  const asked = {
    signature,
    words: wordsOf(topic),
    language,
    message: ctx.event.id,
    text: topic,
    member: ctx.member.id,
  }
  return {
    reply: ctx.tFor(ctx.member, 'faq.unknown'),
    ...(signature && { save: (store: FaqStore) => noteUnanswered(ctx, store, asked) }),
    why: { decided: 'silent' },
  }
}
