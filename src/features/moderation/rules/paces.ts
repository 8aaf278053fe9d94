/** What lately happened by member, group and channel: one row each, of which rules share the writing. */
import type { PaceRow } from './store.ts'

export type Per = 'member' | 'group' | 'channel'
/** Times are base 36 and of one width, so that windows are read where they lie. */
const timeLength = 11
const weightLength = 3
const stamp = (value: number, length: number) => Math.max(0, value).toString(36).padStart(length, '0').slice(-length)
const numberAt = (kept: string, from: number, length: number) => Number.parseInt(kept.slice(from, from + length), 36)
const most = 46_655
/** A window never has more entries than this; a rule wants 1000 at most, which may come with one weighty entry. */
const entriesMost = 1024

/** The values of one row by key: "key=value" lines. */
class Kept {
  readonly row: PaceRow
  readonly #values: Map<string, string>
  #changed = false
  constructor(row: PaceRow) {
    this.row = row
    this.#values = new Map(
      row.kept === ''
        ? []
        : row.kept.split('\n').map((line) => {
            const at = line.indexOf('=')
            return [line.slice(0, at), line.slice(at + 1)]
          }),
    )
  }
  get(key: string): string {
    return this.#values.get(key) ?? ''
  }
  set(key: string, value: string) {
    if (this.get(key) === value) return
    if (value === '') this.#values.delete(key)
    else this.#values.set(key, value)
    this.#changed = true
  }
  /** The row as it is to be kept, or undefined where nothing changed. Keys of rules that are no more are dropped. */
  written(at: number, known: ReadonlySet<string>): PaceRow | undefined {
    if (!this.#changed) return undefined
    const lines = [...this.#values].filter(([key]) => known.has(key)).map(([key, value]) => `${key}=${value}`)
    return { ...this.row, kept: lines.join('\n'), at }
  }
}

export class Paces {
  readonly #rows: Readonly<Record<Per, Kept>>
  constructor(rows: Readonly<Record<Per, PaceRow>>) {
    const group = new Kept(rows.group)
    const own = (row: PaceRow) => (row.member_id === '' && row.place === '' ? group : new Kept(row))
    this.#rows = { member: own(rows.member), group, channel: own(rows.channel) }
  }
  get(per: Per, key: string): string {
    return this.#rows[per].get(key)
  }
  set(per: Per, key: string, value: string) {
    this.#rows[per].set(key, value)
  }
  /** One more entry of a window, and the weight of all since `since`, this one included. */
  push(per: Per, key: string, at: number, weight: number, since: number): number {
    const kept = this.get(per, key)
    const length = timeLength + weightLength
    let from = Math.max(0, kept.length - (entriesMost - 1) * length)
    while (from < kept.length && numberAt(kept, from, timeLength) <= since) from += length
    const now = kept.slice(from) + stamp(at, timeLength) + stamp(Math.min(most, weight), weightLength)
    this.set(per, key, now)
    let sum = 0
    for (let entry = 0; entry < now.length; entry += length)
      if (numberAt(now, entry, timeLength) > since) sum += numberAt(now, entry + timeLength, weightLength)
    return sum
  }
  /** Uses up one of `cap` an hour; false where there is none left. */
  spend(key: string, at: number, cap: number): boolean {
    const hour = Math.floor(at / 3_600_000)
    const [kept = 0, used = 0] = this.get('group', key).split(' ').map(Number)
    const now = kept === hour ? used : 0
    if (now >= cap) return false
    this.set('group', key, `${hour} ${now + 1}`)
    return true
  }
  changed(at: number, known: ReadonlySet<string>): PaceRow[] {
    const rows = [...new Set(Object.values(this.#rows))].map((row) => row.written(at, known))
    return rows.filter((row) => row !== undefined)
  }
}
