/** What the desk remembers of the talk itself: what it said and how that was taken, what was asked and who replied. */
import type { Tables } from '../../core/tables.ts'
import type { Locale } from '../../core/words.ts'

/** An answer that was given. `said` is told from ask and action alike; see `answer.ts`. */
export type SaidRow = {
  said: string
  community: string
  group_id: string
  entry: string
  /** Who asked, and in which message. */
  member_id: string
  message: string
  signature: string
  words: string
  /** '' unless the owner keeps texts. */
  text: string
  language: Locale
  action: string
  at: number
  /** 1 once staff was told that it did not help. */
  told: number
}
/**
 * One spot of a group: what was answered there last, which question still waits for somebody; and how much was answered
 * this minute, in the whole group where the spot is '', to a member alone where it is theirs.
 */
export type RoomRow = {
  group_id: string
  spot: string
  minute: number
  answers: number
  entry: string
  action: string
  language: Locale
  at: number
  asked_message: string
  asked_id: string
  asked_at: number
  /** The entry that waits whether a member answers first; '' where the question has none. */
  held: string
}
/** What members made of an entry as the answer to the same words. Staff count twice. */
export type MarkRow = { community: string; signature: string; entry: string; yes: number; no: number; chosen: number }
export type MarkedRow = {
  community: string
  signature: string
  entry: string
  member_id: string
  vote: number
  chosen: number
}
/** One message that asked what nobody had written down. */
export type AskRow = {
  message: string
  community: string
  group_id: string
  /** See `spot.ts`. */
  spot: string
  signature: string
  member_id: string
  text: string
  at: number
}
/** What a member replied to such a message: a draft of its answer. Kept only where the owner keeps texts. */
export type DraftRow = {
  message: string
  community: string
  signature: string
  member_id: string
  name: string
  /** Staff before members, then by the days since they came: what is shown first. */
  trust: number
  text: string
  at: number
}
export type DayRow = {
  community: string
  day: number
  answered: number
  suggested: number
  silent: number
  helpful: number
  unhelpful: number
  /** Second opinions: asked for, those that made an answer of an offer, and those that never came. */
  consulted: number
  changed: number
  failed: number
}

export const memory = (tables: Tables) => ({
  said: tables.records<SaidRow, 'said'>({
    table: 'faq_said',
    key: ['said'],
    empty: {
      community: '',
      group_id: '',
      entry: '',
      member_id: '',
      message: '',
      signature: '',
      words: '',
      text: '',
      language: 'en',
      action: '',
      at: 0,
      told: 0,
    },
  }),
  rooms: tables.records<RoomRow, 'group_id' | 'spot'>({
    table: 'faq_rooms',
    key: ['group_id', 'spot'],
    empty: {
      minute: 0,
      answers: 0,
      entry: '',
      action: '',
      language: 'en',
      at: 0,
      asked_message: '',
      asked_id: '',
      asked_at: 0,
      held: '',
    },
  }),
  marks: tables.records<MarkRow, 'community' | 'signature' | 'entry'>({
    table: 'faq_marks',
    key: ['community', 'signature', 'entry'],
    empty: { yes: 0, no: 0, chosen: 0 },
  }),
  marked: tables.records<MarkedRow, 'community' | 'signature' | 'entry' | 'member_id'>({
    table: 'faq_marked',
    key: ['community', 'signature', 'entry', 'member_id'],
    empty: { vote: 0, chosen: 0 },
  }),
  asks: tables.records<AskRow, 'message'>({
    table: 'faq_asks',
    key: ['message'],
    empty: { community: '', group_id: '', spot: '', signature: '', member_id: '', text: '', at: 0 },
  }),
  drafts: tables.records<DraftRow, 'message'>({
    table: 'faq_drafts',
    key: ['message'],
    empty: { community: '', signature: '', member_id: '', name: '', trust: 0, text: '', at: 0 },
  }),
  days: tables.tallies<DayRow, 'community' | 'day'>({
    table: 'faq_days',
    key: ['community', 'day'],
    sums: ['answered', 'suggested', 'silent', 'helpful', 'unhelpful', 'consulted', 'changed', 'failed'],
  }),
  rivals: tables.tallies<{ community: string; a: string; b: string; times: number }, 'community' | 'a' | 'b'>({
    table: 'faq_rivals',
    key: ['community', 'a', 'b'],
    sums: ['times'],
  }),
  alarms: tables.records<
    { community: string; entry: string; checked: string; at: number },
    'community' | 'entry' | 'checked'
  >({ table: 'faq_alarms', key: ['community', 'entry', 'checked'], empty: { at: 0 } }),
})
