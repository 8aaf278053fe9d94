/** `innkeeper start`: what it needs, what it says, how it ends. */
import { createServer } from 'node:net'
import SQLite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { begin, fresh, json, lived, run, stdio } from './process.ts'

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
