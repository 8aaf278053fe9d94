/** Cases: one per verdict or moderator's act, numbered per community. */
import type { Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import type { CheckName, Finding } from './checks/finding.ts'
import type { ModerationCtx } from './kit.ts'
import type { Step } from './sanctions.ts'
import { type CaseRow, emptyCase, type Store } from './store.ts'

const dayMs = 86_400_000
/** Longer texts are cut: enough to judge by. */
const evidenceLength = 2000
const keptMessages = 50

export interface Opening {
  readonly member: Member
  readonly origin: 'auto' | 'report' | 'command' | 'hand' | 'shared'
  /** The check that weighed most, or `rule:` and the id of the owner's rule. */
  readonly rule: CheckName | `rule:${string}`
  readonly score: number
  readonly findings: readonly Finding[]
  readonly evidence: string
  readonly messages: readonly string[]
  readonly reason?: string
  /** See `attached.ts`. */
  readonly attachments?: string
}

/** How many numbers the verdict being made has given out: they are counted on only when it is saved. */
const given = new WeakMap<ModerationCtx, number>()
/** The one place where numbers come from: no two cases of a verdict, nor of a batch, have the same. */
async function nextNumber(ctx: ModerationCtx): Promise<number> {
  const { cases } = await ctx.store.counters.get({ community: ctx.community.id })
  const number = cases + 1 + (given.get(ctx) ?? 0)
  given.set(ctx, number - cases)
  return number
}

/** The row of a new case, open and without steps. Its number is kept by `saveNew`. */
export async function newCase(ctx: ModerationCtx, about: Opening): Promise<CaseRow> {
  const number = await nextNumber(ctx)
  const { days } = ctx.config.evidence
  return {
    ...emptyCase,
    community: ctx.community.id,
    number,
    group_id: ctx.group.id,
    group_ref: ctx.group.ref,
    member_id: about.member.id,
    user: about.member.user,
    name: about.member.name,
    origin: about.origin,
    rule: about.rule,
    score: about.score,
    checks: JSON.stringify(
      about.findings.map(({ name, score, found, places, title }) => ({ name, score, found, places, title })),
    ),
    evidence: days > 0 ? about.evidence.slice(0, evidenceLength).toWellFormed() : '',
    messages: about.messages.join('\n'),
    opened_at: ctx.now,
    reason: about.reason ?? '',
    keep_until: ctx.now + days * dayMs,
    attachments: days > 0 ? (about.attachments ?? '') : '',
  }
}
/** In `save` only, whatever the order. */
export async function saveNew(store: Store, row: CaseRow): Promise<void> {
  const { community, number } = row
  const { cases } = await store.counters.get({ community })
  store.cases.put(row)
  if (number > cases) store.counters.put({ community, cases: number })
}

export const stepsOf = (row: CaseRow): readonly Step[] => JSON.parse(row.steps) as Step[]
type Check = NonNullable<Why['checks']>[number] & Pick<Finding, 'places' | 'title'>
export const checksOf = (row: CaseRow): readonly Check[] => JSON.parse(row.checks) as Check[]
export const messagesOf = ({ messages }: Pick<CaseRow, 'messages'>): readonly string[] =>
  messages === '' ? [] : messages.split('\n')
/** A question to one of the staff. */
export interface Card {
  /** Id of the action that asked. */
  readonly id: string
  /** Our id of whom it asked; '' in cases from before that was kept. */
  readonly member: string
}
export const cardsOf = (row: CaseRow): readonly Card[] =>
  (JSON.parse(row.asked) as (string | Card)[]).map((card) =>
    typeof card === 'string' ? { id: card, member: '' } : card,
  )

export const withSteps = (row: CaseRow, steps: readonly Step[]): CaseRow => ({
  ...row,
  steps: JSON.stringify([...stepsOf(row), ...steps]),
})
/** One more message of the same trouble. */
export function withMessage(row: CaseRow, message: string, score: number): CaseRow {
  const messages = [...messagesOf(row).filter((id) => id !== message), message].slice(-keptMessages)
  return { ...row, messages: messages.join('\n'), score: Math.max(row.score, score) }
}

/** "41" or "#41" → the case, or undefined. */
export async function findCase(ctx: ModerationCtx, typed: string): Promise<CaseRow | undefined> {
  const number = /^[#＃]?(\d{1,15})$/.exec(typed.normalize('NFKC').trim())?.[1]
  return number === undefined
    ? undefined
    : await ctx.store.cases.find({ community: ctx.community.id, number: Number(number) })
}
