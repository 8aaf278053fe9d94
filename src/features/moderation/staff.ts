/** What staff is asked and told: a question with buttons where there are any, the commands in words where not. */
import type { Draft, Option } from '../../core/action.ts'
import type { Member } from '../../core/people.ts'
import { attachedIn } from './attached.ts'
import { type Card, cardsOf, stepsOf } from './cases.ts'
import type { ModerationCtx } from './kit.ts'
import type { CaseRow } from './store.ts'
import { askedIn, checksIn, deedsIn, ownPrefix, quoteOf, ruleIn, type Say, sayIn, sayTo } from './wording.ts'

/** More staff than these are not asked at once: the queue has it for everybody. */
const mostAsked = 10
/** Ids of asks begin so; the case's number follows. */
export const askPrefix = 'moderation:case:'
export type Question = 'open' | 'acted' | 'reported' | 'appealed' | 'reopened'
export const choices = ['keep', 'ban', 'warn', 'dismiss', 'undo', 'uphold'] as const
export type Choice = (typeof choices)[number]

const offered: Readonly<Record<Question, readonly Choice[]>> = {
  open: ['ban', 'warn', 'dismiss'],
  acted: ['keep', 'ban', 'undo'],
  reported: ['ban', 'warn', 'dismiss'],
  appealed: ['undo', 'uphold'],
  reopened: ['ban', 'warn', 'dismiss'],
}
const styles: Readonly<Partial<Record<Choice, Option['style']>>> = {
  keep: 'primary',
  ban: 'danger',
  dismiss: 'primary',
}

export interface Asked {
  readonly row: CaseRow
  readonly actions: readonly Draft[]
}
/** `source` is the id of the event the actions are filed under. */
export async function askStaff(ctx: ModerationCtx, source: string, row: CaseRow, question: Question): Promise<Asked> {
  const who = question === 'appealed' ? await second(ctx, row) : 'any'
  if (ctx.staffRoom && ctx.asks !== 'nothing') return askRoom(ctx, source, row, question, who)
  const staff = (await judges(ctx, row, who)).slice(0, mostAsked)
  if (!ctx.can('ask') && !ctx.can('whisper')) return callRoom(ctx, row, staff)
  const asks = staff.map((member, index): Draft => {
    const key = `case-${row.number}-${question}-${index}`
    const say = sayTo(ctx, member)
    const about = { group: ctx.group.ref, user: member.user, key, priority: 'moderation' } as const
    const text = `${headline(ctx, say, row, question)}\n${plea(say, row, question, who)}`
    if (ctx.asks === 'nothing')
      return { type: 'whisper', ...about, text: `${text}\n${say('staff.by-command', { case: row.number })}` }
    const aloud = say('staff.aloud', { case: row.number })
    return {
      type: 'ask',
      ...about,
      ask: `${askPrefix}${row.number}`,
      text,
      aloud,
      options: optionsFor(say, row, question),
    }
  })
  const cards = staff.flatMap(({ id: member }, index): Card[] =>
    asks[index]?.type === 'ask' ? [{ id: `${source}/moderation.${asks[index].key}`, member }] : [],
  )
  return { row: { ...row, asked: JSON.stringify([...cardsOf(row), ...cards]) }, actions: asks }
}
/** Where nobody can be asked in private: everybody reads it, so that nothing is said but the number. */
function callRoom(ctx: ModerationCtx, row: CaseRow, staff: readonly Member[]): Asked {
  if (staff.length === 0) return { row, actions: [] }
  const names = staff.map(({ name }) => `@${name}`).join(' ')
  const text = `${names} ${sayIn(ctx)('staff.aloud', { case: row.number })}`
  const mentions = staff.map(({ user, name }) => ({ user, name }))
  return { row, actions: [{ type: 'send', group: ctx.group.ref, text, mentions, key: `case-${row.number}-call` }] }
}
/** All of them at once, in the room they have for it. */
function askRoom(ctx: ModerationCtx, source: string, row: CaseRow, question: Question, who: Second): Asked {
  const say = sayIn(ctx)
  const key = `case-${row.number}-${question}`
  const text = `${headline(ctx, say, row, question)}\n${plea(say, row, question, who)}`
  const asked = { ask: `${askPrefix}${row.number}`, text, options: optionsFor(say, row, question) }
  const cards: Card[] = [...cardsOf(row), { id: `${source}/moderation.${key}`, member: '' }]
  return {
    row: { ...row, asked: JSON.stringify(cards) },
    actions: [{ type: 'ask', group: ctx.group.ref, to: 'staff', key, ...asked, priority: 'moderation' }],
  }
}
const plea = (say: Say, row: CaseRow, question: Question, who: Second) =>
  [
    say(`staff.${question}`, { case: row.number }),
    ...(who === 'any' ? [] : [say(`staff.appealed.${who}`, { who: row.by_name })]),
    ...(question === 'appealed' ? [] : askedIn(say, stepsOf(row))),
    ...(question === 'appealed' ? [say('staff.appealed.talk', { case: row.number })] : []),
  ].join('\n')

