/**
 * An inverted index of entries, kept in memory and changed entry by entry: adding one costs its own size, because the
 * weights of terms are worked out when a query is compared, not when an entry is stored.
 */

import { Aligner } from './align.ts'
import { add, type Counts, type Weights } from './bags.ts'
import { type Concept, conceptsOfStem, isAction, oppositesOf } from './concepts/read.ts'
import { EntryReader, type Indexed, lettersOf, onlyAfter, onlyBefore, shareOf } from './entries.ts'
import { tellingOf } from './everyday.ts'
import { kindsOf, weightOf } from './frames.ts'
import { Holders } from './holders.ts'
import type { Segments } from './segment.ts'
import type { Unit } from './units.ts'
import { Vocabulary } from './vocabulary.ts'

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
  /** Those of `concepts` that are something done. */
  readonly actions: ReadonlySet<Concept>
}
/** Tellingness of the different words of a query: of all, and of those an entry shares. */
export interface Topic {
  readonly named: number
  readonly shared: number
  /** The most that one shared word says. */
  readonly clearest: number
}
/** What a word in common counts for that only means the same. */
const like = 0.6
/** Units that weigh less are small words. */
const naming = 0.5

export class EntryIndex implements Weights {
  readonly #vocabulary = new Vocabulary()
  readonly #reader = new EntryReader(this.#vocabulary)
  readonly #holders = new Holders()
  readonly #entries = new Map<string, Indexed>()
  readonly #slots: (Indexed | undefined)[] = []
  readonly #free: number[] = []
  readonly #byLetters = new Map<string, Indexed[]>()

