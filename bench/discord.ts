/**
 * `npm run bench:discord [-- --seconds 60] [-- --rate 1000] [-- --guilds 500]`: the emulated Discord in this process,
 * Innkeeper in one of its own, over loopback. Messages a second heard and written down, milliseconds from the dispatch of a
 * message to the request that answers or deletes it, peak memory, and what was lost.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import SQLite from 'better-sqlite3'
import type { GuildHandle } from '../test/emulators/discord/control/guild.ts'
import { type Discord, openDiscord } from '../test/emulators/discord/index.ts'
import { files, type Kind, lineOf } from './discord/talk.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '1000' },
    guilds: { type: 'string', default: '500' },
  },
})
const [seconds, rate, guilds] = [Number(values.seconds), Number(values.rate), Number(values.guilds)]
const speakers = 20
const said = (what: string) => process.stderr.write(`  ${what} …\n`)

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-load-'))
const db = join(folder, 'load.db')

async function bench(): Promise<void> {
  const discord = await openDiscord({
    guilds: Array.from({ length: guilds }, (_, n) => ({
      name: `Inn ${n}`,
      owner: `owner ${n}`,
      channels: ['general', 'staff'],
      members: Array.from({ length: speakers }, (_, m) => `member ${n}.${m}`),
    })),
    keepRequests: 0,
    keepMessages: 50,
  })
  const bot = begin(discord)
  try {
    await ready(discord)
    const town = new Town(discord)
    const took = await town.talks()
    await town.answered()
    const memory = peakMib(bot)
    await end(bot)
    report(town, took, memory)
  } finally {
    await end(bot)
    await discord.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function begin(discord: Discord): ChildProcess {
  mkdirSync(join(folder, 'rules'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, 'rules', `${name}.yaml`), JSON.stringify(content))
  const env = { ...process.env, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url }
  const args = ['src/cli.ts', 'start', '--adapters', 'discord', '--log-level', 'error']
  return spawn(process.execPath, [...args, '--rules', join(folder, 'rules'), '--db', db], {
    cwd: resolve(import.meta.dirname, '..'),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
async function end(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null || bot.signalCode !== null) return
  const gone = new Promise((done) => bot.once('exit', done))
  bot.kill('SIGTERM')
  await gone
}
/** Every server has its rules on the wall, and what starting takes is over. */
async function ready(discord: Discord): Promise<void> {
  said(`starting with ${guilds} servers`)
  const all = discord.guilds
  const here = await discord.until(() => all.every((guild) => guild.pins('general').length > 0), 300_000)
  if (!here) throw new Error('Innkeeper did not come to every server')
  for (let before = -1; before !== discord.requestCount; await sleep(2000)) before = discord.requestCount
}

class Town {
  readonly #guilds: readonly GuildHandle[]
  /** Message → when it was dispatched, of those that something must come of. */
  readonly #waiting = new Map<string, { readonly kind: Kind; readonly at: number }>()
  /** Milliseconds. */
  readonly latencies: Readonly<Record<Kind, number[]>> = { talk: [], question: [], trouble: [] }
  sent = 0
  asked = 0
  late = 0

  constructor(discord: Discord) {
    this.#guilds = discord.guilds
    discord.watch(({ method, params, body }) => {
      const about = method === 'DELETE' ? params.message_id : referenceOf(body)
      const found = about === undefined ? undefined : this.#waiting.get(about)
      if (about === undefined || !found) return
      this.#waiting.delete(about)
      this.latencies[found.kind].push(performance.now() - found.at)
    })
  }
  get unanswered(): number {
    return this.#waiting.size
  }
  /** At a steady rate; gives the seconds it took. */
  async talks(): Promise<number> {
    said(`${rate} messages a second for ${seconds} s`)
    const began = performance.now()
    const all = rate * seconds
    while (this.sent < all) {
      const due = Math.min(all, Math.ceil(((performance.now() - began) / 1000) * rate))
      this.late = Math.max(this.late, due - this.sent)
      while (this.sent < due) this.#speak(this.sent++)
      await sleep(2)
    }
    return (performance.now() - began) / 1000
  }
  #speak(n: number): void {
    const at = n % guilds
    const guild = this.#guilds[at] as GuildHandle
    const { kind, text } = lineOf(n)
    const stranger = `stranger ${n}`
    if (kind === 'trouble') guild.join(stranger)
    const began = performance.now()
    const message = guild.says(
      kind === 'trouble' ? stranger : `member ${at}.${Math.floor(n / guilds) % speakers}`,
      'general',
      text,
    )
    if (kind === 'talk') return
    this.asked++
    this.#waiting.set(message.id, { kind, at: began })
  }
  async answered(): Promise<void> {
    const until = performance.now() + 30_000
    while (this.#waiting.size > 0 && performance.now() < until) await sleep(50)
  }
}
function referenceOf(body: unknown): string | undefined {
  return (body as { message_reference?: { message_id?: string } } | undefined)?.message_reference?.message_id
}

/** Of a process that still runs; undefined where the system does not tell. */
function peakMib({ pid }: ChildProcess): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) / 1024 : undefined
  } catch {
    return undefined
  }
}
function heard(): number {
  const open = new SQLite(db, { readonly: true })
  const row = open.prepare<[], { n: number }>("select count(*) as n from inbox where type = 'message'").get()
  open.close()
  return row?.n ?? 0
}

/** Of sorted milliseconds. */
const at = (sorted: readonly number[], share: number) =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)} ms`
function spread(some: readonly number[]): string {
  const sorted = some.toSorted((a, b) => a - b)
  return `p50 ${at(sorted, 0.5)}, p95 ${at(sorted, 0.95)}, p99 ${at(sorted, 0.99)}, longest ${at(sorted, 1)}`
}
function report({ sent, late, asked, unanswered, latencies }: Town, took: number, memory: number | undefined): void {
  const { question, trouble } = latencies
  const written = heard()
  const machine = `${cpus().length} cores ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  console.log(`
${machine}; ${guilds} servers, every feature on

  messages sent          ${sent} in ${took.toFixed(1)} s (${Math.round(sent / took)} /s; at most ${late} behind)
  heard, written down    ${written}; lost ${sent - written}
  answers and deletions  ${question.length + trouble.length} of ${asked}; missing ${unanswered}
  dispatch to REST call  ${spread([...question, ...trouble])}
    an answer            ${spread(question)}
    a deletion           ${spread(trouble)}
  peak memory            ${memory === undefined ? 'not known on this system' : `${Math.round(memory)} MiB`}
`)
}

await bench()
