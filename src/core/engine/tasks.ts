/** What the loop is given to do. */
import type { Outcome } from '../action.ts'
import type { Receipt } from '../adapter.ts'
import type { Notice } from '../desk.ts'
import type { Event } from '../event.ts'
import type { Rulebook } from '../rulebook.ts'
import type { Opinion } from './consultations.ts'
import type { Settled } from './dispatch.ts'
import type { Handling } from './handling.ts'
import type { OutboxRow } from './outbox.ts'

interface Asked<T> {
  resolve(value: T): void
  reject(error: unknown): void
}
export type Task =
  | (Asked<Receipt> & { readonly kind: 'event'; readonly event: Event })
  | (Asked<void> & { readonly kind: 'tick'; readonly to: number })
  | (Asked<void> & { readonly kind: 'reload'; readonly rulebooks: readonly Rulebook[] })
  | (Asked<void> & { readonly kind: 'greet' })
  | { readonly kind: 'alert'; readonly notice: Notice }
  | { readonly kind: 'opinion'; readonly opinion: Opinion }
  | (Asked<void> & { readonly kind: 'work'; readonly work: () => Promise<unknown> })
  | (Asked<void> & { readonly kind: 'settled'; readonly settled: readonly Settled[] })
  | (Asked<void> & { readonly kind: 'outcome'; readonly action: string; readonly outcome: Outcome })

export const openEvents = (batch: readonly Task[]): string[] =>
  batch.flatMap((task) => (task.kind === 'event' ? [task.event.id] : []))

/** Writes what became of actions, after everything else in the batch. */
export async function settleAll(handling: Handling, batch: readonly Task[], filed: OutboxRow[]): Promise<void> {
  for (const task of batch) {
    if (task.kind === 'settled') for (const one of task.settled) await handling.settled(one, filed)
    if (task.kind === 'outcome') await handling.outcome(task.action, task.outcome, filed)
  }
}
