/** Ten thousand hostile events in an hour: no budget is broken, nobody is flooded, staff is untouched. */
import { expect, test } from 'vitest'
import { eventSchema } from '../../../../src/core/event.ts'
import { ruled } from './inn.ts'

test('budgets hold under 10,000 hostile events', { timeout: 120_000 }, async () => {
  const inn = await ruled(
    [
      {
        when: [{ words: ['spam', '广告'] }],
        do: ['delete', 'warn', { reply: { en: 'No spam, {name}' } }, { giveRole: { role: 'quiet' } }],
      },
      {
        when: [{ rate: { of: 'messages', count: 3, seconds: 60, per: 'channel' } }],
        do: ['ban', { slow: { gap: '10s' } }, { alert: { en: 'busy' } }, { raid: {} }],
      },
      { when: [{ regex: '(a+)+$' }], do: ['kick', { whisper: { en: 'bye' } }, { purge: { count: 10 } }] },
      { when: ['join', { name: { words: ['seller'] } }], do: [{ mute: '1h' }, { lock: { for: '1h' } }] },
      { when: ['reaction'], do: ['ask', { send: { en: 'stop it' } }] },
    ],
    { hourly: { replies: 20, asks: 15, changes: 25 } },
  )
  const begin = Math.ceil(inn.now / 3_600_000) * 3_600_000
  const texts = ['spam', `${'a'.repeat(3000)}!`, 'Ꭰ広告广告', '@everyone', '||'.repeat(500), 'x'.repeat(4000)]
  for (let from = 0; from < 10_000; from += 500) {
    const some = Array.from({ length: 500 }, (_, n) => {
      const at = from + n
      const by = {
        id: `h${at}`,
        at: begin + at * 300,
        group: 'test:main',
        where: `c${at % 3}`,
        user: `test:u${at % 700}`,
        name: at % 5 ? `u${at}` : 'seller',
      }
      if (at % 10 === 0) return eventSchema.parse({ ...by, type: 'member.join' })
      if (at % 10 === 1) return eventSchema.parse({ ...by, type: 'reaction', message: 'm', emoji: '🤡' })
      return eventSchema.parse({ ...by, type: 'message', text: texts[at % texts.length] })
    })
    await Promise.all(some.map((event) => inn.engine.emit(event)))
    await inn.engine.idle()
  }
  expect(inn.log.errors).toEqual([])
  const done = await inn.store.db.selectFrom('outbox').select(['type', 'state', 'member_id', 'feature']).execute()
  const count = (type: string) => done.filter((row) => row.type === type && row.state === 'done').length
  // The shipped budgets of community.yaml, an hour.
  expect(count('kick')).toBeLessThanOrEqual(5)
  expect(count('ban')).toBeLessThanOrEqual(5)
  expect(count('mute')).toBeLessThanOrEqual(20)
  expect(count('delete')).toBeLessThanOrEqual(60)
  expect(count('whisper')).toBeLessThanOrEqual(120)
  // What rules do beside them.
  expect(count('send')).toBeLessThanOrEqual(20)
  expect(count('ask')).toBeLessThanOrEqual(15)
  expect(count('role') + count('slow') + count('lock') + count('purge')).toBeLessThanOrEqual(25)
  for (const type of ['kick', 'ban', 'mute', 'delete', 'send', 'ask', 'role']) expect(count(type)).toBeGreaterThan(0)
  await inn.close()
})
