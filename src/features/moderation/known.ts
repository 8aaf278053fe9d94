/**
 * Texts that staff has judged, found again by likeness: locality-sensitive hashing of their sketches (Indyk and
 * Motwani, STOC 1998; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). A sketch has four bands of
 * two places; texts that agree in a band lie in one bucket of it. What is looked through is four buckets, however many
 * texts are known; a bucket is a row of a table, and holds as many as `most`: at most 15 MB for a community.
 */
import { nearly, type Sketch, same, sketchLength } from './sketch.ts'

const bands = 4
const bandWidth = 6
const bucketsOfBand = 4096
const most = 32
const entryLength = sketchLength + 1
/** Shorter texts, and those that say little, are everybody's. */
const letters = 12
const filled = 4

/** Numbers of the buckets a text may lie in: none for one that is too short to be known by. */
export function bucketsOf(sketch: Sketch): readonly number[] {
  if (sketch.letters < letters || sketch.filled < filled) return []
  const buckets: number[] = []
  for (let band = 0; band < bands; band++) {
    let hash = 0x811c9dc5
    for (let at = band * bandWidth; at < (band + 1) * bandWidth; at++)
      hash = Math.imul(hash ^ sketch.code.charCodeAt(at), 0x01000193)
    buckets.push(band * bucketsOfBand + (((hash ^ (hash >>> 15)) >>> 0) % bucketsOfBand))
  }
  return buckets
}

/** A bucket with one more text; what was known of the very same text before is replaced, the oldest goes first. */
export function withText(entries: string, { code }: Sketch, spam: boolean): string {
  let kept = ''
  for (let at = 0; at < entries.length; at += entryLength)
    if (!same(code, entries, at)) kept += entries.slice(at, at + entryLength)
  return kept.slice(Math.max(0, kept.length - (most - 1) * entryLength)) + code + (spam ? 's' : 'h')
}

export type Likeness = 'same spam' | 'near spam' | 'same ham'
/** What is known of a text like this, by its buckets in the order of `bucketsOf`; the very same weighs more than nearly the same. */
export function likeness(buckets: readonly string[], { code }: Sketch): Likeness | undefined {
  let found: Likeness | undefined
  for (const [band, entries] of buckets.entries()) {
    const wanted = code.slice(band * bandWidth, (band + 1) * bandWidth)
    for (let at = 0; at < entries.length; at += entryLength) {
      if (!entries.startsWith(wanted, at + band * bandWidth)) continue
      const spam = entries.charAt(at + sketchLength) === 's'
      if (same(code, entries, at)) return spam ? 'same spam' : 'same ham'
      if (spam && found === undefined && nearly(code, entries, at)) found = 'near spam'
    }
  }
  return found
}
