/** "Did you mean": the known name that a mistyped one is nearest to. */
import { distance } from 'fastest-levenshtein'

/** Lower case, without the signs that styles differ in: `quietHours`, `quiet_hours` and `quiet-hours` are one name. */
const bare = (name: string) => name.toLowerCase().replaceAll(/[\s_-]/g, '')

const letters = (name: string) => [...bare(name)].sort().join('')

/** The nearest of `known`, if it is near enough to be meant: a third of the letters differ, or only their order does. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const wanted = bare(name)
  let best: string | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const candidate of known) {
    const away = distance(wanted, bare(candidate))
    if (away < fewest) [best, fewest] = [candidate, away]
  }
  if (best === undefined) return undefined
  const near = fewest <= Math.max(1, Math.floor(wanted.length / 3)) || letters(name) === letters(best)
  return near ? best : undefined
}
