/** Triggers that look at what is written: words, patterns, beginnings. */
import type { Reading } from '../../reading.ts'
import { beyond, type WordBank, wordsOf } from '../bank.ts'
import type { Test } from '../happening.ts'
import { patternFinder, patternsOf } from '../patterns.ts'
import type { List, Source } from '../schema/sources.ts'
import type { Params } from '../schema/triggers.ts'

export interface Made {
  readonly bank: WordBank
  readonly lists: Readonly<Record<string, List>>
}
type Look = (reading: Reading) => string | undefined
const spoken =
  (look: Look): Test =>
  ({ spoken: said }) =>
    said && look(said.reading)

export const named = ({ list }: Source, found: string) => (list === undefined ? found : `${list}: ${found}`)

export const wordLook = (source: Source, { bank, lists }: Made): Look => {
  const find = bank.finder(wordsOf(source, lists))
  return (reading) => {
    const found = find(reading)
    return found === undefined ? undefined : named(source, found)
  }
}
export const onlyLook = (source: Source, { lists }: Made): Look => {
  const isBeyond = beyond(wordsOf(source, lists))
  return (reading) => (isBeyond(reading) ? (source.list ?? '≠') : undefined)
}
export const patternLook = (source: Source, { lists }: Made): Look => {
  const find = patternFinder(patternsOf(source, lists))
  return (reading) => {
    const found = find(reading)
    return found === undefined ? undefined : named(source, found)
  }
}
export const noPatternLook = (source: Source, { lists }: Made): Look => {
  const find = patternFinder(patternsOf(source, lists))
  return (reading) => (find(reading) === undefined ? (source.list ?? '≠') : undefined)
}

const folded = (one: string) => one.normalize('NFKC').toLowerCase().trim()
/** By what stands at one end, or is all there is; case and width aside. */
const atEnd = (sayings: readonly string[], fits: (text: string, saying: string) => boolean): Test => {
  const wanted = sayings.map(folded)
  return ({ spoken: said }) => {
    if (!said) return undefined
    const text = folded(said.text)
    const at = wanted.findIndex((saying) => fits(text, saying))
    return at < 0 ? undefined : sayings[at]
  }
}

export const writtenTriggers = {
  words: (source: Params['words'], made: Made) => spoken(wordLook(source, made)),
  onlyWords: (source: Params['onlyWords'], made: Made) => spoken(onlyLook(source, made)),
  regex: (source: Params['regex'], made: Made) => spoken(patternLook(source, made)),
  notRegex: (source: Params['notRegex'], made: Made) => spoken(noPatternLook(source, made)),
  starts: (sayings: Params['starts']) => atEnd(sayings, (text, saying) => text.startsWith(saying)),
  ends: (sayings: Params['ends']) => atEnd(sayings, (text, saying) => text.endsWith(saying)),
  exactly: (sayings: Params['exactly']) => atEnd(sayings, (text, saying) => text === saying),
}
