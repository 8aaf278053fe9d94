/**
 * What is remembered of a message instead of its text: one-permutation MinHash (Li, Owen and Zhang, NIPS 2012) over
 * runs of three letters, eight places of 18 bits each. Equal texts have equal sketches; of nearly equal texts most
 * places agree. It cannot be read back.
 */

export interface Sketch {
  /** 24 ASCII characters. */
  readonly code: string
  /** How many letters the text has; a Han character, kana or Hangul syllable counts two. */
  readonly letters: number
  /** How many different places the text filled, 0 to 8: few for "哈哈哈哈哈哈". */
  readonly filled: number
}

export const sketchLength = 24
const places = 8
const width = 3
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const signs = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const empty = 0xffffffff
const least = new Uint32Array(places)
const written = new Uint8Array(sketchLength)

/** Of a normalised text. Digits, signs and emoji do not count where there are letters enough: they are what is varied. */
export function sketch(text: string): Sketch {
  least.fill(empty)
  let letters = 0
  let runs = 0
  let a = 0
  let b = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const weight = weigh(code)
    if (weight === 0) continue
    letters += weight
    if (++runs >= 3) keep(mix(mix(mix(0x9747b28c, a), b), code))
    a = b
    b = code
  }
  if (runs < 4) whole(text)
  return { code: encoded(), letters, filled: least.reduce((sum, value) => (value === empty ? sum : sum + 1), 0) }
}

/** Letters: ASCII a–z, other alphabets one each, and the wide scripts two; everything else nothing. */
function weigh(code: number): 0 | 1 | 2 {
  if (code < 0x80) return code >= 97 && code <= 122 ? 1 : 0
  if (code < 0x2000) return code >= 0xc0 ? 1 : 0
  if (code < 0x3040) return 0
  if (code >= 0xd800) return 0
  return 2
}

function whole(text: string) {
  least.fill(empty)
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at))
  keep(hash)
}

function mix(hash: number, value: number): number {
  const once = Math.imul(hash ^ value, 0x85ebca6b)
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) ^ (once >>> 16)
}
function keep(hash: number) {
  const spread = (hash ^ (hash >>> 15)) >>> 0
  const place = spread & (places - 1)
  const value = spread >>> 3
  if (value < (least[place] as number)) least[place] = value
}

function encoded(): string {
  for (let place = 0; place < places; place++) {
    const value = least[place] === empty ? 0 : 1 + ((least[place] as number) % 0x3ffff)
    written[place * width] = signs[value & 63] as number
    written[place * width + 1] = signs[(value >>> 6) & 63] as number
    written[place * width + 2] = signs[value >>> 12] as number
  }
  return String.fromCharCode(...written)
}

/**
 * Whether the sketch at `offset` of `kept` is that of nearly the same text: at least six of eight places agree. Six of
 * eight agree by chance for texts that share three quarters of their runs, and practically never for unrelated ones.
 */
export function nearly(code: string, kept: string, offset: number): boolean {
  let same = 0
  for (let place = 0; place < places; place++) {
    const at = place * width
    if (
      kept.charCodeAt(offset + at) === code.charCodeAt(at) &&
      kept.charCodeAt(offset + at + 1) === code.charCodeAt(at + 1) &&
      kept.charCodeAt(offset + at + 2) === code.charCodeAt(at + 2)
    )
      same++
    else if (place - same >= 2) return false
  }
  return same >= 6
}
