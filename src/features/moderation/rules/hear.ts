/** Rules over messages, edits and what was held back: together with the checks, in one verdict. */
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff, type MaybePromise } from '../../../core/words.ts'
import { pictureOf } from '../account.ts'
import type { Config } from '../config.ts'
import type { Flagged } from '../flagged.ts'
import { flagged } from '../flagged.ts'
import { unjudged } from '../judge.ts'
import type { ModerationCtx } from '../kit.ts'
import { Reading } from '../reading.ts'
import type { Store } from '../store.ts'
import { type Chapter, chapterOf } from './book.ts'
import { consult } from './consult.ts'
import type { Happening, Heard, Spoken } from './happening.ts'

type SpokenCtx = EventCtx<Config, Store, 'message'> | EventCtx<Config, Store, 'edit'>
type Answer = MaybePromise<Verdict<Store> | undefined>

/** What is the same for everything that one member did. */
export const happened = (
  ctx: ModerationCtx,
  heard: Heard,
  { id, at, where = '' }: { readonly id: string; readonly at: number; readonly where?: string | undefined },
  member: Member,
  roles?: readonly string[],
): Happening => ({ heard, id, at, place: where, group: ctx.group, member, roles })

/** `byChecks` is what would be done without rules: it is, unless a rule decides otherwise. */
export async function byRules(
  ctx: SpokenCtx,
  chapter: Chapter,
  reading: Reading,
  about: Flagged,
  byChecks: (ctx: SpokenCtx, about: Flagged) => Answer,
): Promise<Verdict<Store> | undefined> {
  const { event, member } = ctx
  const sweeps = chapter.rules.some(({ rule }) => rule.do.some(({ purge }) => purge))
  const sent = sweeps ? (await ctx.store.pace.get({ group_id: ctx.group.id, member_id: member.id })).messages : ''
  const now: Happening = {
    ...happened(ctx, event.type, event, member, event.roles),
    account: { account_at: event.accountAt ?? 0, avatar: pictureOf(event.avatar) },
    spoken: spokenOf(ctx, reading, about),
    sent,
  }
  return consult(ctx, chapter, now, about, async (judgement) => byChecks(ctx, { ...about, judgement }))
}

/** A message that nobody saw: the filter's own case, unless a rule has one. */
export const byRulesHeld = (ctx: EventCtx<Config, Store, 'filtered'>, chapter: Chapter, about: Flagged) => {
  const now = { ...happened(ctx, 'filtered', ctx.event, ctx.member, ctx.event.roles), filter: ctx.event.rule }
  return consult(ctx, chapter, now, about, async (judgement) =>
    judgement.level === 'silent' ? undefined : flagged(ctx, { ...about, judgement }),
  )
}

/** Staff is not judged; rules that ask for them all the same see what they write. */
export function rulesForStaff(ctx: SpokenCtx): Answer {
  const chapter = chapterOf(ctx.config, ctx.event.type)
  if (!chapter?.staff || !isStaff(ctx.member.role)) return undefined
  const { event, member } = ctx
  const mentions = event.type === 'message' ? new Set(event.mentions).size : 0
  const reading = new Reading({ text: event.text, mentions, newcomer: false, raider: false })
  const message = event.message ?? event.id
  const nothing = () => undefined
  const about: Flagged = { event: event.id, member, message, text: event.text, judgement: unjudged, remember: nothing }
  return byRules(ctx, chapter, reading, about, nothing)
}

function spokenOf({ event }: SpokenCtx, reading: Reading, { message = '', text, judgement }: Flagged): Spoken {
  const said = event.type === 'message' ? event : undefined
  return {
    message,
    text,
    reading,
    judgement,
    newcomer: reading.said.newcomer,
    mentions: reading.said.mentions,
    attachments: said?.attachments ?? 0,
    kinds: said?.kinds ?? [],
    files: said?.files ?? [],
    reply: said?.replyTo !== undefined,
    mentionsBot: said?.mentionsBot ?? false,
  }
}
