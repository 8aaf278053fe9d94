/** Whom a command is about: fields that several commands share, and who may be acted upon. */
import { z } from 'zod'
import type { EventCtx, Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { isStaff, mayDo, text } from '../../../core/words.ts'
import { findCase } from '../cases.ts'
import type { Config } from '../config.ts'
import { refuse } from '../decide.ts'
import type { CaseRow, Store } from '../store.ts'
import { sayTo } from '../wording.ts'

export type CommandCtx = EventCtx<Config, Store, 'command'>

export const memberField = z.string().max(256).meta({ ref: 'member' })
/** Whoever is banned need not be here, nor ever have been. */
export const anybodyField = z.string().max(256).meta({ ref: 'member', strangers: true })
/** Left out in a reply: the author of that message is meant. */
export const memberOrReply = memberField.optional().meta({ ref: 'member', unlessReply: true })
export const durationField = z.string().max(60).meta({ ref: 'duration' })
export const caseField = z.string().max(20).meta({ ref: 'case' })
export const reasonField = text(500).optional().meta({ ref: 'longtext' })

/** The member, or why nothing can be done: not here, staff of the same rank, oneself. */
export async function targetOf(ctx: CommandCtx, typed: string): Promise<Member | Verdict<Store>> {
  const say = sayTo(ctx, ctx.member)
  const member = await ctx.find(typed)
  if (!member) return refuse('no-such-member', say('error.member'), 'member')
  if (member.id === ctx.member.id) return refuse('yourself', say('error.yourself'), 'member')
  const above = ctx.member.role !== member.role && mayDo(ctx.member.role, member.role)
  if (isStaff(member.role) && !above) return refuse('staff', say('error.staff', { name: member.name }), 'member')
  return member
}
export const isMember = (found: Member | Verdict<Store>): found is Member => 'user' in found

/** The case, or why there is none. */
export async function caseOf(ctx: CommandCtx, typed: string): Promise<CaseRow | Verdict<Store>> {
  const row = await findCase(ctx, typed)
  return row ?? refuse('no-such-case', sayTo(ctx, ctx.member)('error.case', { case: typed }), 'case')
}
export const isCase = (found: CaseRow | Verdict<Store>): found is CaseRow => 'number' in found

/**
 * The message a command was given on, where it is theirs: in topics and threads replies point at the first message,
 * which may be anybody's. Where the platform does not say who wrote it, it has to be one that was seen.
 */
export async function messageOf(ctx: CommandCtx, member: Member): Promise<readonly string[]> {
  const { replyTo: message, author } = ctx.event
  if (message === undefined) return []
  const by = author === undefined ? await authorOf(ctx) : (await ctx.find(author))?.id
  return by === member.id ? [message] : []
}

/** The member whose message the command was given on. */
export async function authorOf(ctx: CommandCtx): Promise<string | undefined> {
  const message = ctx.event.replyTo
  if (message === undefined) return undefined
  const db = await ctx.sql()
  const rows = await db
    .selectFrom('moderation_members')
    .select(['member_id', 'messages'])
    .where('group_id', '=', ctx.group.id)
    .where('messages', 'like', `% ${message.replace(/[%_]/g, '_')}%`)
    .limit(20)
    .execute()
  const found = rows.find(({ messages }) => `${messages}\n`.includes(` ${message}\n`))
  return found === undefined ? undefined : String(found.member_id)
}
