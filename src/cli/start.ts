/** `innkeeper start`: opens the doors and keeps the house until told to stop. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type AdapterName, adapterNames } from '../../adapters/index.ts'
import { InnkeeperError } from '../core/errors.ts'
import { locales, pick } from '../core/words.ts'
import { makeLog } from '../log.ts'
import type { House } from '../main.ts'
import { dbOption, rulesOption } from './places.ts'
import { fail } from './report.ts'

interface Options {
  rules: string
  db: string
  adapters: AdapterName[]
  clock: 'live' | 'events'
  port: number
  host: string
  trustProxy: boolean
  newOwnerKey: boolean
  logLevel: string
}

export const addStart = (program: Command) =>
  program
    .command('start')
    .description('run the groups of a rulebook')
    .addOption(rulesOption())
    .addOption(dbOption())
    .addOption(
      new Option('--adapters <names>', `doors to open, comma-separated: ${adapterNames.join(', ')}`)
        .default(['web'], 'web')
        .argParser(adaptersOf),
    )
    .addOption(
      new Option('--clock <kind>', 'whose time counts: the wall clock’s, or the events’ (for programs and tests)')
        .choices(['live', 'events'])
        .default('live'),
    )
    .addOption(new Option('--port <n>', 'port of the page; 0 for any').default(7070).env('PORT').argParser(portOf))
    .addOption(new Option('--host <address>', 'address to listen on').default('127.0.0.1').env('HOST'))
    .option('--trust-proxy', 'behind a reverse proxy that sets X-Forwarded-*', false)
    .option('--new-owner-key', 'print a new one-time owner key even if an owner is in already', false)
    .addOption(
      new Option('--log-level <level>', 'how much is logged to stderr')
        .choices(['silent', 'error', 'warn', 'info', 'debug'])
        .default('info')
        .env('LOG_LEVEL'),
    )
    .action((options: Options) => run(options).catch(fail))

function adaptersOf(raw: string): AdapterName[] {
  const names = raw
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  const unknown = names.filter((name) => !(adapterNames as readonly string[]).includes(name))
  if (unknown.length || names.length === 0)
    throw new InnkeeperError('adapter/unknown', { place: unknown.join(', ') || '(none)' })
  return names as AdapterName[]
}
function portOf(raw: string): number {
  const port = Number(raw)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535')
  return port
}

async function run(options: Options): Promise<void> {
  const { openHouse } = await import('../main.ts')
  const log = makeLog(options.adapters.includes('stdio') && options.logLevel === 'info' ? 'warn' : options.logLevel)
  const house = await openHouse({ ...options, place: options.db, log })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= house.close())
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (closing) process.exit(130) // asked twice: go at once, nothing committed is lost
      void close().then(() => process.exit(0), fail)
    })
  await sayOpen(house, options.newOwnerKey)
  if (options.adapters.includes('stdio')) {
    const summary = await house.ended
    if (options.adapters.length > 1) return // the other doors stay open
    await close()
    process.stderr.write(`${JSON.stringify({ summary })}\n`)
    process.exitCode = 0
  }
}

/** Where it is, how to come in, and what is wrong already. On stdout, unless that is a door itself. */
async function sayOpen({ web, engine, desk }: House, newKey: boolean): Promise<void> {
  const { adapters } = engine.options
  const said = adapters.flatMap((adapter) => adapter.atStart?.() ?? [])
  const wrong = desk.notices().filter(({ kind, over }) => kind === 'platform' && !over)
  const lines = [
    ...(web ? await whereIs(web, newKey) : []),
    ...said.flatMap((both) => locales.map((locale) => pick(both, locale))),
    ...wrong.flatMap(({ text }) => `⚠ ${text}`.split('\n')),
  ]
  if (lines.length === 0) return
  const to = adapters.some((adapter) => adapter.name === 'stdio') ? process.stderr : process.stdout
  to.write(`\n${[...lines, 'Stop with Ctrl-C · 按 Ctrl-C 停止'].map((line) => `  ${line}\n`).join('')}\n`)
}
async function whereIs(web: NonNullable<House['web']>, newKey: boolean): Promise<string[]> {
  const here = `掌柜 Innkeeper is open: ${web.url}`
  if (newKey || !(await web.ownerIsIn()))
    return [here, 'Owner, enter once with this address · 群主请用此一次性地址进入:', await web.ownerAddress()]
  return [
    here,
    'The owner is in already; `--new-owner-key` prints a new key. · 群主已登录；需要新钥匙请加 --new-owner-key',
  ]
}
