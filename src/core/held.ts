/**
 * Rows of a group that are asked for again and again, held in memory as the database would give them. Derived:
 * forgotten where a batch is rolled back, and where others were asked for since; then read again.
 */
import type { Records, Row, Tables } from './tables.ts'
import type { MaybePromise } from './words.ts'

interface Wish<R> {
  /** Reads them, in the order in which they came. */
  readonly read: (group: string) => Promise<readonly R[]>
  /** What tells rows of a group apart. */
  readonly key: (row: R) => string
  /** Which of them are held. */
  readonly fits: (row: R) => boolean
  /** Of one group; those that came first go first. */
  readonly most: number
}
/** Over all groups; the group asked for longest ago goes first. */
const inAll = 20_000

export class Held<R extends Row & { readonly group_id: string }> {
  readonly #wish: Wish<R>
  readonly #groups = new Map<string, Map<string, R>>()
  #size = 0

  constructor(tables: Tables, wish: Wish<R>) {
    this.#wish = wish
    tables.rolledBack(() => {
      this.#groups.clear()
      this.#size = 0
    })
  }

  of(group: string): MaybePromise<readonly R[]> {
    const known = this.#groups.get(group)
    if (!known) return this.#read(group)
    this.#groups.delete(group)
    this.#groups.set(group, known)
    return [...known.values()]
  }
  /** In `save`, for every row put. A group nobody asked about is not held at all. */
  note(row: R): void {
    const held = this.#groups.get(row.group_id)
    if (!held) return
    const key = this.#wish.key(row)
    this.#size -= held.size
    if (this.#wish.fits(row)) held.set(key, row)
    else held.delete(key)
    if (held.size > this.#wish.most) held.delete(held.keys().next().value as string)
    this.#size += held.size
  }

  /** The records, with every row that is put noted. */
  noting<K extends keyof R & string>(records: Records<R, K>): Omit<Records<R, K>, 'drop'> {
    return {
      find: (key) => records.find(key),
      get: (key) => records.get(key),
      put: (row) => {
        records.put(row)
        this.note(row)
      },
    }
  }

  async #read(group: string): Promise<readonly R[]> {
    const rows = await this.#wish.read(group)
    this.#groups.set(group, new Map(rows.map((row) => [this.#wish.key(row), row])))
    this.#size += rows.length + 1
    for (const [other, held] of this.#groups) {
      if (this.#size <= inAll || other === group) break
      this.#groups.delete(other)
      this.#size -= held.size + 1
    }
    return rows
  }
}
