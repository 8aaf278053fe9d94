/** Training messages a second time, as evaders and as honest people with a taste for ornament would have written them. */
import { type Example, generator, pick } from './data.ts'
import { benignTricks, tricks } from './evade.ts'

/** A copy counts for so much beside the original. */
const copyWeight = 0.5

/**
 * `share` of the messages gets a copy. Of the harmless ones half get hostile tricks too: that letters are disguised
 * alone must neither convict nor acquit.
 */
export function augmented(examples: readonly Example[], share: number, seed: number): Example[] {
  const random = generator(seed)
  const copies = examples.flatMap((one) => {
    if (random() >= share) return []
    const from = one.spam || random() < 0.5 ? tricks : benignTricks
    const text = pick(random, from).apply(one.text, random)
    return text === one.text ? [] : [{ ...one, text, of: one.text, weight: (one.weight ?? 1) * copyWeight }]
  })
  return [...examples, ...copies]
}
