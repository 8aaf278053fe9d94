/** Ten thousand hostile events in an hour against the shipped settings, without a rule: nobody is flooded, staff neither. */
import { expect, test } from 'vitest'
import { eventSchema } from '../../../src/core/event.ts'
import activity from '../../../src/features/activity/index.ts'
import gate from '../../../src/features/gate/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { openInn } from '../../kit/inn.ts'

const texts = [
  'Earn money fast! DM me on telegram @richman{n} and join https://t.me/+abc{n}',
  '刷单兼职日结，加微信 abc{n} 领福利，进群 https://discord.gg/abc{n}',
  '@everyone free nitro https://discord-gift{n}.example/claim',
  'a'.repeat(3000),
  'hello everybody, what are you all reading this week? {n}',
  '/report @u{n} spam',
  '/appeal {n} I did nothing',
  '/verify 1',
]
const anHour = 3_600_000
const isOrder = (event: string) => texts[Number(event.slice(1)) % texts.length]?.startsWith('/') ?? false

test('budgets hold under 10,000 hostile events, by checks, raids, reports and appeals', {
  timeout: 240_000,
}, async () => {
  const inn = await openInn({ features: [moderation, gate, welcome, activity], languages: ['en'] })
  for (const name of ['mod', 'mod2', 'owner']) await inn.says(name, 'good morning')
  const begin = Math.ceil(inn.now / anHour) * anHour
  for (let from = 0; from < 10_000; from += 500) {
    const some = Array.from({ length: 500 }, (_, n) => {
      const at = from + n
      const user = `test:u${(at * 7) % 900}`
      const by = { id: `h${at}`, at: begin + at * 300, group: 'test:main', user, name: `Free Gift ${at % 900}` }
      const text = (texts[at % texts.length] ?? '').replaceAll('{n}', String(at))
      if (at % 5 === 0) return eventSchema.parse({ ...by, type: 'member.join' })
      if (at % 5 === 1) return eventSchema.parse({ ...by, type: 'edit', message: `h${at - 5}`, text })
      return eventSchema.parse({ ...by, type: 'message', text, private: at % 11 === 0 })
    })
    await Promise.all(some.map((event) => inn.engine.emit(event)))
    await inn.engine.idle()
  }
  await inn.passes('15m')
  expect(inn.log.errors).toEqual([])
  const rows = await inn.store.db
    .selectFrom('outbox')
    .select(['type', 'state', 'action', 'feature', 'at', 'event'])
    .execute()
  const done = rows.filter(({ state, at }) => state === 'done' && Number(at) < begin + anHour)
  const count = (type: string) => done.filter((row) => row.type === type).length
  expect(count('kick')).toBeLessThanOrEqual(5)
  expect(count('ban')).toBeLessThanOrEqual(5)
  expect(count('mute')).toBe(20)
  expect(count('delete')).toBe(60)
  // What somebody ordered is answered in any case; all else is in the budget.
  const unasked = done.filter(({ type, event }) => type === 'whisper' && !isOrder(String(event)))
  expect(unasked.length).toBeLessThanOrEqual(120)
  expect(
    count('send') + done.filter(({ type, action }) => type === 'ask' && !/"user":/.test(String(action))).length,
  ).toBeLessThanOrEqual(60)
  // Each of the staff is asked 30 times, told once that it is enough, and hears of the raid and of the gate.
  for (const user of ['mod', 'mod2', 'owner']) {
    const told = done.filter(({ action }) => String(action).includes(`"user":"test:${user}"`))
    const asked = told.filter(
      ({ action, event }) => String(action).includes('"ask":"moderation:case:') && !isOrder(String(event)),
    )
    expect(asked).toHaveLength(30)
    expect(told.filter(({ action }) => /I stop asking for now/.test(String(action)))).toHaveLength(1)
    expect(told.length).toBeLessThanOrEqual(50)
  }
  // What they were not asked waits for them.
  const cases = await inn.rows('moderation_cases')
  expect(cases.length).toBeGreaterThan(500)
  await inn.close()
})
