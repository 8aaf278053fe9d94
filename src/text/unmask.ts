/**
 * A normalised text read as it is meant by those who write so that filters miss it: letters spelt apart or with signs
 * between them joined, digits that stand for letters, characters that sound or look like others. For judging only: an
 * honest text may lose a little of its meaning here.
 */
import { evasions, mayEvade } from './evasions.ts'
import type { Reachable } from './links.ts'
import { Mapped, type Places } from './mapped.ts'
import type { Normal } from './normalise.ts'

export interface Unmasked {
  /** Words of letters and digits with one blank between; links and contact ids left out, runs of digits `0`. */
  readonly words: Mapped
  /** The same without blanks: what spelling apart cannot change. Offsets lead to the normalised text, as those of `words`. */
  readonly tight: Mapped
  /** Kinds of masks that were taken off. */
  readonly masks: ReadonlySet<Mask>
}
export type Mask = 'spelt' | 'split' | 'leet' | 'swapped'

export function unmask(normal: Normal, { links, contacts }: Reachable): Unmasked {
  const masks = new Set<Mask>()
  const take = (mask: Mask, from: Mapped, to: Mapped) => {
    if (to.text !== from.text) masks.add(mask)
    return to
  }
  let text = withoutPlaces(new Mapped(normal.text), [...links, ...contacts])
  if (mayEvade.test(text.text))
    for (const { like, meant } of evasions)
      text = take(
        'swapped',
        text,
        text.replace(like, ([found]) => (typeof meant === 'string' ? meant : meant(found))),
      )
  if (maySpell.test(text.text))
    text = take(
      'spelt',
      text,
      text.replace(spelt, ([found]) => found.replace(/[^a-z0-9]/g, '')),
    )
  if (maySplit.test(text.text))
    text = take(
      'split',
      text,
      text.replace(split, () => ''),
    )
  if (mayLeet.test(text.text))
    text = take(
      'leet',
      text,
      text.replace(leet, ([found]) => read(found)),
    )
  if (mayStretch.test(text.text)) text = text.replace(stretched, ([found]) => found.charAt(0))
  if (mayHide.test(text.text)) text = text.replace(hidden, ([found]) => '1'.repeat(found.length))
  return { ...tokens(text), masks }
}

/** Runs of letters and digits with one blank between, and the same without. */
function tokens(from: Mapped): Pick<Unmasked, 'words' | 'tight'> {
  let words = ''
  let tight = ''
  eachPiece(from.text, (piece, _start, _end, apart) => {
    words += apart && words !== '' ? ` ${piece}` : piece
    tight += piece
  })
  return {
    words: new Mapped(words, () => placesOf(from, true)),
    tight: new Mapped(tight, () => placesOf(from, false)),
  }
}
/** Worked out when somebody wants to know where a unit comes from, which is of few messages. */
function placesOf(from: Mapped, parted: boolean): Places {
  const starts: number[] = []
  const ends: number[] = []
  const push = (start: number, end: number) => {
    starts.push(from.start(start))
    ends.push(from.end(end))
  }
  eachPiece(from.text, (piece, start, end, apart, whole) => {
    if (parted && apart && starts.length > 0) push(start - 1, start)
    for (let unit = 0; unit < piece.length; unit++) {
      if (whole) push(start, end)
      else push(start + unit, start + unit + 1)
    }
  })
  return { starts, ends }
}

/** `apart`: something else stood before it. `whole`: each of its units comes from all of what was written. */
type Visit = (piece: string, start: number, end: number, apart: boolean, whole: boolean) => void
/** Calls `visit` for each run of letters, each letter of two units and each number. */
function eachPiece(text: string, visit: Visit) {
  let apart = false
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at)
    let end = kind === digit ? endOfNumber(text, at) : at + (kind === wide ? 2 : 1)
    if (kind === letter) while (end < text.length && kindAt(text, end) === letter) end++
    if (kind !== other) {
      const piece = kind === digit ? (end - at > 4 ? '00' : '0') : text.slice(at, end)
      visit(piece, at, end, apart, kind !== letter)
    }
    apart = kind === other
    at = end
  }
}

const other = 1
const letter = 2
const digit = 3
/** A letter of two units. */
const wide = 4
const kinds = new Uint8Array(0x10000)
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code < 0xdc00)
    return lettered.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? wide : other
  const known = kinds[code] as number
  if (known !== 0) return known
  const kind = code >= 48 && code <= 57 ? digit : lettered.test(text.charAt(at)) ? letter : other
  kinds[code] = kind
  return kind
}
const lettered = /[\p{L}\p{N}]/u
/** Figures and the signs between them: "1,000.50", "12:30". */
function endOfNumber(text: string, from: number): number {
  let at = from + 1
  for (;;) {
    if (isDigit(text.charCodeAt(at))) at++
    else if (between.has(text.charAt(at)) && isDigit(text.charCodeAt(at + 1))) at += 2
    else return at
  }
}
const isDigit = (code: number) => code >= 48 && code <= 57
const between = new Set('.,:/-')

function withoutPlaces(text: Mapped, places: readonly { readonly start: number; readonly end: number }[]): Mapped {
  if (places.length === 0) return text
  const units = text.text.split('')
  for (const { start, end } of places) units.fill(' ', start, end)
  return new Mapped(units.join(''))
}

/** "f r e e", "b.i.t.c.o.i.n": four letters or more, each apart from the next. */
const spelt = /(?<![a-z0-9])(?:[a-z0-9$@!][^a-z0-9\p{Script=Han}]{1,2}){3,}[a-z0-9](?![a-z0-9])/gu
const maySpell =
  /(?<![a-z0-9])[a-z0-9$@!][^a-z0-9\p{Script=Han}]{1,2}[a-z0-9$@!][^a-z0-9\p{Script=Han}]{1,2}[a-z0-9$@!][^a-z0-9]/u
/** A sign or emoji within a Latin word, where no text has one; the hyphen and the apostrophe stay what they are. */
const split = /(?<=[a-z])(?:[*_|~^·•¦]|\p{Extended_Pictographic})+(?=[a-z])/gu
const maySplit = /[a-z](?:[*_|~^·•¦]|\p{Extended_Pictographic})+[a-z]/u
/** Digits and signs between letters: "m0ney", "ca$h". */
const leet =
  /(?<![a-z0-9$@!])(?=[a-z0-9$@!]*[a-z])[a-z$@!]*[a-z](?:[013457@$!]{1,2}[a-z$@!]+)+(?:[013457]{1,2})?(?![a-z0-9$@])|(?<![a-z0-9])[1345]{0,1}[a-z]+[013457]{1,2}(?=[a-z]{2,}|$)[a-z]*(?![a-z0-9])|(?<![a-z0-9])[a-z]{2}33(?![a-z0-9])/g
const mayLeet = /[a-z][013457@$!]{1,2}[a-z]|[a-z]{2}33/
const plainLetter: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const read = (word: string) => word.replace(/[013457@$!]/g, (sign) => plainLetter[sign] ?? sign)
/** "sooooo" */
const stretched = /([a-z])\1{2,}/g
const mayStretch = /([a-z])\1\1/
/** Figures that are masked with an "x" for each, as texts to be shared often are. */
const hidden = /(?<![a-z])x+(?![a-z])/g
const mayHide = /(?<![a-z])x+(?![a-z])/
