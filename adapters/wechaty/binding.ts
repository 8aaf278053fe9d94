/** Which room of WeChat's is which of the rulebook's. */
import type { ListedRoom } from './settings.ts'

export interface FoundRoom {
  readonly id: string
  readonly topic: string
}
export interface Binding {
  /** WeChat's id, by our ref. */
  readonly bound: ReadonlyMap<string, string>
  /** Listed, known from before under another id, and one or more of that topic are here now. */
  readonly maybe: readonly { readonly ref: string; readonly candidates: readonly FoundRoom[] }[]
  /** Listed, never seen before, and several fit. */
  readonly several: readonly { readonly ref: string; readonly candidates: readonly FoundRoom[] }[]
  readonly missing: readonly string[]
}

/** `known` is the id of each listed room at an earlier login, by ref. */
export function bind(
  listed: readonly ListedRoom[],
  known: ReadonlyMap<string, string>,
  found: readonly FoundRoom[],
): Binding {
  const here = new Map(found.map((room) => [room.id, room]))
  const bound = new Map<string, string>()
  for (const { ref, id } of listed) {
    const sure = id ?? known.get(ref)
    if (sure !== undefined && here.has(sure)) bound.set(ref, sure)
  }
  const taken = new Set(bound.values())
  const open = { maybe: [], several: [], missing: [] } as { [K in 'maybe' | 'several']: Binding[K][number][] } & {
    missing: string[]
  }
  for (const { ref, id, topic } of listed) {
    if (bound.has(ref)) continue
    const candidates = id === undefined ? found.filter((room) => room.topic === topic && !taken.has(room.id)) : []
    const [only] = candidates
    if (!only) open.missing.push(ref)
    else if (known.has(ref)) open.maybe.push({ ref, candidates })
    else if (candidates.length > 1) open.several.push({ ref, candidates })
    else {
      bound.set(ref, only.id)
      taken.add(only.id)
    }
  }
  return { bound, ...open }
}
