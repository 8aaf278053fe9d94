/** Too much, and the same again: what one member and what several newcomers wrote lately. */
import type { Config } from '../config.ts'
import type { Reading } from '../reading.ts'
import { nearly, same } from '../sketch.ts'
import { countSince, crowdWindow, eachSince, markLength, saidWindow } from '../window.ts'
import type { Finding } from './finding.ts'

/** `kept` is the member's window before this message. */
export function flood(config: Config['flood'], kept: string, at: number): Finding | undefined {
  if (config.score === 0 || kept === '') return undefined
  const count = 1 + countSince(saidWindow, kept, at - config.seconds * 1000)
  if (count < config.messages) return undefined
  return {
    name: 'flood',
    score: config.score,
    found: `${count}/${config.seconds}s`,
    does: config.does,
    forMs: config.for,
  }
}

/** The very same text weighs more than nearly the same: lines of a pasted listing are alike, too. */
export function repeats(config: Config['repeats'], reading: Reading, kept: string, at: number): Finding | undefined {
  if (config.score === 0 || kept === '' || reading.sketch.letters < config.letters) return undefined
  let near = 1
  let exact = 1
  eachSince(saidWindow, kept, at - config.seconds * 1000, (offset) => {
    if (!nearly(reading.sketch.code, kept, offset)) return
    near++
    if (same(reading.sketch.code, kept, offset)) exact++
  })
  if (near < config.times) return undefined
  const score = exact >= config.times ? config.score : config.near
  const found = `${near}/${config.seconds}s${exact < config.times ? ' ≈' : ''}`
  return score === 0 ? undefined : { name: 'repeats', score, found, does: config.does }
}

/** `kept` is the group's window of newcomers' messages, `mark` the member's in it. */
export function crowd(
  config: Config['repeats'],
  reading: Reading,
  kept: string,
  mark: string,
  at: number,
): Finding | undefined {
  if (config.crowd === 0 || kept === '' || reading.sketch.letters < config.letters * 2) return undefined
  const others = new Set<string>()
  eachSince(crowdWindow, kept, at - config.minutes * 60_000, (offset) => {
    const other = kept.slice(offset, offset + markLength)
    if (other !== mark && nearly(reading.sketch.code, kept, offset + markLength)) others.add(other)
  })
  if (others.size + 1 < config.members) return undefined
  return { name: 'crowd', score: config.crowd, found: `${others.size + 1}/${config.minutes}min`, does: config.does }
}
