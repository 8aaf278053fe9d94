/** Questions nobody had written down: kept as the words that tell them apart, so that the same one asked again counts. */
import type { Locale } from '../../core/words.ts'
import { type Normal, normalise } from '../../text/normalise.ts'
import { contentWords, wordsIn } from '../../text/segment.ts'
import type { FaqCtx } from './base.ts'
import type { FaqStore } from './store.ts'

const mostWords = 6
const longestText = 300

/**
 * The words a question is known by, sorted, or `''` where there are too few to know it by. Numbers, names with digits
 * and links are left out: it is kept without the question's text.
 */
export const signatureOf = (text: string): string => signature(telling(normalise(text).text))
const signature = (words: readonly string[]) => words.toSorted().join(' ')

function telling(text: string): string[] {
  const { words, language } = wordsIn(text)
  const known = [...new Set(words)].filter((word) => !/\d/.test(word) && word.length <= 20)
  const least = language === 'zh' ? 1 : 2
  return known.length < least || known.length > mostWords * 2 ? [] : known.slice(0, mostWords)
}

/** The words of the signature whole and as they were written, in the order of the question: what people are shown. */
export function wordsOf(text: string): string {
  const read = normalise(text)
  return shown(read, telling(read.text))
}
function shown(read: Normal, words: readonly string[]): string {
  if (words.length === 0) return ''
  const left = new Set(words)
  const written = contentWords(read.text).filter(({ word }) => left.delete(word))
  return written.map(({ start, end }) => read.original(start, end).replace(unseen, '')).join(' · ')
}
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu

/** A question as it may be kept. */
export interface Noted {
  readonly signature: string
  /** As `wordsOf` gives them. */
  readonly words: string
  /** '' unless the owner keeps texts. */
  readonly text: string
}
export function notedOf({ config }: FaqCtx, text: string): Noted {
  const read = normalise(text)
  const words = telling(read.text)
  return {
    signature: signature(words),
    words: shown(read, words),
    text: config.keepText ? text.slice(0, longestText) : '',
  }
}

export interface Unanswered extends Noted {
  readonly language: Locale
  readonly message: string
  /** Where it was asked, as `spotOf` says. */
  readonly spot: string
  readonly member: string
}
/** Counts it; in `save` only. */
export async function noteUnanswered(ctx: FaqCtx, store: FaqStore, asked: Unanswered): Promise<void> {
  const key = { community: ctx.community.id, signature: asked.signature }
  const row = await store.unanswered.get(key)
  const asker = { ...key, member_id: asked.member }
  const known = await store.askers.find(asker)
  if (!known) store.askers.put(asker)
  store.unanswered.put({
    ...row,
    group_id: ctx.group.id,
    language: asked.language,
    count: row.count + 1,
    askers: row.askers + (known ? 0 : 1),
    first_at: row.first_at || ctx.now,
    last_at: ctx.now,
    message: asked.message,
    words: asked.words,
    ...(asked.text !== '' && { text: asked.text, by_id: asked.member }),
  })
  store.asks.put({
    ...key,
    message: asked.message,
    group_id: ctx.group.id,
    spot: asked.spot,
    member_id: asked.member,
    text: asked.text,
    at: ctx.now,
  })
}
