/** Which entry a message asks for, and whether to answer with it, offer it, or say nothing. */
import type { Locale } from '../core/words.ts'
import { isAsked, isTalk, isTold, isWanted, manner } from './manner.ts'
import { measure } from './measures.ts'
import { normalise } from './normalise.ts'
import { EntryIndex, type Indexed, type Query, type Topic } from './postings.ts'
import { type Segments, segment } from './segment.ts'
import { answerable, type Dial, likeness, type Thresholds, thresholds } from './weights.ts'

type Zone = 'answer' | 'suggest' | 'silent'
export interface Matched {
  readonly zone: Zone
  /** At most three, most probable first; empty where the message was not compared at all. */
  readonly ranked: readonly { readonly entry: string; readonly score: number }[]
  readonly language: Locale
  /** Whether it is said as a question: a mark or a word that asks. */
  readonly asked: boolean
  /** Why it was not compared. */
  readonly gate?: 'short' | 'long' | 'talk' | 'told' | 'unknown'
}

/** Longer messages are stories, not questions to the desk. In UTF-16 units of the normalised text. */
const longest = 280
/** Entries compared closely, and holders of terms looked at to find them: what bounds the cost of a query. */
const compared = 12
const reads = 400

/** The entries of one desk. Adding, changing and removing one costs its own size, whatever the others are. */
export class Desk {
  readonly #index = new EntryIndex()

  get size(): number {
    return this.#index.size
  }
  /** `texts` are the ways to ask for it, the first its canonical question; in either language. */
  set(entry: string, texts: readonly string[]) {
    this.#index.set(entry, texts)
  }
  delete(entry: string) {
    this.#index.delete(entry)
  }

  ask(raw: string, dial: Dial = 'balanced'): Matched {
    const text = withoutLinks(normalise(raw).text)
    const exact = text.length <= longest ? this.#index.exact(text) : undefined
    if (exact) return certain(exact.id, text)
    const gate = gateOf(text)
    if (gate || this.size === 0)
      return { zone: 'silent', ranked: [], language: 'en', asked: false, gate: gate ?? 'unknown' }
    const query = this.#index.query(segment(text))
    const { language } = query.segments
    const asked = isAsked(text)
    const candidates = this.#index.candidates(query, compared, reads)
    if (candidates.length === 0) return { zone: 'silent', ranked: [], language, asked, gate: 'unknown' }
    const ranked = this.#rank(query, candidates)
    const best = candidates.find(({ id }) => id === ranked[0]?.entry)
    const topic = best && this.#index.topicOf(query, best)
    const zone = zoneOf(ranked, query.segments, topic, thresholds[language][dial])
    return { zone, ranked, language, asked }
  }

  /** Probabilities over the candidates and "none of them", by one exponential model; the rest of 1 is for none. */
  #rank(query: Query, candidates: readonly Indexed[]) {
    const bias = dot(answerable, manner(query))
    const odds = candidates.map((entry) => Math.exp(dot(likeness, measure(this.#index, query, entry)) + bias))
    const all = odds.reduce((sum, one) => sum + one, 1)
    return candidates
      .map(({ id }, at) => ({ entry: id, score: (odds[at] ?? 0) / all }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 3)
  }
}

/** What an address is made of says nothing about what is asked. */
const withoutLinks = (text: string) =>
  text.includes('://') || text.includes('www.') ? text.replace(/(?:[a-z]+:\/\/|www\.)\S+/g, ' ').trim() : text

const dot = (weights: readonly number[], values: readonly number[]) =>
  values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)

/** In the very words of a phrasing, greetings included: the owner wrote it down. */
const certain = (entry: string, text: string): Matched => ({
  zone: 'answer',
  ranked: [{ entry, score: 1 }],
  language: /\p{Script=Han}/u.test(text) ? 'zh' : 'en',
  asked: isAsked(text),
})

function gateOf(text: string): Matched['gate'] {
  if (text.length < 2 || !/\p{L}/u.test(text)) return 'short'
  if (text.length > longest) return 'long'
  if (isTalk(text)) return 'talk'
  return isTold(text) ? 'told' : undefined
}
/** How much surer it must be of a message that does not ask for anything, and of one that tells a story first. */
const surer = 0.3
const storyWords = 12

function zoneOf(ranked: Matched['ranked'], said: Segments, topic: Topic | undefined, limits: Thresholds): Zone {
  const { text, words } = said
  const harder = !isWanted(text) || words.length > storyWords
  const least = harder ? Math.min(0.95, limits.answer + surer) : limits.answer
  const named = namedBy(said, topic)
  if (named === 'whole' && (ranked[0]?.score ?? 0) >= least) return 'answer'
  const together = ranked.reduce((sum, { score }) => sum + score, 0)
  return isAsked(text) && named !== 'none' && together >= limits.suggest ? 'suggest' : 'silent'
}

/**
 * Whether the message names what the entry is about. Words of everyday talk in common are no name ("what am I missing?"),
 * and one name among many strange ones is half of one; what is neither asked nor wished nor wrong needs more of it.
 * Chinese is cut into words too variously to be held to this.
 */
function namedBy({ text, words, language }: Segments, topic: Topic | undefined): 'whole' | 'half' | 'none' {
  if (language === 'zh' || !topic) return 'whole'
  const { shared, named } = topic
  if (shared === 0) return 'none'
  if (words.length < 2 && !isAsked(text)) return 'half' // "no fees"
  const enough = isWanted(text) ? 1 : 1.5
  if (shared >= enough && shared >= named / 4) return 'whole'
  return shared >= 0.5 && shared >= named / 5 ? 'half' : 'none'
}
