/** `innkeeper doctor`: what is well, what is not, and what to do about it. */
import { access, constants, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, resolve } from 'node:path'
import { type Command, Option } from 'commander'
import { InnkeeperError } from '../core/errors.ts'
import type { Locale } from '../core/words.ts'
import { migrationsOf } from '../main.ts'
import { formatProblems } from '../rulebook/format.ts'
import { type Reading, readRulebooks } from '../rulebook/read.ts'
import { sections } from '../sections.ts'
import { isUrl, openStore } from '../store/open.ts'
import { discord } from './doctor-discord.ts'
import { wechat } from './doctor-wechat.ts'
import { dbOption, jsonOption, rulesOption } from './places.ts'
import { exit, fail, print, printJson } from './report.ts'
import type { Told as Finding } from './told.ts'

interface Options {
  rules: string
  db: string
  port: string
  lang: Locale
  json?: boolean
}
const neededNode = 26
const lowDiskBytes = 512 * 1024 * 1024

export const addDoctor = (program: Command) =>
  program
    .command('doctor')
    .description('check Node, rulebook, database, disk, port, Discord and WeChat, and say what to do')
    .addOption(rulesOption())
    .addOption(dbOption())
    .option('--port <n>', 'port of the page', process.env.PORT ?? '7070')
    .addOption(
      new Option('--lang <lang>', 'language of what is said of Discord and WeChat').choices(['en', 'zh']).default('en'),
    )
    .addOption(jsonOption())
    .action((options: Options) => run(options).catch(fail))

async function run(options: Options): Promise<void> {
  const reading = await readRulebooks(options.rules, sections)
  const findings = [
    node(),
    rulebook(options.rules, reading),
    await database(options.db),
    await disk(options.db),
    await port(Number(options.port)),
    ...(await discord(options.rules, reading.rulebooks, options.lang)),
    ...(await wechat(options.rules, options.db, reading.rulebooks, options.lang)),
  ]
  const bad = findings.some((finding) => finding.state === 'bad')
  if (options.json) printJson({ ok: !bad, findings })
  else print(findings.map(line).join('\n'))
  process.exitCode = bad ? exit.faults : exit.ok
}
const marks = { ok: '✓', warn: '!', bad: '✗' } as const
const line = ({ what, state, detail, remedy }: Finding) =>
  `${marks[state]} ${what}: ${detail}${remedy ? `\n    → ${remedy}` : ''}`

function node(): Finding {
  const fits = Number(process.versions.node.split('.')[0]) >= neededNode
  return fits
    ? { what: 'Node', state: 'ok', detail: process.version }
    : {
        what: 'Node',
        state: 'bad',
        detail: process.version,
        remedy: `Innkeeper needs Node ${neededNode}; \`npm ci\` brings it.`,
      }
}
function rulebook(dir: string, { rulebooks, problems }: Reading): Finding {
  if (problems.length)
    return {
      what: 'Rulebook',
      state: 'bad',
      detail: `${problems.length} mistakes\n${formatProblems(problems)}`,
      remedy: `innkeeper check ${dir}`,
    }
  return { what: 'Rulebook', state: 'ok', detail: `${dir}: ${rulebooks.map((one) => one.name).join(', ')}` }
}
async function database(place: string): Promise<Finding> {
  const shown = isUrl(place) ? new URL(place).host : place
  try {
    const store = await openStore(place, migrationsOf())
    await store.close()
    return { what: 'Database', state: 'ok', detail: `${shown} is sound and up to date` }
  } catch (error) {
    if (!(error instanceof InnkeeperError)) return { what: 'Database', state: 'bad', detail: `${shown}: ${error}` }
    const state = error.code === 'store/taken' ? 'warn' : 'bad'
    return { what: 'Database', state, detail: error.message, remedy: error.remedy }
  }
}
async function disk(place: string): Promise<Finding> {
  if (isUrl(place)) return { what: 'Disk', state: 'ok', detail: 'on the database server' }
  let folder = resolve(dirname(place))
  while (!(await reachable(folder)) && dirname(folder) !== folder) folder = dirname(folder)
  const { bavail, bsize } = await statfs(folder)
  const free = Number(bavail) * Number(bsize)
  const detail = `${(free / 2 ** 30).toFixed(1)} GiB free`
  return free < lowDiskBytes
    ? { what: 'Disk', state: 'warn', detail, remedy: 'Make room: a full disk stops the bot.' }
    : { what: 'Disk', state: 'ok', detail }
}
const reachable = (folder: string) =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
function port(number: number): Promise<Finding> {
  const what = 'Port'
  return new Promise((done) => {
    const probe = createServer()
    probe.once('error', () =>
      done({
        what,
        state: 'warn',
        detail: `${number} is taken`,
        remedy: 'Fine if that is Innkeeper itself; else choose another with --port.',
      }),
    )
    probe.listen(number, '127.0.0.1', () => probe.close(() => done({ what, state: 'ok', detail: `${number} is free` })))
  })
}
