/**
 * Counters that decay. What is not tied to a case is folded into one number at once; what a case counted stays apart for
 * a time, so that undoing the case gives exactly what would be there had it never counted. All arithmetic is in whole
 * thousandths, linear decay in thousandths per 1/3,600,000 hour: no rounding creeps in, however often one counts.
 */
import type { Counter } from './config.ts'

/** One count, or a reset. */
interface Entry {
  /** Epoch milliseconds. */
  readonly at: number
  /** Thousandths; null puts the counter back to 0. */
  readonly by: number | null
  /** Number of the case that may be undone; 0 for none. */
  readonly case: number
}
export interface Count {
  /** Folded value in the counter's own unit, as it stood `at`. */
  readonly base: number
  readonly at: number
  /** In order of time, begins with one of a case. */
  readonly entries: readonly Entry[]
}
export type Decay = Pick<Counter, 'half' | 'perHour' | 'lapse'>

export const zero: Count = { base: 0, at: 0, entries: [] }
const hourMs = 3_600_000
/** Of a counter's own unit in 1: thousandths, for linear decay in parts of them. */
const unit = ({ perHour }: Decay) => (perHour === undefined ? 1000 : 1000 * hourMs)
/** A million counts: exact in double precision in every unit. */
const most = (decay: Decay) => 1_000_000 * unit(decay)
/** Counts of cases kept apart: beyond it, and after three months, they can no longer be undone. */
const apart = 64
const apartMs = 90 * 86_400_000
/** Counts that lapse one by one are kept one by one. */
const lapsing = 256

export function amountOf(decay: Decay, count: Count, now: number): number {
  if (decay.lapse !== undefined) return sumOf(decay.lapse, count, now) / 1000
  const { base, at } = count.entries.reduce((before, entry) => folded(decay, before, entry), count as Folded)
  const value = decayed(decay, base, now - at) / unit(decay)
  return Math.round(value * 1e6) / 1e6
}
function sumOf(lapse: number, { entries }: Count, now: number): number {
  const last = entries.findLastIndex(({ by }) => by === null)
  return entries.slice(last + 1).reduce((sum, { at, by }) => (at > now - lapse ? sum + (by ?? 0) : sum), 0)
}

/** `by` null resets. Time never goes back: what comes late counts as of now. */
export function counted(decay: Decay, count: Count, at: number, by: number | null, number = 0): Count {
  const last = count.entries.at(-1)?.at ?? count.at
  const entry: Entry = { at: Math.max(at, last), by: by === null ? null : Math.round(by * 1000), case: number }
  return settled(decay, { ...count, entries: [...count.entries, entry] }, entry.at)
}

/** Without what a case counted. `lost` where it had been folded in already. */
export function uncounted(
  decay: Decay,
  count: Count,
  number: number,
): { readonly count: Count; readonly lost: boolean } {
  const entries = count.entries.filter((entry) => entry.case !== number)
  if (entries.length === count.entries.length) return { count, lost: true }
  const last = entries.at(-1)?.at ?? count.at
  return { count: settled(decay, { ...count, entries }, last), lost: false }
}

type Folded = Pick<Count, 'base' | 'at'>
const folded = (decay: Decay, { base, at }: Folded, entry: Entry): Folded => ({
  base: entry.by === null ? 0 : within(decay, decayed(decay, base, entry.at - at) + (entry.by * unit(decay)) / 1000),
  at: entry.at,
})
const within = (decay: Decay, value: number) => Math.min(most(decay), Math.max(-most(decay), value))

/** Halving works on what is above and below 0 alike; what goes by the hour only on what is above. */
function decayed({ half, perHour }: Decay, value: number, ms: number): number {
  if (half !== undefined) return value * 2 ** (-ms / half)
  if (perHour === undefined || value <= 0) return value
  return Math.max(0, value - Math.round(perHour * 1000) * ms)
}

function settled(decay: Decay, count: Count, now: number): Count {
  if (decay.lapse !== undefined) {
    const { lapse } = decay
    return { ...count, entries: count.entries.filter(({ at }) => at > now - lapse).slice(-lapsing) }
  }
  let { base, at } = count
  let from = 0
  for (; from < count.entries.length; from++) {
    const entry = count.entries[from] as Entry
    const stays = entry.case !== 0 && count.entries.length - from <= apart && now - entry.at <= apartMs
    if (stays) break
    ;({ base, at } = folded(decay, { base, at }, entry))
  }
  return { base, at, entries: from === 0 ? count.entries : count.entries.slice(from) }
}

/** As kept: "base at|at by case|…", numbers only. */
export const written = ({ base, at, entries }: Count): string =>
  [`${base} ${at}`, ...entries.map((entry) => `${entry.at} ${entry.by ?? '-'} ${entry.case}`)].join('|')
export function read(kept: string): Count {
  if (kept === '') return zero
  const [head = '', ...rest] = kept.split('|')
  const [base = 0, at = 0] = head.split(' ').map(Number)
  return {
    base,
    at,
    entries: rest.map((one) => {
      const [when = '0', by = '0', number = '0'] = one.split(' ')
      return { at: Number(when), by: by === '-' ? null : Number(by), case: Number(number) }
    }),
  }
}
