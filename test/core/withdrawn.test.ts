import { expect, it } from 'vitest'
import { z } from 'zod'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { openInn } from '../kit/inn.ts'

const bell = kit({ name: 'bell', config: z.strictObject({ rings: z.boolean().default(true) }), store: () => ({}) })
const feature = bell.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  jobs: [
    bell.job({
      name: 'ring',
      recurs: ({ rings }) => (rings ? [{ key: 'noon', cron: '0 12 * * *', late: 'skip' }] : []),
      run: async ({ group }) => ({ actions: [{ type: 'send', group: group.ref, text: 'noon' }] }),
    }),
  ],
})

it('what the rulebook no longer has is not run, though it was already known to come next', async () => {
  const inn = await openInn({ features: [feature], languages: ['en'], timezone: 'UTC' })
  await inn.says('tom', 'hello')
  await inn.passes('3h')
  expect(inn.sent()).toEqual(['noon'])
  await inn.rules({ sections: { bell: { rings: false } } })
  await inn.passes('3d')
  expect(inn.sent()).toEqual([])
  await inn.close()
})
