/** /undo-many: takes back all cases of a raid, of a rule or of a moderator at once; shown first, done after a yes. */
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import type { Member } from '../../../core/people.ts'
import { text } from '../../../core/words.ts'
import { parseDuration } from '../../../time/duration.ts'
import { askedFor, begin, type Choosing, chosenCases } from '../bulk.ts'
import { moderation } from '../kit.ts'
import { refuse } from '../refuse.ts'
import type { Store } from '../store.ts'
import { sayTo } from '../wording.ts'
import { type CommandCtx, durationField } from './targets.ts'

const dayMs = 86_400_000

export const undoMany = moderation.command({
  name: 'undo-many',
  aliases: ['批量撤销'],
  role: 'moderator',
  private: true,
  input: z.strictObject({
    what: z.enum(['raid', 'rule', 'moderator']),
    which: text(100).optional(),
    for: durationField.optional(),
    confirm: z.boolean().default(false),
  }),
  run: async (ctx, input) => {
    const say = sayTo(ctx, ctx.member)
    const chosen = await choosing(ctx, input)
    if (!('what' in chosen)) return chosen
    const rows = await chosenCases(ctx, chosen)
    if (rows.length === 0) return { reply: say('answer.many.none') }
    return input.confirm ? begin(ctx, rows, ctx.member) : askedFor(ctx, rows)
  },
})

async function choosing(
  ctx: CommandCtx,
  { what, which, for: typed }: { what: Choosing['what']; which?: string | undefined; for?: string | undefined },
): Promise<Choosing | Verdict<Store>> {
  const say = sayTo(ctx, ctx.member)
  const forMs = typed === undefined ? dayMs : parseDuration(typed)
  if (forMs === undefined) return refuse('not-a-duration', say('error.duration', { value: typed ?? '' }), 'for')
  if (what === 'raid') return { what, which: '', since: ctx.now - forMs }
  if (which === undefined) return refuse('which', say(`error.many.${what}`), 'which')
  if (what === 'rule') return { what, which, since: ctx.now - forMs }
  const moderator = await named(ctx, which)
  if (!moderator) return refuse('no-such-member', say('error.member'), 'which')
  return { what, which: moderator.id, since: ctx.now - forMs }
}
async function named(ctx: CommandCtx, typed: string): Promise<Member | undefined> {
  const name = typed.replace(/^[@＠]/u, '').trim()
  const staff = await ctx.staff()
  const shown = staff.find((one) => one.name === name || one.user === name || one.user.endsWith(`:${name}`))
  return shown ?? (await ctx.find(name))
}
