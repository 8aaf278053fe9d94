/** Who is dealt with between coming in and the welcome is not greeted before everybody. */
import { afterEach, expect, test } from 'vitest'
import moderation from '../../../src/features/moderation/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'
import { advert } from '../moderation/house.ts'

let inn: Inn
afterEach(() => inn.close())
async function open() {
  inn = await openInn({
    features: [moderation, welcome],
    languages: ['en'],
    sections: {
      welcome: { mention: false, windowSeconds: 60, text: { en: 'Hi {name}' }, merged: { en: 'Hi {names}' } },
    },
  })
  await inn.says('mod', 'good morning', { role: 'moderator' })
}
const greetings = async () => {
  inn.took()
  await inn.passes('1m')
  return inn.sent()
}
const states = async () => (await inn.rows('welcome_newcomers')).map(({ state }) => state).sort()

test('an advert costs the welcome', async () => {
  await open()
  await inn.join('spam')
  await inn.join('ann')
  await inn.says('spam', advert.en)
  expect(await greetings()).toEqual(['Hi ann'])
  expect(await states()).toEqual(['trouble', 'welcomed'])
})
test('so does a mute by a moderator, and nobody is greeted where nobody else came', async () => {
  await open()
  await inn.join('tom')
  await inn.gives('mod', 'mute', { member: 'test:tom', for: '10m' })
  expect(await greetings()).toEqual([])
  expect(await states()).toEqual(['trouble'])
})
test.each(['ban', 'kick'])('and a %s that the platform has not told of yet', async (command) => {
  await open()
  await inn.join('tom')
  await inn.join('ann')
  await inn.gives('mod', command, { member: 'test:tom' })
  expect(await greetings()).toEqual(['Hi ann'])
})
test('what was taken back, or only asked about, costs nothing', async () => {
  await open()
  await inn.join('spam')
  await inn.says('spam', advert.en)
  await inn.gives('mod', 'undo', { case: '1' })
  await inn.join('ann')
  await inn.says('ann', 'come to discord.gg/theirs')
  expect(await greetings()).toEqual(['Hi spam and ann'])
})
