/** From a listed word to what AutoMod matches: a keyword where it is short enough, a regular expression where not. */
import { limits } from './limits.ts'

export type Fitted = { readonly keyword: string } | { readonly regex: string } | undefined

/** Scripts that put no gaps between words, where a keyword as it is would only match a whole message. */
const ungapped = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** Undefined where it fits neither. AutoMod does not tell capitals from small letters, so that here they are small. */
export function fitted(word: string): Fitted {
  const { stem, within } = read(word)
  if (stem === '') return undefined
  const keyword = within ? `*${stem}*` : stem
  if ([...keyword].length <= limits.keyword) return { keyword }
  const regex = `(?i)${within ? escaped(stem) : bounded(stem)}`
  return [...regex].length <= limits.regex ? { regex } : undefined
}

function read(word: string): { readonly stem: string; readonly within: boolean } {
  const plain = word.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const starred = /^\*(.+)\*$/.exec(plain)?.[1]
  // Stars of its own would be wildcards at the ends, and are signs in the middle.
  const stem = (starred ?? plain).replace(/^\*+|\*+$/g, '').trim()
  return { stem, within: starred !== undefined || ungapped.test(stem) }
}
/** A border of a word is only where the word has a letter or digit at its end. */
const bounded = (stem: string) => `${/^\w/.test(stem) ? '\\b' : ''}${escaped(stem)}${/\w$/.test(stem) ? '\\b' : ''}`
/** Signs that mean something in Rust’s regular expressions, which are AutoMod’s. */
const escaped = (text: string) => text.replaceAll(/[\\^$.|?*+()[\]{}#&~-]/g, '\\$&')
