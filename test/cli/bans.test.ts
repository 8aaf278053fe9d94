/** Ban lists from one community to another, by the command line and the rulebook. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { fresh, json, root, run, stdio } from './process.ts'

interface Keys {
  readonly privateKey: string
  readonly publicKey: string
}
const served = new Map<string, string>()
const server = createServer((request, response) => {
  const text = served.get(request.url ?? '')
  response.writeHead(text === undefined ? 404 : 200).end(text)
})
const listening = new Promise<string>((resolve) =>
  server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)),
)
afterAll(() => server.close())

/** A database in which mo banned two, one of them without saying why. */
async function banned(): Promise<string> {
  const db = fresh('bans.db')
  const at = Date.UTC(2026, 9, 5, 2)
  const event = (n: number, more: object) => ({ id: `e${n}`, at: at + n * 1000, group: 'reading', ...more })
  const mo = { user: 'mo', role: 'owner' }
  const lines = [
    event(0, { type: 'member.join', user: 'eve' }),
    event(1, { type: 'member.join', user: 'bob' }),
    event(2, { type: 'command', name: 'ban', input: { member: 'eve', reason: 'sells forged papers' }, ...mo }),
    event(3, { type: 'command', name: 'ban', input: { member: 'bob' }, ...mo }),
  ]
  await run(['start', ...stdio, '--db', db], `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`)
  return db
}

describe('innkeeper bans', () => {
  it('gives a list out, which another community checks, brings in and follows', async () => {
    const keys = json(await run(['bans', 'key', '--json'])) as Keys
    const file = fresh('friends.jsonl')
    const args = ['bans', 'export', file, '--community', 'lantern', '--db', await banned(), '--json']
    const given = await run(args, '', { env: { INNKEEPER_BANS_KEY: keys.privateKey } })
    expect(json(given)).toMatchObject({ bans: 1, lifted: 0, withoutReason: 1, publicKey: keys.publicKey })
    expect(given.out + given.err + readFileSync(file, 'utf8')).not.toContain(keys.privateKey)
    expect(json(await run(['bans', 'verify', file, '--key', keys.publicKey, '--json']))).toMatchObject({
      lines: 1,
      bans: 1,
    })

    const rules = fresh('rules')
    cpSync(join(root, 'rules/demo'), rules, { recursive: true })
    mkdirSync(join(rules, 'bans'))
    const out = join(rules, 'bans/friends.jsonl')
    served.set('/friends.jsonl', readFileSync(file, 'utf8'))
    const address = `${await listening}/friends.jsonl`
    const brought = await run(['bans', 'import', address, '--key', keys.publicKey, '--out', out, '--json'])
    expect(json(brought)).toMatchObject({ bans: 1, added: 1, gone: 0 })
    const section = `\nsharedBans:\n  - { name: friends, source: "file:bans/friends.jsonl", key: "${keys.publicKey}", effect: ban }\n`
    writeFileSync(join(rules, 'moderation.yaml'), readFileSync(join(rules, 'moderation.yaml'), 'utf8') + section)
    expect((await run(['check', rules])).code).toBe(0)

    served.set('/friends.jsonl', readFileSync(file, 'utf8').replace('eve', 'ann'))
    const forged = await run(['bans', 'import', address, '--key', keys.publicKey, '--out', out])
    expect([forged.code, forged.err]).toEqual([78, expect.stringContaining('line 1 is not signed by this key')])
    expect(readFileSync(out, 'utf8')).toContain('eve')
    writeFileSync(out, readFileSync(out, 'utf8').replace('eve', 'ann'))
    const checked = await run(['check', rules])
    expect([checked.code, checked.out + checked.err]).toEqual([1, expect.stringContaining('line 1 is not signed')])
  })
  it('says what is wrong with the key or the address, and changes nothing', async () => {
    const out = fresh('none.jsonl')
    expect(await run(['bans', 'export', out, '--db', fresh('e.db')])).toMatchObject({
      code: 78,
      err: expect.stringContaining('INNKEEPER_BANS_KEY'),
    })
    const wrong = await run(['bans', 'export', out, '--db', fresh('f.db')], '', {
      env: { INNKEEPER_BANS_KEY: 'c2VjcmV0' },
    })
    expect([wrong.code, wrong.err.includes('c2VjcmV0')]).toEqual([78, false])
    const { publicKey } = json(await run(['bans', 'key', '--json'])) as Keys
    const gone = await run(['bans', 'import', `${await listening}/nothing`, '--key', publicKey, '--out', out])
    expect([gone.code, gone.err]).toEqual([78, expect.stringContaining('HTTP 404')])
    expect(existsSync(out)).toBe(false)
  })
})
