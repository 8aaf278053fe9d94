/**
 * What moderators' verdicts teach, on top of the shipped model: small corrections of hashed features, and how far the
 * thresholds had to be raised so that no more harmless messages are flagged than the owner wants. Numbers only; no
 * message can be read from them.
 *
 * Each verdict is taken in at once by a passive-aggressive step (Crammer et al., JMLR 2006): nothing changes where the
 * message was judged rightly by a margin, else as little as needed, up to a limit.
 */
import { Buffer } from 'node:buffer'
import { askShare, commonShare, type Thresholds } from './dial.ts'
import type { Language } from './language.ts'
import { gramScale, type Traits } from './model.ts'

/** Places of the table of corrections: two features may share one. */
const places = 32_768
/** Hashes are first brought to this range, as the first model's were: what was taught then still holds. */
const range = 520_000
const placeOf = (hash: number) => ((hash >>> 0) % range) % places
/** A correction is a multiple of this. */
const grain = 1 / 1024
const most = 32_767
/** How far beyond the asking threshold a message should lie after its lesson, on its side; log-odds. */
const beyondFor = { spam: 8, ham: 6 } as const
/** The longest step, and how much shorter all are than would bring a message there at once. */
const longest = 3
const softened = 1
/** What a mark counts for beside a run: less, since marks are common to very different messages. */
const markWeight = 0.1
/** So many harmless messages as the model expects them are thought to have been seen before the first. */
const presumed = 20
const mostRaised = 4
const mostLowered = 0.5
const mostBelow = 1.5
/** What is taught as spam makes harmless messages look a little more like it: at first so much, and slowly more. */
const careful = { first: 0.3, enough: 10, later: 0.2, slowly: 25 } as const
/** How many of the harmless messages that scored highest are remembered by their score. */
const tops = 12

export interface Lessons {
  readonly spam: number
  readonly ham: number
  readonly corrections: Int16Array
  /** Harmless messages taught, and how many of them scored where few do (`commonShare`) before they were. */
  readonly hams: Readonly<Partial<Record<Language, number>>>
  readonly high: Readonly<Partial<Record<Language, number>>>
  /** By how much the highest of them passed the asking threshold before they were taught; falling. */
  readonly passed: Readonly<Partial<Record<Language, readonly number[]>>>
}
export const noLessons: Lessons = {
  spam: 0,
  ham: 0,
  corrections: new Int16Array(places),
  hams: {},
  high: {},
  passed: {},
}

/** What the lessons add to the model's log-odds. */
export function corrected({ spam, ham, corrections }: Lessons, { grams, marks }: Traits): number {
  if (spam + ham === 0) return 0
  let sum = 0
  for (let at = 0; at < grams.length; at++) sum += corrections[placeOf(grams[at] as number)] as number
  let marked = 0
  for (let at = 0; at < marks.length; at++) marked += corrections[placeOf(marks[at] as number)] as number
  return grain * (sum * gramScale(grams.length) + marked * markWeight)
}

/**
 * How much higher than shipped both thresholds lie. The tail of this community's harmless messages is taken to fall as
 * it fell where the model was measured; it is laid once through how many score high at all and once through the highest
 * of them, and the threshold moves to the mean of where the two would have it.
 */
export function raise(lessons: Lessons, language: Language, { ask, common }: Thresholds): number {
  const { spam, hams, high, passed } = lessons
  const care = careful.first * Math.min(1, spam / careful.enough) + careful.later * Math.log1p(spam / careful.slowly)
  const seen = hams[language] ?? 0
  const fall = (ask - common) / Math.log(commonShare / askShare)
  const share = ((high[language] ?? 0) + presumed * commonShare) / (seen + presumed)
  const byCount = fall * Math.log(share / commonShare)
  const tail = passed[language] ?? []
  // No more of them are remembered than `tops`: of very many messages, the last that is.
  const rank = Math.min(Math.floor(askShare * seen), tail.length - 1)
  const top = tail[rank]
  const byTop =
    top === undefined || seen === 0
      ? 0
      : (seen / (seen + presumed)) * (top + fall * Math.log((rank + 1) / seen / askShare))
  const moved = (Math.max(-mostLowered, byCount) + Math.max(-mostBelow, byTop)) / 2
  return care + Math.min(mostRaised, Math.max(-mostLowered, moved))
}

/**
 * The lessons with one more.
 * @param odds what the model says of the message, without lessons
 * @param thresholds as shipped
 */
export function taught(
  lessons: Lessons,
  traits: Traits,
  spam: boolean,
  odds: number,
  { ask, common }: Thresholds,
): Lessons {
  const score = odds + corrected(lessons, traits)
  const corrections = lessons.corrections.slice()
  const short = spam ? beyondFor.spam - (score - ask) : beyondFor.ham + (score - ask)
  if (short > 0) correct(corrections, traits, spam, short)
  if (spam) return { ...lessons, spam: lessons.spam + 1, corrections }
  const { language } = traits
  const { hams, high, ham } = lessons
  const passed = [...(lessons.passed[language] ?? []), Math.round((score - ask) * 1000) / 1000].sort((a, b) => b - a)
  const plus = (counts: typeof hams, by: number) => ({ ...counts, [language]: (counts[language] ?? 0) + by })
  return {
    ...lessons,
    ham: ham + 1,
    corrections,
    hams: plus(hams, 1),
    high: score > common ? plus(high, 1) : high,
    passed: { ...lessons.passed, [language]: passed.slice(0, tops) },
  }
}

function correct(corrections: Int16Array, { grams, marks }: Traits, spam: boolean, short: number) {
  const scale = gramScale(grams.length)
  const length = grams.length * scale * scale + marks.length * markWeight * markWeight
  const step = (Math.min(longest, short / (length + softened)) * (spam ? 1 : -1)) / grain
  const add = (hash: number, value: number) => {
    const at = placeOf(hash)
    corrections[at] = Math.max(-most, Math.min(most, Math.round((corrections[at] as number) + value)))
  }
  for (const hash of grams) add(hash, step * scale)
  for (const hash of marks) add(hash, step * markWeight)
}

/** As text for a table or a file: `{…}` with the corrections that are not zero as base64 of place and value. */
export function written({ corrections, ...rest }: Lessons): string {
  const pairs: number[] = []
  corrections.forEach((value, place) => {
    if (value !== 0) pairs.push(place, value)
  })
  const bytes = Buffer.alloc(pairs.length * 2)
  pairs.forEach((one, at) => {
    if (at % 2 === 0) bytes.writeUInt16LE(one, at * 2)
    else bytes.writeInt16LE(one, at * 2)
  })
  return JSON.stringify({ format: 2, ...rest, corrections: bytes.toString('base64') })
}
