/** One reading of a text for all who match words in it, with the way back to what was really written. */
import { confusables } from './confusables.ts'
import { decodedAt } from './escapes.ts'

export interface Normal {
  readonly raw: string
  /**
   * NFKC, lower case, look-alikes and traditional characters read as what they stand for, invisible characters gone,
   * white space one blank, none at the ends. Offsets are UTF-16 units.
   */
  readonly text: string
  /** Where in `raw` the unit of `text` at `offset` begins; the end of `raw` for the end of `text`. */
  from(offset: number): number
  /** What was written where `text` has `start` to `end`, invisible characters and all. */
  original(start: number, end: number): string
}

/** Marks that combine with a Latin letter, and everything Unicode says to ignore: zero-width, bidi, tags, selectors. */
const invisible = /^(?:\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|[\u{300}-\u{36f}]|[\u{20d0}-\u{20f0}])$/u
const blank = /^[\s\p{Cc}\u2800]$/u
const plain = /^(?!.*(?:%[2-9a-f][0-9a-f]|&#?\w+;))[!-~]+(?: [!-~]+)*$/i

/** Both ways of folding a character are pure, so each is worked out once; the table cannot outgrow Unicode's first two planes. */
const folded: (string | undefined)[] = []

const percent = 0x25
const ampersand = 0x26
const foldAll = (text: string) => [...text].map((letter) => fold(letter, letter.codePointAt(0) ?? 0)).join('')

/** What one code point is read as: nothing, a blank, or letters. */
function fold(letter: string, code: number): string {
  const known = code < 0x20000 ? folded[code] : undefined
  if (known !== undefined) return known
  const reading = readLetter(letter)
  if (code < 0x20000) folded[code] = reading
  return reading
}
function readLetter(letter: string): string {
  if (blank.test(letter)) return ' '
  if (invisible.test(letter)) return ''
  const lower = bare(letter.normalize('NFKC')).toLowerCase()
  return [...lower].map(readFolded).join('')
}
/** "⑴", "⒈" and "㈤" are a number or letter each, not three characters. */
const bare = (form: string) => (/^\((.)\)$|^(\d+)[.,]$|^\((\d+)\)$/u.test(form) ? form.replace(/[().,]/g, '') : form)
function readFolded(letter: string): string {
  if (blank.test(letter)) return ' '
  if (invisible.test(letter)) return ''
  const base = letter.normalize('NFD')[0] ?? letter
  const stripped = /[a-z]/.test(base) ? base : letter
  return confusables.get(stripped) ?? stripped
}

/** Several features read the same message one after another: the last reading is kept. */
let last: Normal | undefined

/** Reads a text. Linear in its length; plain ASCII costs little more than `toLowerCase`. */
export function normalise(raw: string): Normal {
  if (last?.raw !== raw) last = plain.test(raw) ? identity(raw) : read(raw)
  return last
}
function read(raw: string): Normal {
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  for (let at = 0; at < raw.length; ) {
    const code = raw.codePointAt(at) ?? 0
    const coded = code === percent || code === ampersand ? decodedAt(raw, at) : undefined
    const width = coded?.width ?? (code > 0xffff ? 2 : 1)
    const reading = coded ? foldAll(coded.text) : fold(raw.slice(at, at + width), code)
    const skip = reading === ' ' && (text === '' || text.endsWith(' '))
    if (!skip) {
      text += reading
      for (let unit = 0; unit < reading.length; unit++) {
        starts.push(at)
        ends.push(at + width)
      }
    }
    at += width
  }
  return mapped(raw, contacts(text.trimEnd()), starts, ends)
}

function identity(raw: string): Normal {
  return {
    raw,
    text: raw.toLowerCase(),
    from: (offset) => offset,
    original: (start, end) => raw.slice(start, end),
  }
}
function mapped(raw: string, text: string, starts: readonly number[], ends: readonly number[]): Normal {
  return {
    raw,
    text,
    from: (offset) => (offset < text.length ? (starts[offset] ?? raw.length) : raw.length),
    original: (start, end) => (end > start ? raw.slice(starts[start] ?? raw.length, ends[end - 1] ?? raw.length) : ''),
  }
}

/**
 * Characters put for those of 微信 and QQ, read as meant only beside what makes them a contact, so that 薇 in a name and
 * 威 in 权威 stay. One character for one, so that offsets hold.
 */
const swapped = /[薇威徽巍][信xX]|[薇威微徽巍][芯馨]|[加➕+][薇威徽](?![一-鿿])|扣扣|抠抠|蔻蔻/g
const contacts = (text: string) => (mayHold.test(text) ? text.replace(swapped, meant) : text)
const mayHold = /[薇威徽巍芯馨扣抠蔻]/
const meant = (found: string) =>
  /[扣抠蔻]/.test(found) ? 'qq' : found.replace(/[薇威徽巍]/g, '微').replace(/[芯馨]/g, '信')

/**
 * The letters and digits alone, without blanks and signs: "v . x" and "微-信" become one word. For matching listed words
 * that are spelt apart; word boundaries are lost.
 */
export function squeeze(normal: Normal): Normal {
  let text = ''
  const places: number[] = []
  for (const { 0: run, index } of normal.text.matchAll(/[\p{L}\p{N}]+/gu)) {
    text += run
    for (let unit = 0; unit < run.length; unit++) places.push(index + unit)
  }
  const place = (offset: number) => places[offset] ?? normal.text.length
  return {
    raw: normal.raw,
    text,
    from: (offset) => normal.from(place(offset)),
    original: (start, end) => (end > start ? normal.original(place(start), place(end - 1) + 1) : ''),
  }
}
