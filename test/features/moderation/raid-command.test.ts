/** /raid and 防冲: a transcript in each language. */
import { expect, test } from 'vitest'
import { people } from './crowds.ts'
import { house } from './house.ts'

const said = (texts: string[]) => texts.at(-1) ?? ''

test('on, status, off: and none by itself for an hour', async () => {
  const inn = await house({}, { languages: ['zh'] })
  await inn.gives('mod', 'raid', {})
  expect(said(inn.sent())).toBe('现在没有防突袭，一切如常。')
  await inn.says('mod', '/防冲 on')
  const on = inn.sent()
  expect(on.join('\n')).toMatch(/已进入防突袭状态（戒备）\n起因：mod 下的令/)
  expect(on.join('\n')).toContain('防突袭已开启（戒备），1小时后自动结束。')
  await inn.gives('mod', 'raid', { action: 'status' })
  expect(said(inn.sent())).toMatch(/^防突袭进行中（戒备），起因：mod 下的令。已有 0 人加入/)
  await inn.gives('mod', 'raid', { action: 'off' })
  expect(inn.sent().join('\n')).toMatch(/防突袭结束了[\s\S]*防突袭已结束，1小时内不会自动开启。/)
  for (const name of people.slice(0, 12)) await inn.join(`x${name}`, { name })
  expect(inn.sent()).toEqual([])
  await inn.passes('61m')
  for (const name of people.slice(20, 30)) await inn.join(`y${name}`, { name })
  expect(inn.sent().join('\n')).toContain('已进入防突袭状态')
  await inn.close()
})
test('in English, at the strictest, for as long as is said; members have no say', async () => {
  const inn = await house()
  await inn.join('rosa', { name: 'Rosa' })
  inn.took()
  const refused = await inn.gives('rosa', 'raid', { action: 'on' })
  expect(refused).toMatchObject({ ok: false })
  await inn.gives('mod', 'raid', { action: 'on', level: 'locked', for: '30m' })
  expect(
    inn
      .took()
      .map(({ action }) => action.type)
      .sort(),
  ).toEqual(['invites', 'slow', 'whisper', 'whisper'])
  await inn.join('tim', { name: 'Tim' })
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    { type: 'whisper', user: 'test:tim' },
    { type: 'mute', user: 'test:tim' },
  ])
  await inn.passes('29m')
  expect(inn.took()).toEqual([])
  await inn.passes('2m')
  expect(
    inn
      .took()
      .map(({ action }) => action.type)
      .sort(),
  ).toEqual(['ask', 'invites', 'slow'])
  await inn.close()
})
test('the word that one is wrong with is named', async () => {
  const inn = await house()
  const receipt = await inn.gives('mod', 'raid', { action: 'on', for: 'soonish' })
  expect(receipt).toMatchObject({ ok: false, errors: [{ field: 'for' }] })
  await inn.close()
})
