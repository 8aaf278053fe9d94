/**
 * Which words ask for the same thing in any community's questions, in English and Chinese under one name, so that a
 * question in one language finds an entry in the other. General knowledge, written by hand; a community's own words
 * belong in the alternatives of its entries.
 *
 * One concept a line: `name: english words | 中文 词`. Words of a phrase are joined by `_`; articles and possessives are
 * left out of it, and "not" stands for every negation ("cant_find" is found in "I could not find"). A word may stand in
 * several lines.
 */
import { emptyWords } from '../frames.ts'
import { stem } from '../stem.ts'
import { listMatcher } from '../words.ts'
import { access } from './access.ts'
import { asking } from './asking.ts'
import { banking } from './banking.ts'
import { daily } from './daily.ts'
import { devices } from './devices.ts'
import { going } from './going.ts'
import { money } from './money.ts'
import { people } from './people.ts'
import { service } from './service.ts'
import { shop } from './shop.ts'
import { spoken } from './spoken.ts'
import { walks } from './walks.ts'

/** Number of a concept: its place among all lines. */
export type Concept = number

const lines = [access, money, shop, going, people, asking, daily, service, devices, walks, spoken, banking].flatMap(
  (part) => part.trim().split('\n'),
)
export const conceptCount: number = lines.length

const skipped = new Set(
  'a an the my your our his her their its this that to of i you we it is am are was were be been has have had'.split(
    ' ',
  ),
)
const negations = new Set(
  'not never cannot cant dont doesnt didnt wont isnt arent wasnt werent havent hasnt couldnt wouldnt shouldnt unable aint'.split(
    ' ',
  ),
)
const contracted = /n['’]t$/

/** What every negation is in a phrase; no word has this stem. */
export const no = '¬'

/** An English token as phrases know it, its stem being known: undefined for what may stand between their words. */
export function phraseToken(token: string, root: string): string | undefined {
  if (negations.has(token) || contracted.test(token)) return no
  return skipped.has(token) ? undefined : root
}

interface Phrase {
  readonly rest: readonly string[]
  readonly concept: Concept
}
const stems = new Map<string, Concept[]>()
const phrases = new Map<string, Phrase[]>()
const chineseWords: { readonly word: string; readonly concept: Concept }[] = []
const byWord = new Map<string, Concept[]>()

const push = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const known = map.get(key)
  if (!known) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}
/** Single characters that mean too much to mean anything. */
const vague = new Set('到等得要给拿对号')
for (const [concept, line] of lines.entries()) {
  const [english = '', chinese = ''] = line.slice(line.indexOf(':') + 1).split('|')
  for (const entry of english.trim().split(' ')) addEnglish(entry, concept)
  for (const word of chinese.trim().split(/\s+/)) addChinese(word, concept)
}
function addEnglish(entry: string, concept: Concept) {
  const tokens = entry.split('_')
  const [first, ...rest] = tokens.flatMap((token) => phraseToken(token, stem(token)) ?? [])
  if (first === undefined) return
  // A phrase of which only a small word stays, like "do you have", says too little.
  if (rest.length === 0 && tokens.length > 1 && tokens.some((token) => first === stem(token) && emptyWords.has(token)))
    return
  if (rest.length === 0) push(stems, first, concept)
  else push(phrases, first, { rest, concept })
}
function addChinese(word: string, concept: Concept) {
  if (vague.has(word)) return
  if (/^[a-z]/.test(word)) push(stems, stem(word), concept)
  else chineseWords.push({ word, concept })
  push(byWord, word, concept)
}
const matcher = listMatcher(chineseWords.map(({ word }) => word))

const none: readonly Concept[] = []
/** Concepts of an English stem. */
export const conceptsOfStem = (word: string): readonly Concept[] => stems.get(word) ?? none
/** Whether the Chinese word is one of the lists. */
export const isListed = (word: string): boolean => byWord.has(word)
/** Concepts of a Chinese word. */
export const conceptsOfWord = (word: string): readonly Concept[] => byWord.get(word) ?? none

interface Found {
  readonly concept: Concept
  readonly start: number
  /** Behind the last. */
  readonly end: number
}
/** Phrases in a row of tokens as `phraseToken` gives them, the gaps left out; places are those of the row. */
export function phrasesIn(tokens: readonly string[]): Found[] {
  const found: Found[] = []
  for (const [at, token] of tokens.entries())
    for (const { rest, concept } of phrases.get(token) ?? [])
      if (rest.every((each, n) => tokens[at + 1 + n] === each))
        found.push({ concept, start: at, end: at + 1 + rest.length })
  return found
}
/** Concepts whose words a Chinese text holds, with places in it; a word within a longer one that is listed does not count. */
export function conceptsIn(text: string): Found[] {
  const found = matcher.find(text)
  const whole = found.filter(({ start, end }) =>
    found.every((other) => other.start > start || other.end < end || other.end - other.start <= end - start),
  )
  return whole.map(({ index, start, end }) => ({ concept: chineseWords[index]?.concept ?? 0, start, end }))
}

const names = new Map(lines.map((line, concept) => [line.slice(0, line.indexOf(':')), concept]))
/** What is asked of one is not asked of the other. */
const opposites: readonly (readonly [Concept, Concept])[] = (
  'start:stop start:close start:deactivate open:close raise:lower deposit:withdraw before:after buy:sell buy:return login:logout ban:unban ' +
  'bind:unbind download:uninstall upload:download lostfound:found borrow:repay early:late enter:leave signup:leave signup:deactivate ' +
  'send:receive first:last good:bad many:little add:delete start:cancel buy:cancel book:cancel arrive:send autopay:stop late:early upload:delete'
)
  .split(' ')
  .map((pair) => {
    const [a = '', b = ''] = pair.split(':')
    return [names.get(a) ?? -1, names.get(b) ?? -1]
  })
const opposedTo = new Map<Concept, Concept[]>()
for (const [a, b] of opposites) {
  push(opposedTo, a, b)
  push(opposedTo, b, a)
}
/** Concepts that are the opposite of one of these. */
export const oppositesOf = (concepts: Iterable<Concept>): Set<Concept> =>
  new Set([...concepts].flatMap((concept) => opposedTo.get(concept) ?? []))

const actions = new Uint8Array(conceptCount)
for (const name of (
  'login logout signup leave deactivate reset verify bind unbind download uninstall upgrade upload export sync fix delete print pay refund withdraw ' +
  'deposit transfer borrow repay prepay raise lower postpone apply approve buy sell cancel change stop start add return replace track open close find ' +
  'share send receive complain ban unban redeem invite book rent clean drive reschedule turnon turnoff modify remove addto compensate memberrenew memberquit ' +
  'restart reinstall restore backup undo report claim resign attend enter view lookup choosepick'
).split(' ')) {
  const concept = names.get(name)
  if (concept !== undefined) actions[concept] = 1
}
/** Whether it is something done to something: two questions that do different things to one thing are not the same. */
export const isAction = (concept: Concept): boolean => actions[concept] === 1
