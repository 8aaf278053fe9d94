/** What moderation remembers. Windows and standing are read on the way; cases and what hangs on them by commands. */
import type { Tables } from '../../core/tables.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { caseStore } from './case-store.ts'
import { arrivalsTable, raidStore } from './raid/store.ts'
import { ruleStore } from './rules/store.ts'
import { inForce } from './sanctions.ts'

/** A member's pace in a group. */
export type PaceRow = {
  group_id: string
  member_id: string
  /** Window of times and sketches, see `window.ts`. */
  said: string
  /** Ids of the last messages, see `ids.ts`; for /purge. */
  messages: string
  /** How many meaningful messages passed, up to what trust needs. */
  meaningful: number
  last_at: number
}
export type GroupRow = {
  group_id: string
  /** Window of newcomers' marks and sketches. */
  crowd: string
  /** Window of first joins. */
  joins: string
  raid_since: number
  /** 0 when there is none. */
  raid_until: number
  raid_joins: number
  /** The number of the last raid; 0 where there was none. */
  raid: number
  /** Of the raid that is on: see `raid/levels.ts`. */
  raid_level: number
  /** What is done while it is on, with commas. */
  raid_does: string
  /** Until then staff wants none to begin by itself. */
  raid_rest: number
}
export type CaseState = 'open' | 'done' | 'undone' | 'dismissed'
export type CaseRow = {
  community: string
  number: number
  group_id: string
  /** The platform's name of the group, and the account: what is needed to act from anywhere in the community. */
  group_ref: string
  member_id: string
  user: string
  name: string
  /** 'auto', 'report', 'command', or 'hand' where staff used the platform's own means. */
  origin: string
  /** The check that weighed most. */
  rule: string
  score: number
  /** JSON of findings. */
  checks: string
  /** What was written, until `keep_until`. */
  evidence: string
  /** Ids of the messages it is about, one a line. */
  messages: string
  /** JSON of `Step`s: what was intended, in order. */
  steps: string
  /** JSON of `Card`s: how staff was asked. */
  asked: string
  state: string
  opened_at: number
  /** Who decided; '' while nobody but Innkeeper has. */
  by_id: string
  by_name: string
  decided_at: number
  reason: string
  appeal: string
  appealed_at: number
  /** '' none, 'open', 'upheld', 'granted'. */
  appeal_state: string
  keep_until: number
  /** What came along, see `attached.ts`; until `keep_until`. */
  attachments: string
}
/** What is in force against a member, and which case was opened last. */
export type StandingRow = {
  community: string
  member_id: string
  /** JSON of `Sanction`s. */
  sanctions: string
  last_case: number
  last_group: string
  last_at: number
}
export type ReportRow = {
  id: string
  group_id: string
  member_id: string
  reporter_id: string
  message: string
  /** The case it led to; 0 while it led to none. */
  number: number
  at: number
}
export type NoteRow = {
  id: string
  community: string
  number: number
  member_id: string
  by_id: string
  by_name: string
  note: string
  at: number
}
/** When the platform's own filter was first brought into line; 0 where it is not. */
export type MirrorRow = { group_id: string; since: number }
/** What moderators have taught, see `model/lessons.ts`. */
type LessonsRow = { community: string; state: string }
/** Texts that staff has judged, see `known.ts`. */
type KnownRow = { community: string; bucket: number; entries: string }
type CounterRow = { community: string; cases: number }

export const store = (tables: Tables) => ({
  ...ruleStore(tables),
  ...caseStore(tables),
  ...raidStore(tables),
  pace: tables.records<PaceRow, 'group_id' | 'member_id'>({
    table: 'moderation_members',
    key: ['group_id', 'member_id'],
    empty: { said: '', messages: '', meaningful: 0, last_at: 0 },
  }),
  groups: groupsOf(tables),
  counters: tables.records<CounterRow, 'community'>({
    table: 'moderation_counters',
    key: ['community'],
    empty: { cases: 0 },
  }),
  lessons: tables.records<LessonsRow, 'community'>({
    table: 'moderation_lessons',
    key: ['community'],
    empty: { state: '' },
    cache: 100,
  }),
  known: tables.records<KnownRow, 'community' | 'bucket'>({
    table: 'moderation_known',
    key: ['community', 'bucket'],
    empty: { entries: '' },
    cache: 10_000,
  }),
  cases: tables.records<CaseRow, 'community' | 'number'>({
    table: 'moderation_cases',
    key: ['community', 'number'],
    empty: emptyCase,
    cache: 1000,
  }),
  standing: standingOf(tables),
  mirrors: tables.records<MirrorRow, 'group_id'>({
    table: 'moderation_mirrors',
    key: ['group_id'],
    empty: { since: 0 },
  }),
  reports: tables.journal<ReportRow>('moderation_reports', [
    'id',
    'group_id',
    'member_id',
    'reporter_id',
    'message',
    'number',
    'at',
  ]),
  notes: tables.journal<NoteRow>('moderation_notes', [
    'id',
    'community',
    'number',
    'member_id',
    'by_id',
    'by_name',
    'note',
    'at',
  ]),
})
export type Store = ReturnType<typeof store>

