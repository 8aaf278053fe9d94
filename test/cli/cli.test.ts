/** The command line as people run it: in processes of its own, through `bin/innkeeper.mjs`. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'bin/innkeeper.mjs')
const folder = mkdtempSync(join(tmpdir(), 'innkeeper-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let count = 0
const fresh = (name: string) => join(folder, `${++count}-${name}`)

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
const older = olderNode()

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}
interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  out(): string
}
function begin(
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
function run(args: readonly string[], input = '', more: Parameters<typeof begin>[1] = {}): Promise<Ended> {
  const { child, ended } = begin(args, more)
  child.stdin?.on('error', () => undefined) // it may have ended before reading
  child.stdin?.end(input)
  return ended
}
/** A database that has seen a little life. */
async function lived(): Promise<string> {
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
const stdio = ['--adapters', 'stdio', '--clock', 'events', '--log-level', 'error']
const json = ({ out }: Ended): unknown => JSON.parse(out)

describe.concurrent('help', () => {
  it.each([[['help']], [['--help']], [[]]])('of the whole: %s', async (args) => {
    const { code, out, err } = await run(args)
    expect(code).toBe(0)
    for (const word of [
      'start',
      'check',
      'replay',
      'eval',
      'export',
      'backup',
      'restore',
      'forget',
      'doctor',
      'schema',
    ])
      expect(out + err).toContain(word)
  })
  it.each([
    'start',
    'check',
    'replay',
    'eval',
    'eval faq',
    'eval spam',
    'export',
    'backup',
    'restore',
    'forget',
    'doctor',
    'schema',
    'schema stdio',
    'schema rulebook',
  ])('of %s', async (command) => {
    const { code, out, err } = await run([...command.split(' '), '--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`Usage: innkeeper ${command}`)
  })
  it('gives the version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${packageJson.version}\n` })
  })
})

describe.each([['this', process.execPath], ...(older ? [['an older', older]] : [])] as [string, string][])(
  'on %s Node',
  (_which, node) => {
    it('runs', async () => {
      const { code, out } = await run(['check', 'rules/demo', '--json'], '', { node })
      expect([code, (JSON.parse(out) as { ok: boolean }).ok]).toEqual([0, true])
    })
    it('passes signals and exit codes on', async () => {
      expect((await run(['check', 'nowhere'], '', { node })).code).toBe(1)
      const { child, ended, out } = begin(['start', ...stdio, '--db', fresh('s.db')], { node })
      child.stdin?.write('{"type":"message","id":"m","at":1790000000000,"group":"g","user":"u","text":"hi"}\n')
      await expect.poll(out, { timeout: 15_000 }).toContain('"ack"')
      child.kill('SIGTERM')
      expect((await ended).code).toBe(0)
    })
  },
)

describe.concurrent('calls that are wrong end with 2', () => {
  it.each([
    [['frobnicate']],
    [['check', '--frobnicate']],
    [['start', '--port', 'seventy']],
    [['start', '--adapters', 'carrier-pigeon']],
    [['start', '--clock', 'sun']],
    [['eval', 'faq']],
    [['eval', 'faq', 'nowhere.json']],
    [['restore', 'nowhere.db', '--db', 'elsewhere.db']],
    [['forget']],
    [['start', '--db', '']],
  ])('%s', async (args) => {
    const { code, out, err } = await run(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.length).toBeGreaterThan(10)
    expect(err, 'a sentence, not a trace').not.toMatch(/^\s+at /m)
  })
})

describe('check', () => {
  it('of a rulebook in order: 0, in both languages and as JSON', async () => {
    expect(await run(['check', 'rules/demo'])).toMatchObject({ code: 0, out: expect.stringContaining('in order') })
    expect(await run(['check', 'rules/demo', '--lang', 'zh'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('没有问题'),
    })
    expect(json(await run(['check', '--json']))).toMatchObject({
      ok: true,
      problems: [],
      communities: [{ id: 'lantern' }],
    })
  })
  it('of a broken one: 1, with file, line, column and remedy', async () => {
    const rules = fresh('rules')
    cpSync(join(root, 'rules/demo'), rules, { recursive: true })
    const file = join(rules, 'community.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('timezone: Asia/Shanghai', 'timezon: Asia/Shanghai'))
    const { code, out } = await run(['check', rules])
    expect(code).toBe(1)
    expect(out).toMatch(/community\.yaml:\d+:\d+/)
    expect(out).toContain('timezone')
    const told = json(await run(['check', rules, '--json'])) as {
      ok: boolean
      problems: { line: number; remedy: string }[]
    }
    expect(told.ok).toBe(false)
    expect(told.problems[0]?.line).toBeGreaterThan(1)
    expect((await run(['start', '--rules', rules, '--db', fresh('x.db'), ...stdio])).code).toBe(78)
  })
})

describe('the owner’s data', () => {
  it('goes round: backup, restore, export, forget', { timeout: 60_000 }, async () => {
    const db = await lived()
    const copy = fresh('copy.db')
    const made = json(await run(['backup', copy, '--db', db, '--json'])) as {
      rows: number
      tables: Record<string, number>
    }
    expect(made.tables.members).toBe(2)
    const target = fresh('restored.db')
    expect(json(await run(['restore', copy, '--db', target, '--json']))).toMatchObject({
      rows: made.rows,
      tables: made.tables,
    })
    expect((await run(['restore', copy, '--db', target])).code).toBe(78)
    expect((await run(['backup', copy, '--db', db])).code).toBe(78)

    const members = json(await run(['export', '--list', '--db', target, '--json'])) as { id: string; name: string }[]
    expect(members.map(({ name }) => name)).toEqual(['Tom Tailor', 'mo'])
    const exported = json(await run(['export', '--member', 'tom tailor', '--db', target])) as {
      tables: Record<string, unknown[]>
    }
    expect(exported.tables.memberships).toHaveLength(1)
    expect((await run(['export', '--member', 'nobody', '--db', target])).code).toBe(2)
    const rules = fresh('made')
    const { written } = json(await run(['export', '--rulebook', rules, '--db', target, '--json'])) as {
      written: string[]
    }
    expect(written.every((file) => existsSync(file))).toBe(true)

    const forgotten = json(await run(['forget', 'stdio:tom', '--db', target, '--json'])) as {
      rows: Record<string, number>
    }
    expect(forgotten.rows.members).toBe(1)
    expect((await run(['forget', 'stdio:tom', '--db', target])).code).toBe(2)
    const left = json(await run(['export', '--list', '--db', target, '--json'])) as { name: string }[]
    expect(left.map(({ name }) => name)).toEqual(['mo'])
  })
  it('is told apart from other files: 78 with the reason', async () => {
    const garbage = fresh('garbage.db')
    writeFileSync(garbage, 'no database '.repeat(1000))
    expect(await run(['restore', garbage, '--db', fresh('t.db')])).toMatchObject({
      code: 78,
      err: expect.stringContaining('backup/not-a-backup'),
    })
    expect(await run(['start', ...stdio, '--db', garbage])).toMatchObject({
      code: 78,
      err: expect.stringContaining('store/broken'),
    })
    expect(await run(['start', ...stdio, '--db', join(garbage, 'x.db')])).toMatchObject({
      code: 78,
      err: expect.stringContaining('store/unwritable'),
    })
  })
})

const waiting = (db: string): string[] => {
  const raw = new SQLite(db, { readonly: true })
  const rows = raw.prepare<[], { id: string }>("select id from outbox where state = 'waiting' order by id").all()
  raw.close()
  return rows.map(({ id }) => id)
}
describe('start', () => {
  it('on a database that another one holds: 75; so for export, while a backup may be taken', async () => {
    const db = await lived()
    const { child, ended, out } = begin(['start', ...stdio, '--db', db])
    child.stdin?.write('{"type":"message","id":"x","at":1791000000000,"group":"reading","user":"u","text":"hi"}\n')
    await expect.poll(out, { timeout: 15_000 }).toContain('"ack"')
    expect(await run(['start', ...stdio, '--db', db])).toMatchObject({
      code: 75,
      err: expect.stringContaining('store/taken'),
    })
    expect((await run(['export', '--list', '--db', db])).code).toBe(75)
    expect(json(await run(['doctor', '--db', db, '--port', '0', '--json']))).toMatchObject({
      findings: expect.arrayContaining([expect.objectContaining({ what: 'Database', state: 'warn' })]),
    })
    expect((await run(['backup', fresh('busy.db'), '--db', db])).code).toBe(0)
    child.stdin?.end()
    expect((await ended).code).toBe(0)
  })
  it('on a server that does not answer: 75', async () => {
    expect(await run(['start', ...stdio, '--db', 'postgres://nobody@127.0.0.1:1/none'])).toMatchObject({
      code: 75,
      err: expect.stringContaining('store/unreachable'),
    })
  })
  it('on a port that is taken: 78, and says what to do', { timeout: 60_000 }, async () => {
    const other = createServer()
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening))
    const { port } = other.address() as { port: number }
    const { code, err } = await run(['start', '--db', fresh('p.db'), '--port', String(port)])
    other.close()
    expect([code, err.includes('web/port-taken'), err.includes('--port')]).toEqual([78, true, true])
  })
  it('serves lines, tells what is wrong with a line and goes on, and sums up at the end', async () => {
    const lines = [
      'not json',
      '{"type":"message"}',
      '{"type":"message","id":"m","at":1790000000000,"group":"g","user":"u","text":"群规"}',
      '{"type":"clock","at":1790000060000,"id":"c"}',
    ]
    const { code, out, err } = await run(['start', ...stdio, '--db', fresh('l.db')], `${lines.join('\n')}\n`)
    const told = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; line?: number; event?: string })
    expect(code).toBe(0)
    expect(told.filter(({ type }) => type === 'error').map(({ line }) => line)).toEqual([1, 2])
    expect(told.filter(({ type }) => type === 'ack').map(({ event }) => event)).toEqual(['m', 'c'])
    expect(JSON.parse(err.trim().split('\n').at(-1) ?? '')).toMatchObject({
      summary: { lines: 4, events: 1, errors: 2 },
    })
  })
  it('ends with 0 on SIGTERM though nobody answers, and tells again what was not answered', {
    timeout: 60_000,
  }, async () => {
    const db = fresh('sig.db')
    const { child, ended, out } = begin(['start', ...stdio, '--db', db])
    child.stdin?.write('{"type":"hello","outcomes":true}\n')
    for (let n = 0; n < 50; n++) {
      const message = { type: 'message', id: `m${n}`, at: 1_790_000_000_000 + n, group: `g${n % 10}`, user: 'u' }
      child.stdin?.write(`${JSON.stringify({ ...message, text: '群规' })}\n`)
    }
    await expect.poll(out, { timeout: 15_000 }).toContain('"m49"')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
    const left = waiting(db)
    expect(left.length).toBeGreaterThanOrEqual(10)
    const again = await run(['start', ...stdio, '--db', db], '{"type":"clock","at":1790000100000}\n')
    expect(again.code).toBe(0)
    const told = again.out
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { id: string }).id)
    expect(told.filter((id) => left.includes(id)).sort()).toEqual(left)
    expect(waiting(db)).toEqual([])
  })
  it('opens the page, and closes it on SIGTERM', { timeout: 90_000 }, async () => {
    const { child, ended, out } = begin(['start', '--db', fresh('w.db'), '--port', '0', '--log-level', 'error'])
    await expect.poll(out, { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+/)
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(out())?.[0] ?? ''
    expect((await fetch(url)).status).toBe(200)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(0)
  })
})

