/** Staff is asked about what checks found only so often in an hour: the rest waits in the queue, and they are told so once. */
import type { Draft } from '../../core/action.ts'
import type { ModerationCtx } from './kit.ts'
import { type Asked, askStaff, type Question, tellStaff } from './staff.ts'
import type { CaseRow, Store } from './store.ts'

interface Sparing extends Asked {
  /** In `save`. */
  readonly spend: (store: Store) => void
}
const hourMs = 3_600_000
/** Beside the rows of channels, whose ids platforms mint. */
const place = '~asks'

export async function askSparingly(
  ctx: ModerationCtx,
  source: string,
  row: CaseRow,
  question: Question,
): Promise<Sparing> {
  const most = ctx.config.hourly.asks
  const paces = await ctx.store.rulePaces.get({ group_id: ctx.group.id, member_id: '', place })
  const hour = Math.floor(ctx.now / hourMs)
  const [kept = 0, used = 0] = paces.kept.split(' ').map(Number)
  const now = kept === hour ? used : 0
  const spend = (store: Store) => store.rulePaces.put({ ...paces, kept: `${hour} ${now + 1}`, at: ctx.now })
  if (now < most) return { ...(await askStaff(ctx, source, row, question)), spend }
  const actions = now === most ? await enough(ctx, most) : []
  return { row, actions, spend: now === most ? spend : () => undefined }
}
const enough = (ctx: ModerationCtx, count: number): Promise<Draft[]> =>
  tellStaff(ctx, (say) => say('staff.enough', { group: ctx.group.name, count }))