  /** By slot, all 0 between two queries. */
  #scores = new Float64Array(64)
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
    const before = this.#entries.get(id)
    const slot = before?.slot ?? this.#free.pop() ?? this.#slots.length
    const entry = this.#reader.read(id, slot, texts)
    if (before) this.#forget(before)
    this.#entries.set(id, entry)
    this.#slots[slot] = entry
    for (const letters of entry.letters) {
      const holders = this.#byLetters.get(letters)
      if (!holders) this.#byLetters.set(letters, [entry])
      else if (!holders.includes(entry)) holders.push(entry)
    }
    this.#hold(slot, before, entry)
  }
  delete(id: string) {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.#forget(entry)
    this.#slots[entry.slot] = undefined
    this.#free.push(entry.slot)
    this.#entries.delete(id)
    this.#hold(entry.slot, entry, undefined)
  }
  #forget(entry: Indexed) {
    for (const letters of entry.letters) {
      const others = (this.#byLetters.get(letters) ?? []).filter((one) => one !== entry)
      if (others.length > 0) this.#byLetters.set(letters, others)
      else this.#byLetters.delete(letters)
    }
  }
  /** Terms that both have are left alone: a phrasing more costs little however many entries hold the others. */
  #hold(slot: number, before: Indexed | undefined, after: Indexed | undefined) {
    const terms = this.#reader.compare(before, after)
    for (let place = 0; place < terms.size; place++) {
      const term = terms.term(place)
      if (terms.count(place) === onlyAfter) this.#holders.add(term, slot)
      else if (terms.count(place) === onlyBefore) this.#holders.drop(term, slot)
    }
    this.changes++
  }
  /** The one entry that is asked for in just these words; undefined where two are. */
  exact(text: string): Indexed | undefined {
    const holders = this.#byLetters.get(lettersOf(text))
    return holders?.length === 1 ? holders[0] : undefined
  }

  query(segments: Segments): Query {
    const words = new Map<number, number>()
    const grams = new Map<number, number>()
    let unknownWords = 0
    let unknownGrams = 0
    for (const word of segments.words) {
      const weight = weightOf(word)
      if (!this.#count(words, this.#vocabulary.knownWord(word), weight)) unknownWords += weight
    }
    for (const unit of segments.units)
      for (const concept of unit.concepts) this.#count(words, this.#vocabulary.knownConcept(concept), shareOf(unit))
    for (const gram of segments.grams) if (!this.#count(grams, this.#vocabulary.knownGram(gram), 1)) unknownGrams++
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
      actions: new Set([...concepts].filter(isAction)),
    }
  }
  /** A word no entry has is as rare as what it stands for, if an entry has that. */
  #weighed({ word, weight, concepts }: Unit) {
    const term = this.#vocabulary.knownWord(word)
    if (term !== undefined && this.#isHeld(term)) return { term, weight: weight * this.idf(term), concepts }
    let idf = this.unknownIdf
    for (const concept of concepts) {
      const known = this.#vocabulary.knownConcept(concept)
      if (known !== undefined && this.#isHeld(known)) idf = Math.min(idf, this.idf(known))
    }
    return { term: -1, weight: weight * idf, concepts }
  }
  /** Whether any entry has the term. */
  #count(counts: Map<number, number>, term: number | undefined, by: number): boolean {
    if (term === undefined || !this.#isHeld(term)) return false
    add(counts, term, by)
    return true
  }
  #isHeld = (term: number) => this.#holders.count(term) > 0

  /** The weight of a term by how few entries have it. Worked out once until an entry comes or goes. */
  idf(term: number): number {
    if (this.#weighedAt[term] === this.changes) return this.#weights[term] ?? 0
    const weight = Math.log((this.size + 1) / (this.#holders.count(term) + 0.5)) + 0.4
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
    let clearest = 0
    const seen = new Set<string>()
    for (const { word, weight, concepts } of segments.language === 'zh' ? segments.units : bareUnits(segments.words)) {
      if (seen.has(word)) continue
      seen.add(word)
      const telling = weight < naming ? 0 : tellingOf(word)
      named += telling
      if (telling === 0) continue
      const same = has(entry, this.#vocabulary.knownWord(word))
      if (!same && !concepts.some((concept) => has(entry, this.#vocabulary.knownConcept(concept)))) continue
      shared += same ? telling : telling * like
      clearest = Math.max(clearest, same ? telling : telling * like)
    }
    return { named, shared, clearest }
  }

  /**
   * Entries that share terms with the query, most promising first. Rare terms are asked first and no more than `reads`
   * holders are looked at, so that the cost does not grow with the index.
   */
  candidates(query: Query, most: number, reads: number): Indexed[] {
    const found = this.#score(query, reads)
    const scores = this.#scores
    const best: number[] = []
    for (const slot of found) {
      const score = scores[slot] ?? 0
      let place = best.length
      while (place > 0 && (scores[best[place - 1] ?? 0] ?? 0) < score) place--
      if (place >= most) continue
      best.splice(place, 0, slot)
      if (best.length > most) best.pop()
    }
    for (const slot of found) scores[slot] = 0
    return best.flatMap((slot) => this.#slots[slot] ?? [])
  }
  /** Adds up what the terms weigh by slot, and gives the slots in the order in which they were first met. */
  #score({ words, grams }: Query, reads: number): number[] {
    const terms: { readonly term: number; readonly count: number; readonly held: number }[] = []
    for (const counts of [words, grams])
      for (const [term, count] of counts) terms.push({ term, count, held: this.#holders.count(term) })
    terms.sort((a, b) => a.held - b.held)
    if (this.#scores.length < this.#slots.length) this.#scores = new Float64Array(this.#slots.length * 2)
    const scores = this.#scores
    const found: number[] = []
    let left = reads
    for (const { term, count, held } of terms) {
      left -= held
      if (left < 0) break
      const weight = this.idf(term) * Math.min(count, 2)
      for (const slot of this.#holders.of(term)) {
        if (scores[slot] === 0) found.push(slot)
        scores[slot] = (scores[slot] ?? 0) + weight
      }
    }
    return found
  }
}

const bareUnits = (words: readonly string[]) =>
  words.map((word) => ({ word, weight: 1, concepts: conceptsOfStem(word) }))

const has = ({ words }: Indexed, term: number | undefined) => term !== undefined && words.has(term)
