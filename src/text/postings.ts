/**
 * An inverted index of entries, kept in memory and changed entry by entry: adding one costs its own size, because the
 * weights of terms are worked out when a query is compared, not when an entry is stored.
 */
import { tellingOf } from './everyday.ts'
import { weightOf } from './frames.ts'
import { normalise } from './normalise.ts'
import { type Segments, segment } from './segment.ts'
import { groupsOf } from './synonyms.ts'

/** Term number → how often. */
export type Counts = ReadonlyMap<number, number>
/** The same, packed: what is gone through for every query. */
export interface Bag {
  readonly terms: Uint32Array
  /** Damped. */
  readonly counts: Float64Array
}
interface Phrasing {
  readonly words: Bag
  readonly grams: Bag
  readonly frames: readonly string[]
  readonly negated: boolean
}
export interface Indexed {
  readonly id: string
  /** The phrasings letter by letter, without blanks and signs. */
  readonly letters: readonly string[]
  readonly phrasings: readonly Phrasing[]
  /** Over all phrasings, averaged. */
  readonly words: Bag
  readonly grams: Bag
}
/** What a query is compared by. Terms no entry has are `unknown`: they count as the rarest there are. */
export interface Query {
  readonly segments: Segments
  readonly words: Counts
  readonly grams: Counts
  readonly unknownWords: number
  readonly unknownGrams: number
}
/** Tellingness of the different words of a query: of all, and of those an entry shares. */
export interface Topic {
  readonly named: number
  readonly shared: number
}
/** A synonym group says less than the word itself. */
const groupWeight = 0.6

export class EntryIndex {
  readonly #terms = new Map<string, number>()
  /** By term: the entries that have it. */
  readonly #holders: Set<Indexed>[] = []
  readonly #entries = new Map<string, Indexed>()
  readonly #byLetters = new Map<string, Set<Indexed>>()

  readonly #weights: number[] = []
  /** The count of changes at which the weight was worked out. */
  readonly #weighedAt: number[] = []
  #changes = 0

