/** Innkeeper in a process of its own at the emulated Discord, killed without warning and started again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import SQLite from 'better-sqlite3'
import type { Discord } from '../../emulators/discord/index.ts'

const root = resolve(import.meta.dirname, '../../..')

export class Killed {
  readonly #discord: Discord
  readonly #folder = mkdtempSync(join(tmpdir(), 'innkeeper-killed-'))
  #child: ChildProcess | undefined
  #complaints = ''
  kills = 0

  /** `files` of the rulebook by name; YAML reads JSON, too. */
  constructor(discord: Discord, files: Readonly<Record<string, unknown>>) {
    this.#discord = discord
    mkdirSync(join(this.#folder, 'rules'))
    for (const [name, content] of Object.entries(files))
      writeFileSync(join(this.#folder, 'rules', `${name}.yaml`), JSON.stringify(content))
  }
  get #db(): string {
    return join(this.#folder, 'house.db')
  }
  /** What it has written down, seen from outside. */
  rows(table: string): Record<string, unknown>[] {
    const db = new SQLite(this.#db, { readonly: true })
    const rows = db.prepare<[], Record<string, unknown>>(`select * from ${table}`).all()
    db.close()
    return rows
  }

  /** Resolves when it hears Discord. */
  async start(): Promise<void> {
    const before = this.#discord.gateway.identifies
    const places = ['--rules', join(this.#folder, 'rules'), '--db', this.#db]
    const args = ['src/cli.ts', 'start', '--adapters', 'discord', '--log-level', 'error', ...places]
    const { token, url, cdnUrl } = this.#discord
    const env = { ...process.env, DISCORD_TOKEN: token, DISCORD_API_URL: url, DISCORD_CDN_URL: cdnUrl }
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr.on('data', (chunk) => {
      this.#complaints += chunk
    })
    this.#child = child
    const here = await this.#discord.until(() => this.#discord.gateway.identifies > before, 60_000)
    if (!here) throw new Error(`it did not start: ${this.#complaints}`)
  }
  /** kill -9 */
  async kill(): Promise<void> {
    this.kills++
    await this.#end('SIGKILL')
    await this.#discord.until(() => this.#discord.gateway.shards.length === 0)
  }
  async close(): Promise<void> {
    await this.#end('SIGTERM')
    rmSync(this.#folder, { recursive: true, force: true })
  }
  #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null) return Promise.resolve()
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    return gone
  }
}
