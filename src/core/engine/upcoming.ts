/** The next rows of the agenda in memory, so that the database is asked once for many of them. */
import type { AgendaRow } from './agenda.ts'

/** Rows read at once. */
export const window = 256
const most = 4 * window
const earlier = (a: AgendaRow, b: AgendaRow) => a.due - b.due || (a.id < b.id ? -1 : 1)

export class Upcoming {
  /** In order of time; all there are before the horizon. */
  #rows: AgendaRow[] = []
  /** Epoch milliseconds; -Infinity where nothing is known. */
  #horizon = Number.NEGATIVE_INFINITY

  /** Nothing before this is due: all that a message needs to know. */
  get next(): number {
    return this.#rows[0]?.due ?? this.#horizon
  }
  get known(): boolean {
    return this.#rows.length > 0 || this.#horizon === Number.POSITIVE_INFINITY
  }
  first(): AgendaRow | undefined {
    return this.#rows[0]
  }
  /** After a rollback, or a change by other hands. */
  forget(): void {
    this.#rows = []
    this.#horizon = Number.NEGATIVE_INFINITY
  }
  /** `rows` are the first of the agenda, in order, at most `window`. */
  load(rows: AgendaRow[]): void {
    this.#rows = rows
    this.#horizon = Number.POSITIVE_INFINITY
    if (rows.length >= window) this.#cut((rows.at(-1) as AgendaRow).due)
  }
  put(row: AgendaRow): void {
    this.drop(row.id)
    if (row.due >= this.#horizon) return
    const at = this.#rows.findIndex((other) => earlier(row, other) < 0)
    this.#rows.splice(at < 0 ? this.#rows.length : at, 0, row)
    if (this.#rows.length > most) this.#cut((this.#rows[window] as AgendaRow).due)
  }
  drop(id: string): void {
    const at = this.#rows.findIndex((row) => row.id === id)
    if (at >= 0) this.#rows.splice(at, 1)
  }
  /** Beyond the horizon the database has to be asked. Where all are due at it, those that are here come first. */
  #cut(horizon: number): void {
    const kept = this.#rows.filter((row) => row.due < horizon)
    if (kept.length > 0) this.#rows = kept
    this.#horizon = horizon
  }
}
