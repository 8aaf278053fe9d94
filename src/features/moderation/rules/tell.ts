/** Rules hear of what moderation itself did: it is put on the agenda at once, and only where some rule listens. */
import { z } from 'zod'
import type { Later } from '../../../core/feature.ts'
import type { ModerationCtx } from '../kit.ts'
import { chapterOf } from './book.ts'

export const toldSchema = z.discriminatedUnion('heard', [
  /** Something was done in a case. `by` is '' for Innkeeper. */
  z.strictObject({
    heard: z.literal('case'),
    member: z.string(),
    case: z.number(),
    deeds: z.array(z.string()),
    by: z.string(),
  }),
  z.strictObject({ heard: z.literal('report'), member: z.string() }),
  z.strictObject({ heard: z.literal('raid'), is: z.enum(['begins', 'ends']) }),
])
export type Told = Readonly<z.output<typeof toldSchema>>

/** To go into a verdict's `later`. `id` tells apart what happens at the same moment. */
export function telling(ctx: Pick<ModerationCtx, 'config' | 'now'>, id: string, told: Told): Later[] {
  if (!chapterOf(ctx.config, told.heard)) return []
  return [{ job: 'rules', key: `${told.heard}:${id}`, at: ctx.now, payload: told }]
}
