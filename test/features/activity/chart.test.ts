import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Chart, chartSvg, scaleOf } from '../../../src/features/activity/chart.ts'
import { pngOf } from '../../../src/features/activity/picture.ts'
import { change, sparkline } from '../../../src/features/activity/sparkline.ts'

const chart = (value: (n: number) => number): Chart => ({
  week: '11-16 .. 11-22',
  weekBefore: '11-09 .. 11-15',
  days: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label, n) => ({
    label,
    value: value(n),
    before: value(6 - n),
  })),
})

/** Reads a PNG's header and unpacks its pixels: filtered rows of RGBA (PNG specification, 3rd edition). */
function read(png: Buffer) {
  expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const data: Buffer[] = []
  let at = 8
  for (let type = ''; type !== 'IEND'; ) {
    const length = png.readUInt32BE(at)
    type = png.toString('latin1', at + 4, at + 8)
    if (type === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), pixels: inflateSync(Buffer.concat(data)) }
}

describe('the chart', () => {
  it.each([
    ['an ordinary week', (n: number) => 90 + n * 37],
    ['a silent week', () => 0],
    ['a huge week', (n: number) => 1_234_567 * n],
    ['one message', (n: number) => Number(n === 3)],
  ])('of %s is a small picture', async (_, value) => {
    const png = Buffer.from(await pngOf(chartSvg(chart(value))), 'base64')
    const { width, height, pixels } = read(png)
    expect([width, height]).toEqual([800, 420])
    expect(pixels.length).toBe(height * (1 + width * 4))
    expect(png.length).toBeLessThan(60_000)
    expect(png.length).toBeGreaterThan(4000) // there are words in it: an empty ground is far smaller
  })
  it('is the same for the same week', async () => {
    const svg = chartSvg(chart((n) => n))
    expect(await pngOf(svg)).toBe(await pngOf(svg))
  })
  it('lets no markup in', () => {
    const { days, ...weeks } = chart(() => 1)
    expect(chartSvg({ ...weeks, week: '<script>&', days })).not.toMatch(/<script|&/)
  })
  it.each([
    [0, 1, 1],
    [1, 1, 1],
    [7, 2, 8],
    [264, 100, 300],
    [1000, 500, 1000],
    [4999, 2000, 6000],
  ])('has round lines: up to %i, every %i to %i', (greatest, step, top) =>
    expect(scaleOf(greatest)).toEqual({ step, top }),
  )
})

describe('bars of text', () => {
  it('go from lowest to highest', () => expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7])).toBe('▁▂▃▄▅▆▇█'))
  it('are flat for nothing', () => expect(sparkline([0, 0])).toBe('▁▁'))
  it.each([
    [112, 100, '+12%'],
    [92, 100, '−8%'],
    [100, 100, '±0%'],
    [5, 0, undefined],
  ])('%i after %i', (now, before, text) => expect(change(now, before)).toBe(text))
})
