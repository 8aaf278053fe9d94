/** Rules that hear of other things than messages, and those that count over time, through a whole house. */
import { describe, expect, test } from 'vitest'
import { rated } from '../../../../src/features/moderation/rules/schema/triggers.ts'
import { cases, deeds } from '../house.ts'
import { elsewhere } from './elsewhere.ts'
import { heard, type Row, wait } from './heard.ts'
import { ruled } from './inn.ts'
import { timed } from './timed.ts'

const warned = ['whisper test:tom', 'ask test:mod']
const tables: Readonly<Record<string, Row>> = { ...heard, ...timed }
const keyed = Object.values(tables).flatMap(({ rule }) => rule.when)

describe('no trigger is without a row', () => {
  test('that hears of other things than single messages', () => {
    const here = new Set(keyed.flatMap((one) => (typeof one === 'string' ? [one] : Object.keys(one))))
    expect(elsewhere.filter((name) => !here.has(name))).toEqual([])
  })
  test('nor is anything that can be counted', () => {
    const here = new Set(
      keyed.flatMap((one) => (typeof one === 'object' && 'rate' in one ? [(one.rate as { of: string }).of] : [])),
    )
    expect(rated.filter((name) => !here.has(name))).toEqual([])
  })
})
test.each(Object.entries(tables))('%s', async (_name, { rule, goes, stays, section, does = warned }) => {
  const inn = await ruled([{ do: ['warn'], ...rule }], section)
  await stays?.(inn)
  const before = (await cases(inn)).filter(({ rule: by }) => by === 'rule:r1')
  expect(before).toEqual([])
  const early = deeds(inn)
  expect(
    does.every((deed) => early.includes(deed)),
    'too early',
  ).toBe(false)
  await goes(inn)
  expect(inn.log.errors).toEqual([])
  expect(deeds(inn)).toEqual(expect.arrayContaining([...does]))
  await inn.close()
})
test('a rule about warnings that warns does not go round in circles', async () => {
  const inn = await ruled([{ when: [{ case: { deeds: ['warn'] } }], do: ['warn'] }])
  await inn.says('tom', 'x')
  await inn.gives('mod', 'warn', { member: 'test:tom' })
  for (let n = 0; n < 5; n++) await wait(inn)
  expect((await cases(inn)).length).toBe(2)
  await inn.close()
})
test('what a rule deleted is no deletion of the member’s', async () => {
  const inn = await ruled([
    { when: [{ words: ['bad'] }], do: ['delete'] },
    { when: ['deleted'], do: ['warn'] },
  ])
  await inn.join('tom')
  await inn.says('tom', 'bad', { id: 'b1' })
  await inn.happens({ type: 'delete', message: 'b1', user: 'test:tom' })
  expect((await cases(inn)).map(({ rule }) => rule)).toEqual(['rule:r1'])
  await inn.happens({ type: 'delete', message: 'b2', user: 'test:tom' })
  expect((await cases(inn)).map(({ rule }) => rule)).toEqual(['rule:r1', 'rule:r2'])
  await inn.close()
})
