/** What the desk remembers: what it was taught, what it answered where and when, what it could not answer. */
import type { Database, Tables } from '../../core/tables.ts'
import type { Locale } from '../../core/words.ts'
import { suspects } from '../moderation/store.ts'
import { memory } from './memory.ts'

/** An entry made in chat, or another wording of one where `entry` is not ''. */
export type TaughtRow = {
  id: string
  community: string
  entry: string
  question: string
  answer: string
  by_id: string
  by_name: string
  at: number
}
export type AnswerRow = {
  group_id: string
  /** See `spot.ts`. */
  spot: string
  entry: string
  at: number
  action: string
  language: Locale
  pointed_at: number
}
export type TurnRow = { group_id: string; spot: string; entry: string; member_id: string; at: number }
export type OfferRow = {
  ask: string
  group_id: string
  member_id: string
  message: string
  signature: string
  words: string
  language: Locale
  at: number
  chosen: string
  /** Where it was asked, see `spot.ts`. */
  spot: string
  /** The question, where the owner keeps texts. */
  text: string
}
export type UsesRow = {
  community: string
  entry: string
  answered: number
  offered: number
  chosen: number
  looked_up: number
  helpful: number
  unhelpful: number
}
export type UnansweredRow = {
  community: string
  signature: string
  group_id: string
  language: Locale
  count: number
  askers: number
  first_at: number
  last_at: number
  message: string
  /** What it is shown by where its text is not kept; '' in rows from before they were kept. */
  words: string
  text: string
  by_id: string
}

export const store = (tables: Tables) => ({
  ...memory(tables),
  suspects: suspects(tables),
  /** Its revision changes with every lesson, so that desks in memory know when they are behind. */
  desks: tables.records<{ community: string; revision: string }, 'community'>({
    table: 'faq_desks',
    key: ['community'],
    empty: { revision: '' },
  }),
  taught: tables.records<TaughtRow, 'id'>({
    table: 'faq_taught',
    key: ['id'],
    empty: { community: '', entry: '', question: '', answer: '', by_id: '', by_name: '', at: 0 },
  }),
  answers: tables.records<AnswerRow, 'group_id' | 'spot' | 'entry'>({
    table: 'faq_answers',
    key: ['group_id', 'spot', 'entry'],
    empty: { at: 0, action: '', language: 'en', pointed_at: 0 },
  }),
  turns: tables.records<TurnRow, 'group_id' | 'spot' | 'entry' | 'member_id'>({
    table: 'faq_turns',
    key: ['group_id', 'spot', 'entry', 'member_id'],
    empty: { at: 0 },
  }),
  offers: tables.records<OfferRow, 'ask'>({
    table: 'faq_offers',
    key: ['ask'],
    empty: {
      group_id: '',
      member_id: '',
      message: '',
      signature: '',
      words: '',
      language: 'en',
      at: 0,
      chosen: '',
      spot: '',
      text: '',
    },
  }),
  offering: tables.records<{ group_id: string; hour: number; offers: number }, 'group_id'>({
    table: 'faq_offering',
    key: ['group_id'],
    empty: { hour: 0, offers: 0 },
  }),
  /** How often somebody outside was asked on the last day that it was, counted in UTC. */
  seconds: tables.records<{ community: string; day: number; calls: number }, 'community'>({
    table: 'faq_second',
    key: ['community'],
    empty: { day: 0, calls: 0 },
  }),
  uses: tables.tallies<UsesRow, 'community' | 'entry'>({
    table: 'faq_uses',
    key: ['community', 'entry'],
    sums: ['answered', 'offered', 'chosen', 'looked_up', 'helpful', 'unhelpful'],
  }),
  votes: tables.records<
    { community: string; entry: string; member_id: string; vote: number },
    'community' | 'entry' | 'member_id'
  >({ table: 'faq_votes', key: ['community', 'entry', 'member_id'], empty: { vote: 0 } }),
  unanswered: tables.records<UnansweredRow, 'community' | 'signature'>({
    table: 'faq_unanswered',
    key: ['community', 'signature'],
    empty: {
      group_id: '',
      language: 'en',
      count: 0,
      askers: 0,
      first_at: 0,
      last_at: 0,
      message: '',
      words: '',
      text: '',
      by_id: '',
    },
  }),
  askers: tables.records<
    { community: string; signature: string; member_id: string },
    'community' | 'signature' | 'member_id'
  >({
    table: 'faq_askers',
    key: ['community', 'signature', 'member_id'],
    empty: {},
  }),
})
export type FaqStore = ReturnType<typeof store>

/** All that moderators taught a community, oldest first. */
export const taughtIn = (db: Database, community: string): Promise<TaughtRow[]> =>
  db
    .selectFrom('faq_taught')
    .selectAll()
    .where('community', '=', community)
    .orderBy('at')
    .orderBy('id')
    .$castTo<TaughtRow>()
    .execute()

/** Most askers first, then most often, then latest. */
export const unansweredIn = (db: Database, community: string, limit: number): Promise<UnansweredRow[]> =>
  db
    .selectFrom('faq_unanswered')
    .selectAll()
    .where('community', '=', community)
    .orderBy('askers', 'desc')
    .orderBy('count', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('signature')
    .limit(limit)
    .$castTo<UnansweredRow>()
    .execute()
