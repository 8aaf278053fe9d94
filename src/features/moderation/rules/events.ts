/** What rules hear of beside messages: who comes, goes, changes, reacts; and what moderation itself did. */

import type { EventOf } from '../../../core/event.ts'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { pictureOf } from '../account.ts'
import { both } from '../both.ts'
import { messagesOf } from '../cases.ts'
import type { Flagged } from '../flagged.ts'
import { unjudged } from '../judge.ts'
import { type ModerationCtx, moderation } from '../kit.ts'
import { isDealtWith, onJoin } from '../raid/join.ts'
import type { Store } from '../store.ts'
import { bookOf, chapterOf } from './book.ts'
import { consult } from './consult.ts'
import type { Happening } from './happening.ts'
import { happened } from './hear.ts'
import type { ProfileRow } from './store.ts'
import { telling } from './tell.ts'

type Part = Verdict<Store> | undefined
/** Where there is nobody it is about: what befell the whole group. */
export const nobody = (now: number): Member => ({
  id: '',
  user: '-',
  name: '',
  number: 0,
  role: 'member',
  locale: undefined,
  joinedAt: now,
  joins: 0,
  present: false,
})

/** The rules of this kind over something without a message. `evidence` is what a case would keep of it. */
export async function looked(ctx: ModerationCtx, now: Happening, evidence = ''): Promise<Part> {
  const chapter = chapterOf(ctx.config, now.heard)
  if (!chapter) return undefined
  const about: Flagged = {
    event: now.id,
    member: now.member,
    message: undefined,
    text: evidence,
    judgement: unjudged,
    remember: () => undefined,
  }
  return consult(ctx, chapter, now, about, async () => undefined)
}

export const onJoinByRules = moderation.on('member.join', async (ctx) => {
  const verdict = await onJoin(ctx)
  if (!bookOf(ctx.config) || ctx.event.bot) return verdict
  const raid =
    verdict?.why?.decided === 'raid begins' ? telling(ctx, ctx.event.id, { heard: 'raid', is: 'begins' }) : []
  const { event, member } = ctx
  const profile = profileOf(ctx, event.roles, event.accountAt, event.avatar)
  const now = { ...happened(ctx, 'join', event, member, event.roles), again: member.joins > 1, fresh: profile }
  // One event opens one case: who was dealt with as a raider need not be judged as well.
  const judged = isDealtWith(verdict) ? undefined : await looked(ctx, now, member.name)
  const ruled = both(judged, remembered(ctx, profile))
  return both(raid.length > 0 ? both(verdict, { later: raid }) : verdict, ruled)
})
export const onUpdate = moderation.on('member.update', async (ctx) => {
  if (!bookOf(ctx.config)?.profiles) return undefined
  const { event, member, store } = ctx
  const verdict = await looked(ctx, happened(ctx, 'update', event, member, event.roles), member.name)
  const before = await store.profiles.get({ group_id: ctx.group.id, member_id: member.id })
  const now = { ...before, name: member.name, at: ctx.now, ...(event.roles && { roles: event.roles.join('\n') }) }
  return both(verdict, { save: (tables) => tables.profiles.put(now) })
})
export const onLeave = moderation.on('member.leave', (ctx) =>
  chapterOf(ctx.config, 'leave')
    ? looked(ctx, { ...happened(ctx, 'leave', ctx.event, ctx.member), how: ctx.event.how })
    : undefined,
)
export const onReaction = moderation.on('reaction', (ctx) => {
  const { event, member } = ctx
  if (!chapterOf(ctx.config, 'reaction')) return undefined
  const reaction = { emoji: event.emoji, removed: !event.added }
  return looked(ctx, { ...happened(ctx, 'reaction', event, member, event.roles), reaction })
})
/** Not what we deleted ourselves; nor do platforms tell who else did. */
export const onDelete = moderation.on('delete', async (ctx) => {
  if (!chapterOf(ctx.config, 'deleted')) return undefined
  const member = await authorOf(ctx, ctx.event)
  if (member && (await isOurs(ctx, member, ctx.event.message))) return undefined
  return looked(ctx, happened(ctx, 'deleted', ctx.event, member ?? nobody(ctx.now)))
})
const authorOf = async (ctx: ModerationCtx, { user }: EventOf<'delete'>) =>
  user === undefined ? undefined : ctx.find(user)
async function isOurs({ store, community }: ModerationCtx, { id }: Member, message: string): Promise<boolean> {
  const { last_case } = await store.standing.get({ community: community.id, member_id: id })
  const row = last_case > 0 ? await store.cases.find({ community: community.id, number: last_case }) : undefined
  return row !== undefined && messagesOf(row).includes(message)
}

function profileOf(
  { group, now }: ModerationCtx & { readonly member: Member },
  roles: readonly string[] | undefined,
  accountAt: number | undefined,
  avatar: boolean | undefined,
): Omit<ProfileRow, 'member_id' | 'name'> {
  return {
    group_id: group.id,
    roles: (roles ?? []).join('\n'),
    account_at: accountAt ?? 0,
    avatar: pictureOf(avatar),
    at: now,
  }
}
function remembered(
  ctx: ModerationCtx & { readonly member: Member },
  profile: Omit<ProfileRow, 'member_id' | 'name'>,
): Part {
  if (!bookOf(ctx.config)?.profiles) return undefined
  const { id, name } = ctx.member
  return { save: (store) => store.profiles.put({ ...profile, member_id: id, name }) }
}
