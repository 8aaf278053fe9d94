/** A list that goes to everybody: at once when it is quiet, seldom in a rush, and never out of date at the end. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gathered } from '../../../src/web/hall/gathered.ts'
import { Logbook } from '../../kit/inn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Tells of a list that grows by one every `everyMs`, for so long; returns the lengths that were told. */
async function rush(start: number, everyMs: number, forMs: number): Promise<number[]> {
  const told: number[] = []
  let length = start
  const list = gathered(async () => {
    told.push(length)
    return length
  }, new Logbook())
  for (let at = 0; at < forMs; at += everyMs) {
    length += 1
    list.soon('g')
    await vi.advanceTimersByTimeAsync(everyMs)
  }
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told.at(-1)).toBe(length)
  return told
}

test('a raid of two hundred in ten seconds is told some thirty times', async () => {
  const told = await rush(1, 50, 10_000)
  expect(told[0]).toBe(2)
  expect(told.length).toBeLessThanOrEqual(30)
})

test('a large group is told the more seldom, at the latest after five seconds', async () => {
  expect((await rush(5000, 50, 20_000)).length).toBeLessThanOrEqual(6)
})

test('what happens alone is told at once', async () => {
  expect(await rush(3, 2000, 10_000)).toEqual([4, 5, 6, 7, 8])
})

test('a failure is logged, and the next change is told', async () => {
  const log = new Logbook()
  let fails = true
  const told: string[] = []
  const list = gathered(async (group) => {
    if (fails) throw new Error('busy')
    told.push(group)
    return 1
  }, log)
  list.soon('g')
  await vi.advanceTimersByTimeAsync(1000)
  fails = false
  list.soon('g')
  await vi.advanceTimersByTimeAsync(0)
  expect([log.errors.length, told]).toEqual([1, ['g']])
})
