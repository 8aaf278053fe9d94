import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logPage } from '../../../src/web/office/log.ts'
import { deskOf, entry, noon, reading } from './desk.ts'
import { officeOf } from './office.ts'

const spam = entry('e3', noon + 3, {
  why: { moderation: { decided: 'flagged', score: 0.93, checks: [{ name: 'link', score: 0.5, found: 'bit.ly' }] } },
  actions: [
    {
      id: 'a',
      feature: 'moderation',
      type: 'delete',
      action: { type: 'delete', reason: '广告' },
      state: 'done',
      detail: '',
      at: noon,
    },
  ],
})
const log = [
  entry('e1', noon + 1, { member: { id: 'm2', name: '小明' } }),
  entry('e2', noon + 2, { why: { faq: { decided: 'nothing' } } }),
  spam,
  entry('e4', noon + 4, { group: 'g9' }),
]
const ids = (body: { entries: { event: string }[] }) => body.entries.map((one) => one.event)

describe('the log', () => {
  test('is newest first, and of the community’s groups only', async () => {
    expect(ids((await officeOf({ log }).get('log')).body)).toEqual(['e3', 'e2', 'e1'])
  })
  test.each([
    ['find=%E5%B0%8F%E6%98%8E', ['e1']],
    ['find=bit.ly', ['e3']],
    ['find=BIT%20flag', ['e3']],
    ['find=%E5%B9%BF%E5%91%8A', ['e3']],
    ['find=nobody', []],
    ['decided=1', ['e3']],
    ['feature=faq', []],
    ['feature=moderation', ['e3']],
    [`before=${noon + 3}`, ['e2', 'e1']],
  ])('filtered by %s', async (query, events) => {
    expect(ids((await officeOf({ log }).get(`log?${query}`)).body)).toEqual(events)
  })
  test('as CSV has a row for each feature that decided', async () => {
    const { body, headers } = await officeOf({ log: [spam] }).get('log.csv?lang=en')
    expect(headers['content-disposition']).toBe('attachment; filename="innkeeper-log.csv"')
    expect(body.split('\r\n').slice(0, 2)).toEqual([
      '\ufeffTime,Group,Event,Member,Feature,Decided,Score,Reasons,Actions,Id',
      '2026-03-10T12:00:00+08:00,读书会,message,Tom,moderation,flagged,0.93,link 0.5 bit.ly,delete (done),e3',
    ])
  })
})

test('paging shows every event once, however many share a millisecond', async () => {
  const times = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 600 })
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 60 }), async (ats, limit) => {
      const { desk } = deskOf({ log: ats.map((at, index) => entry(`e${index}`, at)) })
      const seen: string[] = []
      let before: number | undefined
      for (;;) {
        const page = await logPage(desk, [reading], { before, limit, decidedOnly: false, find: '' })
        seen.push(...page.entries.map((one) => one.event))
        if (page.next === null) break
        before = page.next
      }
      expect(seen.length).toBe(ats.length)
      expect(new Set(seen).size).toBe(ats.length)
    }),
    { numRuns: 60 },
  )
})
