/** What the owner should know. The last few, newest first; each is logged as well. */
import type { Notice } from '../desk.ts'
import type { Log } from '../feature.ts'
import { type Localised, locales, pick } from '../words.ts'

const kept = 200
const sameWithinMs = 60_000
const same = (one: Notice, other: Notice) =>
  one.kind === other.kind && one.text === other.text && !one.over && Math.abs(one.at - other.at) < sameWithinMs

export class Notices {
  readonly #log: Log
  #all: Notice[] = []
  /** Is given each new notice. */
  told: (notice: Notice) => void = () => undefined
  readonly #said = new Map<string, () => void>()
  constructor(log: Log) {
    this.#log = log
  }
  /** Returns what marks it as over. One that was just given is not given again: a batch may be run twice. */
  add(notice: Notice): () => void {
    const known = this.#all.find((one) => same(one, notice))
    if (known) return () => this.#end(known)
    this.#all = [notice, ...this.#all].slice(0, kept)
    this.#log.warn({ kind: notice.kind, at: notice.at }, notice.text)
    this.told(notice)
    return () => this.#end(notice)
  }
  /** What an adapter says, in both languages. What was said under the same key before is over. */
  say(about: { platform: string; group?: string | undefined }, name: string, text: Localised, at: number): () => void {
    const { platform, group } = about
    const key = `${platform}:${name}`
    this.#said.get(key)?.()
    const both = locales.map((locale) => pick(text, locale))
    const said = { platform, ...(group && { group }), text: [...new Set(both)].join('\n'), says: text }
    const end = this.add({ at, kind: 'platform', ...said, over: false })
    this.#said.set(key, end)
    return end
  }
  #end(notice: Notice) {
    this.#all = this.#all.map((one) => (one === notice ? { ...one, over: true } : one))
  }
  /** Marks what was wrong as mended: the rulebook is whole again, the platform is back. */
  over(kind: Notice['kind']) {
    this.#all = this.#all.map((notice) => (notice.kind === kind ? { ...notice, over: true } : notice))
  }
  all(): readonly Notice[] {
    return this.#all
  }
}