export const emptyCase: Omit<CaseRow, 'community' | 'number'> = {
  group_id: '',
  group_ref: '',
  member_id: '',
  user: '',
  name: '',
  origin: '',
  rule: '',
  score: 0,
  checks: '[]',
  evidence: '',
  messages: '',
  steps: '[]',
  asked: '[]',
  state: 'open',
  opened_at: 0,
  by_id: '',
  by_name: '',
  decided_at: 0,
  reason: '',
  appeal: '',
  appealed_at: 0,
  appeal_state: '',
  keep_until: 0,
  attachments: '',
}

const groupsOf = (tables: Tables) =>
  tables.records<GroupRow, 'group_id'>({
    table: 'moderation_groups',
    key: ['group_id'],
    empty: {
      crowd: '',
      joins: '',
      raid_since: 0,
      raid_until: 0,
      raid_joins: 0,
      raid: 0,
      raid_level: 0,
      raid_does: '',
      raid_rest: 0,
    },
  })

const standingOf = (tables: Tables) =>
  tables.records<StandingRow, 'community' | 'member_id'>({
    table: 'moderation_standing',
    key: ['community', 'member_id'],
    empty: { sanctions: '[]', last_case: 0, last_group: '', last_at: 0 },
  })

export interface Stay {
  readonly community: string
  /** Our ids. */
  readonly group: string
  readonly member: string
  /** Epoch milliseconds. */
  readonly since: number
  readonly now: number
}
/** For other features: whether somebody had better not be greeted before everybody. */
export function troubles(tables: Tables) {
  const standing = standingOf(tables)
  return {
    /** Muted or banned in the group, or dealt with there since they came, and not taken back. */
    async of({ community, group, member, since, now }: Stay): Promise<boolean> {
      const row = await standing.get({ community, member_id: member })
      if (inForce(row, now).some((one) => one.kind !== 'warn' && one.group === group)) return true
      const db = await tables.sql(['moderation_cases'])
      const done = await db
        .selectFrom('moderation_cases')
        .select('number')
        .where('member_id', '=', member)
        .where('group_id', '=', group)
        .where('state', '=', 'done')
        .where('opened_at', '>=', since)
        .limit(1)
        .execute()
      return done.length > 0
    },
  }
}

/** A case still takes its member's messages for so long after the last of them. */
const underCaseMs = 10 * 60_000
/** For other features: whether staff is being asked about this very message, so that nothing is made of it meanwhile. */
export function suspects(tables: Tables) {
  const standing = standingOf(tables)
  return {
    /** `group` and `member` are our ids, `now` epoch milliseconds. */
    of(at: Omit<Stay, 'since'> & { readonly message: string }): MaybePromise<boolean> {
      return andThen(standing.get({ community: at.community, member_id: at.member }), (row) =>
        row.last_case !== 0 && row.last_group === at.group && at.now - row.last_at <= underCaseMs
          ? isOf(tables, at.community, row.last_case, at.message)
          : false,
      )
    },
  }
}
async function isOf(tables: Tables, community: string, number: number, message: string): Promise<boolean> {
  const db = await tables.sql(['moderation_cases'])
  const row = await db
    .selectFrom('moderation_cases')
    .select(['messages', 'state'])
    .where('community', '=', community)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.state === 'open' && String(row.messages).split('\n').includes(message)
}

/** For other features: whether strangers are pouring into a group at this moment, so that greetings had better wait. */
export function raids(tables: Tables) {
  const groups = groupsOf(tables)
  return {
    /** `group` is our id, `now` epoch milliseconds. */
    on(group: string, now: number): MaybePromise<boolean> {
      const row = groups.get({ group_id: group })
      return andThen(row, (found) => found.raid_until > now)
    },
    /** The number of the raid in which newcomers are to be verified; 0 where there is none. */
    verifying(group: string, now: number): MaybePromise<number> {
      return andThen(groups.get({ group_id: group }), ({ raid, raid_until, raid_does }) =>
        raid_until > now && raid_does.split(',').includes('verify') ? raid : 0,
      )
    },
    /** Our ids of those who came with the last raid; at most 500, the last first. */
    async came(group: string): Promise<readonly string[]> {
      const { raid } = await groups.get({ group_id: group })
      if (raid === 0) return []
      const db = await tables.sql([arrivalsTable])
      const rows = await db
        .selectFrom(arrivalsTable)
        .select('member_id')
        .where('group_id', '=', group)
        .where('raid', '=', raid)
        .orderBy('at', 'desc')
        .limit(500)
        .execute()
      return rows.map(({ member_id }) => String(member_id))
    },
  }
}
