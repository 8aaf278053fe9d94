/** /case /cases /note: looking into what was decided. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { stepsOf } from '../cases.ts'
import { moderation } from '../kit.ts'
import { headline } from '../staff.ts'
import type { CaseRow, NoteRow } from '../store.ts'
import { lasting, ruleIn, type Say, sayTo } from '../wording.ts'
import { type CommandCtx, caseField, caseOf, isCase, memberField } from './targets.ts'

export const showCase = moderation.command({
  name: 'case',
  aliases: ['案件'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    if (!isCase(row)) return row
    const say = sayTo(ctx, ctx.member)
    const notes = await notesOf(ctx, row)
    const lines = [
      headline(ctx, say, row, row.appealed_at > 0 ? 'appealed' : 'open'),
      say('case.state', { state: stateIn(say, row), age: lasting(say, Math.max(0, ctx.now - row.opened_at)) }),
      ...(row.reason && row.origin === 'command' ? [say('case.reason', { reason: row.reason })] : []),
      ...notes.map((note) => say('case.note', { who: note.by_name, note: note.note })),
    ]
    return { reply: lines.join('\n') }
  },
})
async function notesOf(ctx: CommandCtx, row: CaseRow): Promise<NoteRow[]> {
  const db = await ctx.sql()
  return await db
    .selectFrom('moderation_notes')
    .selectAll()
    .$castTo<NoteRow>()
    .where('community', '=', row.community)
    .where('number', '=', row.number)
    .orderBy('at')
    .limit(20)
    .execute()
}
const stateIn = (say: Say, row: CaseRow) =>
  row.by_name === ''
    ? say(`state.${row.state}`)
    : say('state.by', { state: say(`state.${row.state}`), who: row.by_name })

export const listCases = moderation.command({
  name: 'cases',
  aliases: ['案件列表'],
  role: 'moderator',
  private: true,
  input: z.strictObject({
    state: z.enum(['open', 'done', 'undone', 'dismissed', 'all']).default('open'),
    member: memberField.optional(),
  }),
  run: async (ctx, { state, member }) => {
    const say = sayTo(ctx, ctx.member)
    const rows = await casesOf(ctx, state, member)
    if (rows.length === 0) return { reply: say('answer.cases.none') }
    return {
      reply: [say('answer.cases', { count: rows.length }), ...rows.map((row) => lineOf(ctx, say, row))].join('\n'),
    }
  },
})
const shown = 15
/** Open ones oldest first, because they wait; others newest first. */
async function casesOf(ctx: CommandCtx, state: string, typed: string | undefined): Promise<CaseRow[]> {
  const db = await ctx.sql()
  const member = typed === undefined ? undefined : await ctx.find(typed)
  return await db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', ctx.community.id)
    .$if(state !== 'all' && !member, (query) => query.where('state', '=', state))
    .$if(member !== undefined, (query) => query.where('member_id', '=', member?.id ?? ''))
    .orderBy('number', state === 'open' && !member ? 'asc' : 'desc')
    .limit(shown)
    .execute()
}
const lineOf = (ctx: CommandCtx, say: Say, row: CaseRow) =>
  say('case.line', {
    case: row.number,
    name: row.name,
    rule: ruleIn(say, row),
    state: stateIn(say, row),
    age: lasting(say, Math.max(0, ctx.now - row.opened_at)),
    steps: stepsOf(row).length,
  })

export const note = moderation.command({
  name: 'note',
  aliases: ['备注'],
  role: 'moderator',
  private: true,
  input: z.strictObject({ case: caseField, text: text(500).meta({ ref: 'longtext' }) }),
  run: async (ctx, input) => {
    const row = await caseOf(ctx, input.case)
    if (!isCase(row)) return row
    const added: NoteRow = {
      id: ctx.event.id,
      community: row.community,
      number: row.number,
      member_id: row.member_id,
      by_id: ctx.member.id,
      by_name: ctx.member.name,
      note: input.text,
      at: ctx.now,
    }
    return {
      save: (store) => store.notes.insert(added),
      reply: sayTo(ctx, ctx.member)('answer.noted', { case: row.number }),
    }
  },
})
