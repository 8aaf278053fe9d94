/** What a raid is to moderation is one to the welcome. */
import { expect, test } from 'vitest'
import moderation from '../../../src/features/moderation/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { openInn } from '../../kit/inn.ts'

const open = () =>
  openInn({
    features: [moderation, welcome],
    languages: ['en'],
    sections: {
      moderation: { raid: { joins: 4, seconds: 10, calm: '10m' } },
      welcome: { mention: false, windowSeconds: 30, farewell: { en: 'Bye {name}' }, text: { en: 'Hi {name}' } },
    },
  })

test('nobody is greeted from its first newcomer until moderation says that it is over', async () => {
  const inn = await open()
  for (let n = 1; n <= 4; n++) await inn.join(`u${n}`)
  await inn.passes('1m') // long after our own minute of few joins
  await inn.join('u5', { id: 'late' })
  expect((await inn.why('late')).welcome).toMatchObject({ decided: 'silent', checks: [{ name: 'raid' }] })
  await inn.leave('u5')
  await inn.passes('1m')
  expect(inn.sent().filter((text) => /^(?:Hi|Bye|Welcome)/.test(text))).toEqual([])
  await inn.passes('15m')
  inn.took()
  await inn.join('calm')
  await inn.passes('1m')
  expect(inn.sent()).toEqual(['Hi calm'])
  await inn.close()
})

test('a few who come together are no raid', async () => {
  const inn = await open()
  for (let n = 1; n <= 3; n++) await inn.join(`u${n}`)
  await inn.passes('1m')
  expect(inn.sent()).toHaveLength(1)
  await inn.close()
})
