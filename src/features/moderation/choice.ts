/** The buttons under a question to staff. */
import type { EventCtx, Verdict } from '../../core/feature.ts'
import { isStaff } from '../../core/words.ts'
import { bulkPrefix, onBulk } from './bulk.ts'
import { findCase } from './cases.ts'
import type { Config } from './config.ts'
import { dismiss, punish, taken, undo } from './decide.ts'
import { gate } from './guard.ts'
import { moderation } from './kit.ts'
import { onRaidChoice, raidPrefix } from './raid/undo.ts'
import { refuse } from './refuse.ts'
import { askPrefix, type Choice, choices, readsOutcome } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { keep, notYours, uphold } from './uphold.ts'
import { sayTo } from './wording.ts'

type ChoiceCtx = EventCtx<Config, Store, 'choice'>

export const onChoice = moderation.on('choice', async (ctx) => {
  const { ask, option } = ctx.event
  const isBulk = ask.startsWith(bulkPrefix)
  const isRaid = ask.startsWith(raidPrefix)
  if (!isBulk && !isRaid && !ask.startsWith(askPrefix)) return undefined
  const say = sayTo(ctx, ctx.member)
  if (!isStaff(ctx.member.role)) return refuse('not-allowed', say('error.staff-only'))
  const barred = await gate(ctx)
  if (barred) return barred
  if (isBulk) return onBulk(ctx)
  if (isRaid) return onRaidChoice(ctx)
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
    case 'keep':
      return keep(ctx, row, ctx.member)
    case 'dismiss':
      return dismiss(ctx, row, ctx.member)
    case 'undo':
      return takeBack(ctx, row)
    case 'uphold':
      return uphold(ctx, row, ctx.member)
  }
}

/** By button only while the question stands: a colleague's decision is taken back with /undo, knowingly. */
async function takeBack(ctx: ChoiceCtx, row: CaseRow): Promise<Verdict<Store>> {
  const appealed = row.appeal_state === 'open'
  const refused = appealed ? await notYours(ctx, row, ctx.member) : taken(sayTo(ctx, ctx.member), row)
  return refused ?? undo(ctx, row, ctx.member)
}
