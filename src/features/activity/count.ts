/** Counting what happens. The hot path: at most one row of the speaker's and two sums for a message that answers nobody. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { dayNumberAt, hourAt } from '../../time/days.ts'
import { addressee, nameKey } from './address.ts'
import { activity } from './base.ts'
import type { ActivityConfig } from './config.ts'
import { code, fingerprint } from './hash.ts'
import { type Regard, regarded } from './regard.ts'
import type { ActivityStore } from './store.ts'
import { counted, type MemberRow } from './tally.ts'

type Spoke = EventCtx<ActivityConfig, ActivityStore, 'message'>
type Reacted = EventCtx<ActivityConfig, ActivityStore, 'reaction'>
type Counted = Verdict<ActivityStore>

const heard = { decided: 'counted' } as const
const meant = { decided: 'meaningful' } as const
const answered = { decided: 'answer' } as const

export const onMessage = activity.on('message', (ctx) => {
  if (ctx.event.bot) return undefined
  const row = ctx.store.members.get({ group_id: ctx.group.id, member_id: ctx.member.id })
  const author = answeredBy(ctx)
  if (row instanceof Promise || author instanceof Promise) return whenKnown(ctx, row, author)
  return author ? whenKnown(ctx, row, author) : said(ctx, row, undefined)
})

async function whenKnown(ctx: Spoke, row: MaybePromise<MemberRow>, author: MaybePromise<string | undefined>) {
  const answers = await author
  return said(ctx, await row, answers === undefined ? undefined : await regardOf(ctx, answers))
}

/** `regard`: the row of the member who is answered, where the message answers one. */
function said(ctx: Spoke, row: MemberRow, regard: Regard | undefined): Counted {
  const { event, group, config } = ctx
  const day = dayNumberAt(event.at, group.timezone)
  const hour = hourAt(event.at, group.timezone)
  const { row: next, earned } = counted(
    row,
    {
      at: event.at,
      day,
      text: event.text,
      message: event.message ?? event.id,
      called: fingerprint(nameKey(ctx.member.name)),
      answers: regard !== undefined,
    },
    config.score,
  )
  const thanks = regard && thanked(regard, next, day, config, 'replies_received')
  return {
    why: regard ? answered : earned > 0 ? meant : heard,
    save: (store) => {
      store.members.put(next)
      store.voices.note(next)
      store.hours.add({ group_id: group.id, day, hour }, regard ? { messages: 1, replies: 1 } : { messages: 1 })
      store.days.add({ group_id: group.id, day, member_id: next.member_id }, { messages: 1, points: earned })
      if (thanks) put(store, thanks, day)
    },
  }
}

interface Thanked {
  readonly row: Regard
  readonly earned: number
}
/** The answered or liked member's row: one more received, and a point where the giver may give one. */
function thanked(
  regard: Regard,
  giver: MemberRow,
  day: number,
  config: ActivityConfig,
  what: 'replies_received' | 'reactions_received',
): Thanked {
  const row = { ...regard, [what]: regard[what] + 1 }
  if (giver.meaningful < config.score.trustedAfter) return { row, earned: 0 }
  return regarded(row, giver.member_id, day, config.score)
}
function put(store: ActivityStore, { row, earned }: Thanked, day: number) {
  store.regard.put(row)
  if (earned > 0) store.days.add({ group_id: row.group_id, day, member_id: row.member_id }, { points: earned })
}

/** The member a message answers: by reply, else by mention, else by name. Never oneself. */
function answeredBy(ctx: Spoke): MaybePromise<string | undefined> {
  const { event, store, group } = ctx
  if (event.replyTo) return other(ctx, store.voices.authorOf(group.id, code(fingerprint(event.replyTo))))
  const mentioned = event.mentions?.[0]
  if (mentioned) {
    const member = ctx.find(mentioned)
    return andThen(member, (known) => notSelf(ctx, known?.id))
  }
  const name = addressee(event.text)
  return name === undefined ? undefined : other(ctx, store.voices.bearerOf(group.id, fingerprint(name)))
}
const other = (ctx: Spoke, row: MaybePromise<MemberRow | undefined>) =>
  andThen(row, (known) => notSelf(ctx, known?.member_id))
const notSelf = (ctx: Spoke, member: string | undefined) => (member === ctx.member.id ? undefined : member)

/** Undefined for a bot, for somebody who has written nothing, and for somebody who was forgotten in the meantime. */
async function regardOf(ctx: Spoke | Reacted, member_id: string): Promise<Regard | undefined> {
  const key = { group_id: ctx.group.id, member_id }
  return (await ctx.store.members.find(key)) && (await ctx.store.regard.get(key))
}

/** A reaction taken back takes back the counts; the point stays, since reacting again could not earn another. */
export const onReaction = activity.on('reaction', async (ctx) => {
  const { event, group, member, store, config } = ctx
  if (event.bot) return undefined
  const day = dayNumberAt(event.at, group.timezone)
  const hour = hourAt(event.at, group.timezone)
  const key = { group_id: group.id, member_id: member.id }
  const by = event.added ? 1 : -1
  const given = await store.regard.get(key)
  const author = await store.voices.authorOf(group.id, code(fingerprint(event.message)))
  const received = author && author.member_id !== member.id ? await regardOf(ctx, author.member_id) : undefined
  const giver = await store.members.get(key)
  const thanks = received && event.added ? thanked(received, giver, day, config, 'reactions_received') : undefined
  return {
    why: received ? answered : heard,
    save: (saved) => {
      saved.regard.put({ ...given, reactions_given: Math.max(0, given.reactions_given + by) })
      if (event.added) saved.hours.add({ group_id: group.id, day, hour }, { reactions: 1 })
      if (thanks) put(saved, thanks, day)
      else if (received)
        saved.regard.put({ ...received, reactions_received: Math.max(0, received.reactions_received - 1) })
    },
  }
})

export const onJoin = activity.on('member.join', (ctx) => (ctx.event.bot ? undefined : moved(ctx, { joins: 1 })))
export const onLeave = activity.on('member.leave', (ctx) => (ctx.event.bot ? undefined : moved(ctx, { leaves: 1 })))

const moved = (
  { event, group }: EventCtx<ActivityConfig, ActivityStore, 'member.join' | 'member.leave'>,
  by: { joins: number } | { leaves: number },
): Counted => ({
  why: heard,
  save: (store) =>
    store.hours.add(
      {
        group_id: group.id,
        day: dayNumberAt(event.at, group.timezone),
        hour: hourAt(event.at, group.timezone),
      },
      by,
    ),
})
