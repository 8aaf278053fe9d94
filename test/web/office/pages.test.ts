/** What the pages work out by themselves, without a browser. */
import { describe, expect, test } from 'vitest'
import type { PanelName } from '../../../src/web/office/wire.ts'
import { tablesOf } from '../../../src/web/pages/office/sections.ts'
import { ago, clockIn, dayAway } from '../../../src/web/pages/office/times.ts'
import { blanks } from '../../../src/web/pages/office/words/blanks.ts'
import { lists } from '../../../src/web/pages/office/words/lists.ts'
import { manners } from '../../../src/web/pages/office/words/manners.ts'
import { morning } from '../../../src/web/pages/office/words/morning.ts'

const now = Date.UTC(2026, 2, 10, 4)
const minute = 60_000

describe('times', () => {
  test.each([
    [now, 'now'],
    [now - 20_000, 'now'],
    [now - minute, '1 minute ago'],
    [now - 59.4 * minute, '1 hour ago'],
    [now + 8 * 60 * minute, 'in 8 hours'],
    [now - 24 * 60 * minute, 'yesterday'],
  ])('%i is %s', (at, said) => {
    expect(ago(at, now)).toBe(said)
  })
  test('the day is that of the group, not of the reader', () => {
    const late = Date.UTC(2026, 2, 10, 17)
    expect(dayAway(late, now, 'Asia/Shanghai')).toBe(1)
    expect(dayAway(late, now, 'Europe/London')).toBe(0)
    expect(dayAway(now - 5 * 60 * minute, now, 'Europe/London')).toBe(-1)
  })
  test('midnight is 00:00, and the clock is the group’s', () => {
    expect(clockIn(Date.UTC(2026, 2, 10, 16), 'Asia/Shanghai')).toBe('00:00')
    expect(clockIn(now, 'America/New_York')).toBe('00:00')
  })
})

describe('sections', () => {
  const panel = (feature: string, name: string): PanelName => ({ feature, name, title: {} })
  const all = [
    panel('activity', 'days'),
    panel('activity', 'members'),
    panel('welcome', 'newcomers'),
    panel('moderation', 'queue'),
    panel('trivia', 'rounds'),
  ]
  const names = (page: 'people' | 'faq' | 'other') => tablesOf(page, all).map(({ name }) => name)
  test('what one looks for first comes first', () => {
    expect(names('people')).toEqual(['members', 'newcomers', 'days'])
  })
  test('a feature nobody thought of has a place, one with a page of its own has no second', () => {
    expect(names('other')).toEqual(['rounds'])
    expect(names('faq')).toEqual([])
  })
})

test('words take the same variables in both languages', () => {
  const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()
  for (const { zh, en } of [blanks, lists, manners, morning]) {
    const english: Readonly<Record<string, string>> = en
    for (const [key, text] of Object.entries(zh)) expect([key, slots(text)]).toEqual([key, slots(english[key] ?? '')])
  }
})
