/** The end of a giveaway: the draw, the seed revealed, and everything one needs to check it. */
import type { Draft } from '../../core/action.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { toGroup } from './answers.ts'
import type { PerksCtx } from './base.ts'
import { perks } from './base.ts'
import { ranking } from './draw.ts'
import { entriesOf, giveaway } from './giveaways.ts'
import { seedOf } from './secret.ts'
import type { EntryRow, GiveawayRow, PerksStore } from './store.ts'

export const drawJob = perks.job({
  name: 'draw',
  async run(ctx) {
    const row = await giveaway(await ctx.sql(), ctx.group.id, ctx.key)
    return row?.state === 'open' ? end(ctx, row) : { why: { decided: 'over' } }
  },
})

interface Winner {
  readonly ticket: number
  readonly member: Member
}
interface Drawn {
  readonly winners: readonly Winner[]
  /** Luckier tickets that could not win: their holders left or were forgotten. */
  readonly void: readonly number[]
}

export async function end(ctx: PerksCtx, row: GiveawayRow): Promise<Verdict<PerksStore>> {
  const seed = await seedOf(ctx.store, row.seed_from)
  const entries = await entriesOf(await ctx.sql(), row.id)
  const drawn = await drawFrom(ctx, row, entries, seed)
  return {
    actions: announce(ctx, row, drawn, seed, entries.length),
    save: (store) => keep(store, row, drawn, seed, ctx.now),
    why: { decided: 'drawn', checks: [{ name: 'entries', score: entries.length }] },
  }
}

async function drawFrom(ctx: PerksCtx, row: GiveawayRow, entries: readonly EntryRow[], seed: string): Promise<Drawn> {
  const holder = new Map(entries.map(({ ticket, member_id }) => [ticket, member_id]))
  const winners: Winner[] = []
  const without: number[] = []
  for (const ticket of ranking(seed, [...holder.keys()])) {
    if (winners.length === row.winners) break
    const id = holder.get(ticket)
    const member = id ? await ctx.find(id) : undefined
    if (member?.present) winners.push({ ticket, member })
    else without.push(ticket)
  }
  return { winners, void: without.sort((a, b) => a - b) }
}

function announce(ctx: PerksCtx, row: GiveawayRow, drawn: Drawn, seed: string, entries: number): Draft[] {
  const group = ctx.group.ref
  const text = toGroup(ctx, (say) => {
    const names = drawn.winners.map(({ ticket, member }, index) =>
      say('drawn.winner', { place: index + 1, name: member.name, ticket }),
    )
    return [
      say('drawn.head', { prize: row.prize, entries }),
      ...(names.length > 0 ? names : [say('drawn.nobody')]),
      ...(drawn.void.length > 0
        ? [say('drawn.void', { tickets: drawn.void.map((ticket) => `#${ticket}`).join(' ') })]
        : []),
      say('drawn.seed', { seed, commitment: row.commitment, id: row.id }),
    ].join('\n')
  })
  return [
    { type: 'send', group, text, key: `drawn-${row.id}` },
    ...closing(ctx, row),
    ...drawn.winners.map(({ member }): Draft => {
      const told = ctx.tFor(member, 'drawn.told', { prize: row.prize })
      return { type: 'whisper', group, user: member.user, text: told, key: `won-${row.id}-${member.id}` }
    }),
  ]
}

/** Takes the button off the first post. */
function closing(ctx: PerksCtx, row: GiveawayRow): Draft[] {
  if (!ctx.can('ask') || !ctx.can('edit')) return []
  const text = toGroup(ctx, (say) => say('giveaway.over', { prize: row.prize, commitment: row.commitment }))
  return [{ type: 'edit', group: ctx.group.ref, of: row.post, text, options: [], key: `over-${row.id}` }]
}

async function keep(store: PerksStore, row: GiveawayRow, drawn: Drawn, seed: string, now: number): Promise<void> {
  const db = await store.sql()
  await db.updateTable('perks_giveaways').set({ state: 'over', seed, ends_at: now }).where('id', '=', row.id).execute()
  for (const [index, { ticket }] of drawn.winners.entries())
    await db
      .updateTable('perks_entries')
      .set({ place: index + 1 })
      .where('giveaway', '=', row.id)
      .where('ticket', '=', ticket)
      .execute()
}
