/**
 * Rules over one event, in order. Pure but for the windows and counters it is given, which are copies: the same event
 * with the same memory gives the same outcome.
 */
import type { Book, Chapter, ReadyRule } from './book.ts'
import { restKey } from './book.ts'
import type { Rule } from './config.ts'
import { counted } from './counters.ts'
import type { Happening, Memory } from './happening.ts'
import type { Effect } from './schema/effects.ts'
import type { TriggerName } from './schema/triggers.ts'

export interface Fired {
  readonly rule: Rule
  readonly trigger: TriggerName
  readonly found: string
}
export interface Counting {
  readonly rule: Rule
  readonly counter: string
  /** null resets. */
  readonly by: number | null
}
export interface Outcome {
  readonly fired: readonly Fired[]
  /** In the order in which they happened; those of rules that only observe are not among them. */
  readonly counting: readonly Counting[]
  /** A rule found it harmless: neither checks nor later rules look at it. */
  readonly safe: boolean
}
/** What a rule that is not only being tried out wants done. */
export const effectsOf = (fired: readonly Fired[]): readonly (Fired & { readonly effect: Effect })[] =>
  fired.flatMap((one) => (one.rule.observe ? [] : one.rule.do.map((effect) => ({ ...one, effect }))))

export function evaluate(book: Book, chapter: Chapter, now: Happening, memory: Memory): Outcome {
  const run = new Run(book, now, memory)
  const waiting = run.pass(chapter.rules)
  // What counted in this event may have brought a counter to where an earlier rule waits for it.
  for (let left = waiting, before = -1; !run.ended && run.counting.length !== before && left.length > 0; ) {
    before = run.counting.length
    left = run.pass(left)
  }
  return { fired: run.fired, counting: run.counting, safe: run.safe }
}

class Run {
  readonly fired: Fired[] = []
  readonly counting: Counting[] = []
  safe = false
  ended = false
  readonly #book: Book
  readonly #now: Happening
  readonly #memory: Memory

  constructor(book: Book, now: Happening, memory: Memory) {
    this.#book = book
    this.#now = now
    this.#memory = memory
  }
  /** Looks at each in turn; those that wait for a counter and did not go off are returned. */
  pass(rules: readonly ReadyRule[]): ReadyRule[] {
    const waiting: ReadyRule[] = []
    for (const ready of rules) {
      if (this.ended) break
      if (this.#look(ready)) continue
      if (ready.rule.when.some(({ counter }) => counter))
        waiting.push({ ...ready, tests: ready.tests.filter(({ name }) => name === 'counter') })
    }
    return waiting
  }
  #look(ready: ReadyRule): boolean {
    const { rule } = ready
    const { member } = this.#now
    if (member.role !== 'member' && !ready.staff) return false
    if (this.#rests(rule) || !ready.holds.every((holds) => holds(this.#now, this.#memory))) return false
    const hit = this.#hit(ready)
    if (!hit) return false
    this.fired.push({ rule, ...hit })
    this.#rest(rule)
    if (!rule.observe) for (const effect of rule.do) this.#effect(rule, effect)
    if (rule.stop && !rule.observe) this.ended = true
    return true
  }
  /** Windows have to count every event, whichever trigger goes off first. */
  #hit({ tests }: ReadyRule): Omit<Fired, 'rule'> | undefined {
    let hit: Omit<Fired, 'rule'> | undefined
    for (const { name, hears, counts, test } of tests) {
      if (!hears.includes(this.#now.heard) || (hit && !counts)) continue
      const found = test(this.#now, this.#memory)
      if (found !== undefined) hit ??= { trigger: name, found }
    }
    return hit
  }
  #effect(rule: Rule, { count, reset, allow }: Effect) {
    if (count) this.#count(rule, count.counter, count.by)
    if (reset) this.#count(rule, reset.counter, null)
    if (allow) {
      this.safe = true
      this.ended = true
    }
  }
  #count(rule: Rule, counter: string, by: number | null) {
    const decay = this.#book.counters[counter]
    const known = this.#memory.counts.get(counter)
    if (!decay || !known) return
    this.#memory.counts.set(counter, { ...known, count: counted(decay, known.count, this.#now.at, by) })
    this.counting.push({ rule, counter, by })
  }
  #rests(rule: Rule): boolean {
    const { cooldown } = rule
    if (!cooldown) return false
    const until = this.#memory.paces.get(cooldown.per, restKey(rule))
    return until !== '' && Number.parseInt(until, 36) > this.#now.at
  }
  #rest(rule: Rule) {
    const { cooldown } = rule
    if (cooldown) this.#memory.paces.set(cooldown.per, restKey(rule), (this.#now.at + cooldown.for).toString(36))
  }
}
