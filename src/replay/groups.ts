/** The groups of the logs, by the ids their doors give them. */
import type { Found } from './reading.ts'

export const groupOf = ({ event }: Found) => ('group' in event ? event.group : undefined)
const platformOf = (ref: string) => ref.slice(0, Math.max(0, ref.indexOf(':')))
export const platformsOf = (found: readonly Found[]) => [
  ...new Set(found.flatMap((one) => platformOf(groupOf(one) ?? '') || [])),
]
/** Every group by its first event. */
export function groupsOf(found: readonly Found[]): Map<string, Found> {
  const first = new Map<string, Found>()
  for (const one of found) {
    const ref = groupOf(one)
    if (ref !== undefined && !first.has(ref)) first.set(ref, one)
  }
  return first
}
export const shortName = (ref: string) => ref.slice(ref.indexOf(':') + 1)
