/** /note: what staff should know, on a case or about a member. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { text } from '../../../core/words.ts'
import { refuse } from '../decide.ts'
import { moderation } from '../kit.ts'
import type { CaseRow, NoteRow, Store } from '../store.ts'
import { type Say, sayTo } from '../wording.ts'
import { type CommandCtx, caseField, caseOf, isCase, memberField } from './targets.ts'

/** The case number of a note that is about a member and no case. */
const noCase = 0
const mostShown = 20

export const note = moderation.command({
  name: 'note',
  aliases: ['备注'],
  role: 'moderator',
  private: true,
  menus: ['member'],
  input: z.strictObject({
    case: caseField.optional(),
    member: memberField.optional(),
    text: text(500).meta({ ref: 'longtext' }),
  }),
  run: async (ctx, input) => {
    const say = sayTo(ctx, ctx.member)
    if (input.case !== undefined) {
      const row = await caseOf(ctx, input.case)
      return isCase(row) ? noted(ctx, row, input.text, say('answer.noted', { case: row.number })) : row
    }
    const member = input.member === undefined ? undefined : await ctx.find(input.member)
    if (!member) return refuse('no-such-member', say('error.note.whom'), 'member')
    const about = { number: noCase, member_id: member.id }
    return noted(ctx, about, input.text, say('answer.noted.member', { name: member.name }))
  },
})

const noted = (
  ctx: CommandCtx,
  { number, member_id }: Pick<NoteRow, 'number' | 'member_id'>,
  written: string,
  reply: string,
): Verdict<Store> => {
  const row: NoteRow = {
    id: ctx.event.id,
    community: ctx.community.id,
    number,
    member_id,
    by_id: ctx.member.id,
    by_name: ctx.member.name,
    note: written,
    at: ctx.now,
  }
  return { save: (store) => store.notes.insert(row), reply }
}

/** Oldest first. */
export const notesOn = (ctx: CommandCtx, { number }: CaseRow): Promise<NoteRow[]> => notes(ctx, { number })
/** Those on no case. */
export const notesAbout = (ctx: CommandCtx, { id }: Member): Promise<NoteRow[]> =>
  notes(ctx, { number: noCase, member_id: id })

async function notes(ctx: CommandCtx, which: Partial<Pick<NoteRow, 'number' | 'member_id'>>): Promise<NoteRow[]> {
  const db = await ctx.sql()
  let some = db.selectFrom('moderation_notes').selectAll().$castTo<NoteRow>().where('community', '=', ctx.community.id)
  for (const [column, value] of Object.entries(which)) some = some.where(column, '=', value)
  return await some.orderBy('at').limit(mostShown).execute()
}
export const noteLines = (say: Say, rows: readonly NoteRow[]) =>
  rows.map((row) => say('case.note', { who: row.by_name, note: row.note }))
