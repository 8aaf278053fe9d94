/** The rows the WeChat adapter keeps. WeChat's ids can change at a login; ours, which begin with "wechat:", do not. */
import type { Kysely } from 'kysely'
import type { Database } from '../../src/core/tables.ts'

export interface RoomRow {
  /** Ours: "wechat:reading". */
  readonly ref: string
  /** WeChat's, at the last login. */
  readonly room: string
  readonly topic: string
  /** When the bot came in, or first saw it; epoch milliseconds. */
  readonly since: number
  /** When its members were last compared; 0 before the first time. */
  readonly compared_at: number
}
export interface PersonRow {
  /** Ours: "wechat:p3f9a…", or "wechat:mei" where the rulebook names them. */
  readonly user: string
  /** WeChat's, at the last login. */
  readonly contact: string
  readonly name: string
  /** What the bot's account calls them. */
  readonly remark: string
}
export interface MemberRow {
  readonly ref: string
  readonly user: string
  readonly name: string
  /** The name they carry in this room only. */
  readonly alias: string
  /** 1 or 0. */
  readonly present: number
  /** How often they were seen to join; 0 for those who were there before the bot. */
  readonly joins: number
}
/** Somebody or a room that may be known already, until the owner has settled it. */
export interface MatchRow {
  /** A short number to name it by. */
  readonly id: string
  readonly kind: 'person' | 'room'
  /** The group it is about. */
  readonly ref: string
  /** WeChat's id of what was found. */
  readonly found: string
  /** Ours: whom it may be. */
  readonly known: string
  /** Ours: as whom it goes meanwhile; empty for rooms, which are not served until it is settled. */
  readonly meanwhile: string
  readonly found_name: string
  readonly known_name: string
  /** 0 to 1. */
  readonly confidence: number
  readonly at: number
  /** Settled in chat or in the office; taken up by the adapter, which then drops the row. */
  readonly state: 'open' | 'same' | 'other'
}
/** Whom the engine was told of without a word of theirs, and as what. */
interface StaffRow {
  readonly ref: string
  readonly user: string
  readonly role: string
}
/** How long nothing is sent, after WeChat has said that we act too often. */
interface RestRow {
  /** "everything": there is one row. */
  readonly what: string
  /** Epoch milliseconds. */
  readonly until: number
}
interface Tables {
  wechat_rooms: RoomRow
  wechat_people: PersonRow
  wechat_members: MemberRow
  wechat_matches: MatchRow
  wechat_rests: RestRow
  wechat_staff: StaffRow
}
export type WechatDb = Kysely<Tables>
export const wechatDb = (db: Database): WechatDb => db
