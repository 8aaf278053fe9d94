/**
 * Who is who after a login that gave everybody new ids: known members of a room against those found there now, by what
 * they are called. The figures are judgements, not measurements: a remark is set by the bot's own account and nobody
 * else, a room alias survives a change of nickname, and a nickname alone can be anybody's.
 */
export interface Face {
  readonly id: string
  readonly name: string
  /** In this room. */
  readonly alias: string
  /** What the bot's account calls them. */
  readonly remark: string
}
export interface Pair {
  /** The id of one known. */
  readonly known: string
  /** The id of one found. */
  readonly found: string
  /** 0 to 1. */
  readonly confidence: number
}
export interface Rematch {
  /** Taken as the same: nobody else comes near. */
  readonly sure: readonly Pair[]
  /** For the owner to settle. */
  readonly unsure: readonly Pair[]
}
/** From here on two are taken for one, where no other fits nearly as well. */
export const sureFrom = 0.8
/** Below, a likeness is not worth a question. */
const worthAsking = 0.4
const rivalWithin = 0.2

export function rematch(known: readonly Face[], found: readonly Face[]): Rematch {
  const pairs = pairsOf(known, found)
  const sure: Pair[] = []
  const unsure: Pair[] = []
  for (const pair of pairs) {
    const rivals = pairs.filter(
      (other) =>
        other !== pair &&
        (other.known === pair.known || other.found === pair.found) &&
        other.confidence > pair.confidence - rivalWithin,
    )
    if (rivals.length === 0 && pair.confidence >= sureFrom) sure.push(pair)
    else unsure.push({ ...pair, confidence: pair.confidence / (rivals.length + 1) })
  }
  const settled = new Set(sure.flatMap(({ known, found }) => [`k${known}`, `f${found}`]))
  const open = unsure.filter(({ known, found }) => !settled.has(`k${known}`) && !settled.has(`f${found}`))
  return { sure, unsure: open }
}

/** Only those who share a name, alias or remark are compared: rooms have five hundred members. */
function pairsOf(known: readonly Face[], found: readonly Face[]): Pair[] {
  const byWord = Map.groupBy(
    known.flatMap((face) => wordsOf(face).map((word) => ({ word, face }))),
    ({ word }) => word,
  )
  const pairs: Pair[] = []
  for (const face of found) {
    const alike = new Set(wordsOf(face).flatMap((word) => (byWord.get(word) ?? []).map((one) => one.face)))
    for (const other of alike) {
      const confidence = likeness(other, face)
      if (confidence >= worthAsking) pairs.push({ known: other.id, found: face.id, confidence })
    }
  }
  return pairs
}
const wordsOf = ({ name, alias, remark }: Face) =>
  [`n${name}`, `a${alias}`, `r${remark}`].filter((word) => word.length > 1)

export function likeness(one: Face, other: Face): number {
  if (one.remark && other.remark) return one.remark === other.remark ? 0.97 : 0
  const sameName = one.name !== '' && one.name === other.name
  const sameAlias = one.alias !== '' && one.alias === other.alias
  if (sameAlias) return sameName ? 0.95 : 0.85
  if (!sameName) return 0
  if (!telling(one.name)) return 0.5
  return one.alias === other.alias ? 0.85 : 0.7
}
/** Names such as "." or a lone flower are many people's. */
const telling = (name: string) => [...name.replace(/[^\p{L}\p{N}]/gu, '')].length >= 2

/**
 * Whether a room of the same topic is the room known: by how many of the members known there are in it, by name.
 * Where ids are stable a room with another id is another room until the owner says otherwise.
 */
export function roomLikeness(known: readonly string[], found: readonly string[], stableIds: boolean): number {
  const there = new Set(found)
  const share = known.length === 0 ? 1 : known.filter((name) => there.has(name)).length / known.length
  return (0.5 + 0.5 * share) * (stableIds ? 0.75 : 1)
}
