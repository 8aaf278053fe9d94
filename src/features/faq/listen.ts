/** Members talking: a question the desk knows is answered, one it half knows is offered entries, all else is left alone. */
import type { EventCtx, Verdict, Why } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import type { Matched } from '../../text/match.ts'
import { answer } from './answer.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import { deskOf, type FaqDesk } from './desk.ts'
import type { Entry } from './entry.ts'
import { followUp, goesOn, isShort, lastAnswered, writtenAfter } from './follow.ts'
import type { RoomRow } from './memory.ts'
import { offer } from './offer.ts'
import { openQuestion, replied, spokenTo, takenUp } from './overheard.ts'
import { consult } from './second.ts'
import { notKnown } from './silence.ts'
import { spokenVote } from './spoken-vote.ts'
import { spotOf } from './spot.ts'
import type { FaqStore } from './store.ts'
import { notedOf } from './unanswered.ts'
import { isWrongFor } from './votes.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'message'>
type Verdicts = MaybePromise<Verdict<FaqStore> | undefined>

export const onMessage = faq.on('message', (ctx): Verdicts => {
  if (!ctx.config.listen) return undefined
  return andThen(spokenVote(ctx), (verdict) => verdict ?? heard(ctx))
})

function heard(ctx: Ctx): Verdicts {
  const { event } = ctx
  if (event.replyTo !== undefined && !event.mentionsBot) return toWhom(ctx, event.replyTo)
  if (/^[/／!！]/.test(event.text)) return undefined // a command that was mistyped
  if ((event.mentions?.length ?? 0) > 0 && !event.mentionsBot) return spokenTo(ctx)
  return andThen(deskOf(ctx), (desk) => asked(ctx, desk))
}

/** By name, or in private, where nobody else can be meant. */
const isCalled = ({ event }: Ctx): boolean => event.mentionsBot === true || event.private === true

/** A reply to our last answer may follow it up; one to a member is theirs. */
function toWhom(ctx: Ctx, message: string): Verdicts {
  return andThen(isShort(ctx.event.text) ? lastAnswered(ctx) : undefined, async (room) => {
    const ours = room && (await ctx.sentAs([room.action])).get(room.action) === message
    if (!room || !ours) return replied(ctx, message)
    const desk = await deskOf(ctx)
    return following(ctx, desk, room, ctx.event.text)
  })
}

function asked(ctx: Ctx, desk: FaqDesk): Verdicts {
  const text = ctx.event.mentionsBot ? ctx.event.text.replace(/[@＠]\S+\s*/gu, '') : ctx.event.text
  const matched = desk.ask(text, isCalled(ctx) ? 'lenient' : ctx.config.dial)
  const [best] = matched.ranked
  const entry = matched.zone === 'answer' && best ? desk.find(best.entry) : undefined
  if (entry && best?.score === 1) return answerNowOrLater(ctx, entry, text, matched) // in the owner's very words
  if (!isShort(text) || !goesOn(text)) return known(ctx, desk, text, matched)
  return andThen(lastAnswered(ctx), (room) => {
    const followed = room && writtenAfter(desk, room, text)
    return followed ? answerNowOrLater(ctx, followed.entry, text, followed.matched) : known(ctx, desk, text, matched)
  })
}
function known(ctx: Ctx, desk: FaqDesk, text: string, matched: Matched): Verdicts {
  const [best] = matched.ranked
  const entry = matched.zone === 'answer' && best ? desk.find(best.entry) : undefined
  if (entry)
    return andThen(isWrongFor(ctx, entry.id, text), (wrong) =>
      wrong ? halfKnown(ctx, desk, text, without(matched, entry.id)) : answerNowOrLater(ctx, entry, text, matched),
    )
  if (!isShort(text)) return halfKnown(ctx, desk, text, matched)
  return andThen(lastAnswered(ctx), (room) => {
    const followed = room && following(ctx, desk, room, text)
    return followed ?? halfKnown(ctx, desk, text, matched)
  })
}
function following(ctx: Ctx, desk: FaqDesk, room: RoomRow, text: string): Verdicts {
  const followed = followUp(desk, room, text)
  return followed && answerNowOrLater(ctx, followed.entry, text, followed.matched)
}
/** What members said is wrong for these words is not answered again, and offered only if nothing else is. */
const without = (matched: Matched, wrong: string): Matched => ({
  ...matched,
  zone: 'suggest',
  ranked: matched.ranked.toSorted((a, b) => Number(a.entry === wrong) - Number(b.entry === wrong)),
})

function halfKnown(ctx: Ctx, desk: FaqDesk, text: string, matched: Matched): Verdicts {
  if (matched.ranked.length === 0 && !matched.asked) return takenUp(ctx, desk)
  return andThen(isSuspect(ctx), (suspect) =>
    suspect ? { why: { ...whyOf(matched), decided: 'suspect' } } : half(ctx, desk, text, matched),
  )
}
/** An advert that asks something is no gap in what we know. */
const isSuspect = ({ store, community, group, member, event, now }: Ctx) =>
  store.suspects.of({
    community: community.id,
    group: group.id,
    member: member.id,
    message: event.message ?? event.id,
    now,
  })
function half(ctx: Ctx, desk: FaqDesk, text: string, matched: Matched): Verdicts {
  if (matched.zone !== 'suggest') return unknown(ctx, desk, text, matched)
  return offered(ctx, desk, text, matched).then((verdict) => verdict ?? unknown(ctx, desk, text, matched))
}
async function offered(ctx: Ctx, desk: FaqDesk, text: string, matched: Matched) {
  const { event, member } = ctx
  const noted = notedOf(ctx, text)
  const message = event.message ?? event.id
  const half = { member, message, spot: spotOf(ctx), noted, desk, matched, why: whyOf(matched) }
  return (await consult(ctx, text, half)) ?? offer(ctx, half)
}

const whyOf = ({ zone, ranked }: Matched): Why => ({
  decided: zone === 'answer' ? 'answered' : zone === 'suggest' ? 'suggested' : 'silent',
  ...(ranked[0] && { score: ranked[0].score }),
  checks: ranked.map(({ entry, score }) => ({ name: entry, score })),
})

function answerNowOrLater(ctx: Ctx, entry: Entry, text: string, matched: Matched): Verdicts {
  const { config, event, member, now } = ctx
  const { language } = matched
  const message = event.message ?? event.id
  const why = { ...whyOf(matched), decided: 'answered' }
  const noted = notedOf(ctx, text)
  const wanted = isCalled(ctx)
  if (config.holdSeconds === 0 || entry.command !== undefined)
    return answer(ctx, { entry, language, member, message, spot: spotOf(ctx), noted, source: event.id, why, wanted })
  const payload = { entry: entry.id, language, member: member.id, message, noted: { ...noted } }
  return {
    later: [{ job: 'answer', key: message, at: now + config.holdSeconds * 1000, payload, here: true }],
    save: (store) => openQuestion(ctx, store, member, message, entry.id),
    why: { ...why, decided: 'held' },
  }
}

function unknown(ctx: Ctx, desk: FaqDesk, text: string, matched: Matched): Verdicts {
  const silent = { ...whyOf(matched), decided: 'silent' }
  const noted = matched.asked ? notedOf(ctx, text) : undefined
  if (!noted?.signature) return andThen(takenUp(ctx, desk), (verdict) => ({ ...verdict, why: silent }))
  const { event, member } = ctx
  return notKnown(ctx, {
    member,
    message: event.message ?? event.id,
    spot: spotOf(ctx),
    noted,
    language: matched.language,
    wanted: isCalled(ctx),
    why: silent,
  })
}
