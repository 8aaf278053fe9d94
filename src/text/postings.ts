/**
 * An inverted index of entries, kept in memory and changed entry by entry: adding one costs its own size, because the
 * weights of terms are worked out when a query is compared, not when an entry is stored.
 */

import { Aligner, type Row } from './align.ts'
import { add, average, Bag, type Counts, type Weights } from './bags.ts'
import { type Concept, conceptsOfStem, oppositesOf } from './concepts/read.ts'
import { tellingOf } from './everyday.ts'
import { kindsOf, weightOf } from './frames.ts'
import { normalise } from './normalise.ts'
import { type Segments, segment } from './segment.ts'
import type { Unit } from './units.ts'

export interface Phrasing {
  readonly words: Bag
  readonly grams: Bag
  readonly row: Row
  /** Hashes of pairs of neighbours. */
  readonly pairs: Uint32Array
  readonly frames: readonly string[]
  readonly kinds: readonly string[]
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
  /** The words of all phrasings, each by the share of them that has it. */
  readonly core: Row
}
/** What a query is compared by. Terms no entry has are `unknown`: they count as the rarest there are. */
export interface Query {
  readonly segments: Segments
  readonly words: Counts
  readonly grams: Counts
  readonly unknownWords: number
  readonly unknownGrams: number
  readonly aligner: Aligner
  readonly pairs: ReadonlySet<number>
  readonly kinds: readonly string[]
  /** What it stands for, and the opposites of that. */
  readonly concepts: ReadonlySet<Concept>
  readonly opposites: ReadonlySet<Concept>
}
/** Tellingness of the different words of a query: of all, and of those an entry shares. */
export interface Topic {
  readonly named: number
  readonly shared: number
}
/** What a word may stand for says less than the word itself. */
const conceptWeight = 1.5
/** What a word in common counts for that only means the same. */
const like = 0.6
const conceptTerm = (concept: number) => `~${concept}`
/** Each concept of a word, the less the more there are. */
const shareOf = ({ concepts, weight }: Unit) => (conceptWeight * weight) / concepts.length ** 0.75

export class EntryIndex implements Weights {
  readonly #terms = new Map<string, number>()
  /** By term: the entries that have it. */
  readonly #holders: Indexed[][] = []
  readonly #entries = new Map<string, Indexed>()
  readonly #byLetters = new Map<string, Set<Indexed>>()

  readonly #weights: number[] = []
  /** The count of changes at which the weight was worked out. */
  readonly #weighedAt: number[] = []
  /** Goes up whenever an entry comes or goes. */
  changes = 0

