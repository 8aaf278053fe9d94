/** /case /cases: looking into what was decided. */
import { z } from 'zod'
import type { Member } from '../../../core/people.ts'
import { addressesOf } from '../attached.ts'
import { becameIn, becameOf, toldIn } from '../became.ts'
import { cardsOf, stepsOf } from '../cases.ts'
import { moderation } from '../kit.ts'
import { reportersOf } from '../reporters.ts'
import { headline } from '../staff.ts'
import type { CaseRow } from '../store.ts'
import { threadLines } from '../thread.ts'
import { lasting, ruleIn, type Say, sayTo } from '../wording.ts'
import { noteLines, notesAbout, notesOn } from './note.ts'
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
    const notes = await notesOn(ctx, row)
    const lines = [
      headline(ctx, say, row, row.appealed_at > 0 ? 'appealed' : 'open'),
      // In angle brackets nothing is unfolded: nobody has to look at it who does not want to.
      ...addressesOf(row).map((url) => say('case.address', { url: `<${url}>` })),
      ...(await trailLines(ctx, say, row)),
      say('case.state', { state: stateIn(say, row), age: lasting(say, Math.max(0, ctx.now - row.opened_at)) }),
      ...(row.reason && (row.origin === 'command' || row.origin === 'hand')
        ? [say('case.reason', { reason: row.reason })]
        : []),
      ...(await threadLines(ctx, say, row)),
      ...noteLines(say, notes),
    ]
    return { reply: lines.join('\n') }
  },
})
/** What the platform made of it, whether the member knows, who was asked and who reported. */
async function trailLines(ctx: CommandCtx, say: Say, row: CaseRow): Promise<string[]> {
  const db = await ctx.sql(['outbox', 'moderation_reports'])
  const became = (await becameOf(db, [row])).get(row.number) ?? []
  const [outcome, told] = [becameIn(say, became), toldIn(say, became)]
  const asked = await namesOf(ctx, say, [...new Set(cardsOf(row).map(({ member }) => member))])
  const reporters = await namesOf(ctx, say, await reportersOf(db, row))
  return [
    ...(outcome ? [say('case.became', { became: outcome })] : []),
    ...(told ? [say('case.reached', { told })] : []),
    ...(asked ? [say('case.asked', { names: asked })] : []),
    ...(reporters ? [say('case.reporters', { names: reporters })] : []),
  ]
}
async function namesOf(ctx: CommandCtx, say: Say, ids: readonly string[]): Promise<string> {
  const found = await Promise.all(ids.filter(Boolean).map((id) => ctx.find(id)))
  return found.flatMap((member) => (member ? [member.name] : [])).join(say('and'))
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
  menus: ['member'],
  input: z.strictObject({
    state: z.enum(['open', 'done', 'undone', 'dismissed', 'all']).default('open'),
    member: memberField.optional(),
  }),
  run: async (ctx, { state, member }) => {
    const say = sayTo(ctx, ctx.member)
    const about = member === undefined ? undefined : await ctx.find(member)
    const rows = await casesOf(ctx, state, about)
    const notes = about ? noteLines(say, await notesAbout(ctx, about)) : []
    if (rows.length === 0) return { reply: [say('answer.cases.none'), ...notes].join('\n') }
    const lines = rows.map((row) => lineOf(ctx, say, row))
    return { reply: [say('answer.cases', { count: rows.length }), ...lines, ...notes].join('\n') }
  },
})
const shown = 15
/** Open ones oldest first, because they wait; others newest first. */
async function casesOf(ctx: CommandCtx, state: string, member: Member | undefined): Promise<CaseRow[]> {
  const db = await ctx.sql()
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
