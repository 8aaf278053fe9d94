/** `innkeeper replay`: a rehearsal over exported chats. */
import { statSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Locale } from '../core/words.ts'
import { features } from '../features.ts'
import { makeLog } from '../log.ts'
import { readRules } from '../main.ts'
import type { Progress } from '../replay/rehearse.ts'
import type { Report } from '../replay/report.ts'
import { isTimezone } from '../time/zone.ts'
import { jsonOption, rulesOption } from './places.ts'
import { exit, fail, print, progress } from './report.ts'

interface Options {
  rules: string
  against?: string
  timezone?: string
  groupBy: 'channel' | 'file'
  bots?: string[]
  html?: string
  lang: Locale
  json?: boolean
}

export const addReplay = (program: Command) =>
  program
    .command('replay')
    .description('rehearse a rulebook on exported chats: what would have been welcomed, answered, flagged, and why')
    .argument('<files...>', 'IRC logs, DiscordChatExporter JSON, Telegram result.json, our own JSONL; files or folders')
    .addOption(rulesOption())
    .option('--against <dir>', 'an older rulebook: what the new one does more and less than it')
    .option('--timezone <zone>', 'IANA zone of times that are written without one (UTC)', zoneOf)
    .addOption(new Option('--group-by <what>', 'what makes a group').choices(['channel', 'file']).default('channel'))
    .option('--bots <names>', 'other bots by name, comma-separated; * for any rest', (raw) => raw.split(','))
    .option('--html <file>', 'write the report as one self-contained page, too')
    .addOption(new Option('--lang <lang>', 'language of the report').choices(['en', 'zh']).default('en'))
    .addOption(jsonOption())
    .action((files: string[], options: Options) => run(files, options).catch(fail))

function zoneOf(raw: string): string {
  if (!isTimezone(raw)) throw new InvalidArgumentError('not an IANA time zone, such as Asia/Shanghai')
  return raw
}

/** A folder stands for the files in it, in the order of their names. */
async function filesIn(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
      const inside = await readdir(path, { withFileTypes: true })
      return inside
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(path, entry.name))
        .sort()
    }),
  )
  return found.flat()
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const files = await filesIn(paths)
  const { rehearse, rehearseAgainst } = await import('../replay/rehearse.ts')
  const { rulebooks } = await readRules(options.rules)
  const old = options.against === undefined ? undefined : (await readRules(options.against)).rulebooks
  const bars = { reading: progress('reading'), playing: progress('playing') }
  const { timezone, groupBy, bots } = options
  const how = {
    features,
    rulebooks,
    groupBy,
    log: makeLog('error'),
    ...(timezone && { timezone }),
    ...(bots && { bots }),
  }
  const tell = ({ phase, done, total }: Progress) => {
    if (phase === 'playing') bars.reading.end()
    bars[phase].at(done, total)
  }
  const report = await (old ? rehearseAgainst(files, how, old, tell) : rehearse(files, how, tell)).finally(() => {
    bars.reading.end()
    bars.playing.end()
  })
  await show(report, options)
  process.exitCode = report.errors.length ? exit.faults : exit.ok
}

async function show(report: Report, { html, json, lang }: Options): Promise<void> {
  if (html !== undefined) {
    const { renderHtml } = await import('../replay/report/html.ts')
    await mkdir(dirname(html), { recursive: true })
    await writeFile(html, renderHtml(report, { locale: lang, features }))
  }
  if (json) return print((await import('../replay/report/json.ts')).renderJson(report))
  const { renderText } = await import('../replay/report/text.ts')
  print(
    renderText(report, { locale: lang, features, ...(process.stdout.columns && { width: process.stdout.columns }) }),
  )
}
