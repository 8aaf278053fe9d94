/**
 * When each line of an IRC log was written. The log knows the minute (or second) of messages and nothing of notices, so
 * lines of one minute are spread evenly over it, and notices between the messages around them: nothing happens at once
 * that the log does not say happened at once, and the order of the file is kept.
 */
export interface Stamped {
  /** "HH:MM" or "HH:MM:SS"; undefined where the line has none or an impossible one. */
  readonly time: string | undefined
}
const dayMs = 86_400_000
/** A step back by more than this is midnight passed; by less, a clock that was put right. */
const rolloverMs = 3 * 3_600_000

/** Milliseconds since midnight; undefined for times that no day has. */
export function timeOfDay(time: string): number | undefined {
  const colon = time.indexOf(':')
  const hours = Number(time.slice(0, colon))
  const minutes = Number(time.slice(colon + 1, colon + 3))
  const seconds = Number(time.slice(colon + 4))
  return hours < 24 && minutes < 60 && seconds < 60 ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : undefined
}

/**
 * Milliseconds since the midnight that begins the file's day, one a line, never falling. Steps back by more than three
 * hours begin a new day; smaller ones are read as the time before them.
 */
export function spread(lines: readonly Stamped[]): number[] {
  const minutes = lines.some(({ time }) => time !== undefined && time.length < 7)
  const resolution = minutes ? 60_000 : 1000
  const runs = runsOf(lines)
  const at = new Array<number>(lines.length)
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    place(at, run, next, lines.length, resolution)
  }
  return at
}

/** Lines from `from` on share `start`; the last that says so is `last`, those after it have no time. */
interface Run {
  readonly from: number
  readonly start: number
  last: number
}
function runsOf(lines: readonly Stamped[]): Run[] {
  const runs: Run[] = []
  let days = 0
  let before = 0
  for (const [index, { time }] of lines.entries()) {
    const of = time === undefined ? undefined : timeOfDay(time)
    if (of === undefined) continue
    if (of + days < before - rolloverMs) days += dayMs
    const start = runs.length === 0 ? of : Math.max(before, of + days)
    const run = runs.at(-1)
    if (run?.start === start) run.last = index
    else runs.push({ from: runs.length === 0 ? 0 : index, start, last: index })
    before = start
  }
  return runs.length > 0 ? runs : [{ from: 0, start: 0, last: lines.length - 1 }]
}

function place(at: number[], run: Run, next: Run | undefined, total: number, resolution: number) {
  const end = next?.from ?? total
  const close = !next || next.start - run.start <= resolution
  const timed = (close ? end : run.last + 1) - run.from
  for (let index = 0; index < timed; index++) {
    at[run.from + index] = run.start + Math.floor((resolution * index) / timed)
  }
  if (close) return
  const last = at[run.last]!
  const after = end - run.last - 1
  for (let index = 1; index <= after; index++) {
    at[run.last + index] = last + Math.floor(((next.start - last) * index) / (after + 1))
  }
}
