/** A member takes a ticket, by the button or by command. */
import type { Member } from '../../core/people.ts'
import { type PerksCtx, perks } from './base.ts'
import { entryOf, giveaway } from './giveaways.ts'
import type { GiveawayRow, PerksStore } from './store.ts'

export const askPrefix = 'perks:giveaway:'

export interface Entered {
  readonly save?: (store: PerksStore) => Promise<void>
  readonly reply: string
  readonly why: { readonly decided: string }
}

export const onChoice = perks.on('choice', (ctx) => {
  if (!ctx.event.ask.startsWith(askPrefix)) return undefined
  return enter(ctx, ctx.member, ctx.event.ask.slice(askPrefix.length))
})

export async function enter(ctx: PerksCtx, member: Member, id: string): Promise<Entered> {
  const db = await ctx.sql()
  const row = await giveaway(db, ctx.group.id, id)
  if (row?.state !== 'open' || row.ends_at <= ctx.now)
    return { reply: ctx.tFor(member, 'enter.late'), why: { decided: 'late' } }
  const known = await entryOf(db, id, member.id)
  if (known) return { reply: ctx.tFor(member, 'enter.again', { ticket: known.ticket }), why: { decided: 'again' } }
  const ticket = row.entries + 1
  return {
    save: take(row, ticket, member.id, ctx.now),
    reply: ctx.tFor(member, 'enter.done', { ticket, prize: row.prize }),
    why: { decided: 'entered' },
  }
}

const take = (row: GiveawayRow, ticket: number, member: string, now: number) => async (store: PerksStore) => {
  store.entries.insert({ giveaway: row.id, ticket, member_id: member, at: now, place: 0 })
  const db = await store.sql()
  await db.updateTable('perks_giveaways').set({ entries: ticket }).where('id', '=', row.id).execute()
}
