import { describe, expect, it } from 'vitest'
import { config } from '../../../src/features/activity/config.ts'
import { segmentOf } from '../../../src/features/activity/segments.ts'

const { segments } = config.parse({})
const now = Date.UTC(2026, 5, 1)
const ago = (days: number) => now - days * 86_400_000
const member = { present: true, firstAt: ago(200), lastAt: ago(1), busyDays: 0 }

describe('segments', () => {
  it.each([
    ['active', {}],
    ['new', { firstAt: ago(7) }],
    ['active', { firstAt: ago(7) - 1 }],
    ['core', { busyDays: 7 }],
    ['core', { busyDays: 7, firstAt: ago(7) }],
    ['dormant', { lastAt: ago(30) - 1 }],
    ['active', { lastAt: ago(30) }],
    ['gone', { lastAt: ago(100) - 1 }],
    ['gone', { present: false, busyDays: 14 }],
  ] as const)('%s: %j', (segment, change) => expect(segmentOf({ ...member, ...change }, segments, now)).toBe(segment))

  it('follow the owner: a stricter core holds at once', () => {
    const strict = config.parse({ segments: { core: { days: 10 } } }).segments
    expect(segmentOf({ ...member, busyDays: 7 }, strict, now)).toBe('active')
  })
})
