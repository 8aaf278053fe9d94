/** /warn /mute /kick /ban: each opens a case and closes it in the moderator's name. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { parseDuration } from '../../../time/duration.ts'
import { newCase, saveNew } from '../cases.ts'
import { punish, refuse } from '../decide.ts'
import { isStopped } from '../guard.ts'
import { moderation } from '../kit.ts'
import type { Order } from '../sanctions.ts'
import type { Store } from '../store.ts'
import { sayTo } from '../wording.ts'
import {
  anybodyField,
  authorOf,
  type CommandCtx,
  durationField,
  isMember,
  memberField,
  memberOrReply,
  messageOf,
  reasonField,
  targetOf,
} from './targets.ts'

const defaultMuteMs = 600_000

async function carryOut(ctx: CommandCtx, typed: string, order: Order, reason = ''): Promise<Verdict<Store>> {
  const found = await targetOf(ctx, typed)
  return isMember(found) ? onMember(ctx, found, order, reason) : found
}
async function onMember(ctx: CommandCtx, member: Member, order: Order, reason: string): Promise<Verdict<Store>> {
  const row = await newCase(ctx, {
    member,
    origin: 'command',
    rule: 'command',
    score: 1,
    findings: [],
    evidence: '',
    messages: await messageOf(ctx, member),
    reason,
  })
  const verdict = await punish(ctx, row, order, ctx.member)
  if (isStopped(verdict)) return verdict
  return {
    ...verdict,
    save: async (store) => {
      await saveNew(store, row)
      await verdict.save?.(store)
    },
  }
}

/** A length of time that is not given may be the first word of the reason: "/mute @x spamming links". */
function timed(
  ctx: CommandCtx,
  typed: string | undefined,
  reason = '',
): { readonly forMs?: number; readonly reason: string } | Verdict<Store> {
  if (typed === undefined || endless.test(typed)) return { reason }
  const forMs = parseDuration(typed)
  if (forMs !== undefined) return { forMs: Math.max(1000, forMs), reason }
  if (/^\d/.test(typed.normalize('NFKC')))
    return refuse('not-a-duration', sayTo(ctx, ctx.member)('error.duration', { value: typed }), 'for')
  return { reason: `${typed} ${reason}`.trim() }
}
const endless = /^(?:forever|permanent|perm|永久|永远)$/i

export const warn = moderation.command({
  name: 'warn',
  aliases: ['警告'],
  role: 'moderator',
  private: true,
  menus: ['message'],
  input: z.strictObject({ member: memberOrReply, reason: reasonField }),
  run: async (ctx, { member, reason }) => {
    const typed = member ?? (await authorOf(ctx))
    if (typed === undefined) return refuse('no-such-member', sayTo(ctx, ctx.member)('error.warn.whom'), 'member')
    return carryOut(ctx, typed, { does: 'warn' }, reason)
  },
})
export const mute = moderation.command({
  name: 'mute',
  aliases: ['禁言'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: memberField, for: durationField.optional(), reason: reasonField }),
  run: (ctx, { member, for: typed, reason }) => {
    const read = timed(ctx, typed, reason)
    if (!('reason' in read)) return read
    return carryOut(ctx, member, { does: 'mute', forMs: read.forMs ?? defaultMuteMs }, read.reason)
  },
})

const mostDeletedMs = 604_800_000
export const ban = moderation.command({
  name: 'ban',
  aliases: ['封禁', '拉黑'],
  role: 'moderator',
  private: true,
  input: z.strictObject({
    member: anybodyField,
    for: durationField.optional(),
    delete: durationField.optional(),
    reason: reasonField,
  }),
  run: (ctx, { member, for: typed, delete: span, reason }) => {
    const deleted = span === undefined ? undefined : parseDuration(span)
    // What is typed in its place and is no length of time is a word of the reason, too.
    const words = [deleted === undefined ? span : undefined, reason].filter(Boolean).join(' ')
    const read = timed(ctx, typed, words)
    if (!('reason' in read)) return read
    const deleteMs = deleted === undefined ? undefined : Math.min(deleted, mostDeletedMs)
    return carryOut(ctx, member, { does: 'ban', forMs: read.forMs, deleteMs }, read.reason)
  },
})
export const kick = moderation.command({
  name: 'kick',
  aliases: ['踢', '移出'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ member: memberField, reason: reasonField }),
  run: (ctx, { member, reason }) => carryOut(ctx, member, { does: 'kick' }, reason),
})
