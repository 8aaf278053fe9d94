/** Many cases taken back at once: each is a run of its own, so that one follows the other as if undone one by one. */
import type { Draft, Option } from '../../core/action.ts'
import type { EventCtx, Later, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { BulkRow } from './case-store.ts'
import { stepsOf } from './cases.ts'
import type { Config } from './config.ts'
import { undo } from './decide.ts'
import { type ModerationCtx, moderation } from './kit.ts'
import { casesOfRaid } from './raid/undo.ts'
import { never } from './revert.ts'
import type { CaseRow, Store } from './store.ts'
import { deedsIn, lasting, ownPrefix, ruleIn, type Say, sayTo } from './wording.ts'

export interface Choosing {
  readonly what: 'raid' | 'rule' | 'moderator'
  /** The rule as cases name it or its own id, or our id of the moderator; '' for a raid. */
  readonly which: string
  /** Epoch milliseconds. */
  readonly since: number
}
const most = 500
const listed = 10
export const bulkPrefix = 'moderation:many:'
/** A preview is of no use any more after this. */
const askedMs = 3_600_000

/** Cases of this group that something was done in, oldest first. */
export async function chosenCases(ctx: ModerationCtx, choosing: Choosing): Promise<CaseRow[]> {
  const rows = await found(ctx, choosing)
  if (choosing.what !== 'raid') return rows
  const { raid } = await ctx.store.groups.get({ group_id: ctx.group.id })
  const known = new Set(rows.map(({ number }) => number))
  const theirs = raid > 0 ? (await casesOfRaid(ctx, raid)).filter(({ number }) => !known.has(number)) : []
  return [...rows, ...theirs].toSorted((a, b) => a.number - b.number).slice(0, most)
}
async function found(ctx: ModerationCtx, { what, which, since }: Choosing): Promise<CaseRow[]> {
  const db = await ctx.sql(['moderation_cases'])
  let some = db
    .selectFrom('moderation_cases')
    .selectAll()
    .$castTo<CaseRow>()
    .where('community', '=', ctx.community.id)
    .where('group_id', '=', ctx.group.id)
    .where('state', '=', 'done')
  if (what === 'rule') some = some.where('rule', 'in', [which, `${ownPrefix}${which}`]).where('opened_at', '>', since)
  if (what === 'moderator') some = some.where('by_id', '=', which).where('decided_at', '>', since)
  if (what === 'raid') {
    const { raid_since, raid_until } = await ctx.store.groups.get({ group_id: ctx.group.id })
    if (raid_since === 0) return []
    some = some.where('origin', '=', 'auto').where('opened_at', '>=', raid_since).where('opened_at', '<=', raid_until)
  }
  return await some.orderBy('number').limit(most).execute()
}

/** What would be taken back and what cannot be, with a yes and a no. */
export async function askedFor(
  ctx: EventCtx<Config, Store, 'command'>,
  rows: readonly CaseRow[],
): Promise<Verdict<Store>> {
  const say = sayTo(ctx, ctx.member)
  const text = preview(say, rows, ctx.now)
  const ask = `${bulkPrefix}${ctx.event.id}`
  const options: Option[] = [
    { id: 'yes', label: say('choice.many.yes', { count: rows.length }), style: 'danger' },
    { id: 'no', label: say('choice.many.no') },
  ]
  const row: BulkRow = {
    id: ctx.event.id,
    community: ctx.community.id,
    group_id: ctx.group.id,
    by_id: ctx.member.id,
    numbers: rows.map(({ number }) => number).join(','),
    at: ctx.now,
    state: 'asked',
  }
  if (ctx.asks === 'nothing') return { reply: `${text}\n${say('answer.many.confirm')}` }
  const question: Draft = { type: 'ask', group: ctx.group.ref, user: ctx.member.user, ask, text, options, key: 'many' }
  return {
    actions: [question],
    save: (store) => store.bulks.put(row),
    why: { decided: 'previewed', checks: [{ name: 'cases', found: String(rows.length) }] },
  }
}
function preview(say: Say, rows: readonly CaseRow[], now: number): string {
  const lost = rows.filter((row) => stepsOf(row).some(({ does }) => never.includes(does)))
  const lines = rows.slice(0, listed).map((row) =>
    say('many.line', {
      case: row.number,
      name: row.name,
      rule: ruleIn(say, row),
      done: deedsIn(say, stepsOf(row)),
      age: lasting(say, Math.max(0, now - row.opened_at)),
    }),
  )
  const members = new Set(rows.map(({ member_id }) => member_id)).size
  return [
    say('many.head', { count: rows.length, members }),
    ...lines,
    ...(rows.length > listed ? [say('many.more', { count: rows.length - listed })] : []),
    ...(lost.length > 0 ? [say('many.lost', { count: lost.length })] : []),
  ].join('\n')
}

/** The answer to a preview. */
export async function onBulk(ctx: EventCtx<Config, Store, 'choice'>): Promise<Verdict<Store> | undefined> {
  const { ask, option } = ctx.event
  const row = await ctx.store.bulks.find({ id: ask.slice(bulkPrefix.length) })
  if (!row || row.by_id !== ctx.member.id || row.state !== 'asked') return undefined
  const say = sayTo(ctx, ctx.member)
  const of = `${row.id}/moderation.many`
  const settled = (text: string): Draft[] =>
    ctx.can('edit') ? [{ type: 'edit', group: ctx.group.ref, of, text, options: [] }] : []
  // It stands where the question stood, or is said.
  const reply = (text: string) => (ctx.can('edit') ? {} : { reply: text })
  if (option !== 'yes' || ctx.now - row.at > askedMs) {
    const text = say(option === 'yes' ? 'answer.many.late' : 'answer.many.dropped')
    return { actions: settled(text), save: (store) => store.bulks.put({ ...row, state: 'dropped' }), ...reply(text) }
  }
  const numbers = row.numbers.split(',').map(Number)
  const text = say('answer.many.begun', { count: numbers.length })
  return {
    actions: settled(text),
    later: numbers.map((number) => undoLater(number, ctx.member, ctx.now)),
    save: (store) => store.bulks.put({ ...row, state: 'done' }),
    why: { decided: 'undoing many', checks: [{ name: 'cases', found: String(numbers.length) }] },
    ...reply(text),
  }
}
export const begin = (ctx: ModerationCtx, rows: readonly CaseRow[], by: Member): Verdict<Store> => ({
  later: rows.map(({ number }) => undoLater(number, by, ctx.now)),
  why: { decided: 'undoing many', checks: [{ name: 'cases', found: String(rows.length) }] },
  reply: sayTo(ctx, by)('answer.many.begun', { count: rows.length }),
})
const undoLater = (number: number, by: Member, at: number): Later => ({
  job: 'undo-one',
  key: String(number),
  at,
  payload: { case: number, by: by.id },
})

export const undoOne = moderation.job({
  name: 'undo-one',
  run: async (ctx) => {
    const row = await ctx.store.cases.find({ community: ctx.community.id, number: Number(ctx.payload.case) })
    const by = await ctx.find(String(ctx.payload.by))
    if (row?.state !== 'done' || !by) return undefined // somebody was quicker
    const { reply: _, errors: __, ...verdict } = await undo(ctx, row, by)
    return verdict
  },
})
