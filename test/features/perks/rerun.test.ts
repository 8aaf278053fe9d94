/** A batch that is rolled back and handled again must give the same commitment, and book nothing twice. */
import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { Event } from '../../../src/core/event.ts'
import { kit } from '../../../src/core/feature.ts'
import { texts } from '../../../src/core/texts.ts'
import perks from '../../../src/features/perks/index.ts'
import { books, held, openPerks } from './kit.ts'

const clumsy = kit({ name: 'clumsy', config: z.strictObject({}), store: () => ({}) })
const stumbles = clumsy.feature({
  texts: texts({}, {}),
  needs: [],
  migrations: {},
  personal: [],
  on: {
    message: clumsy.on('message', ({ event }) =>
      event.text === 'stumble'
        ? {
            save: () => {
              throw new Error('stumbled')
            },
          }
        : undefined,
    ),
  },
})

it('gives the same seed and moves no point twice', async () => {
  const inn = await openPerks({ points: { perMessage: 2 } }, { features: [perks, stumbles] })
  await inn.says('ann', 'hello everybody')
  inn.took()
  const at = inn.now + 1000
  const by = (user: string) => ({ group: 'test:main', user: `test:${user}`, name: user, at })
  const events: Event[] = [
    { ...by('ben'), id: 'r1', type: 'message', text: 'hello everybody' },
    {
      ...by('mod'),
      id: 'r2',
      type: 'command',
      name: 'giveaway',
      input: { action: 'start', what: 'A book' },
      role: 'moderator',
    },
    { ...by('cat'), id: 'r3', type: 'command', name: 'checkin', input: {} },
    { ...by('dan'), id: 'r4', type: 'message', text: 'stumble' },
  ]
  await Promise.all(events.map((event) => inn.engine.emit(event)))
  await inn.engine.idle()
  expect(inn.log.errors.length).toBeGreaterThan(0)
  const asks = inn.took().flatMap(({ action }) => (action.type === 'ask' ? [action] : []))
  const [{ value }] = (await inn.rows('perks_secrets')) as [{ value: string }]
  const seed = createHmac('sha256', Buffer.from(value, 'hex')).update('giveaway\0r2').digest('hex')
  expect(asks).toHaveLength(1)
  expect(asks[0]!.text).toContain(createHash('sha256').update(seed).digest('hex'))
  // two each for the talk of ann, ben and dan, five for the check-in
  expect(held(await books(inn))).toBe(11)
  await inn.close()
})
