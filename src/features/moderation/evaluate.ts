/** How good the detector is on labelled messages: `innkeeper eval spam FILE.jsonl`. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { InnkeeperError } from '../../core/errors.ts'
import { type Config, config } from './config.ts'
import { judge } from './judge.ts'
import { Reading } from './reading.ts'

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
  /** Messages judged per second of processor time, all checks and the reading included. */
  readonly perCpuSecond: number
}

/** Each message as a newcomer's first, without anything before it. Messages of the same text do not count as repeats. */
export function evaluate(lines: readonly Labelled[], config: Config): Evaluation {
  const before = process.cpuUsage()
  const scores = lines.map(({ text }) => scoreOf(text, config))
  const { user, system } = process.cpuUsage(before)
  const judged = lines.map((line, index) => ({ ...line, score: scores[index] ?? 0 }))
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
    perCpuSecond: Math.round(lines.length / Math.max((user + system) / 1e6, 1e-6)),
  }
}
const scoreOf = (text: string, config: Config): number =>
  judge(config, new Reading({ text, mentions: 0, newcomer: true, raider: false })).score

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
export function evaluateSpam(text: string, file: string, section: Config = shipped()): Evaluation {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [labelled(line, `${file}:${index + 1}`)]))
  if (lines.length === 0) throw new InnkeeperError('eval/not-a-set', { place: file, detail: 'no messages' })
  return evaluate(lines, section)
}
function labelled(line: string, place: string): Labelled {
  try {
    return labelledSchema.parse(JSON.parse(line))
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new InnkeeperError('eval/not-a-set', { place, detail, cause })
  }
}
/** The section of `rules/demo`, which is what owners begin with; its word lists lie in files beside it. */
export function shipped(): Config {
  const folder = new URL('../../../rules/demo/', import.meta.url)
  const read = (file: string) => readFileSync(new URL(file, folder), 'utf8')
  const section = z
    .looseObject({ words: z.array(z.looseObject({ words: z.unknown() })) })
    .parse(parse(read('moderation.yaml')))
  const words = section.words.map((list) => ({
    ...list,
    words: typeof list.words === 'string' ? read(list.words.replace(/^file:/, '')) : list.words,
  }))
  return config.parse({ ...section, words })
}
