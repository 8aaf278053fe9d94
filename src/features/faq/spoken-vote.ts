/**
 * "没解决": where there are no buttons an answer is rated in words, by whoever asked or in reply to it. Not by number:
 * a bare 1 or 2 in a group answers other things.
 */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import { saidOf } from './answer.ts'
import type { FaqConfig } from './config.ts'
import type { RoomRow } from './memory.ts'
import { isAlone, spotOf } from './spot.ts'
import type { FaqStore } from './store.ts'
import { type Vote, voted } from './votes.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'message'>
/** Who asked has tried it by then. */
const soonMs = 15 * 60_000
const longest = 24

const helped =
  /^(?:👍|有用|很有用|有帮助|解决了|已解决|搞定了?|(?:that )?(?:helped|worked)|(?:very )?helpful|(?:it's )?solved)$/u
const unhelpful =
  /^(?:👎|没用|没有用|没解决|没有解决|没帮助|没帮上忙?|答非所问|不是这个(?:意思)?|(?:还是|试了)?不行|(?:it's )?not (?:solved|helpful|what i (?:meant|asked))|(?:that |it )?(?:didn't|did not|doesn't|does not) (?:help|work)|wrong answer)$/u

/** Nothing without one of these is about an answer: most of what is said is looked at no further. */
const any = /[👍👎用帮行]|解决|搞定|答非|不是这个|help|work|solved|wrong|meant|asked/iu
/** Politeness around it, and marks. */
const before = /^(?:(?:嗯+|额|呃|唉|谢谢|多谢|sorry|thanks|thank you)[\s,，.。!！]*)+/u
const behind = /[\s.。!！~～,，]*(?:啊|呀|呢|哦|了吧|谢谢|多谢|thanks|thank you)?[\s.。!！~～]*$/u

/** What the words say of an answer; undefined where they are about something else. */
export function voteIn(said: string): Vote | undefined {
  if (said.length > longest * 2 || !any.test(said)) return undefined
  const plain = normalise(said.replace(/[@＠]\S+\s*/gu, '')).text.replaceAll('’', "'")
  const words = plain.replace(before, '').replace(behind, '')
  if (words.length > longest) return undefined
  if (helped.test(words)) return 1
  return unhelpful.test(words) ? -1 : undefined
}

/** A verdict where the message rates the last answer given there. */
export function spokenVote(ctx: Ctx): MaybePromise<Verdict<FaqStore> | undefined> {
  const { config, event, store, group } = ctx
  const vote = config.feedback ? voteIn(event.text) : undefined
  if (vote === undefined) return undefined
  return andThen(store.rooms.get({ group_id: group.id, spot: spotOf(ctx) }), (room) =>
    room.entry === '' || ctx.now - room.at > soonMs ? undefined : rated(ctx, room, vote),
  )
}
async function rated(ctx: Ctx, room: RoomRow, vote: Vote): Promise<Verdict<FaqStore> | undefined> {
  const { event, member } = ctx
  const said = await ctx.store.said.find({ said: saidOf(room.action.replace(/\/faq\.answer$/, '')) })
  const meant =
    event.replyTo === undefined
      ? said?.member_id === member.id || isAlone(spotOf(ctx), member)
      : (await ctx.sentAs([room.action])).get(room.action) === event.replyTo
  if (!said || !meant) return undefined
  const verdict = await voted(ctx, member, vote, room.entry, said)
  if (vote === 1) return verdict
  const isTold = said.told === 1 || (verdict?.actions ?? []).length > 0
  return { ...verdict, reply: ctx.tFor(member, isTold ? 'rate.told' : 'rate.sorry') }
}
