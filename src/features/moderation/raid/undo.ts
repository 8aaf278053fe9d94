/** One button under the summary takes back all that a raid did to members, for when it was none. */
import type { EventCtx, Later, Verdict } from '../../../core/feature.ts'
import type { Config } from '../config.ts'
import type { ModerationCtx } from '../kit.ts'
import { refuse } from '../refuse.ts'
import type { CaseRow, Store } from '../store.ts'
import { type Say, sayTo } from '../wording.ts'
import { arrivalsOfRaid } from './acts.ts'
import type { RaidRow } from './store.ts'
import { type Question, settled } from './tell.ts'

export const raidPrefix = 'moderation:raid:'
export const undoQuestion = ({ number }: RaidRow, count: number): Question => ({
  ask: `${raidPrefix}${number}`,
  options: (say: Say) => [
    { id: 'keep', label: say('choice.raid.keep'), style: 'primary' },
    { id: 'undo', label: say('choice.raid.undo', { count }), style: 'danger' },
  ],
})

/** Cases of a raid that something was done in and that stand, oldest first. */
export async function casesOfRaid(ctx: ModerationCtx, raid: number): Promise<readonly CaseRow[]> {
  const rows: CaseRow[] = []
  for (const { number } of await arrivalsOfRaid(ctx, raid)) {
    const row = number > 0 ? await ctx.store.cases.find({ community: ctx.community.id, number }) : undefined
    if (row?.state === 'done') rows.push(row)
  }
  return rows
}

/** Whoever of the staff is first decides; the cases are taken back one by one, as by /undo. */
export async function onRaidChoice(ctx: EventCtx<Config, Store, 'choice'>): Promise<Verdict<Store>> {
  const number = Number(ctx.event.ask.slice(raidPrefix.length))
  const raid = await ctx.store.raidLog.find({ group_id: ctx.group.id, number })
  const say = sayTo(ctx, ctx.member)
  if (raid?.state !== 'over') return refuse('decided', say('error.raid.decided'))
  const undoes = ctx.event.option === 'undo'
  const rows = undoes ? await casesOfRaid(ctx, number) : []
  const about = { raid: number, who: ctx.member.name, count: rows.length }
  const asked = JSON.parse(raid.asked) as string[]
  const outcome = say(undoes ? 'answer.raid.undone' : 'answer.raid.kept', about)
  return {
    actions: settled(ctx, asked, ctx.t(undoes ? 'answer.raid.undone' : 'answer.raid.kept', about)),
    later: rows.map((row) => undoLater(row, ctx.member.id, ctx.now)),
    save: (store) => store.raidLog.put({ ...raid, state: undoes ? 'undone' : 'kept' }),
    why: { decided: undoes ? 'raid undone' : 'raid kept', checks: [{ name: 'raid', found: `R${number}` }] },
    ...(ctx.can('edit') ? {} : { reply: outcome }),
  }
}
const undoLater = ({ number }: CaseRow, by: string, at: number): Later => ({
  job: 'undo-one',
  key: String(number),
  at,
  payload: { case: number, by },
})
