/**
 * Tables of this feature. What members wrote stands only in columns `text`, only where the owner keeps it, and for
 * `textDays`; see `jobs.ts`.
 */
import type { Migration } from 'kysely/migration'
import { createIndex, createTable } from '../../core/schema.ts'

const text = 'text'
const bigint = 'bigint'

export const migrations: Readonly<Record<string, Migration>> = {
  '2026-11-22-faq': {
    async up(db) {
      await createTable(db, 'faq_desks', { community: text, revision: text }, ['community'])
      await createTable(db, 'faq_taught', taught, ['id'])
      await createIndex(db, 'faq_taught', ['community'])
      await createTable(db, 'faq_answers', answers, ['group_id', 'entry'])
      await createTable(db, 'faq_turns', { group_id: text, entry: text, member_id: text, at: bigint }, [
        'group_id',
        'entry',
        'member_id',
      ])
      await createTable(db, 'faq_offers', offers, ['ask'])
      await createTable(db, 'faq_offering', { group_id: text, hour: bigint, offers: bigint }, ['group_id'])
      await createTable(db, 'faq_uses', uses, ['community', 'entry'])
      await createTable(db, 'faq_votes', { community: text, entry: text, member_id: text, vote: bigint }, [
        'community',
        'entry',
        'member_id',
      ])
      await createTable(db, 'faq_unanswered', unanswered, ['community', 'signature'])
      await createIndex(db, 'faq_unanswered', ['community', 'askers'])
      await createIndex(db, 'faq_unanswered', ['message'])
      await createTable(db, 'faq_askers', { community: text, signature: text, member_id: text }, [
        'community',
        'signature',
        'member_id',
      ])
    },
  },
  '2026-11-22-faq-words': {
    async up(db) {
      for (const table of ['faq_offers', 'faq_unanswered'])
        await db.schema
          .alterTable(table)
          .addColumn('words', text, (column) => column.notNull().defaultTo(''))
          .execute()
    },
  },
  '2026-11-22-faq-second': {
    up: (db) => createTable(db, 'faq_second', { community: text, day: bigint, calls: bigint }, ['community']),
  },
  '2026-11-22-faq-spots': {
    /** What is remembered for minutes only begins anew; the rest learns where it was. */
    async up(db) {
      for (const table of ['faq_answers', 'faq_turns', 'faq_rooms']) await db.schema.dropTable(table).execute()
      const turn = { group_id: text, spot: text, entry: text, member_id: text } as const
      await createTable(db, 'faq_turns', { ...turn, at: bigint }, keyOf(turn))
      await createTable(db, 'faq_answers', { ...answers, spot: text }, ['group_id', 'spot', 'entry'])
      await createTable(db, 'faq_rooms', { ...rooms, spot: text }, ['group_id', 'spot'])
      for (const table of ['faq_asks', 'faq_offers'])
        await db.schema
          .alterTable(table)
          .addColumn('spot', text, (column) => column.notNull().defaultTo(''))
          .execute()
    },
  },
  '2026-11-22-faq-opinions': {
    async up(db) {
      for (const sum of ['consulted', 'changed', 'failed'])
        await db.schema
          .alterTable('faq_days')
          .addColumn(sum, bigint, (column) => column.notNull().defaultTo(0))
          .execute()
    },
  },
  '2026-11-22-faq-memory': {
    async up(db) {
      await db.schema
        .alterTable('faq_offers')
        .addColumn('text', text, (column) => column.notNull().defaultTo(''))
        .execute()
      await createTable(db, 'faq_said', said, ['said'])
      await createIndex(db, 'faq_said', ['group_id', 'at'])
      await createTable(db, 'faq_rooms', rooms, ['group_id'])
      await createTable(db, 'faq_marks', { ...pair, yes: bigint, no: bigint, chosen: bigint }, keyOf(pair))
      await createTable(db, 'faq_marked', { ...pair, member_id: text, vote: bigint, chosen: bigint }, [
        ...keyOf(pair),
        'member_id',
      ])
      await createTable(db, 'faq_asks', asks, ['message'])
      await createIndex(db, 'faq_asks', ['community', 'signature'])
      await createTable(db, 'faq_drafts', drafts, ['message'])
      await createIndex(db, 'faq_drafts', ['community', 'signature'])
      await createTable(db, 'faq_days', days, ['community', 'day'])
      await createTable(db, 'faq_rivals', { community: text, a: text, b: text, times: bigint }, ['community', 'a', 'b'])
      await createTable(db, 'faq_alarms', { community: text, entry: text, checked: text, at: bigint }, [
        'community',
        'entry',
        'checked',
      ])
    },
  },
}
const pair = { community: text, signature: text, entry: text } as const
const keyOf = (columns: object) => Object.keys(columns)
const said = {
  said: text,
  community: text,
  group_id: text,
  entry: text,
  member_id: text,
  message: text,
  signature: text,
  words: text,
  text: text,
  language: text,
  action: text,
  at: bigint,
  told: bigint,
} as const
const rooms = {
  group_id: text,
  minute: bigint,
  answers: bigint,
  entry: text,
  action: text,
  language: text,
  at: bigint,
  asked_message: text,
  asked_id: text,
  asked_at: bigint,
  held: text,
} as const
const asks = {
  message: text,
  community: text,
  group_id: text,
  signature: text,
  member_id: text,
  text: text,
  at: bigint,
} as const
const drafts = {
  message: text,
  community: text,
  signature: text,
  member_id: text,
  name: text,
  trust: bigint,
  text: text,
  at: bigint,
} as const
const days = {
  community: text,
  day: bigint,
  answered: bigint,
  suggested: bigint,
  silent: bigint,
  helpful: bigint,
  unhelpful: bigint,
} as const
const taught = {
  id: text,
  community: text,
  /** The entry it is another wording of; '' where it is an entry of its own. */
  entry: text,
  question: text,
  answer: text,
  by_id: text,
  by_name: text,
  at: bigint,
} as const
const answers = {
  group_id: text,
  entry: text,
  at: bigint,
  /** Id of the action that answered, so that it can be edited. */
  action: text,
  language: text,
  pointed_at: bigint,
} as const
const offers = {
  ask: text,
  group_id: text,
  member_id: text,
  message: text,
  signature: text,
  language: text,
  at: bigint,
  chosen: text,
} as const
const uses = {
  community: text,
  entry: text,
  answered: bigint,
  offered: bigint,
  chosen: bigint,
  looked_up: bigint,
  helpful: bigint,
  unhelpful: bigint,
} as const
const unanswered = {
  community: text,
  signature: text,
  group_id: text,
  language: text,
  count: bigint,
  askers: bigint,
  first_at: bigint,
  last_at: bigint,
  message: text,
  /** Of the last asker, where the owner keeps texts. */
  text: text,
  by_id: text,
} as const
