/** Giveaways as text: what there is, and who holds which ticket. */

import { sayWhen } from '../../time/say.ts'
import { localeOf } from './answers.ts'
import type { CommandCtx } from './base.ts'
import { entriesOf, giveawaysIn } from './giveaways.ts'
import type { EntryRow, GiveawayRow } from './store.ts'

const shownGiveaways = 10
/** A message can hold so many; the office shows all of them. */
const shownTickets = 300

export async function listing(ctx: CommandCtx): Promise<string> {
  const rows = await giveawaysIn(await ctx.sql(), ctx.group.id, shownGiveaways)
  if (rows.length === 0) return ctx.tFor(ctx.member, 'giveaways.none')
  const lines = rows.map((row) => ctx.tFor(ctx.member, `giveaways.${row.state}`, about(ctx, row)))
  return [ctx.tFor(ctx.member, 'giveaways.head'), ...lines, ctx.tFor(ctx.member, 'giveaways.how')].join('\n')
}

/** All that is needed to check a draw: docs/giveaways.md tells how. */
export async function tickets(ctx: CommandCtx, row: GiveawayRow): Promise<string> {
  const entries = await entriesOf(await ctx.sql(), row.id)
  const shown = await Promise.all(entries.slice(0, shownTickets).map((entry) => line(ctx, entry)))
  const more = entries.length - shown.length
  return [
    ctx.tFor(ctx.member, `giveaways.${row.state}`, about(ctx, row)),
    ctx.tFor(ctx.member, 'tickets.commitment', { commitment: row.commitment }),
    ...(row.seed === '' ? [] : [ctx.tFor(ctx.member, 'tickets.seed', { seed: row.seed })]),
    ...shown,
    ...(more > 0 ? [ctx.tFor(ctx.member, 'tickets.more', { more })] : []),
  ].join('\n')
}

const about = (ctx: CommandCtx, row: GiveawayRow) => ({
  ...{ id: row.id, prize: row.prize, entries: row.entries, winners: row.winners },
  when: sayWhen(row.ends_at, ctx.group.timezone, localeOf(ctx), ctx.now),
})

async function line(ctx: CommandCtx, { ticket, member_id, place }: EntryRow): Promise<string> {
  const member = member_id === '' ? undefined : await ctx.find(member_id)
  const name = member?.present ? member.name : ctx.tFor(ctx.member, 'tickets.void')
  return ctx.tFor(ctx.member, place > 0 ? 'tickets.won' : 'tickets.line', { ticket, name, place })
}
