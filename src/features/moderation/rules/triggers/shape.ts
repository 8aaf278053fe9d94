/** Triggers that look at the form of a message: how long, how loud, in which letters, and what came along. */
import type { Spoken, Test } from '../happening.ts'
import type { Params } from '../schema/triggers.ts'

type Look = (said: Spoken) => string | undefined
const of =
  (look: Look): Test =>
  ({ spoken }) =>
    spoken && look(spoken)
const percent = (share: number) => `${Math.round(share * 100)}%`
const counting = (like: RegExp, text: string) => text.match(like)?.length ?? 0

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const emojiLike = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u
/** Discord's own, as its text has them: ":name:" or "<:name:id>". */
const custom = /<a?:\w{2,32}:\d{15,21}>|:[a-z0-9_]{2,32}:/gi
const plain = /^[\x20-\x7e\s]*$/

/** A family or a flag counts once. */
export function emojisIn(text: string): number {
  const own = counting(custom, text)
  if (plain.test(text)) return own
  let count = own
  for (const { segment } of graphemes.segment(text.replace(custom, ''))) if (emojiLike.test(segment)) count++
  return count
}
const bare = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Component}|\s|\u200d|\ufe0f)*$/u
const onlyEmojis = (text: string) =>
  bare.test(text.replace(custom, '')) && !/^[\d\s#*]*$/.test(text.replace(custom, 'x'))

export const linesIn = (text: string) => (text === '' ? 0 : text.split(/\r\n|[\n\r\u2028\u2029]/).length)
export const lettersIn = (text: string) => [...text].length

/** Combining marks beyond the two that languages pile on a letter. */
function pile(text: string): number {
  let marks = 0
  for (const run of text.match(/\p{Mn}{3,}/gu) ?? []) marks += run.length - 2
  return marks
}

const blocks = {
  han: '\\p{Script=Han}',
  kana: '\\p{Script=Hiragana}\\p{Script=Katakana}',
  hangul: '\\p{Script=Hangul}',
  latin: '\\p{Script=Latin}',
  cyrillic: '\\p{Script=Cyrillic}',
  arabic: '\\p{Script=Arabic}',
  hebrew: '\\p{Script=Hebrew}',
  thai: '\\p{Script=Thai}',
  devanagari: '\\p{Script=Devanagari}',
  greek: '\\p{Script=Greek}',
  rtl: '\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}',
} as const

/** "*.exe" fits every name that ends so; case aside. */
const globbed = (names: readonly string[]) =>
  names.map((name) => {
    const parts = name.toLowerCase().split('*')
    return (file: string) => {
      const low = file.toLowerCase()
      if (parts.length === 1) return low === parts[0]
      const [first = '', ...rest] = parts
      const last = rest.pop() ?? ''
      if (!low.startsWith(first) || !low.endsWith(last) || low.length < first.length + last.length) return false
      let at = first.length
      return rest.every((part) => {
        const found = low.indexOf(part, at)
        at = found + part.length
        return found >= 0 && at <= low.length - last.length
      })
    }
  })

export const shapeTriggers = {
  caps: ({ share, letters }: Params['caps']) =>
    of(({ text }) => {
      const big = counting(/\p{Lu}/gu, text)
      const all = big + counting(/\p{Ll}/gu, text)
      return all >= letters && big / all >= share ? percent(big / all) : undefined
    }),
  emojis: ({ least, only }: Params['emojis']) =>
    of(({ text }) => {
      const count = emojisIn(text)
      return count >= least && (!only || onlyEmojis(text)) ? String(count) : undefined
    }),
  lines: ({ least }: Params['lines']) => of(({ text }) => (linesIn(text) >= least ? String(linesIn(text)) : undefined)),
  length: ({ least, most }: Params['length']) =>
    of(({ text }) => {
      const length = lettersIn(text)
      return length >= (least ?? 0) && length <= (most ?? Number.POSITIVE_INFINITY) ? String(length) : undefined
    }),
  zalgo: ({ least }: Params['zalgo']) => of(({ text }) => (pile(text) >= least ? String(pile(text)) : undefined)),
  spoilers: ({ least }: Params['spoilers']) =>
    of(({ text }) => {
      const count = counting(/\|\|[^|]+\|\|/g, text)
      return count >= least ? String(count) : undefined
    }),
  attachments: ({ least, most, kinds, names }: Params['attachments']) => {
    const fits = globbed(names ?? [])
    return of((said) => {
      const count = Math.max(said.attachments, said.files.length)
      if (count < least || count > (most ?? Number.POSITIVE_INFINITY)) return byKind(said, kinds, least)
      const file = said.files.find((name) => fits.some((isLike) => isLike(name)))
      if (names && file === undefined) return undefined
      if (kinds && !kinds.some((kind) => said.kinds.includes(kind))) return undefined
      return names ? endingOf(file ?? '') : (kinds?.find((kind) => said.kinds.includes(kind)) ?? String(count))
    })
  },
  scripts: ({ of: wanted, share }: Params['scripts']) => {
    const like = new RegExp(`[${wanted.map((one) => blocks[one]).join('')}]`, 'gu')
    return of(({ text }) => {
      const found = counting(like, text)
      const all = found === 0 ? 0 : counting(/\p{L}/gu, text)
      return found > 0 && found >= share * all
        ? `${wanted.join(', ')} ${percent(found / Math.max(found, all))}`
        : undefined
    })
  },
}
/** Stickers, polls and forwards come along without being attachments. */
const byKind = (said: Spoken, kinds: readonly string[] | undefined, least: number) =>
  least <= 1 ? kinds?.find((kind) => said.kinds.includes(kind)) : undefined
/** ".exe": the ending is told, the name is the member's. */
const endingOf = (file: string) => (file.includes('.') ? file.slice(file.lastIndexOf('.')) : '*')
