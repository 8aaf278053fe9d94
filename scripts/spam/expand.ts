/** Makes messages up by the grammars beside it, so that the model has met what old collections do not hold. */
import { readFileSync } from 'node:fs'
import { type Example, generator, pick } from './data.ts'

interface Grammar {
  readonly slots: ReadonlyMap<string, readonly string[]>
  readonly sentences: readonly string[]
}
function read(name: string): Grammar {
  const lines = readFileSync(new URL(`grammar/${name}.txt`, import.meta.url), 'utf8').split('\n')
  const slots = lines
    .filter((line) => line.startsWith('@') && line.includes(': '))
    .map((line): [string, string[]] => {
      const at = line.indexOf(': ')
      return [line.slice(1, at), line.slice(at + 2).split(' | ')]
    })
  return {
    slots: new Map(slots),
    sentences: lines.filter((line) => line.startsWith('- ')).map((line) => line.slice(2)),
  }
}

/** From the innermost outwards, until nothing is left to choose. */
function expand(sentence: string, slots: Grammar['slots'], random: () => number): string {
  let text = sentence
  for (let round = 0; round < 20; round++) {
    const before = text
    text = text.replace(/\{([^{}]+)\}/g, (all, name: string) => {
      const choices = slots.get(name)
      return choices ? pick(random, choices) : all
    })
    text = text.replace(/\[([^[\]()]*)\]/g, (_, inner: string) =>
      random() < 0.5 ? pick(random, inner.split('|')) : '',
    )
    text = text.replace(/\(([^()[\]]*)\)\??/g, (_, inner: string) => pick(random, inner.split('|')))
    if (text === before) break
  }
  return text
    .replace(/#/g, () => String(Math.floor(random() * 10)))
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** As people write: some all lower case, some shouting, some without stops. */
function styled(text: string, random: () => number): string {
  const choice = random()
  if (choice < 0.35) return text.charAt(0).toUpperCase() + text.slice(1)
  if (choice < 0.42) return text.toUpperCase().replace(/HTTPS?:\/\/\S+/g, (link) => link.toLowerCase())
  if (choice < 0.55)
    return text
      .replace(/[.,!，。！](?=\s|$)|[，。！]/g, ' ')
      .replace(/ +/g, ' ')
      .trim()
  return text
}

/** `count` of each kind and language, each text once. */
export function madeUp(count: number, seed: number, weight: number): Example[] {
  const random = generator(seed)
  return ['zh', 'en'].flatMap((lang) =>
    [true, false].flatMap((spam) => {
      const { slots, sentences } = read(`${lang}-${spam ? 'spam' : 'ham'}`)
      const texts = new Set<string>()
      for (let tries = 0; texts.size < count && tries < count * 4; tries++)
        texts.add(styled(expand(pick(random, sentences), slots, random), random))
      return [...texts].map((text) => ({ text, spam, lang, source: 'made-up', weight }))
    }),
  )
}
