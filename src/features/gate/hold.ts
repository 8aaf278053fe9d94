/** What the unverified write: an answer, or something to be held until they have given one. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { fail, pass } from './answer.ts'
import { gate } from './base.ts'
import type { GateConfig } from './config.ts'
import { callSoon } from './join.ts'
import { type DoorRow, type GateStore, isOpen, type NewcomerRow } from './store.ts'
import { judged, taskOf } from './task.ts'
import { sayTo } from './wording.ts'

type MessageCtx = EventCtx<GateConfig, GateStore, 'message'>
type Answer = MaybePromise<Verdict<GateStore> | undefined>
const hintGapMs = 60_000
const mostHints = 3
const longestAnswer = 200

/** Where nobody is at the gate, a message costs a look at one cached row. */
export const onMessage = gate.on('message', (ctx): Answer => {
  const { config, store, group } = ctx
  if (config.mode === 'off') return undefined
  return andThen(store.doors.get({ group_id: group.id }), (door) =>
    config.mode === 'raid'
      ? andThen(store.raids.verifying(group.id, ctx.now), (raid) =>
          raid > 0 && door.raid !== raid ? begun(ctx, door, raid) : looked(ctx, door),
        )
      : looked(ctx, door),
  )
})

/** A raid that no join gave away: who came before is asked all the same. */
async function begun(ctx: MessageCtx, door: DoorRow, raid: number): Promise<Verdict<GateStore>> {
  const { due, later } = callSoon(ctx, door)
  const verdict = (await looked(ctx, door)) ?? {}
  return {
    ...verdict,
    later: [...(verdict.later ?? []), ...later],
    save: async (store) => {
      await verdict.save?.(store)
      const now = await store.doors.get({ group_id: door.group_id })
      store.doors.put({ ...now, due, raid })
    },
  }
}

function looked(ctx: MessageCtx, door: DoorRow): Answer {
  if (door.open === 0) return undefined
  const key = { group_id: ctx.group.id, member_id: ctx.member.id }
  return andThen(ctx.store.newcomers.find(key), (row) => (row && isOpen(row) ? byNewcomer(ctx, row) : undefined))
}

/** "/verify 7" is a command, and is carried out. */
const command = /^\s*[/／]?\s*(?:verify|验证)(?:\s|$)/iu

async function byNewcomer(ctx: MessageCtx, row: NewcomerRow): Promise<Verdict<GateStore> | undefined> {
  const { event, config } = ctx
  if (command.test(event.text)) return undefined
  const meant = event.private === true && event.text.length <= longestAnswer
  const answer = row.state === 'staff' ? 'no answer' : judged(taskOf(config, row.seed), event.text, meant)
  if (answer === 'no answer') return event.private ? undefined : held(ctx, row)
  const verdict = answer === 'right' ? pass(ctx, row) : await fail(ctx, row)
  const { reply, ...rest } = verdict
  return { ...rest, actions: [...cleared(ctx), ...(rest.actions ?? []), ...told(ctx, reply)], stop: !ctx.group.observe }
}
/** The answer to a message, before everybody only where it cannot be said in private. */
const told = (ctx: MessageCtx, text: string | undefined): Draft[] =>
  text === undefined ? [] : [{ type: 'whisper', group: ctx.group.ref, user: ctx.event.user, text, key: 'answer' }]
/** Nobody else is to copy it. */
const cleared = (ctx: MessageCtx): Draft[] =>
  ctx.event.private || ctx.config.meanwhile === 'allow' || !ctx.can('delete') ? [] : [deletion(ctx)]
const deletion = (ctx: MessageCtx): Draft => ({
  type: 'delete',
  group: ctx.group.ref,
  message: ctx.event.message ?? ctx.event.id,
  user: ctx.event.user,
  reason: ctx.t('audit.unverified').split('\n')[0] ?? '',
  priority: 'moderation',
  key: 'held',
})

function held(ctx: MessageCtx, row: NewcomerRow): Verdict<GateStore> | undefined {
  if (ctx.config.meanwhile === 'allow' || !ctx.can('delete')) return undefined
  const hints = row.hints < mostHints && ctx.now - row.hinted_at >= hintGapMs && ctx.can('whisper')
  return {
    actions: [deletion(ctx), ...(hints ? [hint(ctx, row)] : [])],
    ...(hints && {
      save: (store: GateStore) => store.keep({ ...row, hints: row.hints + 1, hinted_at: ctx.now }),
    }),
    why: { decided: 'held', checks: [{ name: 'unverified', found: row.state }] },
    stop: !ctx.group.observe,
  }
}
function hint(ctx: MessageCtx, row: NewcomerRow): Draft {
  const kind = row.state === 'staff' ? 'staff' : taskOf(ctx.config, row.seed).kind === 'button' ? 'button' : 'task'
  const text = sayTo(ctx, ctx.member)(`hint.${kind}`)
  return { type: 'whisper', group: ctx.group.ref, user: ctx.event.user, text, key: 'hint' }
}
