/** What was done stands: an appeal turned down, or what Innkeeper did by itself found right. */
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { aftermath } from './aftermath.ts'
import { keyed } from './became.ts'
import { withSteps } from './cases.ts'
import { decided, taken } from './decide.ts'
import type { ModerationCtx } from './kit.ts'
import { lesson } from './learning.ts'
import { refuse } from './refuse.ts'
import { second, settleAsks } from './staff.ts'
import type { CaseRow, Store } from './store.ts'
import { type Say, sayTo } from './wording.ts'

/** What Innkeeper did by itself was right: it is a person's decision from now on, and teaches. */
export async function keep(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  const refused = row.state === 'done' ? taken(say, row) : refuse('case-open', say('error.open', { case: row.number }))
  if (refused) return refused
  const settled = decided(row, by, 'done', ctx.now)
  const learn = await lesson(ctx, row, true)
  const after = await aftermath(ctx, row, settled)
  const answer = (words: Say) => words('answer.kept', { case: row.number, who: by.name, name: row.name })
  return {
    actions: [...(await settleAsks(ctx, row, answer)), ...after.actions],
    save: async (store) => {
      store.cases.put(settled)
      learn?.(store)
      await after.save(store)
    },
    why: { decided: 'kept', checks: [{ name: 'case', found: `#${row.number}` }] },
    reply: answer(say),
  }
}

/** Refuses who acted themselves, where somebody else can judge. */
export async function notYours(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store> | undefined> {
  if (row.by_id !== by.id || (await second(ctx, row)) !== 'second') return undefined
  return refuse('second-moderator', sayTo(ctx, by)('error.second', { case: row.number }), 'case')
}

export async function uphold(ctx: ModerationCtx, row: CaseRow, by: Member): Promise<Verdict<Store>> {
  const say = sayTo(ctx, by)
  if (row.appeal_state !== 'open' || row.state !== 'done')
    return taken(say, row) ?? refuse('no-appeal', say('error.no-appeal', { case: row.number }), 'case')
  const refused = await notYours(ctx, row, by)
  if (refused) return refused
  const step = { does: 'uphold', at: ctx.now, by: by.id, via: ctx.source } as const
  const settled = decided(withSteps(row, [step]), by, 'done', ctx.now)
  const about = { case: row.number, who: by.name, name: row.name, group: ctx.group.name }
  const after = await aftermath(ctx, row, settled)
  const reader = await ctx.find(row.user)
  const told = reader
    ? keyed(row, [
        {
          type: 'whisper',
          group: row.group_ref,
          user: row.user,
          text: sayTo(ctx, reader)('told.upheld', about),
          aloud: sayTo(ctx, reader)('told.upheld.aloud', about),
        },
      ])
    : []
  return {
    actions: [...told, ...(await settleAsks(ctx, row, (words) => words('answer.upheld', about))), ...after.actions],
    save: async (store) => {
      store.cases.put(settled)
      await after.save(store)
    },
    why: { decided: 'upheld', checks: [{ name: 'case', found: `#${row.number}` }] },
    reply: say('answer.upheld', about),
  }
}
