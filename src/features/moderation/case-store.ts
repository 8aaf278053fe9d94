/** What is remembered around cases: appeals, reporters, moderators' pace, rules on leave, bulk undo. */
import type { Tables } from '../../core/tables.ts'

/** The talk between a member and moderators about a case. */
export type ThreadRow = {
  community: string
  number: number
  group_id: string
  member_id: string
  /** 'open' or 'closed'. */
  state: string
  opened_at: number
  /** Whose turn it was last: 'member' or 'staff'. */
  last_from: string
  last_at: number
  /** How many lines the member wrote. */
  said: number
}
/** Numbers of the threads that are open in a group, with commas: what tells a moderator's reply from small talk. */
export type OpenThreadsRow = { group_id: string; numbers: string }
export type LineRow = {
  id: string
  community: string
  number: number
  /** 'member' or 'staff'. */
  side: string
  member_id: string
  name: string
  line: string
  at: number
}
/** A rule that erred too often only asks, from `since` until the owner restores it. */
export type LeaveRow = {
  community: string
  rule: string
  /** 0: it acts by itself. */
  since: number
  /** Verdicts before this do not count against it any more. */
  restored_at: number
  wrong: number
  verdicts: number
}
/** How often a member's reports were found right and wrong. */
export type ReporterRow = { community: string; member_id: string; upheld: number; refuted: number }
export type GuardRow = {
  community: string
  member_id: string
  name: string
  /** JSON: what they did within the last hour, see `guard.ts`. */
  acts: string
  /** 0: not paused. */
  paused_at: number
  paused_for: string
}
/** A bulk undo that was shown and waits for a yes. */
export type BulkRow = {
  id: string
  community: string
  group_id: string
  by_id: string
  /** Case numbers with commas. */
  numbers: string
  at: number
  /** 'asked', 'done' or 'dropped'. */
  state: string
}
/** What came of an entry of a shared list here. */
export type ListedRow = {
  community: string
  list: string
  account: string
  /** Our id; '' where it holds for the whole community. */
  group_id: string
  /** The case it led to; 0 where it led to none. */
  number: number
  /** 'applied', 'lifted', or 'overridden' by our staff, which stands for the whole community. */
  state: string
  at: number
}

/** A list that is fetched: as it was last found whole. */
export type SubscriptionRow = {
  community: string
  list: string
  url: string
  /** Whose signature every line of `content` bears; '' where it was never fetched. */
  key: string
  content: string
  changed_at: number
  tried_at: number
  /** Why the last try failed; '' where it did not. */
  failed: string
}

const tableOf = {
  threads: 'moderation_threads',
  openThreads: 'moderation_open_threads',
  lines: 'moderation_lines',
  leaves: 'moderation_leaves',
  reporters: 'moderation_reporters',
  guards: 'moderation_guards',
  bulks: 'moderation_bulks',
  listed: 'moderation_listed',
  subscriptions: 'moderation_subscriptions',
} as const

/** Written by what fetches, see `src/subscriptions.ts`. */
export const subscriptionsOf = (tables: Tables) =>
  tables.records<SubscriptionRow, 'community' | 'list'>({
    table: tableOf.subscriptions,
    key: ['community', 'list'],
    empty: { url: '', key: '', content: '', changed_at: 0, tried_at: 0, failed: '' },
    cache: 50,
  })

export const caseStore = (tables: Tables) => ({
  lines: tables.journal<LineRow>(tableOf.lines, [
    'id',
    'community',
    'number',
    'side',
    'member_id',
    'name',
    'line',
    'at',
  ]),
  threads: tables.records<ThreadRow, 'community' | 'number'>({
    table: tableOf.threads,
    key: ['community', 'number'],
    empty: { group_id: '', member_id: '', state: '', opened_at: 0, last_from: '', last_at: 0, said: 0 },
    cache: 1000,
  }),
  openThreads: tables.records<OpenThreadsRow, 'group_id'>({
    table: tableOf.openThreads,
    key: ['group_id'],
    empty: { numbers: '' },
  }),
  leaves: tables.records<LeaveRow, 'community' | 'rule'>({
    table: tableOf.leaves,
    key: ['community', 'rule'],
    empty: { since: 0, restored_at: 0, wrong: 0, verdicts: 0 },
    cache: 1000,
  }),
  reporters: tables.records<ReporterRow, 'community' | 'member_id'>({
    table: tableOf.reporters,
    key: ['community', 'member_id'],
    empty: { upheld: 0, refuted: 0 },
    cache: 1000,
  }),
  guards: tables.records<GuardRow, 'community' | 'member_id'>({
    table: tableOf.guards,
    key: ['community', 'member_id'],
    empty: { name: '', acts: '[]', paused_at: 0, paused_for: '' },
    cache: 1000,
  }),
  bulks: tables.records<BulkRow, 'id'>({
    table: tableOf.bulks,
    key: ['id'],
    empty: { community: '', group_id: '', by_id: '', numbers: '', at: 0, state: '' },
    cache: 100,
  }),
  listed: tables.records<ListedRow, 'community' | 'list' | 'account' | 'group_id'>({
    table: tableOf.listed,
    key: ['community', 'list', 'account', 'group_id'],
    empty: { number: 0, state: '', at: 0 },
    cache: 10_000,
  }),
  subscriptions: subscriptionsOf(tables),
})

export const casePersonal = [
  { table: tableOf.threads, column: 'member_id', forget: 'anonymise' },
  { table: tableOf.lines, column: 'member_id', forget: 'anonymise', blank: ['name', 'line'] },
  { table: tableOf.reporters, column: 'member_id', forget: 'delete' },
  { table: tableOf.guards, column: 'member_id', forget: 'delete' },
  { table: tableOf.bulks, column: 'by_id', forget: 'anonymise' },
] as const
