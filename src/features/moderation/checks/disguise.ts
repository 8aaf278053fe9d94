/** Letters that are not what they seem, in a newcomer's message: whoever writes so does not want to be read by a filter. */
import type { Config } from '../config.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from './finding.ts'

/** Maths alphabets, enclosed letters, tags: nobody's keyboard has them. */
const fancy = /[\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f189}\u{e0020}-\u{e007e}\u{2460}-\u{24ff}\u{2776}-\u{2793}]/gu
/** Invisible characters within a word. Joiners of emoji and of scripts that need them stay out. */
const within = /[a-z0-9\p{Script=Han}][\u200b\u200c\u2060\u2061-\u2064\ufeff\u00ad\u180e]+[a-z0-9\p{Script=Han}]/giu
/** Cyrillic or Greek letters inside a Latin word, or the other way round; mere neighbours are two words run together. */
const mixed = /[a-z][\u0370-\u03ff\u0400-\u052f]+[a-z]|[\u0370-\u03ff\u0400-\u052f][a-z]+[\u0370-\u03ff\u0400-\u052f]/gi

export function disguise(config: Config['disguise'], reading: Reading): Finding | undefined {
  if (!reading.strict || config.score === 0 || ascii.test(reading.said.text)) return undefined
  const { text } = reading.said
  const kinds = [
    [fancy, 3, 'fancy letters'],
    [within, 1, 'invisible characters'],
    [mixed, 1, 'mixed alphabets'],
  ] as const
  const found = kinds.find(([like, least]) => (text.match(like)?.length ?? 0) >= least)
  return found && { name: 'disguise', score: config.score, found: found[2] }
}
const ascii = /^[\0-\x7f]*$/
