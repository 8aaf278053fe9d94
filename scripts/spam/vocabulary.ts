/** Messages as the places of their features among those worth weighing. */
import type { Message } from '../../src/features/moderation/model/features.ts'
import { trace } from '../../src/features/moderation/model/model.ts'
import { reachable } from '../../src/text/links.ts'
import { normalise } from '../../src/text/normalise.ts'
import { unmask } from '../../src/text/unmask.ts'
import type { Example } from './data.ts'

/** A feature of fewer messages says more about that message than about others. */
const least = 2

export interface Row {
  /** Places of the weights that runs and words touch, and marks; each once. */
  readonly grams: Uint32Array
  readonly marks: Uint32Array
  /** How many runs and words there are, known or not: they are scaled by it. */
  readonly size: number
  readonly language: string
}
export interface Rows {
  readonly rows: readonly Row[]
  /** The hash at each place, and of how many messages it is. */
  readonly hashes: Int32Array
  readonly counts: Uint32Array
}

export function rowsOf(examples: readonly Example[]): Rows {
  const traits = examples.map(({ text }) => {
    const { grams, marks, language } = trace(messageOf(text))
    return { grams: grams.slice(), marks: marks.slice(), language }
  })
  const counted = new Map<number, number>()
  traits.forEach(({ grams, marks }, index) => {
    if (examples[index]?.of !== undefined) return
    for (const hash of grams) counted.set(hash, (counted.get(hash) ?? 0) + 1)
    for (const hash of marks) counted.set(hash, (counted.get(hash) ?? 0) + 1)
  })
  const known = [...counted].filter(([, count]) => count >= least)
  const places = new Map(known.map(([hash], place) => [hash, place]))
  const placesOf = (hashes: Int32Array) => Uint32Array.from([...hashes].flatMap((hash) => places.get(hash) ?? []))
  return {
    rows: traits.map(({ grams, marks, language }) => ({
      grams: placesOf(grams),
      marks: placesOf(marks),
      size: grams.length,
      language,
    })),
    hashes: Int32Array.from(known, ([hash]) => hash),
    counts: Uint32Array.from(known, ([, count]) => count),
  }
}
function messageOf(text: string): Message {
  const normal = normalise(text)
  const found = reachable(normal)
  return { normal, reachable: found, unmasked: unmask(normal, found) }
}
