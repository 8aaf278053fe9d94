/** Matches that a platform left open are listed, and settled by the owner alone. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrations } from '../../../adapters/wechaty/migrations.ts'
import platforms from '../../../src/features/platforms/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'

let inn: Inn
beforeEach(async () => {
  inn = await openInn({ features: [platforms], migrations: [migrations], languages: ['zh'] })
  await inn.join('owner')
  const common = { kind: 'person', found: '@2p1', meanwhile: 'wechat:p2', at: 1, state: 'open' }
  const names = { found_name: '可乐', known_name: '可乐' }
  await inn.store.db
    .insertInto('wechat_matches')
    .values([
      { ...common, ...names, id: '1', ref: 'test:main', known: 'wechat:p1', confidence: 0.42 },
      { ...common, ...names, id: '2', ref: 'test:elsewhere', known: 'wechat:p9', confidence: 0.5 },
    ])
    .execute()
})
afterEach(() => inn.close())
const stateOf = async (id: string) => (await inn.rows('wechat_matches')).find((row) => row.id === id)?.state

it('are listed with their numbers, those of other communities are not', async () => {
  await inn.says('owner', '认人')
  expect(inn.sent()[0]).toMatch(/1\. .*可乐.*42%/u)
  await inn.says('owner', '认人 2 是')
  expect(inn.sent()[0]).toContain('没有第 2 个')
  expect(await stateOf('2')).toBe('open')
})
it.each([
  ['认人 1 是', 'same'],
  ['／认人　１　不是', 'other'],
  ['/match #1 same', 'same'],
])('%s settles it, and who said so is kept', async (said, state) => {
  await inn.says('owner', said)
  expect(await stateOf('1')).toBe(state)
  expect(await inn.rows('platforms_settled')).toMatchObject([{ id: '1', verdict: state }])
})
it('no moderator settles it', async () => {
  await inn.says('mod', '/match 1 same', { role: 'moderator' })
  expect(await stateOf('1')).toBe('open')
})
it('are in the office with a button for each verdict', async () => {
  const panel = await inn.desk.panel('platforms', 'matches', { community: 'here', locale: 'zh' })
  expect(panel.rows).toMatchObject([
    {
      id: '1',
      cells: { found: '可乐', confidence: 0.42 },
      acts: [{ input: { number: '1', verdict: 'same' } }, { input: { number: '1', verdict: 'other' } }],
    },
  ])
})
it('are none where no platform has made their table', async () => {
  const bare = await openInn({ features: [platforms], languages: ['zh'] })
  await bare.join('owner')
  await bare.says('owner', '认人')
  expect(bare.sent()).toEqual(['没有需要确认的人或群。'])
  await bare.close()
})
