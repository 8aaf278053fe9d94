/** The time of some newcomers is over: whoever could not have seen the question gets it anew; the others go, or staff decides. */
import type { Draft } from '../../core/action.ts'
import type { Later, Verdict } from '../../core/feature.ts'
import { type GateCtx, gate } from './base.ts'
import { type Newcomer, those } from './call.ts'
import { greeted } from './pass.ts'
import { type Inquiry, inquiry, kick, type Matter, tell } from './staff.ts'
import type { CallRow, GateStore, NewcomerRow } from './store.ts'

/** Later than this the bot was away: who answered meanwhile was not heard. */
const lateMs = 60_000
/** So often a question is put anew that nobody can have seen. */
const mostUnseen = 3
const lookAfterMs = 5 * 60_000

export const due = gate.job({
  name: 'due',
  run: async (ctx) => {
    const at = Number(ctx.payload.at)
    const { here, gone } = await those(ctx, 'asked', at)
    const left = (verdict: Verdict<GateStore>): Verdict<GateStore> => ({
      ...verdict,
      save: async (store) => {
        for (const row of gone) await store.keep(row)
        await verdict.save?.(store)
      },
    })
    if (here.length === 0) return left({ why: { decided: 'nobody there' } })
    if (ctx.now - ctx.due > lateMs) return left(anew(ctx, here, 'away'))
    const shown = await shownAs(ctx, await ctx.store.calls.get({ group_id: ctx.group.id, at }))
    if (shown !== 'seen') return left(await unseen(ctx, here, shown))
    return left(await overdue(ctx, here))
  },
})

/** What became of the posts; what was only to be seen in observe mode was as good as seen. */
async function shownAs(
  ctx: GateCtx & { readonly due: number },
  { action, reminder }: CallRow,
): Promise<'seen' | 'waiting' | 'failed'> {
  const ids = [action, reminder].filter(Boolean).flatMap((id) => [id, `${id}~0`, `${id}~~`])
  const db = await ctx.sql(['outbox'])
  const rows = await db
    .selectFrom('outbox')
    .select(['state', 'attempts'])
    .where('id', 'in', [...ids, ''])
    .execute()
  const states = new Set(rows.map(({ state }) => String(state)))
  if (states.has('done') || states.has('observed')) return 'seen'
  // Where time is the events', it jumps: what it jumped over was not even tried yet, which was nobody's fault.
  const jumped = ctx.now === ctx.due && rows.some(({ state, attempts }) => state === 'waiting' && attempts === 0)
  if (jumped) return 'seen'
  return states.has('waiting') || states.has('sending') ? 'waiting' : 'failed'
}

/** From the start, as if they had just come. */
function anew(ctx: GateCtx, here: readonly Newcomer[], why: string): Verdict<GateStore> {
  const rows = here.map(({ row }): NewcomerRow => ({ ...row, state: 'waiting', due_at: 0, unseen: row.unseen + 1 }))
  return {
    later: [{ job: 'call', key: 'door', at: ctx.now }],
    save: async (store) => {
      for (const row of rows) await store.keep(row)
      const door = await store.doors.get({ group_id: ctx.group.id })
      store.doors.put({ ...door, due: ctx.now })
    },
    why: { decided: 'asked anew', checks: [{ name: why }] },
  }
}
/** Nobody is removed for a question that was never there to be read. */
async function unseen(
  ctx: GateCtx,
  here: readonly Newcomer[],
  shown: 'waiting' | 'failed',
): Promise<Verdict<GateStore>> {
  const tired = here.some(({ row }) => row.unseen >= mostUnseen)
  if (tired) return toStaff(ctx, here, 'unseen', 0)
  if (shown === 'failed') return anew(ctx, here, 'not shown')
  const due_at = ctx.now + ctx.config.within
  return {
    later: [
      {
        job: 'due',
        key: String(here[0]?.row.called_at ?? 0),
        at: due_at,
        payload: { at: here[0]?.row.called_at ?? 0 },
      },
    ],
    save: async (store) => {
      for (const { row } of here) await store.keep({ ...row, due_at, unseen: row.unseen + 1 })
    },
    why: { decided: 'longer', checks: [{ name: 'not sent yet' }] },
  }
}

async function overdue(ctx: GateCtx, here: readonly Newcomer[]): Promise<Verdict<GateStore>> {
  const { late, tries, atOnce } = ctx.config
  if (!ctx.can('kick')) return toStaff(ctx, here, 'by-hand', 1)
  if (late === 'staff' || here.length > atOnce) return toStaff(ctx, here, 'late', 1)
  const again = here.filter(({ row }) => row.failures + 1 < tries)
  const last = here.filter(({ row }) => row.failures + 1 >= tries)
  const asked = last.length > 0 ? await toStaff(ctx, last, 'failed', 1) : undefined
  const actions = again.flatMap(({ member }): Draft[] => [
    tell(ctx, member, 'removed', ctx.config.within),
    kick(ctx, member),
  ])
  const look: Later[] =
    again.length > 0
      ? [
          {
            job: 'gone',
            key: String(ctx.now),
            at: ctx.now + lookAfterMs,
            payload: { at: again[0]?.row.called_at ?? 0 },
          },
        ]
      : []
  return {
    actions: [...actions, ...(asked?.actions ?? [])],
    later: [...look, ...(asked?.later ?? [])],
    save: async (store) => {
      for (const { row } of again) await store.keep({ ...row, state: 'removed', failures: row.failures + 1, due_at: 0 })
      await asked?.save?.(store)
    },
    why: {
      decided: 'time over',
      checks: [
        { name: 'removed', found: String(again.length) },
        { name: 'staff', found: String(last.length) },
      ],
    },
  }
}
/** One question about all of them. Where nobody can decide, they are let in: a bot must not lock people up. */
async function toStaff(
  ctx: GateCtx,
  here: readonly Newcomer[],
  matter: Matter,
  failure: number,
): Promise<Verdict<GateStore>> {
  const asked: Inquiry | undefined = await inquiry(
    ctx,
    matter,
    here.map(({ member }) => member),
  )
  const state = asked ? 'staff' : 'passed'
  return {
    actions: asked?.actions ?? [],
    later: asked ? [] : here.flatMap(({ member }) => greeted(ctx, member)),
    save: async (store) => {
      const question = asked?.row.id ?? ''
      for (const { row } of here)
        await store.keep({ ...row, state, failures: row.failures + failure, due_at: 0, question })
      if (asked) store.questions.put(asked.row)
    },
    why: { decided: asked ? 'asked staff' : 'let in', checks: [{ name: matter, found: String(here.length) }] },
  }
}

/** Whether those who were to be removed are gone: the budget of the hour, or a missing right, may have kept them here. */
export const gone = gate.job({
  name: 'gone',
  run: async (ctx) => {
    const { here, gone: left } = await those(ctx, 'removed', Number(ctx.payload.at))
    const verdict = here.length > 0 && !ctx.group.observe ? await toStaff(ctx, here, 'still', 0) : {}
    return {
      ...verdict,
      save: async (store) => {
        for (const row of left) await store.keep(row)
        await verdict.save?.(store)
      },
    }
  },
})