  get size(): number {
    return this.#entries.size
  }
  /** Adds an entry, or puts it in the place of the one with this id. */
  set(id: string, texts: readonly string[]) {
    this.delete(id)
    const read = texts.map((text) => segment(normalise(text).text))
    const phrasings = read.map((segments) => this.#phrasing(segments))
    const entry: Indexed = {
      id,
      letters: texts.map((text) => lettersOf(normalise(text).text)).filter((letters) => letters !== ''),
      phrasings,
      words: average(phrasings.map(({ words }) => words)),
      grams: average(phrasings.map(({ grams }) => grams)),
      core: this.#row(together(read.map(({ units }) => units))),
    }
    this.#entries.set(id, entry)
    this.changes++
    for (const letters of entry.letters) {
      const holders = this.#byLetters.get(letters)
      if (holders) holders.add(entry)
      else this.#byLetters.set(letters, new Set([entry]))
    }
    for (const term of termsOf(entry)) this.#holders[term]?.push(entry)
  }
  delete(id: string) {
    const entry = this.#entries.get(id)
    if (!entry) return
    for (const term of termsOf(entry)) drop(this.#holders[term] ?? [], entry)
    for (const letters of entry.letters) {
      const holders = this.#byLetters.get(letters)
      holders?.delete(entry)
      if (holders?.size === 0) this.#byLetters.delete(letters)
    }
    this.#entries.delete(id)
    this.changes++
  }
  /** The one entry that is asked for in just these words; undefined where two are. */
  exact(text: string): Indexed | undefined {
    const holders = this.#byLetters.get(lettersOf(text))
    return holders?.size === 1 ? holders.values().next().value : undefined
  }

  #phrasing({ words, units, grams, frames, negated, pairs }: Segments): Phrasing {
    const counted = new Map<number, number>()
    for (const word of words) add(counted, this.#term(word), weightOf(word))
    for (const unit of units)
      for (const concept of unit.concepts) add(counted, this.#term(conceptTerm(concept)), shareOf(unit))
    const counts = new Map<number, number>()
    for (const gram of grams) add(counts, this.#term(gram), 1)
    return {
      words: new Bag(counted),
      grams: new Bag(counts),
      row: this.#row(units),
      pairs: Uint32Array.from(new Set(pairs)),
      frames,
      kinds: kindsOf(frames),
      negated,
    }
  }
  #row(units: readonly Unit[]): Row {
    const starts = [units.length + 1]
    for (const { concepts } of units) starts.push((starts.at(-1) ?? 0) + concepts.length)
    return {
      terms: Uint32Array.from(units, ({ word }) => this.#term(word)),
      weights: Float32Array.from(units, ({ weight }) => weight),
      concepts: Uint16Array.from([...starts, ...units.flatMap(({ concepts }) => concepts)]),
    }
  }
  #term(text: string): number {
    const known = this.#terms.get(text)
    if (known !== undefined) return known
    const number = this.#holders.push([]) - 1
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
    for (const unit of segments.units)
      for (const concept of unit.concepts) this.#count(words, conceptTerm(concept), shareOf(unit))
    for (const gram of segments.grams) if (!this.#count(grams, gram, 1)) unknownGrams++
    const aligner = new Aligner(segments.units.map((unit) => this.#weighed(unit)))
    const concepts = new Set(segments.units.flatMap((unit) => unit.concepts))
    return {
      segments,
      words,
      grams,
      unknownWords,
      unknownGrams,
      aligner,
      pairs: new Set(segments.pairs),
      kinds: kindsOf(segments.frames),
      concepts,
      opposites: oppositesOf(concepts),
    }
  }
  /** A word no entry has is as rare as what it stands for, if an entry has that. */
  #weighed({ word, weight, concepts }: Unit) {
    const term = this.#known(word)
    if (term !== undefined) return { term, weight: weight * this.idf(term), concepts }
    const known = concepts.flatMap((concept) => this.#known(conceptTerm(concept)) ?? [])
    const idf = known.reduce((least, each) => Math.min(least, this.idf(each)), this.unknownIdf)
    return { term: -1, weight: weight * idf, concepts }
  }
  #known(text: string): number | undefined {
    const term = this.#terms.get(text)
    return term === undefined || this.#holders[term]?.length === 0 ? undefined : term
  }
  /** Whether any entry has the term. */
  #count(counts: Map<number, number>, text: string, by: number): boolean {
    const term = this.#known(text)
    if (term === undefined) return false
    add(counts, term, by)
    return true
  }

  /** The weight of a term by how few entries have it. Worked out once until an entry comes or goes. */
  idf(term: number): number {
    if (this.#weighedAt[term] === this.changes) return this.#weights[term] ?? 0
    const weight = Math.log((this.size + 1) / (this.#held(term) + 0.5)) + 0.4
    this.#weights[term] = weight
    this.#weighedAt[term] = this.changes
    return weight
  }
  /** The weight of a term that no entry has. */
  get unknownIdf(): number {
    return Math.log((this.size + 1) / 1.5) + 0.4
  }

  /** How much of what the query names, by `tellingOf`, the entry has too, in the same words or in synonyms. */
  topicOf({ segments }: Query, entry: Indexed): Topic {
    let named = 0
    let shared = 0
    for (const word of new Set(segments.words)) {
      const telling = tellingOf(word)
      named += telling
      if (telling === 0) continue
      if (this.#has(entry, word)) shared += telling
      else if (conceptsOfStem(word).some((concept) => this.#has(entry, conceptTerm(concept)))) shared += telling * like
    }
    return { named, shared }
  }
  #has(entry: Indexed, text: string): boolean {
    const term = this.#terms.get(text)
    return term !== undefined && entry.words.terms.includes(term)
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
  #held = (term: number) => this.#holders[term]?.length ?? 0
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')
/** The words of all phrasings once each, its weight less where few phrasings have it. */
function together(rows: readonly (readonly Unit[])[]): Unit[] {
  const found = new Map<string, Unit>()
  for (const row of rows)
    for (const unit of new Map(row.map((each) => [each.word, each])).values()) {
      const weight = unit.weight / rows.length
      found.set(unit.word, { ...unit, weight: weight + (found.get(unit.word)?.weight ?? 0) })
    }
  return [...found.values()]
}
const termsOf = ({ words, grams, phrasings }: Indexed): Set<number> =>
  new Set([...words.terms, ...grams.terms, ...phrasings.flatMap(({ row }) => [...row.terms])])
/** The last takes its place: holders stand in no order. */
function drop(holders: Indexed[], entry: Indexed) {
  const at = holders.indexOf(entry)
  const last = holders.pop()
  if (at >= 0 && at < holders.length && last) holders[at] = last
}
