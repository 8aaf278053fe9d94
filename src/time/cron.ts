/**
 * When a recurring wish comes round, in the wall clock of an IANA zone.
 *
 * Summer time: a time that spring skips runs once, at the first instant after the gap; a time that autumn repeats runs
 * once, the first time round. So every written time of day runs exactly once on every day it is written for, and "every
 * ten minutes" rests through the repeated hour.
 */
import { CronError, type CronFields, parseCronFields } from './cronFields.ts'
import { isLunar, type LunarTime, lunarOf, parseLunar, wallOfLunar } from './lunar.ts'
import { instantOf, wallAt } from './zone.ts'

export { CronError }

const minuteMs = 60_000
const dayMs = 86_400_000
/** 29 February on a given weekday can be 40 years away, across a year like 2100. */
const maxDays = 41 * 366
/** Temporal's instants end here; nothing is planned beyond. */
const endOfTime = 8.64e15 - 400 * dayMs

type Wish =
  | { readonly kind: 'cron'; readonly fields: CronFields }
  | { readonly kind: 'lunar'; readonly time: LunarTime }

const maxKept = 5000
const wishes = new Map<string, Wish>()
/** The last answer for an expression and zone holds for every instant from which it was asked up to the run itself. */
const answers = new Map<string, { readonly asked: number; readonly next: number | null }>()

/** What is wrong with an expression, or undefined. For `check` of a rulebook. */
export function cronProblem(expression: string): CronError | undefined {
  try {
    wishOf(expression)
    return undefined
  } catch (error) {
    if (error instanceof CronError) return error
    throw error
  }
}

/**
 * The first run strictly after an instant; null where none comes any more.
 * @param expression five cron fields, `@daily` and its like, or `lunar: M-D [HH:MM]`
 * @param after epoch milliseconds
 * @param timezone IANA
 * @throws CronError where the expression cannot be read, RangeError where the zone is not known
 */
export function nextRun(expression: string, after: number, timezone: string): number | null {
  const key = `${timezone}|${expression}`
  const known = answers.get(key)
  if (known !== undefined && after >= known.asked && (known.next === null || after < known.next)) return known.next
  const next = compute(wishOf(expression), after, timezone)
  if (answers.size >= maxKept) answers.clear()
  answers.set(key, { asked: after, next })
  return next
}

/** Runs in (after, until], oldest first, at most `limit` of them. */
export function runsBetween(
  expression: string,
  after: number,
  until: number,
  timezone: string,
  limit = 1000,
): number[] {
  const runs: number[] = []
  let next = nextRun(expression, after, timezone)
  while (next !== null && next <= until && runs.length < limit) {
    runs.push(next)
    next = nextRun(expression, next, timezone)
  }
  return runs
}

/** Ever longer looks back, so that a frequent wish is found in the first and a yearly one in the last. */
const looksBack = [1 / 24, 1, 32, 800, maxDays].map((days) => days * dayMs)

/** The last run in (after, until], or null. Missed runs: the one worth making up for. */
export function lastRun(expression: string, after: number, until: number, timezone: string): number | null {
  for (const back of looksBack) {
    const from = Math.max(after, until - back)
    const last = runsBetween(expression, from, until, timezone, Number.POSITIVE_INFINITY).at(-1)
    if (last !== undefined) return last
    if (from === after) return null
  }
  return null
}

function wishOf(expression: string): Wish {
  const known = wishes.get(expression)
  if (known !== undefined) return known
  const wish: Wish = isLunar(expression)
    ? { kind: 'lunar', time: parseLunar(expression) }
    : { kind: 'cron', fields: parseCronFields(expression) }
  if (wishes.size >= maxKept) wishes.clear()
  wishes.set(expression, wish)
  return wish
}

function compute(wish: Wish, after: number, timezone: string): number | null {
  if (after > endOfTime) return null
  const from = wallAt(after, timezone)
  for (const wall of wish.kind === 'cron' ? cronWalls(wish.fields, from) : lunarWalls(wish.time, from)) {
    const instant = instantOf(wall, timezone)
    if (instant > after) return instant
  }
  return null
}

/** Wall times the fields match, after a wall time, ascending; it skips whole months, days and hours. */
function* cronWalls(fields: CronFields, after: number): Generator<number> {
  const firstDay = Math.floor(after / dayMs)
  const first = Math.floor(after / minuteMs) * minuteMs + minuteMs
  for (let day = firstDay; day < firstDay + maxDays; day += 1) {
    const date = new Date(day * dayMs)
    if (!fields.months.has(date.getUTCMonth() + 1)) {
      day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs - 1
      continue
    }
    if (falls(fields, date)) yield* timesOf(fields, day * dayMs, first)
  }
}

function falls(fields: CronFields, date: Date): boolean {
  const byDay = fields.days.has(date.getUTCDate())
  const byWeekday = fields.weekdays.has(date.getUTCDay())
  return fields.eitherDay ? byDay || byWeekday : byDay && byWeekday
}

function* timesOf(fields: CronFields, midnight: number, from: number): Generator<number> {
  for (const hour of fields.hours) {
    if (midnight + hour * 60 * minuteMs + 59 * minuteMs < from) continue
    for (const minute of fields.minutes) {
      const wall = midnight + (hour * 60 + minute) * minuteMs
      if (wall >= from) yield wall
    }
  }
}

function* lunarWalls(time: LunarTime, after: number): Generator<number> {
  const { year } = lunarOf(Math.floor(after / dayMs) * dayMs)
  for (let next = year; next <= year + 2; next += 1) {
    const wall = wallOfLunar(next, time) + (time.hour * 60 + time.minute) * minuteMs
    if (wall > after) yield wall
  }
}
