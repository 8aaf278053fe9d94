/** A message that scored: a new case, or one more message of the case that is open on this member. */
import type { Verdict, Why } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { withAttached } from './attached.ts'
import { keyed } from './became.ts'
import { newCase, saveNew, stepsOf, withMessage, withSteps } from './cases.ts'
import { deletions, enforce } from './enforce.ts'
import { onLeave } from './errors.ts'
import { deedOf, type Judgement } from './judge.ts'
import type { ModerationCtx } from './kit.ts'
import { asFarAsCan } from './means.ts'
import { askSparingly } from './sparing.ts'
import type { CaseRow, StandingRow, Store } from './store.ts'

/** Trouble of one member within this time is one case: staff is asked once, not once a message. */
const sameTroubleMs = 10 * 60_000

export interface Flagged {
  readonly event: string
  readonly member: Member
  /** Undefined where the platform held it back, so that nobody saw it. */
  readonly message: string | undefined
  readonly text: string
  /** What came along, see `attached.ts`. */
  readonly attachments?: string
  readonly judgement: Judgement
  /** What is remembered of the message in any case. */
  readonly remember: (store: Store) => void
}

export async function flagged(ctx: ModerationCtx, told: Flagged): Promise<Verdict<Store>> {
  const about = await heeding(ctx, told)
  const standing = await ctx.store.standing.get({ community: ctx.community.id, member_id: about.member.id })
  const open = await current(ctx, standing)
  if (!open) return about.judgement.level === 'act' ? acted(ctx, about, await fresh(ctx, about)) : asked(ctx, about)
  const undecided = open.state === 'open' && stepsOf(open).length === 0
  if (about.judgement.level === 'act' && undecided) return acted(ctx, about, added(ctx, open, about))
  return more(ctx, about, open)
}

/** A check that erred too often only asks. */
async function heeding(ctx: ModerationCtx, about: Flagged): Promise<Flagged> {
  const { judgement } = about
  if (judgement.level !== 'act' || !judgement.main || !(await onLeave(ctx, judgement.main.name))) return about
  return { ...about, judgement: { ...judgement, level: 'ask' } }
}

/** The case of the same trouble, unless a person has settled it. */
export async function current(ctx: ModerationCtx, standing: StandingRow): Promise<CaseRow | undefined> {
  if (standing.last_case === 0 || standing.last_group !== ctx.group.id) return undefined
  if (ctx.now - standing.last_at > sameTroubleMs) return undefined
  const row = await ctx.store.cases.find({ community: ctx.community.id, number: standing.last_case })
  return row?.by_id === '' ? row : undefined
}

const fresh = (ctx: ModerationCtx, { member, message, text, attachments, judgement }: Flagged) =>
  newCase(ctx, {
    member,
    origin: 'auto',
    rule: judgement.main?.name ?? 'words',
    score: judgement.score,
    findings: judgement.findings,
    evidence: text,
    ...(attachments !== undefined && { attachments }),
    messages: message === undefined ? [] : [message],
  })
const added = ({ now }: ModerationCtx, row: CaseRow, { message, attachments, judgement }: Flagged) =>
  message === undefined ? row : withAttached(withMessage(row, message, judgement.score), attachments, now)

async function asked(ctx: ModerationCtx, about: Flagged): Promise<Verdict<Store>> {
  const { row, actions, spend } = await askSparingly(ctx, about.event, await fresh(ctx, about), 'open')
  return { actions, save: saving(ctx, about, row, spend), why: whyOf('asked', row, about) }
}

async function acted(ctx: ModerationCtx, about: Flagged, row: CaseRow): Promise<Verdict<Store>> {
  const enforced = await enforce(ctx, row, deedOf(ctx.config, about.judgement))
  const settled: CaseRow = { ...enforced.row, state: ctx.group.observe ? 'open' : 'done' }
  const question = ctx.group.observe ? 'open' : 'acted'
  const { row: done, actions, spend } = await askSparingly(ctx, about.event, settled, question)
  return {
    actions: [...enforced.actions, ...actions],
    later: enforced.later,
    save: saving(ctx, about, done, spend, enforced.standing),
    why: whyOf('acted', done, about),
    stop: !ctx.group.observe,
  }
}

/** Another message of a case that staff knows of: deleted where the case was acted upon, else only noted. */
function more(ctx: ModerationCtx, about: Flagged, open: CaseRow): Verdict<Store> {
  const acts = about.judgement.level === 'act'
  const noted = added(ctx, open, about)
  const row =
    acts && !ctx.group.observe
      ? withSteps(noted, [asFarAsCan(ctx, { does: 'delete', at: ctx.now, by: '', via: ctx.source })])
      : noted
  return {
    actions: acts && about.message !== undefined ? keyed(row, deletions(ctx, row, [about.message])) : [],
    save: saving(ctx, about, row),
    why: whyOf(acts ? 'acted' : 'asked', row, about),
    stop: acts && !ctx.group.observe,
  }
}

export const saving =
  (
    ctx: ModerationCtx,
    about: Flagged,
    row: CaseRow,
    spend: (store: Store) => void = () => undefined,
    standing?: StandingRow,
  ) =>
  async (store: Store) => {
    about.remember(store)
    spend(store)
    const known = await store.cases.find({ community: row.community, number: row.number })
    if (known) store.cases.put(row)
    else await saveNew(store, row)
    const last = standing ?? (await store.standing.get({ community: row.community, member_id: row.member_id }))
    store.standing.put({ ...last, last_case: row.number, last_group: row.group_id, last_at: ctx.now })
  }

const whyOf = (decided: string, row: CaseRow, { judgement }: Pick<Flagged, 'judgement'>): Why => ({
  decided,
  score: judgement.score,
  checks: [
    ...judgement.findings.map(({ name, score, found }) => ({ name, score, found })),
    { name: 'case', found: `#${row.number}` },
  ],
})
