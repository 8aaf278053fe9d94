/** The command line in a process of its own, through `bin/innkeeper.mjs`. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect } from 'vitest'

export const root = join(import.meta.dirname, '../..')
const bin = join(root, 'bin/innkeeper.mjs')
export const folder = mkdtempSync(join(tmpdir(), 'innkeeper-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
export const fresh = (name: string) => join(folder, `${++count}-${name}`)

/** A Node of this machine that is too old by itself, as most people have. */
function olderNode(): string | undefined {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(dir, 'node')
    if (!existsSync(node)) continue
    const version = execFileSync(node, ['--version'], { encoding: 'utf8' })
    if (Number(/^v(\d+)/.exec(version)?.[1]) < 26) return node
  }
  return undefined
}
export const older = olderNode()

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  out(): string
}
export function begin(
  args: readonly string[],
  { node = process.execPath, env = {} }: { node?: string; env?: object } = {},
): Running {
  const clean = {
    ...process.env,
    DATABASE_URL: undefined,
    INNKEEPER_RULES: undefined,
    PORT: undefined,
    HOST: undefined,
  }
  const child = spawn(node, [bin, ...args], { cwd: root, env: { ...clean, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  let out = ''
  let err = ''
  child.stdout?.on('data', (chunk) => {
    out += chunk
  })
  child.stderr?.on('data', (chunk) => {
    err += chunk
  })
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })))
  return { child, ended, out: () => out }
}
export function run(args: readonly string[], input = '', more: Parameters<typeof begin>[1] = {}): Promise<Ended> {
  const { child, ended } = begin(args, more)
  child.stdin?.on('error', () => undefined) // it may have ended before reading
  child.stdin?.end(input)
  return ended
}
/** A database that has seen a little life. */
export async function lived(): Promise<string> {
  const db = fresh('house.db')
  const at = Date.UTC(2026, 9, 5, 2)
  const lines = [
    { type: 'member.join', id: 'j', at, group: 'reading', user: 'tom', name: 'Tom Tailor' },
    { type: 'message', id: 'm', at: at + 1000, group: 'reading', user: 'tom', name: 'Tom Tailor', text: 'hello there' },
    {
      type: 'command',
      id: 't',
      at: at + 2000,
      group: 'reading',
      user: 'mo',
      name: 'teach',
      role: 'owner',
      input: { question: 'Where is the teapot?', answer: 'In the kitchen.' },
    },
  ]
  const { code, err } = await run(
    ['start', ...stdio, '--db', db],
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
  expect([code, err.includes('"summary"')]).toEqual([0, true])
  return db
}
export const stdio = ['--adapters', 'stdio', '--clock', 'events', '--log-level', 'error']
export const json = ({ out }: Ended): unknown => JSON.parse(out)
