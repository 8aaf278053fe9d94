/** How alike a query and an entry are word by word, by the phrasing that is nearest. */
import { type Alignment, likeness as like, type Row, someConcept } from './align.ts'
import { isAction } from './concepts/read.ts'
import type { Indexed, Phrasing } from './entries.ts'
import { sameFrame } from './frames.ts'
import type { EntryIndex, Query } from './postings.ts'

/** The names of the values, in the order of `Alike.values`. */
export const alikeNames = [
  'fit',
  'ahead',
  'back',
  'sameAhead',
  'sameBack',
  'both',
  'fit²',
  'aheadAll',
  'left',
  'leftBack',
  'pairs',
  'fit·frame',
  'fit·negation',
  'coreBack',
  'coreSame',
  'core·ahead',
  'kind',
  'kindClash',
  'kindClashBack',
  'opposed',
  'phrasings',
  'size',
  'leftAll',
  'coreLeft',
  'actionSame',
  'actionClash',
  'actionMissing',
  'single·fit',
  'single·aheadAll',
  'single·back',
] as const

export interface Alike {
  readonly values: readonly number[]
  /** Bits of the words of the query that any phrasing meets. */
  readonly bits: number
  readonly fit: number
}
interface Nearest {
  readonly phrasing: Phrasing
  readonly found: Alignment
  readonly bits: number
}
/** Heaviest weights are told apart up to this one. */
export const heaviest = 4
/** How much a phrasing gains that asks for the same kind of answer, or negates as the query does. */
const agreement = 0.25

export function alike(index: EntryIndex, query: Query, entry: Indexed): Alike {
  const near = nearest(index, query, entry)
  if (!near) return { values: alikeNames.map(() => 0), bits: 0, fit: 0 }
  const { aligner } = query
  const { found, phrasing, bits } = near
  const ahead = found.same + like * found.like
  const back = found.sameBack + like * found.likeBack
  const core = aligner.with(entry.core, index)
  const coreBack = core.sameBack + like * core.likeBack
  const aheadAll = aligner.massOf(bits)
  const values = [
    found.fit,
    ahead,
    back,
    found.same,
    found.sameBack,
    ahead * back,
    found.fit ** 2,
    aheadAll,
    Math.min(aligner.heaviestBut(found.sameBits | found.likeBits), heaviest) / heaviest,
    Math.min(found.left, heaviest) / heaviest,
    pairsShared(query, phrasing),
    found.fit * sameFrame(query.segments.frames, phrasing.frames),
    query.segments.negated === phrasing.negated ? found.fit : 0,
    coreBack,
    core.sameBack,
    coreBack * aheadAll,
    ...kindsOfBoth(query, phrasing),
    isOpposed(query, phrasing.row) ? 1 : 0,
    Math.log(entry.phrasings.length),
    Math.min(Math.log(index.size), 5) / 5,
    Math.min(aligner.heaviestBut(bits), heaviest) / heaviest,
    Math.min(core.left, heaviest) / heaviest,
    ...actionsOfBoth(query, entry.core),
    ...(entry.phrasings.length === 1 ? [found.fit, aheadAll, back] : [0, 0, 0]),
  ]
  return { values, bits, fit: found.fit }
}

function nearest(index: EntryIndex, query: Query, { phrasings }: Indexed): Nearest | undefined {
  let best: Omit<Nearest, 'bits'> | undefined
  let bits = 0
  let most = -1
  for (const phrasing of phrasings) {
    const found = query.aligner.with(phrasing.row, index)
    bits |= found.sameBits | found.likeBits
    const kind = query.kinds.some((one) => phrasing.kinds.includes(one)) ? agreement : 0
    const worth = found.fit * (1 + kind + (query.segments.negated === phrasing.negated ? agreement : 0))
    if (worth <= most) continue
    most = worth
    best = { phrasing, found }
  }
  return best && { ...best, bits }
}

function pairsShared({ pairs }: Query, { pack, pairs: { start, end } }: Phrasing): number {
  let common = 0
  for (let at = start; at < end; at++) if (pairs.has(pack.terms[at] ?? 0)) common++
  return (2 * common) / (pairs.size + end - start || 1)
}

/** Whether both ask for one kind of answer; how far the query, and the phrasing, ask for one that the other does not. */
function kindsOfBoth({ kinds, segments }: Query, phrasing: Phrasing): [number, number, number] {
  if (kinds.some((kind) => phrasing.kinds.includes(kind))) return [1, 0, 0]
  const clash = kinds.length === 0 ? 0 : phrasing.frames.length > 0 ? 1 : 0.5
  const back = phrasing.kinds.length === 0 ? 0 : segments.frames.length > 0 && kinds.length > 0 ? 1 : 0.5
  return [0, clash, back]
}

/** Whether the phrasing holds the opposite of what the query does, and the query does not hold both. */
const isOpposed = ({ concepts, opposites }: Query, row: Row): boolean =>
  opposites.size > 0 && someConcept(row, (concept) => opposites.has(concept) && !concepts.has(concept))

/** Whether both do the same to something; whether each does something else; whether only the entry does something. */
function actionsOfBoth({ actions }: Query, core: Row): [number, number, number] {
  let same = false
  let any = false
  someConcept(core, (concept) => {
    if (!isAction(concept)) return false
    any = true
    if (actions.has(concept)) same = true
    return same
  })
  if (same) return [1, 0, 0]
  if (actions.size === 0) return [0, 0, any ? 1 : 0]
  return [0, any ? 1 : 0, 0]
}