  get size(): number {
    return this.#entries.size
  }
  /** Adds an entry, or puts it in the place of the one with this id. */
  set(id: string, texts: readonly string[]) {
    this.delete(id)
    const phrasings = texts.map((text) => this.#phrasing(segment(normalise(text).text)))
    const entry: Indexed = {
      id,
      letters: texts.map((text) => lettersOf(normalise(text).text)).filter((letters) => letters !== ''),
      phrasings,
      words: average(phrasings.map(({ words }) => words)),
      grams: average(phrasings.map(({ grams }) => grams)),
    }
    this.#entries.set(id, entry)
    this.#changes++
    for (const letters of entry.letters) {
      const holders = this.#byLetters.get(letters)
      if (holders) holders.add(entry)
      else this.#byLetters.set(letters, new Set([entry]))
    }
    for (const term of termsOf(entry)) this.#holders[term]?.add(entry)
  }
  delete(id: string) {
    const entry = this.#entries.get(id)
    if (!entry) return
    for (const term of termsOf(entry)) this.#holders[term]?.delete(entry)
    for (const letters of entry.letters) {
      const holders = this.#byLetters.get(letters)
      holders?.delete(entry)
      if (holders?.size === 0) this.#byLetters.delete(letters)
    }
    this.#entries.delete(id)
    this.#changes++
  }
  /** The one entry that is asked for in just these words; undefined where two are. */
  exact(text: string): Indexed | undefined {
    const holders = this.#byLetters.get(lettersOf(text))
    return holders?.size === 1 ? holders.values().next().value : undefined
  }

  #phrasing({ words, groups, grams, frames, negated }: Segments): Phrasing {
    const counted = new Map<number, number>()
    for (const word of words) add(counted, this.#term(word), weightOf(word))
    for (const group of groups) add(counted, this.#term(group), groupWeight)
    const counts = new Map<number, number>()
    for (const gram of grams) add(counts, this.#term(gram), 1)
    return { words: pack(counted), grams: pack(counts), frames, negated }
  }
  #term(text: string): number {
    const known = this.#terms.get(text)
    if (known !== undefined) return known
    const number = this.#holders.push(new Set()) - 1
    this.#weights.push(0)
    this.#weighedAt.push(-1)
    this.#terms.set(text, number)
    return number
  }

  query(segments: Segments): Query {
    const words = new Map<number, number>()
    const grams = new Map<number, number>()
    let unknownWords = 0
    let unknownGrams = 0
    for (const word of segments.words) {
      const weight = weightOf(word)
      if (!this.#count(words, word, weight)) unknownWords += weight
    }
    for (const group of segments.groups) this.#count(words, group, groupWeight)
    for (const gram of segments.grams) if (!this.#count(grams, gram, 1)) unknownGrams++
    return { segments, words, grams, unknownWords, unknownGrams }
  }
  /** Whether any entry has the term. */
  #count(counts: Map<number, number>, text: string, by: number): boolean {
    const term = this.#terms.get(text)
    if (term === undefined || this.#holders[term]?.size === 0) return false
    add(counts, term, by)
    return true
  }

  /** The weight of a term by how few entries have it. Worked out once until an entry comes or goes. */
  idf(term: number): number {
    if (this.#weighedAt[term] === this.#changes) return this.#weights[term] ?? 0
    const weight = Math.log((this.size + 1) / (this.#held(term) + 0.5)) + 0.2
    this.#weights[term] = weight
    this.#weighedAt[term] = this.#changes
    return weight
  }
  /** The weight of a term that no entry has. */
  get unknownIdf(): number {
    return Math.log((this.size + 1) / 1.5) + 0.2
  }

  /** How much of what the query names, by `tellingOf`, the entry has too, in the same words or in synonyms. */
  topicOf({ segments }: Query, entry: Indexed): Topic {
    let named = 0
    let shared = 0
    for (const word of new Set(segments.words)) {
      const telling = tellingOf(word)
      named += telling
      if (telling > 0 && [word, ...groupsOf(word)].some((text) => this.#has(entry, text))) shared += telling
    }
    return { named, shared }
  }
  #has(entry: Indexed, text: string): boolean {
    const term = this.#terms.get(text)
    return term !== undefined && this.#holders[term]?.has(entry) === true
  }

  /**
   * Entries that share terms with the query, most promising first. Rare terms are asked first and no more than `reads`
   * holders are looked at, so that the cost does not grow with the index.
   */
  candidates(query: Query, most: number, reads: number): Indexed[] {
    const scores = new Map<Indexed, number>()
    const terms = [...query.words, ...query.grams].sort(([a], [b]) => this.#held(a) - this.#held(b))
    let left = reads
    for (const [term, count] of terms) {
      left -= this.#held(term)
      if (left < 0) break
      const weight = this.idf(term) * Math.min(count, 2)
      for (const entry of this.#holders[term] ?? []) scores.set(entry, (scores.get(entry) ?? 0) + weight)
    }
    const ranked = [...scores].sort(([, a], [, b]) => b - a)
    return ranked.slice(0, most).map(([entry]) => entry)
  }
  #held = (term: number) => this.#holders[term]?.size ?? 0
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
const add = (counts: Map<number, number>, term: number, by: number) => counts.set(term, (counts.get(term) ?? 0) + by)
/** A word said thrice is not three words. */
export const damped = (count: number) => (count > 1 ? 1 + Math.log(count) : count)
const pack = (counts: Counts): Bag => ({
  terms: Uint32Array.from(counts.keys()),
  counts: Float64Array.from(counts.values(), damped),
})
function average(bags: readonly Bag[]): Bag {
  const total = new Map<number, number>()
  for (const { terms, counts } of bags)
    terms.forEach((term, at) => {
      add(total, term, (counts[at] ?? 0) / bags.length)
    })
  return pack(total)
}
function* termsOf(entry: Indexed) {
  yield* entry.words.terms
  yield* entry.grams.terms
}
