/** An entry as it is compared: read once, when it is added or changed. */
import type { Row } from './align.ts'
import { Bag } from './bags.ts'
import { kindsOf, weightOf } from './frames.ts'
import { normalise } from './normalise.ts'
import { type Pack, Packer, type Span } from './packing.ts'
import { type Segments, segmentAll } from './segment.ts'
import { Tally } from './tally.ts'
import type { Unit } from './units.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Phrasing {
  readonly words: Bag
  readonly grams: Bag
  readonly row: Row
  /** Hashes of pairs of neighbours, among the terms of `pack`. */
  readonly pairs: Span
  readonly pack: Pack
  readonly frames: readonly string[]
  readonly kinds: readonly string[]
  readonly negated: boolean
}
export interface Indexed {
  readonly id: string
  /** Its number among the entries. */
  readonly slot: number
  /** The phrasings letter by letter, without blanks and signs. */
  readonly letters: readonly string[]
  readonly phrasings: readonly Phrasing[]
  /** Over all phrasings, averaged. */
  readonly words: Bag
  readonly grams: Bag
  /** The words of all phrasings, each by the share of them that has it. */
  readonly core: Row
}
/** What a word may stand for says less than the word itself. */
const conceptWeight = 1.5
/** Each concept of a word, the less the more there are. */
export const shareOf = ({ concepts, weight }: Unit) => (conceptWeight * weight) / concepts.length ** 0.75
/** What `EntryReader.compare` counts a term that only one of two entries has. */
export const onlyBefore = 1
export const onlyAfter = 2
export const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '')

interface RowSpan extends Span {
  /** Where its concepts begin. */
  readonly concepts: number
}
interface Laid {
  readonly segments: Segments
  readonly words: Span
  readonly grams: Span
  readonly row: RowSpan
  readonly pairs: Span
}

/** Reads entries for one vocabulary. */
export class EntryReader {
  readonly #vocabulary: Vocabulary
  readonly #tally = new Tally()
  readonly #packer = new Packer()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }
  read(id: string, slot: number, raw: readonly string[]): Indexed {
    const texts = raw.map((text) => normalise(text).text)
    const laid = segmentAll(texts).map((segments) => this.#lay(segments))
    const [only] = laid
    const alone = laid.length === 1 ? only : undefined
    const words = alone?.words ?? this.#average(laid.map((one) => one.words))
    const grams = alone?.grams ?? this.#average(laid.map((one) => one.grams))
    const core = this.#core(laid)
    const pack = this.#packer.take()
    const phrasings = laid.map((one) => phrasingOf(one, pack))
    return {
      id,
      slot,
      letters: texts.map(lettersOf).filter((letters) => letters !== ''),
      phrasings,
      words: new Bag(pack, words),
      grams: new Bag(pack, grams),
      core: { pack, ...core },
    }
  }
  /** Every term of both once; its count says which has it. */
  compare(before: Indexed | undefined, after: Indexed | undefined): Tally {
    this.#tally.clear()
    if (before) this.#mark(before, onlyBefore)
    if (after) this.#mark(after, onlyAfter)
    return this.#tally
  }
  #mark({ words, grams, core }: Indexed, bit: number) {
    for (const { pack, start, end } of [words, grams, core])
      for (let at = start; at < end; at++) this.#tally.mark(pack.terms[at] ?? 0, bit)
  }

  #lay(segments: Segments): Laid {
    const { words, units, grams, pairs } = segments
    const vocabulary = this.#vocabulary
    const tally = this.#tally
    tally.clear()
    for (const word of words) tally.add(vocabulary.word(word), weightOf(word))
    for (const unit of units) for (const concept of unit.concepts) tally.add(vocabulary.concept(concept), shareOf(unit))
    const wordSpan = this.#packer.putAll(tally)
    tally.clear()
    for (const gram of grams) tally.add(vocabulary.gram(gram), 1)
    const gramSpan = this.#packer.putAll(tally)
    const row = this.#row(units)
    const start = this.#packer.size
    for (const pair of new Set(pairs)) this.#packer.put(pair, 0)
    return { segments, words: wordSpan, grams: gramSpan, row, pairs: { start, end: this.#packer.size } }
  }
  #row(units: readonly Unit[]): RowSpan {
    const start = this.#packer.size
    for (const { word, weight } of units) this.#packer.put(this.#vocabulary.word(word), weight)
    return { start, end: this.#packer.size, concepts: this.#concepts(units.map(({ concepts }) => concepts)) }
  }
  /** First where the concepts of each word begin, and where the last ones end; then the concepts. */
  #concepts(all: readonly (readonly number[])[]): number {
    const from = this.#packer.conceptSize
    let next = all.length + 1
    this.#packer.putConcept(next)
    for (const { length } of all) {
      next += length
      this.#packer.putConcept(next)
    }
    for (const concepts of all) for (const concept of concepts) this.#packer.putConcept(concept)
    return from
  }
  #average(bags: readonly Span[]): Span {
    this.#tally.clear()
    for (const { start, end } of bags)
      for (let at = start; at < end; at++) this.#tally.add(this.#packer.term(at), this.#packer.weight(at) / bags.length)
    return this.#packer.putAll(this.#tally)
  }
  /** The words of all phrasings once each, weighing less where few phrasings have them; a word counts as it last came. */
  #core(laid: readonly Laid[]): RowSpan {
    const concepts: (readonly number[])[] = []
    this.#tally.clear()
    for (const { segments, row } of laid)
      for (const [at, unit] of segments.units.entries()) {
        const term = this.#packer.term(row.start + at)
        concepts[this.#tally.placeOf(term)] = unit.concepts
        if (!this.#comesAgain(term, row, at)) this.#tally.add(term, unit.weight / laid.length)
      }
    const start = this.#packer.size
    for (let place = 0; place < this.#tally.size; place++)
      this.#packer.put(this.#tally.term(place), this.#tally.count(place))
    return { start, end: this.#packer.size, concepts: this.#concepts(concepts) }
  }
  #comesAgain(term: number, { start, end }: Span, at: number): boolean {
    for (let next = start + at + 1; next < end; next++) if (this.#packer.term(next) === term) return true
    return false
  }
}

const phrasingOf = ({ segments, words, grams, row, pairs }: Laid, pack: Pack): Phrasing => ({
  words: new Bag(pack, words),
  grams: new Bag(pack, grams),
  row: { pack, ...row },
  pairs,
  pack,
  frames: segments.frames,
  kinds: kindsOf(segments.frames),
  negated: segments.negated,
})
