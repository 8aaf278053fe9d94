/** What is in force against a member. The state is always worked out from the sanctions, never stored beside them. */
import type { Config, Deed } from './config.ts'
import type { StandingRow } from './store.ts'

export interface Sanction {
  readonly case: number
  readonly kind: 'warn' | 'mute' | 'ban'
  /** Our id of the group; warnings count in the whole community. */
  readonly group: string
  /** Epoch milliseconds; null is for good. */
  readonly until: number | null
}
/** One thing that was decided to be done, or taken back. Kept with the case. */
export interface Step {
  readonly does: Deed | 'unmute' | 'unban' | 'undo' | 'uphold' | 'reopen'
  readonly at: number
  /** Milliseconds, for a mute or a ban that ends. */
  readonly forMs?: number
  /** Milliseconds: what was written in so long a time went with a ban. */
  readonly deleteMs?: number
  /** Who decided it; '' is Innkeeper. */
  readonly by: string
  /** The event or occurrence that its actions are filed under; left out in cases from before that was kept. */
  readonly via?: string
  /** Decided while the group only watches: not done. */
  readonly observed?: true
  /** The platform has no means for it: the member was asked to do it. */
  readonly asked?: true
}
export interface Order {
  readonly does: Deed
  /** For a mute or a ban; a ban without is for good. */
  readonly forMs?: number | undefined
  /** For a ban: what was written in so long a time is deleted too. */
  readonly deleteMs?: number | undefined
}
export interface Plan {
  readonly steps: readonly Step[]
  readonly sanctions: readonly Sanction[]
  /** Warnings in force afterwards. */
  readonly warnings: number
}

const dayMs = 86_400_000

export const sanctionsOf = (row: StandingRow): readonly Sanction[] => JSON.parse(row.sanctions) as Sanction[]
const lasts = (sanction: Sanction, now: number) => sanction.until === null || sanction.until > now
export const inForce = (row: StandingRow, now: number): readonly Sanction[] =>
  sanctionsOf(row).filter((sanction) => lasts(sanction, now))
export const withSanctions = (row: StandingRow, sanctions: readonly Sanction[]): StandingRow => ({
  ...row,
  sanctions: JSON.stringify(sanctions),
})
const warningsIn = (sanctions: readonly Sanction[]) => sanctions.filter(({ kind }) => kind === 'warn').length

/** The latest end of what is in force of a kind in a group; null is for good, undefined is nothing. */
export function endOf(
  sanctions: readonly Sanction[],
  kind: 'mute' | 'ban',
  group: string,
  now: number,
): number | null | undefined {
  const these = sanctions.filter((one) => one.kind === kind && one.group === group && lasts(one, now))
  if (these.length === 0) return undefined
  return these.some(({ until }) => until === null) ? null : Math.max(...these.map(({ until }) => until ?? 0))
}

interface Place {
  readonly case: number
  readonly group: string
  readonly by: string
  readonly now: number
}

/** What an order comes to, the warn ladder included. `standing` is what is in force before. */
export function plan(config: Config['warnings'], order: Order, standing: readonly Sanction[], place: Place): Plan {
  if (order.does === 'warn') return warned(config, standing, place)
  return carry(order, standing, place)
}

/** Several orders at once, one after the other: a mute that a longer one covers, or that a ban makes needless, is left out. */
export function planAll(
  config: Config['warnings'],
  orders: readonly Order[],
  standing: readonly Sanction[],
  place: Place,
): Plan {
  let all: Plan = { steps: [], sanctions: standing, warnings: warningsIn(standing) }
  for (const order of orders) {
    const { steps, ...after } = plan(config, order, all.sanctions, place)
    all = { ...after, steps: [...all.steps, ...steps] }
  }
  return { ...all, steps: needed(all.steps) }
}
function needed(steps: readonly Step[]): readonly Step[] {
  const longest = Math.max(...steps.map(({ does, forMs }) => (does === 'mute' ? (forMs ?? 0) : 0)))
  const removes = ['ban', 'kick'].find((deed) => steps.some(({ does }) => does === deed))
  const firstOf = (step: Step) => steps.find(({ does, forMs }) => does === step.does && forMs === step.forMs) === step
  return steps.filter((step) => {
    if (step.does === 'mute') return removes === undefined && step.forMs === longest && firstOf(step)
    return step.does === 'kick' || step.does === 'ban' ? step.does === removes && firstOf(step) : true
  })
}

function warned(config: Config['warnings'], standing: readonly Sanction[], place: Place): Plan {
  const until = place.now + config.days * dayMs
  const warning: Sanction = { case: place.case, kind: 'warn', group: place.group, until }
  const after = [...standing, warning]
  const step: Step = { does: 'warn', at: place.now, by: place.by }
  const count = warningsIn(after)
  const rung = config.ladder.find(({ at }) => at === count) ?? beyond(config, count)
  if (!rung) return { steps: [step], sanctions: after, warnings: count }
  const more = carry({ does: rung.does, ...(rung.does === 'mute' && { forMs: rung.for }) }, after, place)
  return { ...more, steps: [step, ...more.steps] }
}
/** More warnings than the ladder has steps: its last one again. */
function beyond({ ladder }: Config['warnings'], count: number) {
  const last = ladder.at(-1)
  return last && count > last.at ? last : undefined
}

function carry({ does, forMs, deleteMs }: Order, standing: readonly Sanction[], place: Place): Plan {
  const step: Step = {
    does,
    at: place.now,
    by: place.by,
    ...(forMs !== undefined && { forMs }),
    ...(does === 'ban' && deleteMs !== undefined && { deleteMs }),
  }
  const until = forMs === undefined ? null : place.now + forMs
  const sanctions =
    does === 'mute' || does === 'ban'
      ? [...standing, { case: place.case, kind: does, group: place.group, until }]
      : standing
  return { steps: [step], sanctions, warnings: warningsIn(sanctions) }
}

/** What is left of the sanctions once those of a case are void. */
export const without = (sanctions: readonly Sanction[], number: number) =>
  sanctions.filter((sanction) => sanction.case !== number)
