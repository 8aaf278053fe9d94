/** `innkeeper eval`: how good answers and verdicts are, on labelled questions and messages. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { InnkeeperError } from '../core/errors.ts'
import { jsonOption } from './places.ts'
import { fail, print, printJson } from './report.ts'

export function addEval(program: Command) {
  const group = program.command('eval').description('measure answers and verdicts on labelled examples')
  group
    .command('faq')
    .description('questions with the entry each should get; see docs/evaluation.md for the format')
    .argument('<files...>')
    .option('--alternatives <k>', 'use only the first k alternatives of each entry', countOf)
    .addOption(jsonOption())
    .action((files: string[], options: { alternatives?: number; json?: boolean }) => faq(files, options).catch(fail))
  group
    .command('spam')
    .description('messages labelled spam or ham, one JSON object a line')
    .argument('<file>')
    .option('--learn <n>', 'teach so many messages of each source first and leave them out of the figures', countOf)
    .option('--model <file>', 'another model than the shipped one')
    .option('--seed <n>', 'which messages those are', countOf)
    .addOption(jsonOption())
    .action((file: string, options: SpamOptions) => spam(file, options).catch(fail))
}
function countOf(raw: string): number {
  const n = Number(raw)
  if (!Number.isInteger(n) || n < 0) throw new InvalidArgumentError('a whole number from 0')
  return n
}
const read = async (file: string): Promise<string> => {
  if (!existsSync(file)) throw new InnkeeperError('cli/no-such-file', { place: file })
  return readFile(file, 'utf8')
}
const percent = (share: number | null) => (share === null ? '   –' : `${(share * 100).toFixed(1).padStart(5)}%`)

async function faq(
  files: readonly string[],
  { alternatives, json }: { alternatives?: number; json?: boolean },
): Promise<void> {
  const { evaluateFaq } = await import('../text/evaluate-faq.ts')
  const scores = []
  for (const file of files) {
    try {
      scores.push(evaluateFaq(JSON.parse(await read(file)), alternatives === undefined ? {} : { alternatives }))
    } catch (cause) {
      if (cause instanceof InnkeeperError) throw cause
      throw new InnkeeperError('eval/not-a-set', { place: file, detail: String(cause), cause })
    }
  }
  if (json) return printJson(scores)
  const rows = scores.map((s) => [
    s.name.padEnd(16),
    String(s.n).padStart(5),
    ...[s.top1, s.top3, s.precision, s.recall, s.falseAnswers.overall, s.suggested].map((share) =>
      percent(share).padStart(9),
    ),
    `${s.microsecondsPerQuery.toFixed(0)} µs`.padStart(9),
    ` ${Object.entries(s.falseAnswers.byKind)
      .map(([kind, share]) => `${kind} ${percent(share).trim()}`)
      .join(', ')}`,
  ])
  const head = [
    'set'.padEnd(16),
    '    n',
    ...['top 1', 'top 3', 'precision', 'recall', 'false', 'suggested'].map((word) => word.padStart(9)),
    'a query'.padStart(9),
    ' false answers by kind',
  ]
  print([head, ...rows].map((row) => row.join(' ')).join('\n'))
}

interface Shares {
  precision: number | null
  recall: number | null
  f1: number | null
  fpr: number | null
}
interface SpamOptions {
  learn?: number
  seed?: number
  model?: string
  json?: boolean
}
async function spam(file: string, { learn, seed = 1, model, json }: SpamOptions): Promise<void> {
  const { evaluateSpam, judgeBy } = await import('../features/moderation/evaluate.ts')
  if (model !== undefined) judgeBy(model)
  const score = evaluateSpam(await read(file), file, undefined, learn === undefined ? undefined : { learn, seed })
  if (json) return printJson(score)
  const line = (name: string, { n, precision, recall, f1, fpr, act }: { n: number; act: Shares } & Shares) =>
    [
      name.padEnd(22),
      String(n).padStart(6),
      ...[precision, recall, f1, fpr, act.recall, act.fpr].map((share) => percent(share).padStart(9)),
    ].join(' ')
  const head = [
    'messages'.padEnd(22),
    '     n',
    ...['precision', 'recall', 'f1', 'false', 'act', 'act false'].map((word) => word.padStart(9)),
  ].join(' ')
  const groups = [...Object.entries(score.byLang), ...Object.entries(score.bySource)]
  print(
    [
      head,
      line('all', score.overall),
      ...groups.map(([name, one]) => line(name, one)),
      ...(score.learned > 0 ? [`${score.learned} messages were taught first`] : []),
      `${Math.round(score.perCpuSecond)} messages per CPU second`,
    ].join('\n'),
  )
}
