import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Verdict } from '../../../core/feature.ts'
import { isStaff } from '../../../core/words.ts'
import { parseDuration } from '../../../time/duration.ts'
import { sayWhen } from '../../../time/say.ts'
import { refuse, toGroup } from '../answers.ts'
import { type CommandCtx, perks } from '../base.ts'
import { commitmentOf } from '../draw.ts'
import { end } from '../ending.ts'
import { askPrefix, enter } from '../entering.ts'
import { giveaway } from '../giveaways.ts'
import { listing, tickets } from '../listing.ts'
import { seedOf } from '../secret.ts'
import type { GiveawayRow, PerksStore } from '../store.ts'

const input = z.strictObject({
  action: z.enum(['list', 'enter', 'start', 'end']).default('list'),
  what: z.string().max(200).optional(),
  time: z.string().max(40).meta({ ref: 'duration' }).optional(),
  winners: z.int().min(1).max(50).default(1),
})
type Input = z.output<typeof input>
type Answer = Promise<Verdict<PerksStore>>

/** Everybody sees and enters; moderators start and end. */
export const giveawayCommand = perks.command({
  name: 'giveaway',
  aliases: ['抽奖'],
  role: 'member',
  private: true,
  input,
  async run(ctx, given) {
    const what = given.what?.trim()
    if (given.action === 'list') return list(ctx, what)
    if (given.action === 'enter') return what ? enter(ctx, ctx.member, what) : refuse(ctx, 'what', 'which')
    if (!isStaff(ctx.member.role)) return refuse(ctx, 'action', 'staff')
    if (given.action === 'start') return start(ctx, given)
    const row = what ? await giveaway(await ctx.sql(), ctx.group.id, what) : undefined
    if (row?.state !== 'open') return refuse(ctx, 'what', 'which')
    const verdict = await end(ctx, row)
    return {
      ...verdict,
      later: [{ job: 'draw', key: row.id, at: null }],
      reply: ctx.tFor(ctx.member, 'giveaway.ended', { id: row.id }),
    }
  },
})

async function list(ctx: CommandCtx, id: string | undefined): Answer {
  if (!id) return { reply: await listing(ctx) }
  const row = await giveaway(await ctx.sql(), ctx.group.id, id)
  return row ? { reply: await tickets(ctx, row) } : refuse(ctx, 'what', 'which')
}

const longest = 90 * 86_400_000

async function start(ctx: CommandCtx, { what, time, winners }: Input): Answer {
  const prize = what?.trim()
  if (!prize) return refuse(ctx, 'what', 'prize')
  const lasts = time === undefined ? ctx.config.giveaways.lasts : parseDuration(time)
  if (lasts === undefined || lasts > longest) return refuse(ctx, 'time', 'time')
  const seed = await seedOf(ctx.store, ctx.event.id)
  const id = createHash('sha256').update(ctx.event.id).digest('hex').slice(0, 6)
  const row: GiveawayRow = {
    ...{ id, community: ctx.community.id, group_id: ctx.group.id, prize, winners },
    ...{ commitment: commitmentOf(seed), seed_from: ctx.event.id, seed: '', post: `${ctx.event.id}/perks.giveaway` },
    ...{ entries: 0, begun_at: ctx.now, ends_at: ctx.now + lasts, state: 'open', by_member: ctx.member.id },
  }
  return {
    actions: [invitation(ctx, row)],
    save: (store) => store.giveaways.insert(row),
    later: [{ job: 'draw', key: id, at: row.ends_at }],
    reply: ctx.tFor(ctx.member, 'giveaway.started', { id }),
    why: { decided: 'started' },
  }
}

function invitation(ctx: CommandCtx, row: GiveawayRow) {
  const { timezone, ref } = ctx.group
  const text = toGroup(ctx, (say, locale) =>
    say('giveaway.post', {
      ...{ prize: row.prize, winners: row.winners, id: row.id, commitment: row.commitment, timezone },
      when: sayWhen(row.ends_at, timezone, locale, ctx.now),
    }),
  )
  const label = toGroup(ctx, (say) => say('giveaway.enter')).replaceAll('\n\n', ' / ')
  const options = [{ id: 'enter', label, style: 'primary' as const }]
  return { type: 'ask' as const, group: ref, ask: `${askPrefix}${row.id}`, text, options, key: 'giveaway' }
}
