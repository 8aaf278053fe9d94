/** The whole bot at the stdio door with the wall clock, killed while it waits for a second opinion. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { begin, fresh, type Running } from '../cli/process.ts'
import { entries, halfKnown } from '../features/faq/entries.ts'
import { openService, type Reply, says } from '../kit/service.ts'

const key = 'sk-secret-of-the-owner'
const question = halfKnown('zh')
const linesOf = (running: Running) =>
  running
    .out()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
const told = (running: Running) => linesOf(running).filter(({ type }) => type === 'ask' || type === 'send')

it('offers entries once after a kill, answers the next with what was chosen, and never tells the key', {
  timeout: 60_000,
}, async () => {
  let reply: Reply = 'silence'
  const service = await openService(() => reply)
  const rules = fresh('rules')
  const db = fresh('house.db')
  mkdirSync(rules)
  writeFileSync(
    join(rules, 'community.yaml'),
    'id: readers\nname: Readers\ntimezone: Asia/Shanghai\nlanguages: [zh, en]\ngroups: [{ match: stdio:reading }]\n',
  )
  const second = { url: service.url, model: 'small', timeoutMs: 5000 }
  writeFileSync(join(rules, 'faq.yaml'), JSON.stringify({ entries, second }))
  const start = () =>
    begin(['start', '--adapters', 'stdio', '--db', db, '--rules', rules, '--log-level', 'debug'], {
      env: { INNKEEPER_ORACLE_KEY: key },
    })
  const ask = ({ child }: Running, id: string, user: string) =>
    child.stdin?.write(
      `${JSON.stringify({ type: 'message', id, at: Date.now(), group: 'reading', user, name: user, text: question.text })}\n`,
    )

  const first = start()
  ask(first, 'q1', 'tom')
  await expect.poll(() => service.requests.length, { timeout: 20_000 }).toBe(1)
  expect(linesOf(first)).toMatchObject([{ type: 'ack', event: 'q1' }])
  first.child.kill('SIGKILL')
  await first.ended
  expect(service.requests[0]?.authorization).toBe(`Bearer ${key}`)

  reply = says(question.second)
  const again = start()
  await expect.poll(() => told(again).length, { timeout: 20_000 }).toBe(1)
  expect(told(again)).toMatchObject([
    {
      type: 'ask',
      user: 'tom',
      replyTo: 'q1',
      options: expect.arrayContaining([{ id: question.second, label: expect.any(String) }]),
    },
  ])
  expect(service.requests).toHaveLength(1)

  ask(again, 'q2', 'ann')
  await expect.poll(() => told(again).length, { timeout: 20_000 }).toBe(2)
  const answer = entries.find(({ id }) => id === question.second)?.answer.zh
  expect(told(again)[1]).toMatchObject({ type: 'ask', replyTo: 'q2', text: answer })
  again.child.stdin?.end()
  const { code, err } = await again.ended
  expect(code).toBe(0)
  expect(told(again)).toHaveLength(2)
  expect(err + (await first.ended).err).not.toContain(key)
  await service.close()
})