/**
 * Who judges an appeal: anybody where Innkeeper acted by itself; a second moderator than the one who acted, where there
 * is one; else the same.
 */
export type Second = 'any' | 'second' | 'same'
export async function second(ctx: ModerationCtx, row: CaseRow): Promise<Second> {
  if (row.by_id === '') return 'any'
  const others = (await ctx.staff()).filter(({ id }) => id !== row.by_id && id !== row.member_id)
  return others.length > 0 ? 'second' : 'same'
}
const judges = async (ctx: ModerationCtx, row: CaseRow, who: Second) =>
  (await ctx.staff()).filter(({ id }) => id !== row.member_id && (who !== 'second' || id !== row.by_id))

const optionsFor = (say: Say, row: CaseRow, question: Question): Option[] => {
  const isBanned = stepsOf(row).some(({ does }) => does === 'ban')
  const some = offered[question].filter((id) => id !== 'ban' || question !== 'acted' || !isBanned)
  return some.map((id) => ({ id, label: say(`choice.${id}`), ...(styles[id] && { style: styles[id] }) }))
}

/** Per cent; nothing that is judged is beyond doubt. */
const sureness = (score: number) => Math.min(99, Math.round(100 * score))

/** Number, group, member, score, what was written, why, and what was done so far. */
export function headline(ctx: ModerationCtx, say: Say, row: CaseRow, question: Question): string {
  const about = {
    case: row.number,
    group: ctx.group.name,
    name: row.name,
    rule: ruleIn(say, row),
    score: sureness(row.score),
    quote: quoteOf(say, row),
    checks: checksIn(say, row),
    done: deedsIn(say, stepsOf(row)),
    appeal: row.appeal,
  }
  const isJudged = row.origin === 'auto' && !row.rule.startsWith(ownPrefix)
  const lines = [say(isJudged ? 'case.head' : 'case.head.plain', about)]
  if (row.origin === 'auto' || row.evidence !== '') lines.push(say('case.quote', about))
  const attached = attachedIn(say, row)
  if (attached !== '') lines.push(say('case.attached', { what: attached }))
  if (row.origin === 'auto') lines.push(say('case.checks', about))
  if (stepsOf(row).length > 0) lines.push(say('case.done', about))
  if (question === 'appealed') lines.push(say('case.appeal', about))
  return lines.join('\n')
}

/**
 * Takes the buttons from the questions of a case once it is decided, so that nobody presses them in vain, and says the
 * outcome in the language of whom each asked; who was asked twice (an appeal) reads it where they were asked last.
 */
export async function settleAsks(ctx: ModerationCtx, row: CaseRow, outcome: (say: Say) => string): Promise<Draft[]> {
  if (!ctx.can('edit')) return []
  const cards = cardsOf(row)
  return Promise.all(
    cards.map(async ({ id: of, member }, index): Promise<Draft> => {
      const reader = member === '' ? undefined : await ctx.find(member)
      const say = reader ? sayTo(ctx, reader) : sayIn(ctx)
      const later = member !== '' && cards.slice(index + 1).some((card) => card.member === member)
      const text = later ? say('answer.settled', { case: row.number }) : outcome(say)
      return { type: 'edit', group: row.group_ref, of, text, options: [] }
    }),
  )
}
/** Whether the outcome of a case is written on a question that this member was asked. */
export const readsOutcome = (ctx: ModerationCtx, row: CaseRow, member: Member): boolean =>
  ctx.can('edit') && cardsOf(row).some((card) => card.member === member.id)

/** A plain notice to each of the staff. */
export async function tellStaff(ctx: ModerationCtx, text: (say: Say, member: Member) => string): Promise<Draft[]> {
  const staff = (await ctx.staff()).slice(0, mostAsked)
  const [first] = staff
  if (ctx.staffRoom && first)
    return [{ type: 'send', group: ctx.group.ref, to: 'staff', text: text(sayIn(ctx), first) }]
  return staff.map((member) => ({
    type: 'whisper',
    group: ctx.group.ref,
    user: member.user,
    text: text(sayTo(ctx, member), member),
  }))
}
