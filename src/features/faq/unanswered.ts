/** Questions nobody had written down: kept as the words that tell them apart, so that the same one asked again counts. */
import type { Locale, MaybePromise } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import { segment } from '../../text/segment.ts'
import type { FaqCtx } from './base.ts'
import type { FaqStore } from './store.ts'

const mostWords = 6
const longestText = 300

/**
 * The words a question is known by, sorted, or `''` where there are too few to know it by. Numbers, names with digits
 * and links are left out: it is kept without the question's text.
 */
export function signatureOf(text: string): string {
  const { words, language } = segment(normalise(text).text)
  const telling = [...new Set(words)].filter((word) => !/\d/.test(word) && word.length <= 20)
  const least = language === 'zh' ? 1 : 2
  if (telling.length < least || telling.length > mostWords * 2) return ''
  return telling.slice(0, mostWords).sort().join(' ')
}

export interface Unanswered {
  readonly signature: string
  readonly language: Locale
  readonly message: string
  readonly text: string
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
    ...(ctx.config.keepText && { text: asked.text.slice(0, longestText), by_id: asked.member }),
  })
}

/** Once it is taught, it is no longer unanswered; in `save` only. */
export function settle(ctx: FaqCtx, store: FaqStore, signature: string): MaybePromise<void> {
  if (signature) store.unanswered.drop({ community: ctx.community.id, signature })
}
