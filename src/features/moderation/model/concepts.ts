/** Which subjects of the lexicon a text touches: one pass, whatever the lexicon's length. */
import type { Unmasked } from '../../../text/unmask.ts'
import { type ListMatcher, listMatcher } from '../../../text/words.ts'
import { enLexicon } from './lexicon.en.ts'
import { zhLexicon } from './lexicon.zh.ts'

export const concepts: readonly string[] = [...new Set([...Object.keys(zhLexicon), ...Object.keys(enLexicon)])].sort()

interface Side {
  readonly matcher: ListMatcher
  /** For each phrase, the place of its subject in `concepts`. */
  readonly conceptOf: Uint8Array
}
function side(lexicon: Readonly<Record<string, string>>, between: RegExp, edge: string): Side {
  const all = Object.entries(lexicon).flatMap(([name, phrases]) =>
    [...new Set(phrases.split(between))].map((phrase) => ({ phrase: `${edge}${phrase}${edge}`, name })),
  )
  return {
    matcher: listMatcher(all.map(({ phrase }) => phrase)),
    conceptOf: Uint8Array.from(all, ({ name }) => concepts.indexOf(name)),
  }
}
const han = side(zhLexicon, /\s+/, '')
const latin = side(enLexicon, /,\s*/, '')

/** Calls `visit` for each phrase found, with the offsets of the text it was found in. */
export function eachPhrase(
  { words, tight }: Unmasked,
  chinese: boolean,
  visit: (concept: number, phrase: number, start: number, end: number) => void,
): void {
  const { matcher, conceptOf } = chinese ? han : latin
  matcher.each(chinese ? tight.text : words.text, (index, start, end) =>
    visit(conceptOf[index] as number, index, start, end),
  )
}
