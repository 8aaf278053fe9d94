/** The command line as people run it, all but what runs on. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { begin, folder, fresh, json, lived, older, root, run, stdio } from './process.ts'

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
    'faq import',
    'faq export',
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
    [['faq', 'import', 'nowhere.csv']],
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
