/**
 * What is remembered of a message instead of its text: one-permutation MinHash (Li, Owen and Zhang, NIPS 2012) over
 * runs of three letters, eight places of 18 bits each, and 18 bits of the text as a whole. Equal texts have equal
 * sketches; of nearly equal texts most places agree. It cannot be read back.
 */

export interface Sketch {
  /** 27 ASCII characters: eight places of three, and three of a hash of the whole text. */
  readonly code: string
  /** How many letters the text has; a Han character, kana or Hangul syllable counts two. */
  readonly letters: number
  /** How many different places the text filled, 0 to 8: few for "哈哈哈哈哈哈". */
  readonly filled: number
}

export const sketchLength = 27
const places = 8
const width = 3
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const signs = Uint8Array.from(alphabet, (letter) => letter.charCodeAt(0))
const empty = 0xffffffff
const least = new Uint32Array(places)
const written = Buffer.alloc(sketchLength)

/** Of a normalised text. Digits, signs and emoji do not count where there are letters enough: they are what is varied. */
export function sketch(text: string): Sketch {
  least.fill(empty)
  let letters = 0
  let runs = 0
  let all = 0x811c9dc5
  let a = 0
  let b = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    all = mix(all, code)
    const weight = weigh(code)
    if (weight === 0) continue
    letters += weight
    if (++runs >= 3) keep(mix(mix(mix(0x9747b28c, a), b), code))
    a = b
    b = code
  }
  if (runs < 4) {
    least.fill(empty)
    keep(all)
  }
  return {
    code: encoded(all >>> 14),
    letters,
    filled: least.reduce((sum, value) => (value === empty ? sum : sum + 1), 0),
  }
}

/** Letters: ASCII a–z, other alphabets one each, and the wide scripts two; everything else nothing. */
function weigh(code: number): 0 | 1 | 2 {
  if (code < 0x80) return code >= 97 && code <= 122 ? 1 : 0
  if (code < 0x2000) return code >= 0xc0 ? 1 : 0
  if (code < 0x3040) return 0
  if (code >= 0xd800) return 0
  return 2
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

function encoded(all: number): string {
  for (let place = 0; place < places; place++)
    write(place, least[place] === empty ? 0 : 1 + ((least[place] as number) % 0x3ffff))
  write(places, all)
  return written.toString('latin1')
}
function write(place: number, value: number) {
  written[place * width] = signs[value & 63] as number
  written[place * width + 1] = signs[(value >>> 6) & 63] as number
  written[place * width + 2] = signs[value >>> 12] as number
}

/**
 * Whether the sketch at `offset` of `kept` is that of nearly the same text: at least five eighths of the places that
 * either text filled agree, which stands for as large a share of common runs. Unrelated texts practically never do.
 */
export function nearly(code: string, kept: string, offset: number): boolean {
  let filled = 0
  let agree = 0
  for (let place = 0; place < places; place++) {
    const at = place * width
    const mine = placeAt(code, at)
    const other = placeAt(kept, offset + at)
    if (mine !== blank || other !== blank) filled++
    if (mine !== blank && mine === other) agree++
  }
  return filled > 0 && agree * 8 >= filled * 5
}
const placeAt = (code: string, at: number) =>
  (code.charCodeAt(at) << 16) | (code.charCodeAt(at + 1) << 8) | code.charCodeAt(at + 2)
const blank = placeAt('AAA', 0)

/** Whether the sketch at `offset` of `kept` is that of the very same text. */
export const same = (code: string, kept: string, offset: number): boolean => kept.startsWith(code, offset)
