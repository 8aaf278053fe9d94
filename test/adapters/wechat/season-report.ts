/** What a season came to: how fast the bot was, whom it kept waiting, what was doubled. */
import { paceOf } from '../../emulators/wechat/pace.ts'
import { type Asked, hourMs, type Kind, minuteMs, type Season, said } from './season.ts'

const shown: Readonly<Record<'commands' | 'questions' | 'joins', RegExp>> = {
  commands: new RegExp(said.rules, 'u'),
  questions: new RegExp(`${said.answer}|共读是什么时候`, 'u'),
  joins: /欢迎/u,
}
export interface Wait {
  readonly asked: Asked
  /** Milliseconds until it was answered; undefined where it never was. */
  readonly ms: number | undefined
  /** Whether WeChat wanted to be left alone when it was asked. */
  readonly resting: boolean
}
export interface Report {
  readonly pace: ReturnType<typeof paceOf>
  readonly waits: readonly Wait[]
  /** Posts a day in all rooms, by day. */
  readonly posts: readonly number[]
  /** Posts by room and day that came more than once, and answers to one question that did. */
  readonly doubled: readonly string[]
  /** Messages sent while WeChat wanted to be left alone. */
  readonly whileResting: number
  readonly asksToStaff: number
}
const restMs = 6 * hourMs

export function reportOf(season: Season): Report {
  const sent = season.world.sent()
  const resting = (at: number) => season.annoyedAt.some((from) => at > from + 5 * minuteMs && at < from + restMs)
  const posts = sent.filter(({ text }) => text === said.post)
  const waits = season.asked
    .filter(({ kind }) => kind in shown)
    .map((asked): Wait => {
      const answer = answersTo(season, asked)[0]
      return { asked, ms: answer && answer.at - asked.at, resting: resting(asked.at) }
    })
  return {
    pace: paceOf(sent),
    waits,
    posts: Array.from(
      { length: season.plan.days },
      (_, day) => posts.filter(({ at }) => season.dayAt(at) === day).length,
    ),
    doubled: [
      ...repeated(posts.map(({ to, at }) => `${'topic' in to ? to.topic : to.name}, day ${season.dayAt(at)}`)),
      ...season.asked.filter((asked) => answersTo(season, asked).length > 1).map(({ kind, name }) => `${kind} ${name}`),
    ],
    whileResting: sent.filter(({ at }) => resting(at)).length,
    asksToStaff: season.boss.sent.filter(({ text }) => /代办信用卡|广告/u.test(text)).length,
  }
}
/** Until the same person asks the same again. */
function answersTo(season: Season, { kind, at, room, name }: Asked) {
  const pattern = shown[kind as keyof typeof shown]
  if (!pattern) return []
  const next = season.asked.find((one) => one.kind === kind && one.name === name && one.room === room && one.at > at)
  return room.sent.filter(
    (one) =>
      one.at >= at &&
      one.at < (next?.at ?? Number.POSITIVE_INFINITY) &&
      named(one.text, name) &&
      pattern.test(one.text),
  )
}
const named = (text: string, name: string) => text.includes(`${name}\u2005`) || text.includes(`${name}，`)
const repeated = (all: readonly string[]) => all.filter((one, n) => all.indexOf(one) !== n)

/** Of those answered: how long half of them, nineteen of twenty and all waited, in seconds. */
export function waitsOf(
  waits: readonly Wait[],
  kind: Kind,
): { readonly of: number; readonly seconds: readonly number[] } {
  const mine = waits
    .filter(({ asked }) => asked.kind === kind)
    .flatMap(({ ms }) => (ms === undefined ? [] : [ms / 1000]))
  const sorted = mine.toSorted((a, b) => a - b)
  return { of: sorted.length, seconds: [0.5, 0.95, 1].map((part) => sorted[Math.ceil(part * sorted.length) - 1] ?? 0) }
}
