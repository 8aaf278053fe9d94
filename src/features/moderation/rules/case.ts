/** A rule that holds something against a member opens a case, as a check does: explained, asked about, undone. */
import type { Draft } from '../../../core/action.ts'
import type { Later, Verdict } from '../../../core/feature.ts'
import { withAttached } from '../attached.ts'
import { keyed } from '../became.ts'
import { newCase, stepsOf, withMessage, withSteps } from '../cases.ts'
import type { Finding } from '../checks/finding.ts'
import { auditReason, deletions, type Enforced, enforce } from '../enforce.ts'
import { onLeave } from '../errors.ts'
import { current, type Flagged, saving } from '../flagged.ts'
import { keptIds } from '../ids.ts'
import { deedOf } from '../judge.ts'
import type { ModerationCtx } from '../kit.ts'
import { asFarAsCan } from '../means.ts'
import type { Order } from '../sanctions.ts'
import { askStaff } from '../staff.ts'
import type { CaseRow, Store } from '../store.ts'
import type { Fired } from './evaluate.ts'
import { keepMarks, type Mark, roleKey } from './marks.ts'
import { auditOf, localised } from './said.ts'
import type { Effect } from './schema/effects.ts'
import type { Doing } from './soft.ts'

/** Effects that are held against the member, and so belong to a case. */
const held = ['delete', 'purge', 'warn', 'mute', 'kick', 'ban', 'giveRole', 'takeRole', 'nick', 'ask'] as const
export const isHeld = (effect: Effect) => held.some((name) => effect[name] !== undefined)

export interface Against {
  /** Of this event: those that want something held against the member, those that only observe among them. */
  readonly fired: readonly Fired[]
  /** Of those that do not only observe. */
  readonly effects: readonly (Fired & { readonly effect: Effect })[]
  readonly about: Flagged
}

export const findingOf = ({ rule, trigger, found }: Fired): Finding => ({
  name: 'rule',
  score: 1,
  found: `${rule.id}: ${trigger}${found === '' ? '' : ` (${found})`}`,
  ...(rule.name && { title: localised(rule.name) }),
})

/** The strictest of each kind, and the checks' own where they would act by themselves. */
function ordersOf(ctx: ModerationCtx, { effects, about: { judgement } }: Against): readonly Order[] {
  const orders = effects.flatMap(({ effect: { warn, mute, kick, ban } }): Order[] => [
    ...(warn ? [{ does: 'warn' } as const] : []),
    ...(mute ? [{ does: 'mute', forMs: mute.for } as const] : []),
    ...(kick ? [{ does: 'kick' } as const] : []),
    ...(ban
      ? [{ does: 'ban', forMs: ban.for, deleteMs: ban.deleteLast && Math.min(ban.deleteLast, 604_800_000) } as const]
      : []),
  ])
  const warned = orders.findIndex(({ does }) => does === 'warn')
  const single = orders.filter(({ does }, at) => does !== 'warn' || at === warned)
  if (judgement.level !== 'act') return single
  const { does, forMs } = deedOf(ctx.config, judgement)
  if (does === 'delete' || single.some((order) => order.does === does)) return single
  return [...single, { does, ...(does === 'mute' && { forMs }) }]
}
const deletes = ({ effects, about: { judgement } }: Against) =>
  judgement.level === 'act' || effects.some(({ effect }) => effect.delete)

/** The verdict of a case; `count` is run in its save with the case's number. */
export async function against(
  doing: Doing,
  wants: Against,
  count: (store: Store, number: number) => unknown,
): Promise<Verdict<Store>> {
  const { ctx } = doing
  const wanted = await heeding(ctx, wants)
  const { about } = wanted
  const [main] = wanted.fired
  const standing = await ctx.store.standing.get({ community: ctx.community.id, member_id: about.member.id })
  const open = await current(ctx, standing)
  const again = open && main && open.rule === `rule:${main.rule.id}` ? open : undefined
  const row = again ? noted(ctx, again, about) : await fresh(ctx, wanted)
  const watched = wanted.effects.length === 0
  const enforced = await carriedOut(ctx, row, wanted, again !== undefined)
  const marked = watched ? { actions: [], later: [], marks: [] } : marking(doing, row, wanted)
  const did = enforced.row !== row || marked.marks.length > 0
  const settled: CaseRow = {
    ...enforced.row,
    state: did && !watched && !ctx.group.observe ? 'done' : enforced.row.state,
  }
  const { row: asked, actions } = await ask(doing, settled, watched || again !== undefined)
  return {
    actions: watched ? [] : [...enforced.actions, ...marked.actions, ...actions],
    later: [...enforced.later, ...marked.later].filter(({ job }) => job !== 'rules' || doing.now.heard !== 'case'),
    save: async (store) => {
      await saving(ctx, about, asked, undefined, enforced.standing)(store)
      await keepMarks(store, asked, marked.marks)
      await count(store, asked.number)
    },
    why: {
      decided: watched ? 'observed' : did ? 'acted' : 'asked',
      checks: [{ name: 'case', found: `#${row.number}` }],
    },
    stop: !ctx.group.observe && !watched && deletes(wanted),
  }
}
/** Rules that erred too often only ask. */
async function heeding(ctx: ModerationCtx, wanted: Against): Promise<Against> {
  const effects: Against['effects'][number][] = []
  for (const one of wanted.effects)
    effects.push((await onLeave(ctx, `rule:${one.rule.id}`)) ? { ...one, effect: { ask: {} } } : one)
  return { ...wanted, effects }
}
const noted = ({ now }: ModerationCtx, row: CaseRow, { message, attachments }: Flagged) =>
  message === undefined ? row : withAttached(withMessage(row, message, 1), attachments, now)

