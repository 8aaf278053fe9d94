/** What staff decides about those who could not be verified: one question for all of one moment, answered once. */
import type { Draft, Option } from '../../core/action.ts'
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { isStaff } from '../../core/words.ts'
import type { GateCtx } from './base.ts'
import type { GateConfig } from './config.ts'
import { passed } from './pass.ts'
import { type GateStore, isOpen, type NewcomerRow, newcomersTable, type QuestionRow } from './store.ts'
import { seedOf } from './task.ts'
import { inAll, lasting, namesIn, type Say, sayTo } from './wording.ts'

type ChoiceCtx = EventCtx<GateConfig, GateStore, 'choice'>
export type Matter = 'failed' | 'late' | 'by-hand' | 'unseen' | 'still'
export const staffPrefix = 'gate:staff:'
const mostAsked = 10
/** More than so many are not told one by one. */
const mostTold = 10

export interface Inquiry {
  readonly row: QuestionRow
  readonly actions: readonly Draft[]
}
/** Undefined where there is nobody to decide. */
export async function inquiry(ctx: GateCtx, matter: Matter, members: readonly Member[]): Promise<Inquiry | undefined> {
  const id = `${ctx.now}-${matter}-${seedOf(ctx.source).toString(36)}`
  const text = (say: Say) =>
    say(`staff.${matter}`, { group: ctx.group.name, names: namesIn(say, members), count: members.length })
  const options = (say: Say): Option[] => [
    { id: 'in', label: say('staff.in'), style: 'primary' },
    { id: 'out', label: say(ctx.can('kick') ? 'staff.out' : 'staff.out.hand'), style: 'danger' },
  ]
  const about = { group: ctx.group.ref, priority: 'moderation', ask: `${staffPrefix}${id}` } as const
  const key = (n: number) => `staff-${matter}-${n}`
  const staff = (await ctx.staff()).slice(0, mostAsked)
  const actions: Draft[] = ctx.staffRoom
    ? [{ type: 'ask', ...about, to: 'staff', key: key(0), text: inAll(ctx, text), options: options((k) => ctx.t(k)) }]
    : staff.map((member, n): Draft => {
        const say = sayTo(ctx, member)
        return { type: 'ask', ...about, user: member.user, key: key(n), text: text(say), options: options(say) }
      })
  if (actions.length === 0) return undefined
  const asked = actions.map((_, n) => `${ctx.source}/gate.${key(n)}`).join('\n')
  return { actions, row: { group_id: ctx.group.id, id, state: 'open', asked, at: ctx.now } }
}

export async function decided(ctx: ChoiceCtx): Promise<Verdict<GateStore>> {
  const say = sayTo(ctx, ctx.member)
  const refuse = (code: string) => ({ errors: [{ code: `gate/${code}`, message: say(`error.${code}`) }] })
  if (!isStaff(ctx.member.role)) return refuse('staff-only')
  const question = await ctx.store.questions.find({
    group_id: ctx.group.id,
    id: ctx.event.ask.slice(staffPrefix.length),
  })
  if (question?.state !== 'open') return refuse('decided')
  const those = await stillThere(ctx, question)
  const letsIn = ctx.event.option === 'in'
  const done = letsIn ? letIn(ctx, those) : removed(ctx, those)
  const outcome = (words: Say) =>
    words(letsIn ? 'staff.done.in' : 'staff.done.out', {
      who: ctx.member.name,
      names: namesIn(
        words,
        those.map(({ member }) => member),
      ),
    })
  return {
    actions: [...done.actions, ...settled(ctx, question, inAll(ctx, outcome))],
    later: done.later,
    save: async (store) => {
      for (const row of done.rows) await store.keep(row)
      store.questions.put({ ...question, state: letsIn ? 'let in' : 'removed' })
    },
    why: { decided: letsIn ? 'let in' : 'removed', checks: [{ name: 'newcomers', found: String(those.length) }] },
    ...(ctx.can('edit') ? {} : { reply: outcome(say) }),
  }
}
interface One {
  readonly member: Member
  readonly row: NewcomerRow
}
/** Whoever passed or left meanwhile is no longer asked about. */
async function stillThere(ctx: GateCtx, { id }: QuestionRow): Promise<readonly One[]> {
  const db = await ctx.sql([newcomersTable])
  const rows = await db
    .selectFrom(newcomersTable)
    .selectAll()
    .$castTo<NewcomerRow>()
    .where('group_id', '=', ctx.group.id)
    .where('question', '=', id)
    .orderBy('came_at')
    .orderBy('member_id')
    .execute()
  const found: One[] = []
  for (const row of rows) {
    const member = await ctx.find(row.member_id)
    if (member?.present && isOpen(row)) found.push({ member, row })
  }
  return found
}
function letIn(ctx: GateCtx, those: readonly One[]) {
  const all = those.map(({ member, row }) => passed(ctx, row, member))
  const told =
    those.length > mostTold || !ctx.can('whisper') ? [] : those.map(({ member }) => tell(ctx, member, 'let-in'))
  return {
    rows: all.map(({ row }) => row),
    actions: [...all.flatMap(({ actions }) => actions), ...told],
    later: all.flatMap(({ later }) => later),
  }
}
/** They may come again; then staff decides again. */
function removed(ctx: GateCtx, those: readonly One[]) {
  return {
    rows: those.map(({ row }) => ({ ...row, state: 'refused', failures: ctx.config.tries, due_at: 0 })),
    actions: ctx.can('kick') ? those.map(({ member }) => kick(ctx, member)) : [],
    later: [],
  }
}
export const kick = (ctx: GateCtx, { user, id }: Member): Draft => ({
  type: 'kick',
  group: ctx.group.ref,
  user,
  reason: ctx.t('audit.unverified').split('\n')[0] ?? '',
  priority: 'moderation',
  key: `kick-${id}`,
})
export function tell(ctx: GateCtx, member: Member, what: 'removed' | 'let-in' | 'staff', forMs = 0): Draft {
  const say = sayTo(ctx, member)
  return {
    type: 'whisper',
    group: ctx.group.ref,
    user: member.user,
    text: say(`told.${what}`, { group: ctx.group.name, for: forMs > 0 ? lasting(say, forMs) : '' }),
    aloud: say(`told.${what}.aloud`),
    // Before they are removed, while they can still be reached.
    ...(what === 'removed' && { priority: 'moderation' as const }),
    key: `told-${member.id}`,
  }
}
const settled = (ctx: GateCtx, { asked }: QuestionRow, text: string): Draft[] =>
  ctx.can('edit')
    ? asked
        .split('\n')
        .map((of, n) => ({ type: 'edit', group: ctx.group.ref, of, text, options: [], key: `edit-${n}` }))
    : []
