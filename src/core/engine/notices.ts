/** What the owner should know. The last few, newest first; each is logged as well. */
import type { Notice } from '../desk.ts'
import type { Log } from '../feature.ts'

const kept = 200

export class Notices {
  readonly #log: Log
  #all: Notice[] = []
  constructor(log: Log) {
    this.#log = log
  }
  add(notice: Notice) {
    this.#all = [notice, ...this.#all].slice(0, kept)
    this.#log.warn({ kind: notice.kind, at: notice.at }, notice.text)
  }
  /** Marks what was wrong as mended: the rulebook is whole again, the platform is back. */
  over(kind: Notice['kind']) {
    this.#all = this.#all.map((notice) => (notice.kind === kind ? { ...notice, over: true } : notice))
  }
  all(): readonly Notice[] {
    return this.#all
  }
}
