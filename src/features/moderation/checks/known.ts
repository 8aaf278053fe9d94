/** A text that staff has judged before, whoever wrote it and in whichever group of the community. */
import type { Config } from '../config.ts'
import { bucketsOf, likeness } from '../known.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from './finding.ts'

/** What staff found harmless is not called spam again by how it reads. */
export type Known = Finding | 'harmless' | undefined

/** `buckets` are the entries of the buckets that `bucketsOf` names. */
export function known(config: Config['known'], reading: Reading, buckets: readonly string[]): Known {
  if (buckets.length === 0 || buckets.every((entries) => entries === '')) return undefined
  const like = bucketsOf(reading.sketch).length === 0 ? undefined : likeness(buckets, reading.sketch)
  if (like === 'same ham') return 'harmless'
  const score = like === 'same spam' ? config.same : like === 'near spam' ? config.near : 0
  return like && score > 0 ? { name: 'known', score, found: like, does: config.does } : undefined
}
