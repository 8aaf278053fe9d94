/** What rules remember: how often and when, by member, group and channel; never what was written. */
import type { Tables } from '../../../core/tables.ts'
import { standingIn } from '../../activity/store.ts'

/** Windows and rests of rules, in `paces.ts`'s form. One of member_id and place is '' or both are. */
export type PaceRow = { group_id: string; member_id: string; place: string; kept: string; at: number }
export type CountRow = {
  community: string
  counter: string
  group_id: string
  member_id: string
  place: string
  /** See `counters.ts`. */
  count: string
  at: number
}
export type ProfileRow = {
  group_id: string
  member_id: string
  /** The name and roles last told; roles one a line. */
  name: string
  roles: string
  /** 0 where not known. */
  account_at: number
  /** 0 not known, 1 none, 2 one of its own. */
  avatar: number
  at: number
}
/** What rules did in a case beside sanctions, so that it can be undone: JSON of `Mark`s. */
export type MarkRow = { community: string; number: number; member_id: string; marks: string }

export const ruleStore = (tables: Tables) => ({
  rulePaces: tables.records<PaceRow, 'group_id' | 'member_id' | 'place'>({
    table: 'moderation_rule_paces',
    key: ['group_id', 'member_id', 'place'],
    empty: { kept: '', at: 0 },
  }),
  counts: tables.records<CountRow, 'community' | 'counter' | 'group_id' | 'member_id' | 'place'>({
    table: 'moderation_counts',
    key: ['community', 'counter', 'group_id', 'member_id', 'place'],
    empty: { count: '', at: 0 },
  }),
  profiles: tables.records<ProfileRow, 'group_id' | 'member_id'>({
    table: 'moderation_profiles',
    key: ['group_id', 'member_id'],
    empty: { name: '', roles: '', account_at: 0, avatar: 0, at: 0 },
  }),
  marks: tables.records<MarkRow, 'community' | 'number'>({
    table: 'moderation_rule_marks',
    key: ['community', 'number'],
    empty: { member_id: '', marks: '[]' },
    cache: 1000,
  }),
  activity: standingIn(tables),
})