const fresh = (ctx: ModerationCtx, { fired, about }: Against): Promise<CaseRow> =>
  newCase(ctx, {
    member: about.member,
    origin: 'auto',
    rule: `rule:${fired[0]?.rule.id ?? ''}`,
    score: 1,
    findings: [...fired.map(findingOf), ...about.judgement.findings],
    evidence: about.text,
    ...(about.attachments !== undefined && { attachments: about.attachments }),
    messages: about.message === undefined ? [] : [about.message],
  })

/** In the case of the same trouble nobody is muted or removed twice; warnings and deletions count each. */
async function carriedOut(ctx: ModerationCtx, row: CaseRow, wanted: Against, again: boolean): Promise<Enforced> {
  const watches = wanted.effects.length === 0
  const trial = watches ? { ...wanted, effects: triedOut(wanted.fired) } : wanted
  const before = again ? stepsOf(row).map(({ does }) => does) : []
  const orders = ordersOf(ctx, trial).filter(({ does }) => does === 'warn' || !before.includes(does))
  const removes = deletes(trial) && wanted.about.message !== undefined ? [wanted.about.message] : []
  if (orders.length > 0 || (removes.length > 0 && !again)) {
    const all: readonly Order[] = orders.length === 0 ? [{ does: 'delete' }] : orders
    return enforce(ctx, row, all, '', { deletes: removes, watches })
  }
  // Nothing to tell the member that was not told before.
  const { community, member_id } = row
  const standing = await ctx.store.standing.get({ community, member_id })
  const observed = (watches || ctx.group.observe) && ({ observed: true } as const)
  const step = asFarAsCan(ctx, { does: 'delete', at: ctx.now, by: '', via: ctx.source, ...observed })
  const after = removes.length > 0 ? withSteps(row, [step]) : row
  const actions = keyed(row, deletions(ctx, after, removes))
  return { row: after, actions, later: [], standing }
}
const triedOut = (fired: readonly Fired[]) => fired.flatMap((one) => one.rule.do.map((effect) => ({ ...one, effect })))

/** Roles, names and sweeps; within the hour's amount of changes. */
function marking(doing: Doing, row: CaseRow, { effects }: Against) {
  const actions: Draft[] = []
  const later: Later[] = []
  const marks: Mark[] = []
  const may = () => doing.memory.paces.spend('hour.changes', doing.now.at, doing.caps.changes)
  for (const { effect, ...fired } of effects) {
    const about = {
      group: row.group_ref,
      user: row.user,
      reason: auditOf(doing.ctx, fired),
      priority: 'moderation',
    } as const
    for (const [change, grant] of [
      [effect.giveRole, true],
      [effect.takeRole, false],
    ] as const) {
      if (!change || !may()) continue
      const { role, for: forMs } = change
      const action = { type: 'role', ...about, role } as const
      actions.push({ ...action, grant })
      marks.push({ did: 'role', role, grant })
      const key = roleKey(row.member_id, role)
      if (forMs !== undefined)
        later.push({
          job: 'rule-later',
          key,
          at: doing.ctx.now + forMs,
          payload: { action: { ...action, grant: !grant } },
        })
    }
    if (effect.nick !== undefined && may()) {
      actions.push({ type: 'nick', ...about, name: effect.nick })
      marks.push({ did: 'nick', before: row.name.slice(0, 32) })
    }
    if (effect.purge && may()) actions.push(...swept(doing, row, effect.purge))
  }
  return { actions, later, marks }
}
function swept({ ctx, now }: Doing, row: CaseRow, { count, within }: NonNullable<Effect['purge']>): Draft[] {
  const before = keptIds(now.sent ?? '').flatMap(({ at, id }) => (at > now.at - within ? [id] : []))
  const messages = [...new Set([...before, ...(now.spoken ? [now.spoken.message] : [])])].slice(-count)
  const about = { group: row.group_ref, reason: auditReason(ctx, row), priority: 'moderation' } as const
  return messages.length === 0 ? [] : [{ type: 'purge', messages, ...about }]
}

/** Staff is asked once about the same trouble, and only so often in an hour: the rest waits in the queue. */
async function ask(doing: Doing, row: CaseRow, quietly: boolean) {
  const { ctx, now, memory, caps } = doing
  if (quietly || !memory.paces.spend('hour.asks', now.at, caps.asks)) return { row, actions: [] as readonly Draft[] }
  return askStaff(ctx, now.id, row, row.state === 'done' ? 'acted' : 'open')
}
