import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bars, cut, padStart, safe, table, widthOf, wrap } from '../../../src/replay/report/columns.ts'

describe('columns', () => {
  it('counts two for a Chinese character, none for an accent', () => {
    expect([widthOf('abc'), widthOf('读书会'), widthOf('e\u0301'), widthOf('👍'), widthOf('，')]).toEqual([
      3, 6, 1, 2, 2,
    ])
  })
  it('cuts to a width', () => {
    expect(cut('读书会的朋友', 7)).toBe('读书会…')
    expect(cut('short', 10)).toBe('short')
    expect(padStart('读', 4)).toBe('  读')
  })
  it('never writes a line wider than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 4, max: 60 }), (text, width) => {
        for (const line of wrap(safe(text), width)) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
  it('wraps Chinese without spaces', () => {
    expect(wrap('如果当时就有掌柜', 8)).toEqual(['如果当时', '就有掌柜'])
  })
  it('leaves a terminal nothing to act upon', () => {
    expect(safe('a\x1b[31m red\u202e\nb\x07')).toBe('a[31m red b')
  })
  it('lines up a table', () => {
    expect(
      table(
        [{ head: 'a' }, { head: 'n', right: true }],
        [
          ['读书', '7'],
          ['x', '12'],
        ],
        40,
      ),
    ).toEqual(['a      n', '读书   7', 'x     12'])
  })
  it('draws bars, and a dot where nothing is', () => {
    expect(bars([0, 1, 4, 8])).toBe('·▁▄█')
    expect(bars([0, 0])).toBe('··')
  })
})
