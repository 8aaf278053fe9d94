import { describe, expect, test } from 'vitest'
import type { Panel } from '../../../src/core/feature.ts'
import { noon } from './desk.ts'
import { officeOf } from './office.ts'

const entries: Panel = {
  columns: [
    { key: 'question', label: { zh: '问题', en: 'Question' } },
    { key: 'asked', label: { zh: '次数', en: 'Asked' }, kind: 'number' },
    { key: 'last', label: { zh: '最近', en: 'Last' }, kind: 'time' },
  ],
  rows: [
    { id: '1', cells: { question: 'Parking, where?', asked: 2, last: noon }, group: 'g1' },
    { id: '2', cells: { question: '怎么退款', asked: 10, last: null } },
    { id: '3', cells: { question: '=cmd|calc', asked: null, last: noon + 1 } },
  ],
}
const office = () => officeOf({ panels: { 'faq/entries': entries } })
const ids = async (query: string) =>
  (await office().get(`panel/faq/entries${query}`)).body.rows.map((row: { id: string }) => row.id)

describe('a panel', () => {
  test.each([
    ['', ['1', '2', '3']],
    ['?find=ｐarking', ['1']],
    ['?find=where%20park', ['1']],
    ['?sort=asked', ['1', '2', '3']],
    ['?sort=-asked', ['2', '1', '3']],
    ['?sort=-last', ['3', '1', '2']],
    ['?per=2&page=2', ['3']],
    ['?per=2&page=99', ['3']],
  ])('%s', async (query, rows) => {
    expect(await ids(query)).toEqual(rows)
  })
  test('says how many there are in all', async () => {
    const { body } = await office().get('panel/faq/entries?per=2')
    expect([body.total, body.page, body.pages]).toEqual([3, 1, 2])
  })
  test('as CSV has the headings of the reader’s language, wall-clock times, quotes, and no formulas', async () => {
    const { body } = await office().get('panel/faq/entries.csv?lang=zh')
    expect(body).toBe(
      [
        '\ufeff问题,次数,最近',
        '"Parking, where?",2,2026-03-10T12:00:00+08:00',
        '怎么退款,10,',
        "'=cmd|calc,,2026-03-10T12:00:00+08:00",
        '',
      ].join('\r\n'),
    )
  })
  test('of a feature that is not there is an error, and the morning page does without it', async () => {
    const { get } = officeOf()
    expect((await get('queue')).status).toBe(404)
    const { body } = await get('today')
    expect([body.waiting, body.week, body.unanswered]).toEqual([null, null, null])
  })
})
