/** Members answering each other: what waits to be answered is left to them, and what they say is a draft. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { andThen, isStaff, type MaybePromise } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import { segment } from '../../text/segment.ts'
import type { FaqCtx } from './base.ts'
import type { FaqConfig } from './config.ts'
import type { FaqDesk } from './desk.ts'
import type { AskRow, RoomRow } from './memory.ts'
import { spotOf } from './spot.ts'
import type { FaqStore } from './store.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'message'>
type Verdicts = MaybePromise<Verdict<FaqStore> | undefined>

const dayMs = 86_400_000
/** Words to the asker so long after a question are likely its answer. */
const soonMs = 10 * 60_000
const longestDraft = 1000
const shortestDraft = 2

/** Whether anything that members say to each other matters here. */
const listens = ({ config }: Ctx) => config.holdSeconds > 0 || config.keepText

/** A reply: an answer that waited is called off, and where texts are kept it is a draft. */
export function replied(ctx: Ctx, message: string): Verdicts {
  if (!listens(ctx)) return undefined
  return andThen(ctx.store.asks.find({ message }), (ask) => heard(ctx, message, ask))
}

/** Words to somebody by name, who may have asked just now. */
export function spokenTo(ctx: Ctx): Verdicts {
  if (!listens(ctx)) return undefined
  return andThen(ctx.store.rooms.get({ group_id: ctx.group.id, spot: spotOf(ctx) }), (room) => {
    if (!isOpen(ctx, room)) return undefined
    return andThen(ctx.find(room.asked_id), (asker) => {
      if (!asker || !ctx.event.mentions?.includes(asker.user)) return undefined
      return andThen(ctx.store.asks.find({ message: room.asked_message }), (ask) => heard(ctx, room.asked_message, ask))
    })
  })
}

/** Talk of what is being asked, by another member: it is being answered. */
export function takenUp(ctx: Ctx, desk: FaqDesk): Verdicts {
  if (ctx.config.holdSeconds === 0) return undefined
  return andThen(ctx.store.rooms.get({ group_id: ctx.group.id, spot: spotOf(ctx) }), (room) => {
    const entry = isOpen(ctx, room) && ctx.now - room.asked_at <= ctx.config.holdSeconds * 1000 && desk.find(room.held)
    if (!entry) return undefined
    const about = new Set([...entry.texts, ...Object.values(entry.answer)].flatMap((text) => wordsIn(text ?? '')))
    return wordsIn(ctx.event.text).some((word) => about.has(word)) ? callOff(room.asked_message) : undefined
  })
}
/** What others say next may be its answer. In `save` only. */
export const openQuestion = (ctx: FaqCtx, store: FaqStore, member: Member, message: string, held: string) =>
  andThen(store.rooms.get({ group_id: ctx.group.id, spot: spotOf(ctx) }), (room) =>
    store.rooms.put({ ...room, asked_message: message, asked_id: member.id, asked_at: ctx.now, held }),
  )
const wordsIn = (text: string) => segment(normalise(text).text).words.filter((word) => word.length > 1)
const isOpen = ({ member, now }: Ctx, room: RoomRow) =>
  room.asked_at > 0 && now - room.asked_at <= soonMs && room.asked_id !== member.id

/** What waits to be said to that message is not said. */
export const callOff = (message: string): Verdict<FaqStore> => ({
  later: ['answer', 'second'].map((job) => ({ job, key: message, at: null })),
})

function heard(ctx: Ctx, message: string, ask: AskRow | undefined): Verdict<FaqStore> | undefined {
  const off = ctx.config.holdSeconds > 0 ? callOff(message) : undefined
  const { event, member, config, now, community } = ctx
  const text = event.text.replace(/[@＠]\S+\s*/gu, '').trim()
  if (!ask || !config.keepText || member.id === ask.member_id || text.length < shortestDraft) return off
  const tenure = Math.min(365, Math.floor((now - member.joinedAt) / dayMs))
  return {
    ...off,
    save: (store) =>
      store.drafts.put({
        message: event.message ?? event.id,
        community: community.id,
        signature: ask.signature,
        member_id: member.id,
        name: member.name,
        trust: tenure + (isStaff(member.role) ? 1000 : 0),
        text: text.slice(0, longestDraft),
        at: now,
      }),
    why: { decided: 'drafted' },
  }
}