describe('reports', () => {
  it('doctor: 0 where all is well, 1 where something is not', async () => {
    const well = await run(['doctor', '--db', fresh('d.db'), '--port', '0', '--json'])
    expect(json(well)).toMatchObject({
      ok: true,
      findings: expect.arrayContaining([{ what: 'Node', state: 'ok', detail: process.version }]),
    })
    expect(well.code).toBe(0)
    const ill = await run(['doctor', '--db', fresh('d.db'), '--rules', folder, '--port', '0'])
    expect([ill.code, ill.out.includes('✗ Rulebook')]).toEqual([1, true])
  })
  it('schema: of the lines and of the rulebook', async () => {
    expect(json(await run(['schema', 'stdio']))).toMatchObject({ $defs: { in: {}, out: {} } })
    expect(Object.keys(json(await run(['schema', 'rulebook'])) as object)).toEqual(
      expect.arrayContaining(['community.yaml', 'faq.yaml']),
    )
    const out = fresh('schemas')
    expect((await run(['schema', 'rulebook', '--out', out])).code).toBe(0)
    expect(existsSync(join(out, 'community.yaml.schema.json'))).toBe(true)
  })
  it('eval: on labelled questions and messages', async () => {
    const faq = fresh('faq.json')
    const entries = [{ id: 'tea', question: 'Where is the teapot?', alternatives: ['which cupboard has the teapot'] }]
    const queries = [
      { text: 'where is the teapot', expected: 'tea' },
      { text: 'who won the football last night', expected: null, kind: 'other' },
    ]
    writeFileSync(faq, JSON.stringify({ name: 'tea', lang: 'en', entries, queries }))
    expect(json(await run(['eval', 'faq', faq, '--json']))).toMatchObject([
      { name: 'tea', n: 2, top1: 1, falseAnswers: { overall: 0 } },
    ])
    expect((await run(['eval', 'faq', faq])).out).toMatch(/^tea +2 +100\.0%/m)
    const spam = fresh('spam.jsonl')
    const labelled = [
      { text: 'FREE crypto airdrop!!! join t.me/fastmoney now', label: 'spam', lang: 'en', source: 'made up' },
      { text: 'good morning everyone', label: 'ham', lang: 'en', source: 'made up' },
    ]
    writeFileSync(spam, labelled.map((line) => JSON.stringify(line)).join('\n'))
    expect(json(await run(['eval', 'spam', spam, '--json']))).toMatchObject({ overall: { n: 2, spam: 1, fpr: 0 } })
    expect((await run(['eval', 'spam', spam])).out).toMatch(/^all +2 /m)
    writeFileSync(spam, 'not json')
    expect(await run(['eval', 'spam', spam])).toMatchObject({
      code: 78,
      err: expect.stringContaining('eval/not-a-set'),
    })
    expect((await run(['eval', 'faq', spam])).code).toBe(78)
  })
})
