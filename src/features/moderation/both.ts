/** Two verdicts of this feature on one event, made one. */
import type { Verdict } from '../../core/feature.ts'
import type { Store } from './store.ts'

type Part = Verdict<Store> | undefined

/** One after the other: whatever both write, the second has to read again in its `save`. */
export function both(first: Part, second: Part): Part {
  if (!first || !second) return first ?? second
  const checks = [...(first.why?.checks ?? []), ...(second.why?.checks ?? [])]
  const why = second.why ?? first.why
  return {
    ...first,
    ...second,
    actions: [...(first.actions ?? []), ...(second.actions ?? [])],
    later: [...(first.later ?? []), ...(second.later ?? [])],
    stop: first.stop === true || second.stop === true,
    ...(why && { why: { ...why, decided: first.why && !second.why ? first.why.decided : why.decided, checks } }),
    save: async (store) => {
      await first.save?.(store)
      await second.save?.(store)
    },
  }
}
