/** What is set on the group as a whole while a raid is on, and how it is given back. */
import type { Draft } from '../../../core/action.ts'
import type { ModerationCtx } from '../kit.ts'
import { sayIn } from '../wording.ts'
import type { RaidDeed } from './config.ts'
import type { RaidRow } from './store.ts'

/** Something we changed: `before` is what staff had set, as far as it was told us. */
export interface Measure {
  readonly what: 'slow' | 'invites'
  /** The channel; '' is the platform's own choice. */
  readonly where: string
  readonly before: number
  /** Given back already, because the level fell. */
  readonly over?: boolean
}
export const measuresOf = ({ set_by_us }: Pick<RaidRow, 'set_by_us'>) => JSON.parse(set_by_us) as Measure[]
export const settingName = (what: Measure['what'], where = '') => (what === 'slow' ? `slow:${where}` : what)

export interface Measured {
  readonly actions: readonly Draft[]
  readonly measures: readonly Measure[]
}
/** What these deeds take that is not set yet. What staff has set as strictly already is left as it is. */
export async function measured(
  ctx: ModerationCtx,
  deeds: ReadonlySet<RaidDeed>,
  already: readonly Measure[],
): Promise<Measured> {
  const { raid } = ctx.config
  const wanted: Measure[] = []
  const note = async (what: Measure['what'], where: string, wants: number) => {
    if (!ctx.can(what) || already.some((one) => !one.over && one.what === what && one.where === where)) return
    const { value } = await ctx.store.settings.get({ group_id: ctx.group.id, what: settingName(what, where) })
    if (value < wants) wanted.push({ what, where, before: value })
  }
  if (deeds.has('slow'))
    for (const where of raid.channels.length > 0 ? raid.channels : ['']) await note('slow', where, raid.slow)
  if (deeds.has('invites')) await note('invites', '', 1)
  return {
    actions: wanted.map((one) => set(ctx, one, one.what === 'slow' ? Math.min(raid.slow, 21_600_000) : 1, { keep })),
    measures: [...already, ...wanted],
  }
}
/** Under this name the platform keeps what stood there. */
const keep = 'raid'

/** What the deeds do not take any more is given back; the rest stands. */
export async function loosened(ctx: ModerationCtx, deeds: ReadonlySet<RaidDeed>, measures: readonly Measure[]) {
  const spare = measures.filter(({ what, over }) => !over && !deeds.has(what))
  const left = measures.map((one) => (spare.includes(one) ? { ...one, over: true } : one))
  return { actions: await givenBack(ctx, spare), measures: left }
}

/** As it was before us; what staff changed meanwhile is theirs and stays. */
export async function givenBack(ctx: ModerationCtx, measures: readonly Measure[]): Promise<Draft[]> {
  const back: Draft[] = []
  for (const one of measures) {
    if (one.over) continue
    const what = settingName(one.what, one.where)
    const { value } = await ctx.store.settings.get({ group_id: ctx.group.id, what })
    if (value === one.before) back.push(set(ctx, one, one.before, { back: keep }))
  }
  return back
}
function set(
  ctx: ModerationCtx,
  { what, where }: Measure,
  value: number,
  aWhile: { readonly keep?: string; readonly back?: string },
): Draft {
  const about = {
    group: ctx.group.ref,
    reason: sayIn(ctx)('audit.raid'),
    priority: 'moderation',
    key: `raid-${what}-${where}`,
    ...aWhile,
  } as const
  return what === 'slow'
    ? { type: 'slow', ...about, ...(where !== '' && { where }), gapMs: value }
    : { type: 'invites', ...about, paused: value > 0 }
}
