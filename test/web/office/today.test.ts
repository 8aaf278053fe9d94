import { describe, expect, test } from 'vitest'
import type { Planned } from '../../../src/core/desk.ts'
import { week } from '../../../src/web/office/today.ts'
import { noon } from './desk.ts'
import { officeOf } from './office.ts'

const days = (rows: [string | number, number, number][]) => ({
  columns: [],
  rows: rows.map(([day, messages, joined], index) => ({
    id: String(index),
    cells: { day, messages, joined, left: 1 },
  })),
})

describe('the week', () => {
  test('adds up the groups of a day, fills quiet days, and ends today in the group’s zone', () => {
    const late = Date.UTC(2026, 2, 10, 17)
    const {
      days: seven,
      sums,
      sumsBefore,
    } = week(
      days([
        ['2026-03-11', 5, 1],
        ['2026-03-11', 2, 0],
        ['2026-03-05', 1, 0],
        ['2026-03-04', 40, 3],
        ['2026-02-01', 900, 9],
      ]),
      late,
      'Asia/Shanghai',
    )
    expect(seven.map((day) => day.messages)).toEqual([1, 0, 0, 0, 0, 0, 7])
    expect(seven.at(-1)?.day).toBe('2026-03-11')
    expect(sums).toEqual({ messages: 8, joined: 1, left: 3 })
    expect(sumsBefore).toEqual({ messages: 40, joined: 3, left: 1 })
  })
  test('takes a day given as an instant', () => {
    const { sums } = week(days([[Date.UTC(2026, 2, 9, 16), 4, 0]]), noon, 'Asia/Shanghai')
    expect(sums.messages).toBe(4)
  })
})

const planned = (due: number, more: Partial<Planned> = {}): Planned => ({
  feature: 'schedule',
  job: 'post',
  key: `k${due}`,
  group: 'g1',
  due,
  state: 'planned',
  note: '',
  ...more,
})

describe('the schedule', () => {
  const list = [
    planned(noon + 2),
    planned(noon + 1),
    planned(noon + 3, { group: 'g9' }),
    planned(noon - 1, { state: 'skipped', note: '迟了' }),
  ]
  test('soonest first, the community’s groups only, past apart', async () => {
    const { get } = officeOf({ planned: list })
    const due = async (path: string) => (await get(path)).body.items.map((one: Planned) => one.due - noon)
    expect(await due('planned')).toEqual([1, 2])
    expect(await due('planned?past=1')).toEqual([-1])
    expect((await get('planned?limit=1')).body.more).toBe(true)
  })
  test('as CSV says why one was skipped', async () => {
    const { body } = await officeOf({ planned: list }).get('planned.csv?past=1&lang=en')
    expect(body).toContain('读书会,schedule,post,k1773115199999,skipped,迟了')
  })
  test('notices that are over are not shown', async () => {
    const notice = { at: noon, kind: 'rulebook' as const, text: 'faq.yaml:3:5' }
    const { body } = await officeOf({
      notices: [
        { ...notice, over: true },
        { ...notice, over: false },
      ],
    }).get('today')
    expect(body.notices).toHaveLength(1)
  })
})
