/** The buttons under a question to staff. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { isStaff } from '../../core/words.ts'
import { findCase } from './cases.ts'
import type { Config } from './config.ts'
import { dismiss, punish, refuse, taken, undo } from './decide.ts'
import { moderation } from './kit.ts'
import { askPrefix, type Choice, choices, readsOutcome, settleAsks } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { sayTo } from './wording.ts'

type ChoiceCtx = EventCtx<Config, Store, 'choice'>

export const onChoice = moderation.on('choice', async (ctx) => {
  const { ask, option } = ctx.event
  if (!ask.startsWith(askPrefix)) return undefined
  const say = sayTo(ctx, ctx.member)
  if (!isStaff(ctx.member.role)) return refuse('not-allowed', say('error.staff-only'))
  const row = await findCase(ctx, ask.slice(askPrefix.length))
  const chosen = choices.find((choice) => choice === option)
  if (!row || !chosen) return refuse('no-such-case', say('error.case', { case: ask.slice(askPrefix.length) }))
  const { reply, ...verdict } = await decide(ctx, row, chosen)
  // Who pressed reads the outcome on the question itself, and need not be told again.
  return reply === undefined || readsOutcome(ctx, row, ctx.member) ? verdict : { ...verdict, reply }
})

async function decide(ctx: ChoiceCtx, row: CaseRow, chosen: Choice): Promise<Verdict<Store>> {
  switch (chosen) {
    case 'ban':
    case 'warn':
      return punish(ctx, row, { does: chosen }, ctx.member)
    case 'dismiss':
      return dismiss(ctx, row, ctx.member)
    case 'undo':
      return takeBack(ctx, row)
    case 'uphold':
      return uphold(ctx, row)
  }
}

/** By button only while the question stands: a colleague's decision is taken back with /undo, knowingly. */
function takeBack(ctx: ChoiceCtx, row: CaseRow) {
  const settled = row.appeal_state === 'open' ? undefined : taken(sayTo(ctx, ctx.member), row)
  return settled ?? undo(ctx, row, ctx.member)
}

async function uphold(ctx: ChoiceCtx, row: CaseRow): Promise<Verdict<Store>> {
  const say = sayTo(ctx, ctx.member)
  if (row.appeal_state !== 'open' || row.state !== 'done')
    return taken(say, row) ?? refuse('no-appeal', say('error.no-appeal', { case: row.number }))
  const settled: CaseRow = {
    ...row,
    appeal_state: 'upheld',
    by_id: ctx.member.id,
    by_name: ctx.member.name,
    decided_at: ctx.now,
  }
  const member = await ctx.find(row.user)
  const about = { case: row.number, who: ctx.member.name, name: row.name, group: ctx.group.name }
  return {
    actions: [
      ...(member
        ? [
            {
              type: 'whisper',
              group: row.group_ref,
              user: row.user,
              text: sayTo(ctx, member)('told.upheld', about),
            } as const,
          ]
        : []),
      ...(await settleAsks(ctx, row, (words) => words('answer.upheld', about))),
    ],
    save: (store) => store.cases.put(settled),
    why: { decided: 'upheld', checks: [{ name: 'case', found: `#${row.number}` }] },
    reply: say('answer.upheld', about),
  }
}
