import { z } from 'zod'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import { type Locale, pick } from '../../../core/words.ts'
import { faq } from '../base.ts'
import type { FaqConfig } from '../config.ts'
import { deskOf } from '../desk.ts'
import { type Entry, titleOf } from '../entry.ts'
import { lookUp } from '../lookup.ts'
import { spotOf } from '../spot.ts'
import type { FaqStore } from '../store.ts'
import { notedOf, noteUnanswered } from '../unanswered.ts'
import { answerText } from '../wording.ts'

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
  ...replyOf(ctx, entry, language),
  save: (store) => store.uses.add({ community: ctx.community.id, entry: entry.id }, { looked_up: 1 }),
  why: { decided: 'answered', checks: [{ name: entry.id }] },
})
/** The answer under its question; with a picture as a message of its own, for a reply has none. */
function replyOf(ctx: Ctx, entry: Entry, language: Locale): Verdict<FaqStore> {
  const { command, picture } = entry
  if (command !== undefined && pick(entry.answer, language) === '') return { command }
  const text = `**${titleOf(entry, language)}**\n${answerText(ctx, entry, language, ctx.member.name)}`
  const more = command === undefined ? {} : { command }
  if (!picture) return { reply: text, ...more }
  const image = { png: picture.png, alt: pick(picture.alt, language) }
  return { actions: [{ type: 'send', group: ctx.group.ref, text, image, key: 'answer' }], ...more }
}
function notFound(ctx: Ctx, topic: string, language: Locale): Verdict<FaqStore> {
  const noted = notedOf(ctx, topic)
  const asked = { ...noted, language, message: ctx.event.id, spot: spotOf(ctx), member: ctx.member.id }
  return {
    reply: ctx.tFor(ctx.member, 'faq.unknown'),
    ...(noted.signature && { save: (store: FaqStore) => noteUnanswered(ctx, store, asked) }),
    why: { decided: 'silent' },
  }
}
