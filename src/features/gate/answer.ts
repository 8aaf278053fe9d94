/** What newcomers press, write and command: right, wrong, or no answer at all. */
import type { Draft } from '../../core/action.ts'
import type { EventCtx, Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { type GateCtx, gate } from './base.ts'
import { choosePrefix, startAsk, taskIn } from './call.ts'
import type { GateConfig } from './config.ts'
import { passed, welcomeOf } from './pass.ts'
import { decided, inquiry, staffPrefix } from './staff.ts'
import { type GateStore, isOpen, type NewcomerRow } from './store.ts'
import { isChosen, isRightOption, optionsOf, seedOf, taskOf } from './task.ts'
import { sayTo } from './wording.ts'

export type ByNewcomer = GateCtx & { readonly member: Member }
type ChoiceCtx = EventCtx<GateConfig, GateStore, 'choice'>
const taskPrefix = 'gate:task:'

export const rowOf = (ctx: ByNewcomer) => ctx.store.newcomers.get({ group_id: ctx.group.id, member_id: ctx.member.id })

export const onChoice = gate.on('choice', async (ctx) => {
  const { ask, option } = ctx.event
  if (ask.startsWith(staffPrefix)) return decided(ctx)
  const row = await rowOf(ctx)
  if (!isOpen(row)) return elsewhere(ctx, row)
  if (row.state === 'staff') return answering(ctx, 'answer.staff')
  const task = taskOf(ctx.config, row.seed)
  if (ask === startAsk) return task.kind === 'button' ? pass(ctx, row) : shows(ctx, row)
  const mine = ask === `${taskPrefix}${row.failures}.${row.seed}` || ask === `${choosePrefix}${row.called_at}`
  if (!mine) return shows(ctx, row)
  return isRightOption(task, option) ? pass(ctx, row) : fail(ctx, row)
})
/** Where answers are numbers, whoever writes a "1" about something else is not bothered. */
function elsewhere(ctx: ChoiceCtx, { state }: NewcomerRow): Verdict<GateStore> {
  if (ctx.asks !== 'buttons') return { why: { decided: 'not theirs' } }
  return answering(ctx, state === 'passed' ? 'answer.already' : 'answer.not-needed')
}
const answering = (ctx: ByNewcomer, key: string): Verdict<GateStore> => ({
  reply: sayTo(ctx, ctx.member)(key),
  why: { decided: 'answered' },
})

export function pass(ctx: ByNewcomer, row: NewcomerRow): Verdict<GateStore> {
  const done = passed(ctx, row, ctx.member)
  return {
    actions: done.actions,
    later: done.later,
    save: (store) => store.keep(done.row),
    why: { decided: 'passed' },
    // In a raid nobody else has to read who passed.
    ...(ctx.asks === 'buttons' || row.cause !== 'raid' ? { reply: welcomeOf(ctx, ctx.member) } : {}),
  }
}

/** Another go, or staff. */
export async function fail(ctx: ByNewcomer, before: NewcomerRow): Promise<Verdict<GateStore>> {
  const failures = before.failures + 1
  const row = { ...before, failures, seed: seedOf(`${ctx.member.id} ${before.seed} ${failures}`) }
  const why = { decided: 'wrong', checks: [{ name: 'failures', found: String(failures) }] }
  const asked = failures >= ctx.config.tries ? await inquiry(ctx, 'failed', [ctx.member]) : undefined
  if (asked)
    return {
      actions: asked.actions,
      save: async (store) => {
        await store.keep({ ...row, state: 'staff', due_at: 0, question: asked.row.id })
        store.questions.put(asked.row)
      },
      reply: sayTo(ctx, ctx.member)('answer.staff'),
      why,
    }
  return { ...shows(ctx, row, 'answer.wrong'), save: (store) => store.keep(row), why }
}

/** The task, for them alone: to be chosen where it can be. */
export function shows(ctx: ByNewcomer, row: NewcomerRow, lead?: string): Verdict<GateStore> {
  const say = sayTo(ctx, ctx.member)
  const task = taskOf(ctx.config, row.seed)
  const head = lead === undefined ? '' : `${say(lead)}\n`
  const why = { decided: 'shown' }
  if (!isChosen(task, ctx.asks)) {
    const text = taskIn(say, task)
    return { reply: head + (task.kind === 'question' ? say('task.typed', { question: text }) : text), why }
  }
  const locale = say('language') === 'en' ? 'en' : 'zh'
  const ask: Draft = {
    type: 'ask',
    group: ctx.group.ref,
    user: ctx.member.user,
    ask: `${taskPrefix}${row.failures}.${row.seed}`,
    text: head + taskIn(say, task),
    options: optionsOf(task, row.seed, [locale]),
    key: 'task',
  }
  return { actions: [ask], why }
}
