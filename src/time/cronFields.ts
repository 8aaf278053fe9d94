/** Reads the five fields of a cron expression: POSIX cron with the names, steps and `@daily` forms of Vixie's. */
import { fill, inBoth, type Vars } from '../core/texts.ts'
import { type Locale, type Localised, pick } from '../core/words.ts'
import { cronTexts } from './cronTexts.ts'

/** Why an expression cannot be read, and how to mend it; `message` and `remedy` are the English of it. */
export class CronError extends Error {
  override readonly name = 'CronError'
  /** Counts characters from 1. */
  readonly position: number
  readonly remedy: string
  readonly said: Localised
  readonly mending: Localised
  constructor(position: number, said: Localised, mending: Localised) {
    super(pick(said, 'en'))
    this.position = position
    this.remedy = pick(mending, 'en')
    this.said = said
    this.mending = mending
  }
}
type Named = Vars | ((locale: Locale) => Vars)
export const say = (key: string, vars?: Named): Localised => inBoth(cronTexts, key, vars)

export interface CronFields {
  /** Ascending. */
  readonly minutes: readonly number[]
  readonly hours: readonly number[]
  readonly days: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  /** 0 for Sunday to 6. */
  readonly weekdays: ReadonlySet<number>
  /** Both day fields are restricted, so that either is enough: "0 9 1 * mon" is every first and every Monday. */
  readonly eitherDay: boolean
}

interface FieldShape {
  /** Its texts are `field.<name>`. */
  readonly name: string
  readonly low: number
  readonly high: number
  readonly names: readonly string[]
}
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const shapes = {
  minute: { name: 'minute', low: 0, high: 59, names: [] },
  hour: { name: 'hour', low: 0, high: 23, names: [] },
  day: { name: 'day', low: 1, high: 31, names: [] },
  month: { name: 'month', low: 1, high: 12, names: monthNames },
  weekday: { name: 'weekday', low: 0, high: 7, names: weekdayNames },
} satisfies Record<string, FieldShape>
const nicknames: Readonly<Record<string, string>> = {
  '@yearly': '0 0 1 1 *',
  '@annually': '0 0 1 1 *',
  '@monthly': '0 0 1 * *',
  '@weekly': '0 0 * * 0',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@hourly': '0 * * * *',
}
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** @throws CronError naming the position and the remedy. */
export function parseCronFields(expression: string): CronFields {
  const trimmed = expression.trim()
  if (trimmed.startsWith('@')) return parseCronFields(nickname(trimmed))
  const found = [...expression.matchAll(/\S+/g)]
  if (found.length !== 5) {
    const at = found.length > 5 ? found[5]!.index + 1 : expression.length + 1
    throw new CronError(at, say('fields', { count: found.length }), say('fields.mend'))
  }
  const [minute, hour, day, month, weekday] = found.map((match) => ({ raw: match[0], at: match.index + 1 }))
  const fields = {
    minutes: values(minute!, shapes.minute),
    hours: values(hour!, shapes.hour),
    days: new Set(values(day!, shapes.day)),
    months: new Set(values(month!, shapes.month)),
    weekdays: new Set(values(weekday!, shapes.weekday).map((value) => value % 7)),
    // As in Vixie's cron: a field that begins with * does not restrict the day, even with a step.
    eitherDay: !day!.raw.startsWith('*') && !weekday!.raw.startsWith('*'),
  }
  refuseNever(fields, day!.at)
  return fields
}

function nickname(word: string): string {
  const meant = nicknames[word.toLowerCase()]
  if (meant !== undefined) return meant
  throw new CronError(1, say('nickname', { word }), say('nickname.mend', { known: Object.keys(nicknames).join(', ') }))
}

interface Part {
  readonly raw: string
  /** Position in the whole expression, from 1. */
  readonly at: number
}

function values(field: Part, shape: FieldShape): number[] {
  const all = new Set<number>()
  let at = field.at
  for (const raw of field.raw.split(',')) {
    for (const value of range({ raw, at }, shape)) all.add(value)
    at += raw.length + 1
  }
  return [...all].sort((a, b) => a - b)
}

function range(part: Part, shape: FieldShape): number[] {
  const [span = '', stepRaw, ...more] = part.raw.split('/')
  if (more.length > 0) throw wrong(part, shape, 'steps')
  const step = stepRaw === undefined ? 1 : number({ raw: stepRaw, at: part.at + span.length + 1 }, shape)
  if (step < 1) throw wrong(part, shape, 'step')
  const [from, to] = ends({ raw: span, at: part.at }, shape, stepRaw !== undefined)
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

function ends(part: Part, shape: FieldShape, stepped: boolean): [number, number] {
  // Seven is Sunday once more, and "*" must not count it twice.
  if (part.raw === '*') return [shape.low, shape === shapes.weekday ? 6 : shape.high]
  const [low = '', high, ...more] = part.raw.split('-')
  if (more.length > 0) throw wrong(part, shape, 'range')
  const from = within({ raw: low, at: part.at }, shape)
  if (high === undefined) return [from, stepped ? shape.high : from]
  const last = within({ raw: high, at: part.at + low.length + 1 }, shape)
  const to = shape === shapes.weekday && last === 0 && from > 0 ? 7 : last
  if (to < from) {
    const [start, end] = [shape.names[0] ?? shape.low, shape.names.at(-1) ?? shape.high]
    const instead = `${low}-${end},${start}-${high}`
    throw wrong(part, shape, 'backwards', say('backwards.mend', { instead }))
  }
  return [from, to]
}

function within(part: Part, shape: FieldShape): number {
  const named = shape.names.indexOf(part.raw.toLowerCase())
  const value = named >= 0 ? named + shape.low : number(part, shape)
  if (value < shape.low || value > shape.high) throw wrong(part, shape, 'outside')
  return value
}

function number(part: Part, shape: FieldShape): number {
  if (/^\d{1,4}$/.test(part.raw)) return Number(part.raw)
  if (part.raw === '') throw wrong(part, shape, 'missing')
  throw wrong(part, shape, 'unknown')
}

function wrong(part: Part, shape: FieldShape, key: string, mending?: Localised): CronError {
  const { low, high } = shape
  const about = (locale: Locale): Vars => {
    const named = fill(cronTexts[locale]['field.names'] ?? '', { names: shape.names.join(', ') })
    const names = shape.names.length > 0 ? named : ''
    return { part: part.raw, field: cronTexts[locale][`field.${shape.name}`] ?? shape.name, low, high, names }
  }
  return new CronError(part.at, say(key, about), mending ?? say('field.mend', about))
}

/** 31 April never comes: said at once rather than never run. */
function refuseNever(fields: CronFields, at: number): void {
  if (fields.eitherDay) return
  const first = Math.min(...fields.days)
  if ([...fields.months].some((month) => first <= longestMonth[month - 1]!)) return
  throw new CronError(at, say('never', { day: first }), say('never.mend'))
}
