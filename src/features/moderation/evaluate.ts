/** How good the detector is on labelled messages: `innkeeper eval spam FILE.jsonl`. */
import { z } from 'zod'
import { InnkeeperError } from '../../core/errors.ts'
import { learnt } from './checks/text.ts'
import type { Config } from './config.ts'
import { judge } from './judge.ts'
import { bucketsOf, withText } from './known.ts'
import { type Learned, readingOf } from './learning.ts'
import { type Lessons, noLessons } from './model/lessons.ts'
import type { Reading } from './reading.ts'
import { shipped } from './shipped.ts'

const labelledSchema = z.object({
  text: z.string(),
  label: z.enum(['spam', 'ham']),
  lang: z.string(),
  source: z.string(),
})
export type Labelled = z.output<typeof labelledSchema>

/** Shares from 0 to 1; null where there is nothing to divide by. */
interface Figures {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** Harmless messages that were flagged, of all harmless ones. */
  readonly fpr: number | null
}
/** At the score from which staff is asked, and as `act` at that from which we act. */
interface Measured extends Figures {
  readonly n: number
  readonly spam: number
  readonly act: Figures
}
export interface Evaluation {
  readonly overall: Measured
  readonly byLang: Readonly<Record<string, Measured>>
  readonly bySource: Readonly<Record<string, Measured>>
  /** Messages that were taught first and left out of the figures. */
  readonly learned: number
  /** Messages judged per second of processor time, all checks and the reading included. */
  readonly perCpuSecond: number
}
/** Judges by the model in another file, for trying one out. */
export { judgeBy } from './model/model.ts'

export interface Teaching {
  /** So many messages of each source are taught first, as if moderators had judged them. */
  readonly learn: number
  readonly seed: number
}

/**
 * Each message as a newcomer's first, without anything before it. Messages of the same text do not count as repeats.
 * A source is a community of its own: what is taught of one is not known in another.
 */
export function evaluate(lines: readonly Labelled[], config: Config, teaching?: Teaching): Evaluation {
  const schools = new Map<string, School>()
  const left: Labelled[] = []
  for (const [source, some] of Map.groupBy(lines, ({ source }) => source)) {
    const order = teaching ? shuffled(some, teaching.seed) : some
    const first = order.slice(0, teaching?.learn ?? 0)
    schools.set(source, new School(first))
    left.push(...order.slice(first.length))
  }
  const before = process.cpuUsage()
  const scores = left.map(({ text, source }) => {
    const reading = readingOf(text)
    return judge(config, reading, undefined, schools.get(source)?.learnedFor(reading)).score
  })
  const { user, system } = process.cpuUsage(before)
  const judged = left.map((line, index) => ({ ...line, score: scores[index] ?? 0 }))
  const by = (key: 'lang' | 'source') =>
    Object.fromEntries(
      [...Map.groupBy(judged, (line) => line[key])]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, some]) => [name, measure(some, config)]),
    )
  return {
    overall: measure(judged, config),
    byLang: by('lang'),
    bySource: by('source'),
    learned: lines.length - left.length,
    perCpuSecond: Math.round(left.length / Math.max((user + system) / 1e6, 1e-6)),
  }
}
/** What the engine keeps in tables, in memory. */
class School {
  #lessons: Lessons = noLessons
  readonly #known = new Map<number, string>()

  constructor(lines: readonly Labelled[]) {
    for (const { text, label } of lines) {
      const reading = readingOf(text)
      this.#lessons = learnt(this.#lessons, reading, label === 'spam')
      for (const bucket of bucketsOf(reading.sketch))
        this.#known.set(bucket, withText(this.#known.get(bucket) ?? '', reading.sketch, label === 'spam'))
    }
  }
  learnedFor(reading: Reading): Learned {
    const buckets = bucketsOf(reading.sketch).map((bucket) => this.#known.get(bucket) ?? '')
    return { lessons: this.#lessons, buckets }
  }
}

/** Fisher and Yates, by a generator that gives the same order for the same seed (Numerical Recipes' quick one). */
function shuffled<T>(from: readonly T[], seed: number): T[] {
  const order = [...from]
  let state = (seed ^ 0x9e3779b9) >>> 0
  for (let at = order.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (at + 1))
    ;[order[at], order[other]] = [order[other] as T, order[at] as T]
  }
  return order
}

interface Judged extends Labelled {
  readonly score: number
}
function measure(lines: readonly Judged[], config: Config): Measured {
  return {
    n: lines.length,
    spam: lines.filter(({ label }) => label === 'spam').length,
    ...figures(lines, config.ask),
    act: figures(lines, config.act),
  }
}
function figures(lines: readonly Judged[], threshold: number): Figures {
  const count = (label: Labelled['label'], flagged: boolean) =>
    lines.filter((line) => line.label === label && line.score >= threshold === flagged).length
  const hit = count('spam', true)
  const miss = count('spam', false)
  const wrong = count('ham', true)
  const right = count('ham', false)
  const precision = share(hit, hit + wrong)
  const recall = share(hit, hit + miss)
  return { precision, recall, f1: harmonic(precision, recall), fpr: share(wrong, wrong + right) }
}
const share = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 1e5) / 1e5)
const harmonic = (a: number | null, b: number | null) =>
  a === null || b === null || a + b === 0 ? null : Math.round(((2 * a * b) / (a + b)) * 1e5) / 1e5

/**
 * Judges every line of a file of labelled messages, by the shipped rulebook unless another section is given.
 * @throws InnkeeperError eval/not-a-set that names the line which is no labelled message.
 */
export function evaluateSpam(text: string, file: string, section: Config = shipped(), teaching?: Teaching): Evaluation {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [labelled(line, `${file}:${index + 1}`)]))
  if (lines.length === 0) throw new InnkeeperError('eval/not-a-set', { place: file, detail: 'no messages' })
  return evaluate(lines, section, teaching)
}
function labelled(line: string, place: string): Labelled {
  try {
    return labelledSchema.parse(JSON.parse(line))
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new InnkeeperError('eval/not-a-set', { place, detail, cause })
  }
}
