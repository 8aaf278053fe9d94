/** Reads the five fields of a cron expression: POSIX cron with the names, steps and `@daily` forms of Vixie's. */

/** Why an expression cannot be read. Positions count characters from 1. */
export class CronError extends Error {
  override readonly name = 'CronError'
  readonly position: number
  readonly remedy: string
  constructor(message: string, position: number, remedy: string) {
    super(message)
    this.position = position
    this.remedy = remedy
  }
}

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
  day: { name: 'day of month', low: 1, high: 31, names: [] },
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
const example = 'write five fields: minute hour day month weekday, for example "0 9 * * mon-fri"'
const longestMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** @throws CronError naming the position and the remedy. */
export function parseCronFields(expression: string): CronFields {
  const trimmed = expression.trim()
  if (trimmed.startsWith('@')) return parseCronFields(nickname(trimmed))
  const found = [...expression.matchAll(/\S+/g)]
  if (found.length !== 5) {
    const at = found.length > 5 ? found[5]!.index + 1 : expression.length + 1
    throw new CronError(`a cron expression has five fields, this has ${found.length}`, at, example)
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
  throw new CronError(`"${word}" is not a known form`, 1, `use one of ${Object.keys(nicknames).join(', ')}`)
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
  if (more.length > 0) throw wrong(part, shape, `"${part.raw}" has more than one step`)
  const step = stepRaw === undefined ? 1 : number({ raw: stepRaw, at: part.at + span.length + 1 }, shape)
  if (step < 1) throw wrong(part, shape, 'a step must be 1 or more')
  const [from, to] = ends({ raw: span, at: part.at }, shape, stepRaw !== undefined)
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step)
}

function ends(part: Part, shape: FieldShape, stepped: boolean): [number, number] {
  // Seven is Sunday once more, and "*" must not count it twice.
  if (part.raw === '*') return [shape.low, shape === shapes.weekday ? 6 : shape.high]
  const [low = '', high, ...more] = part.raw.split('-')
  if (more.length > 0) throw wrong(part, shape, `"${part.raw}" is not a range`)
  const from = within({ raw: low, at: part.at }, shape)
  if (high === undefined) return [from, stepped ? shape.high : from]
  const last = within({ raw: high, at: part.at + low.length + 1 }, shape)
  const to = shape === shapes.weekday && last === 0 && from > 0 ? 7 : last
  if (to < from) {
    const [start, end] = [shape.names[0] ?? shape.low, shape.names.at(-1) ?? shape.high]
    const remedy = `write "${low}-${end},${start}-${high}"`
    throw wrong(part, shape, `the range "${part.raw}" runs backwards`, remedy)
  }
  return [from, to]
}

function within(part: Part, shape: FieldShape): number {
  const named = shape.names.indexOf(part.raw.toLowerCase())
  const value = named >= 0 ? named + shape.low : number(part, shape)
  if (value < shape.low || value > shape.high) throw wrong(part, shape, `${part.raw} is out of range for ${shape.name}`)
  return value
}

function number(part: Part, shape: FieldShape): number {
  if (/^\d{1,4}$/.test(part.raw)) return Number(part.raw)
  if (part.raw === '') throw wrong(part, shape, `something is missing in ${shape.name}`)
  throw wrong(part, shape, `"${part.raw}" is not a ${shape.name}`)
}

function wrong(part: Part, shape: FieldShape, message: string, remedy?: string): CronError {
  const names = shape.names.length > 0 ? ` or ${shape.names.join(', ')}` : ''
  return new CronError(
    message,
    part.at,
    remedy ?? `${shape.name} takes ${shape.low} to ${shape.high}${names}, with * , - and /`,
  )
}

/** 31 April never comes: said at once rather than never run. */
function refuseNever(fields: CronFields, at: number): void {
  if (fields.eitherDay) return
  const first = Math.min(...fields.days)
  if ([...fields.months].some((month) => first <= longestMonth[month - 1]!)) return
  throw new CronError(`no chosen month has a day ${first}`, at, 'choose a day that one of the months has')
}
