/** A message that is gone is no question, no draft of an answer, and nothing that waits to be answered. */
import type { EventCtx } from '../../core/feature.ts'
import { faq } from './base.ts'
import type { FaqConfig } from './config.ts'
import type { AskRow } from './memory.ts'
import { callOff } from './overheard.ts'
import type { FaqStore } from './store.ts'
import { signatureOf, wordsOf } from './unanswered.ts'

type Ctx = EventCtx<FaqConfig, FaqStore, 'delete'>

export const onDelete = faq.on('delete', async (ctx) => {
  const { message } = ctx.event
  const off = ctx.config.holdSeconds > 0 || ctx.config.second ? callOff(message) : undefined
  const [ask, draft] = [await ctx.store.asks.find({ message }), await ctx.store.drafts.find({ message })]
  const community = ctx.community.id
  if (ask?.community !== community && draft?.community !== community) return off
  return {
    ...off,
    save: async (store) => {
      if (draft?.community === community) store.drafts.drop({ message })
      if (ask?.community === community) await forget(ctx, store, ask)
    },
    why: { decided: 'withdrawn' },
  }
})

/** Its count goes, and its words where nobody else asked the same. In `save` only. */
async function forget(ctx: Ctx, store: FaqStore, { message, community, signature, member_id }: AskRow) {
  store.asks.drop({ message })
  const key = { community, signature }
  const row = await store.unanswered.find(key)
  if (!row) return
  const left = await asksOf(ctx, key)
  const [latest] = left
  if (!latest) {
    store.askers.drop({ ...key, member_id })
    store.unanswered.drop(key)
    return
  }
  const isTheirs = left.some((one) => one.member_id === member_id)
  if (!isTheirs) store.askers.drop({ ...key, member_id })
  store.unanswered.put({
    ...row,
    count: Math.max(left.length, row.count - 1),
    askers: isTheirs ? row.askers : Math.max(1, row.askers - 1),
    ...(row.message === message && shownAs(latest)),
  })
}
const shownAs = ({ message, text, member_id, group_id, at }: AskRow) => ({
  message,
  group_id,
  last_at: at,
  text,
  by_id: text === '' ? '' : member_id,
  ...(text !== '' && signatureOf(text) !== '' && { words: wordsOf(text) }),
})
async function asksOf(ctx: Ctx, { community, signature }: { community: string; signature: string }): Promise<AskRow[]> {
  const db = await ctx.sql(['faq_asks'])
  return db
    .selectFrom('faq_asks')
    .selectAll()
    .where('community', '=', community)
    .where('signature', '=', signature)
    .orderBy('at', 'desc')
    .limit(200)
    .$castTo<AskRow>()
    .execute()
}
