/**
 * What the text model sees of a message: hashed runs of letters, words and pairs of words, and marks (subjects of the
 * lexicon and pairs of them, links, contacts, shape). The "hashing trick" of Weinberger et al. (ICML 2009).
 */
import type { Reachable } from '../../../text/links.ts'
import type { Mapped } from '../../../text/mapped.ts'
import type { Normal } from '../../../text/normalise.ts'
import type { Unmasked } from '../../../text/unmask.ts'
import { shortened } from '../checks/shorteners.ts'
import { concepts, eachPhrase } from './concepts.ts'
import { type Language, languageOf, languages } from './language.ts'
import { shapeOf } from './shape.ts'

export interface Message {
  readonly normal: Normal
  readonly reachable: Reachable
  readonly unmasked: Unmasked
  /** Stretches of the normalised text that are not looked at, in order. */
  readonly unread?: readonly { readonly start: number; readonly end: number }[]
}
/** Hashes are signed 32-bit numbers: others would be put on the heap, hundreds for every message. */
export interface Visitor {
  /** A run or word; `from` leads from its offsets to the normalised text, and is left out where it is nothing to quote. */
  gram(hash: number, from?: Mapped, start?: number, end?: number): void
  /** Something the message as a whole has; of `language` where that is told apart. */
  mark(hash: number, name: string, language?: Language): void
}

/** Of a longer text the beginning and the end are read: what is judged costs no more than this. */
const mostUnits = 700
const endUnits = 150
const longestWord = 24

export function eachFeature(message: Message, visitor: Visitor): Language {
  const language = languageOf(message.normal)
  runs(message.unmasked, visitor)
  words(message.unmasked, visitor)
  written(message, visitor)
  marks(message, language, visitor)
  return language
}

const step = (hash: number, code: number) => Math.imul(hash ^ code, 0x01000193)
const spread = (hash: number) => {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return once ^ (once >>> 12)
}
const basis = 0x811c9dc5 | 0
const through = (hash: number, name: string) => {
  let after = hash
  for (let at = 0; at < name.length; at++) after = step(after, name.charCodeAt(at))
  return after
}
/** Where the hash of a name goes on that begins with the language's: "en link". */
const begun = Object.fromEntries(languages.map((one) => [one, through(basis, `${one} `)])) as Record<Language, number>

const wide = (code: number) => code >= 0x2e80 && code < 0xd800
/** Han characters alone and in runs of up to four; other letters in runs of four and five, across words. */
function runs({ tight }: Unmasked, visitor: Visitor) {
  const { text } = tight
  for (let at = 0; at < text.length; at++) {
    if (at === mostUnits) at = Math.max(at, text.length - endUnits)
    const isWide = wide(text.charCodeAt(at))
    const least = isWide ? 1 : 3
    const most = Math.min(isWide ? 4 : 5, text.length - at)
    let hash = basis
    for (let length = 1; length <= most; length++) {
      hash = step(hash, text.charCodeAt(at + length - 1))
      if (length >= least) visitor.gram(spread(hash ^ length), tight, at, at + length)
    }
  }
}

const writtenSalt = 0x27d4eb2f
/**
 * Pairs and threes of what was written, signs and figures with it: how people type. Capitals are told apart.
 */
function written({ normal: { raw, text, from }, unread = [] }: Message, visitor: Visitor) {
  const end = Math.min(text.length, mostUnits)
  let one = 0
  let two = 0
  for (let at = 0; at < end; at++) {
    const skipped = unread.length === 0 ? undefined : unread.find((place) => at >= place.start && at < place.end)
    if (skipped) at = skipped.end
    let code = text.charCodeAt(at)
    if (isPicture(code)) continue
    if (code >= 97 && code <= 122 && isCapital(raw, from(at))) code -= 32
    const three = step(two, code)
    if (at > 1) visitor.gram(spread(three))
    two = step(one, code)
    if (at > 0) visitor.gram(spread(two))
    one = step(writtenSalt, code)
  }
}

/** An emoji's unit, or a sign that has no place within words: put between letters it must not part them. */
const isPicture = (code: number) =>
  (code >= 0xd83c && code <= 0xd83e) ||
  (code >= 0xdc00 && code <= 0xdfff) ||
  (code >= 0x2600 && code <= 0x27bf) ||
  partings.has(code)
const partings = new Set([...'*_~·|^'].map((sign) => sign.charCodeAt(0)))
/** Plain, full-width or of a mathematical alphabet, each of which has its capitals first. */
function isCapital(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at)
  if (code < 0x80) return code >= 65 && code <= 90
  if (code === 0xd835) return ((raw.codePointAt(at) ?? 0) - 0x1d400) % 52 < 26
  return code >= 0xff21 && code <= 0xff3a
}

/** Words that are not Han, and pairs of neighbours. */
function words({ words }: Unmasked, visitor: Visitor) {
  const { text } = words
  let before = 0
  let beforeStart = 0
  for (let at = 0; at < text.length && at < mostUnits * 2; ) {
    const blank = text.indexOf(' ', at)
    const end = blank < 0 ? text.length : blank
    if (end > at && end - at <= longestWord && !wide(text.charCodeAt(at))) {
      let hash = 0x9747b28c | 0
      for (let unit = at; unit < end; unit++) hash = step(hash, text.charCodeAt(unit))
      visitor.gram(spread(hash), words, at, end)
      if (before !== 0) visitor.gram(spread(step(before, hash)), words, beforeStart, end)
      before = hash
      beforeStart = at
    } else before = 0
    at = end + 1
  }
}

const phraseSalt = 0x5bd1e995
const seen = new Uint8Array(concepts.length)
function marks({ normal, reachable, unmasked }: Message, language: Language, visitor: Visitor) {
  const mark = (name: string) => visitor.mark(spread(through(basis, name)), name)
  const start = begun[language]
  const ours = (name: string) => visitor.mark(spread(through(start, name)), name, language)
  seen.fill(0)
  if (language !== 'other')
    eachPhrase(unmasked, language === 'zh', (concept, phrase, start, end) => {
      const { words, tight } = unmasked
      seen[concept] = 1
      const hash = spread(Math.imul(phraseSalt, phrase * 2 + (language === 'zh' ? 1 : 2)))
      visitor.gram(hash, language === 'zh' ? tight : words, start, end)
    })
  const found: string[] = []
  for (let concept = 0; concept < concepts.length; concept++)
    if (seen[concept] === 1) found.push(concepts[concept] as string)
  for (const { kind } of reachable.contacts) if (!found.includes(kind)) found.push(kind)
  for (const link of reachable.links) {
    const kind = link.invite ? 'invite' : shortened(link.host) ? 'short link' : 'link'
    if (!found.includes(kind)) found.push(kind)
    mark(`ending ${link.host.slice(link.host.lastIndexOf('.') + 1)}`)
    mark(`host ${link.host}`)
    if (link.invite) mark(`invite ${link.invite.platform}`)
  }
  for (const [index, one] of found.entries()) {
    ours(one)
    for (const other of found.slice(index + 1)) ours(`${one} + ${other}`)
  }
  ours(`subjects ${Math.min(found.length, 6)}`)
  shapeOf(normal, unmasked, ours)
}
