/** Which entry a message asks for, and whether to answer with it, offer it, or say nothing. */
import type { Locale } from '../core/words.ts'
import type { Indexed } from './entries.ts'
import { isAside, isAsked, isKeywords, isTalk, isTold, isWanted, isWished, isWrong, manner } from './manner.ts'
import { measureAll } from './measures.ts'
import { normalise } from './normalise.ts'
import { EntryIndex, type Query, type Topic } from './postings.ts'
import { type Segments, segment } from './segment.ts'
import { type Dial, type Model, shipped, single, thresholds } from './weights.ts'

type Zone = 'answer' | 'suggest' | 'silent'
export interface Matched {
  readonly zone: Zone
  /** At most three, most probable first; empty where the message was not compared at all. */
  readonly ranked: readonly { readonly entry: string; readonly score: number }[]
  readonly language: Locale
  /** Whether it is said as a question: a mark or a word that asks; false of what was passed over unread. */
  readonly asked: boolean
  /** Why it was not compared. */
  readonly gate?: 'short' | 'long' | 'talk' | 'told' | 'unknown'
}

/** Longer messages are stories, not questions to the desk. In UTF-16 units of the normalised text. */
const longest = 400
/** No phrasing is written down that is longer. */
const longestWritten = 1000
/** Entries compared closely, and holders of terms looked at to find them: what bounds the cost of a query. */
const compared = 12
const reads = 400

/** The entries of one desk. Adding, changing and removing one costs its own size, whatever the others are. */
export class Desk {
  readonly #index = new EntryIndex()
  readonly #model: Model

  /** Weights of one's own are for measuring what a change of them does. */
  constructor(model: Model = shipped) {
    this.#model = model
  }

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
    const exact = text.length <= longestWritten ? this.#index.exact(text) : undefined
    if (exact) return certain(exact.id, text)
    const gate = gateOf(text)
    if (gate) return { zone: 'silent', ranked: [], language: scriptOf(text), asked: false, gate }
    if (this.size === 0)
      return { zone: 'silent', ranked: [], language: scriptOf(text), asked: isAsked(text), gate: 'unknown' }
    const query = this.#index.query(segment(text))
    const { language } = query.segments
    const asked = isAsked(text)
    const candidates = this.#index.candidates(query, compared, reads)
    if (candidates.length === 0) return { zone: 'silent', ranked: [], language, asked, gate: 'unknown' }
    const ranked = this.#rank(query, candidates)
    const best = candidates.find(({ id }) => id === ranked[0]?.entry)
    const zone = best ? this.#zone(ranked, query, best, dial) : 'silent'
    return { zone, ranked, language, asked }
  }

  #zone(ranked: Matched['ranked'], query: Query, best: Indexed, dial: Dial): Zone {
    const { segments } = query
    const limits = thresholds[segments.language][dial]
    const topic = this.#index.topicOf(query, best)
    const extra = caution(segments, topic) + (best.phrasings.length === 1 ? single[segments.language] : 0)
    const least = Math.min(0.95, limits.answer + extra)
    const named = namedBy(segments, topic)
    const asked = isAsked(segments.text)
    if (named === 'whole' || asked || isWished(segments.text)) {
      const half = topic.shared > everyday ? surer.half : asked ? never : surer.everyday
      const doubt = { whole: 0, half, none: surer.unnamed }[named]
      if ((ranked[0]?.score ?? 0) >= least + doubt) return 'answer'
    }
    const together = ranked.reduce((sum, { score }) => sum + score, 0)
    return asked && named !== 'none' && together >= limits.suggest ? 'suggest' : 'silent'
  }

  /** Probabilities over the candidates and "none of them", by one exponential model; the rest of 1 is for none. */
  #rank(query: Query, candidates: readonly Indexed[]) {
    const bias = dot(this.#model.answerable, manner(query))
    const { likeness } = this.#model
    const odds = measureAll(this.#index, query, candidates).map((values) => Math.exp(dot(likeness, values) + bias))
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
  language: scriptOf(text),
  asked: isAsked(text),
})
const scriptOf = (text: string): Locale => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

function gateOf(text: string): Matched['gate'] {
  if (text.length < 2 || !/\p{L}/u.test(text)) return 'short'
  if (text.length > longest) return 'long'
  if (isTalk(text)) return 'talk'
  return isTold(text) ? 'told' : undefined
}
/**
 * How much surer it must be of what only complains, of what does not even that, of that where it names the entry twice
 * over, of words to one's like, of one that tells a story first, and of one that only half names what the entry is about, of a wish that names
 * it by everyday words, and of what does not name it at all.
 */
const surer = {
  wrong: 0.08,
  told: 0.25,
  toldWell: 0.12,
  aside: 0.4,
  story: 0.1,
  half: 0.2,
  everyday: 0.35,
  unnamed: 0.28,
}
const storyWords = 12
/** More than any probability: such a question is at most offered an entry. */
const never = 2
/** What one word of everyday talk says of the topic. */
const everyday = 0.5
/** Two words that name the topic. */
const twice = 2

/** What must be added to the threshold for the way it is said. */
function caution(segments: Segments, { shared }: Topic): number {
  const { text, words } = segments
  const well = shared >= twice || isKeywords(segments)
  const told = isAsked(text) || isWished(text) ? 0 : isWrong(text) ? surer.wrong : well ? surer.toldWell : surer.told
  return told + (isAside(text) ? surer.aside : 0) + (words.length > storyWords ? surer.story : 0)
}

/**
 * Whether the message names what the entry is about. Words of everyday talk in common are no name ("what am I missing?"),
 * and one name among many strange ones is half of one; what is neither asked nor wished nor wrong needs more of it.
 * Chinese is cut into words too variously to be held to more than one word.
 */
function namedBy({ text, words, language }: Segments, topic: Topic): 'whole' | 'half' | 'none' {
  const { shared, named, clearest } = topic
  if (language === 'zh') return clearest > everyday ? 'whole' : shared > 0 ? 'half' : 'none'
  if (shared === 0) return 'none'
  if (words.length < 2 && !isAsked(text)) return 'half' // "no fees"
  const enough = isWanted(text) ? 1 : 1.5
  if (shared >= enough && shared >= named / 4) return 'whole'
  return shared >= 0.5 && shared >= named / 5 ? 'half' : 'none'
}
