/**
 * A normalised text read as it is meant by those who write so that filters miss it: letters spelt apart or with signs
 * between them joined, digits that stand for letters, characters that sound or look like others. For judging only: an
 * honest text may lose a little of its meaning here.
 */
import { evasions, mayEvade } from './evasions.ts'
import type { Reachable } from './links.ts'
import { Mapped } from './mapped.ts'
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
  const words = text.replace(numbers, ([found]) => (found.length > 4 ? '00' : '0')).replace(noLetters, () => ' ')
  return { words, tight: words.text.includes(' ') ? words.replace(/ /g, () => '') : words, masks }
}

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
/** Figures; a set that masks them writes "x" for each. */
const numbers = /\d+(?:[.,:/-]\d+)*|(?<![a-z])x+(?:[.,:/-]x+)*(?![a-z])/g
const noLetters = /[^\p{L}\p{N}]+/gu
