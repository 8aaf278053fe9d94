/** Members talking: a question the desk knows is answered, one it half knows is offered entries, all else is left alone. */
import type { EventCtx, Verdict, Why } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import type { Matched } from '../../text/match.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import { deskOf, type FaqDesk } from './desk.ts'
import { offer } from './offer.ts'
import type { FaqStore } from './store.ts'
import { noteUnanswered, signatureOf, wordsOf } from './unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'message'>
type Verdicts = MaybePromise<Verdict<FaqStore> | undefined>

export const onMessage = faq.on('message', (ctx): Verdicts => {
  if (!ctx.config.listen) return undefined
  if (ctx.event.replyTo !== undefined && !ctx.event.mentionsBot) return heldBack(ctx, ctx.event.replyTo)
  if (isForOthers(ctx)) return undefined
  const desk = deskOf(ctx)
  return andThen(desk, (ready) => asked(ctx, ready))
})

/** A command that was mistyped, or words to somebody by name. */
const isForOthers = ({ event }: Ctx) =>
  /^[/／!！]/.test(event.text) || ((event.mentions?.length ?? 0) > 0 && !event.mentionsBot)

/** Somebody answered: an answer that was waiting for that is called off. */
const heldBack = ({ config }: Ctx, message: string): Verdicts =>
  config.holdSeconds > 0 ? { later: [{ job: 'answer', key: message, at: null }] } : undefined

function asked(ctx: Ctx, desk: FaqDesk): Verdicts {
  const text = ctx.event.mentionsBot ? ctx.event.text.replace(/[@＠]\S+\s*/gu, '') : ctx.event.text
  const matched = desk.ask(text, ctx.event.mentionsBot ? 'lenient' : ctx.config.dial)
  const [best] = matched.ranked
  if (!best && !matched.asked) return undefined
  const why = whyOf(matched)
  const entry = matched.zone === 'answer' && best ? desk.find(best.entry) : undefined
  if (entry) return answerNowOrLater(ctx, entry.id, desk, matched, why)
  if (matched.zone !== 'suggest') return unknown(ctx, text, matched, why)
  return offer(ctx, { text, desk, matched, why }).then((offered) => offered ?? unknown(ctx, text, matched, why))
}

const whyOf = ({ zone, ranked }: Matched): Why => ({
  decided: zone === 'answer' ? 'answered' : zone === 'suggest' ? 'suggested' : 'silent',
  ...(ranked[0] && { score: ranked[0].score }),
  checks: ranked.map(({ entry, score }) => ({ name: entry, score })),
})

function answerNowOrLater(ctx: Ctx, id: string, desk: FaqDesk, { language }: Matched, why: Why): Verdicts {
  const { config, event, member, now } = ctx
  const message = event.message ?? event.id
  const entry = desk.find(id)
  if (!entry) return undefined
  if (config.holdSeconds === 0) return answer(ctx, { entry, language, member, message, source: event.id, why })
  const payload = { entry: id, language, member: member.id, message }
  return {
    later: [{ job: 'answer', key: message, at: now + config.holdSeconds * 1000, payload }],
    why: { ...why, decided: 'held' },
  }
}

/** Questions are noted, so that the owner sees what is missing; who spoke to us by name is told so. */
function unknown(ctx: Ctx, text: string, matched: Matched, why: Why): Verdicts {
  const silent = { ...why, decided: 'silent' }
  const signature = matched.asked ? signatureOf(text) : ''
  if (!signature) return { why: silent }
  const message = ctx.event.message ?? ctx.event.id
  const asked = { signature, words: wordsOf(text), text, language: matched.language, message, member: ctx.member.id }
  const told = ctx.event.mentionsBot
    ? { actions: [{ type: 'send', group: ctx.group.ref, replyTo: message, text: ctx.t('faq.unknown') } as const] }
    : {}
  return {
    ...told,
    save: (store) => noteUnanswered(ctx, store, asked),
    why: silent,
  }
}
