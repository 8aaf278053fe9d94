/** One member's own counting, message by message. Pure: a row in, the next row out. */
import type { ActivityConfig } from './config.ts'
import { code, codeWidth, fingerprint } from './hash.ts'
import { sayingOf, saysSomething, talkWorth } from './worth.ts'

/** One row per member and group: what the member does. Times are epoch milliseconds, days are days since 1970. */
export type MemberRow = {
  group_id: string
  member_id: string
  messages: number
  /** Different days with a message. */
  days: number
  streak: number
  best_streak: number
  first_at: number
  last_at: number
  last_day: number
  /** Meaningful messages ever; of `last_day`; the last one's time and fingerprint. */
  meaningful: number
  today: number
  meant_at: number
  saying: number
  replies_given: number
  /** Earned by talking, in hundredths; what others' regard earned is in its own row. */
  points: number
  /** Fingerprint of the name borne at the last message. */
  called: number
  /** Fingerprints of the last messages' ids, seven characters each: so an answer finds whom it answers. Ids only. */
  wrote: string
}
export const emptyMember: Omit<MemberRow, 'group_id' | 'member_id'> = {
  messages: 0,
  days: 0,
  streak: 0,
  best_streak: 0,
  first_at: 0,
  last_at: 0,
  last_day: 0,
  meaningful: 0,
  today: 0,
  meant_at: 0,
  saying: 0,
  replies_given: 0,
  points: 0,
  called: 0,
  wrote: '',
}

export interface Said {
  readonly at: number
  readonly day: number
  readonly text: string
  /** The message's id, and the fingerprint of the speaker's name. */
  readonly message: string
  readonly called: number
  readonly answers: boolean
}

/** How many of a member's last messages are known by id: answers and reactions to older ones are not credited. */
const kept = 12

/** The row after one more message, and what the message earned, in hundredths of a point. */
export function counted(
  row: MemberRow,
  said: Said,
  config: ActivityConfig['score'],
): { row: MemberRow; earned: number } {
  const newDay = row.messages === 0 || said.day > row.last_day
  const late = !newDay && said.day < row.last_day
  const streak = newDay ? (row.messages > 0 && said.day === row.last_day + 1 ? row.streak + 1 : 1) : row.streak
  const today = newDay ? 0 : row.today
  const meant = !late && meantAfresh(row, said, config)
  const earned = meant ? talkWorth(today + 1) : 0
  const next = {
    ...row,
    messages: row.messages + 1,
    days: newDay ? row.days + 1 : row.days,
    streak,
    best_streak: Math.max(row.best_streak, streak),
    first_at: row.messages === 0 ? said.at : Math.min(row.first_at, said.at),
    last_at: Math.max(row.last_at, said.at),
    last_day: newDay ? said.day : row.last_day,
    meaningful: meant ? row.meaningful + 1 : row.meaningful,
    today: meant ? today + 1 : today,
    meant_at: meant ? said.at : row.meant_at,
    saying: meant ? sayingOf(said.text) : row.saying,
    replies_given: said.answers ? row.replies_given + 1 : row.replies_given,
    points: row.points + earned,
    called: said.called,
    wrote: row.wrote.slice(-(kept - 1) * codeWidth) + code(fingerprint(said.message)),
  }
  return { row: next, earned }
}

/** Cheapest first: on a flood the clock alone decides. */
const meantAfresh = (row: MemberRow, said: Said, config: ActivityConfig['score']): boolean =>
  (row.meaningful === 0 || said.at - row.meant_at >= config.gapSeconds * 1000) &&
  saysSomething(said.text, config.minLength) &&
  sayingOf(said.text) !== row.saying

/** Whether the message with this fingerprint is one of the member's last ones. */
export function wrote(row: MemberRow, print: string): boolean {
  for (let at = row.wrote.length - codeWidth; at >= 0; at -= codeWidth) if (row.wrote.startsWith(print, at)) return true
  return false
}

/** The streak as of `day`: one that was neither kept up that day nor the day before is over. */
export const streakOn = (row: Pick<MemberRow, 'streak' | 'last_day'>, day: number): number =>
  day - row.last_day <= 1 ? row.streak : 0
