/** The waiting rows of one adapter and one priority. As many as fit are in memory, the rest stays in the database. */
import type { OutboxRow } from './outbox.ts'

/** Reads waiting rows in order of filing, after a number. */
export type Load = (afterSeq: number, limit: number) => Promise<readonly OutboxRow[]>

/** Enough to keep a door busy for long, few enough for an outage of days: about a kilobyte each. */
const keptInMemory = 2500

export class Backlog {
  /** By group, each in order of filing. */
  readonly groups = new Map<string, OutboxRow[]>()
  #count = 0
  /** Rows from this number on are left in the database until there is room. */
  #left: number | undefined
  #highestLeft = -1
  #reading = false

  push(row: OutboxRow): void {
    if (this.#left === undefined && this.#count < keptInMemory) {
      this.#keep(row)
      return
    }
    this.#left ??= row.seq
    this.#highestLeft = Math.max(this.#highestLeft, row.seq)
  }
  /** Everything that waits is in the database only: as at start. */
  leaveAll(): void {
    this.#left = 0
  }
  get wantsReading() {
    return this.#left !== undefined && !this.#reading && this.#count <= keptInMemory / 2
  }
  /** What is pushed meanwhile is left: it will be among what is read, or be read next. */
  async read(load: Load): Promise<void> {
    const from = this.#left ?? 0
    const seenTo = this.#highestLeft // pushed once committed, so this reading finds it
    this.#reading = true
    try {
      const rows = await load(from - 1, keptInMemory)
      for (const row of rows) this.#keep(row)
      const more = rows.length === keptInMemory || this.#highestLeft > seenTo
      this.#left = more ? (rows.at(-1)?.seq ?? from - 1) + 1 : undefined
    } finally {
      this.#reading = false
    }
  }

  replace(row: OutboxRow): void {
    const queue = this.groups.get(row.group_id)
    const at = queue?.findIndex((one) => one.id === row.id) ?? -1
    if (queue && at >= 0) queue[at] = row
  }
  remove(row: OutboxRow): void {
    const queue = this.groups.get(row.group_id)
    const at = queue?.findIndex((one) => one.id === row.id) ?? -1
    if (!queue || at < 0) return
    queue.splice(at, 1)
    this.#count--
    if (queue.length === 0) this.groups.delete(row.group_id)
  }
  #keep(row: OutboxRow): void {
    const queue = this.groups.get(row.group_id)
    if (queue) queue.push(row)
    else this.groups.set(row.group_id, [row])
    this.#count++
  }
}
