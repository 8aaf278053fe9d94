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
/** What is taught as spam makes harmless messages look a little more like it: at first so much, and slowly more. */
const careful = { first: 0.5, enough: 10, later: 0.35, slowly: 25 } as const

export interface Lessons {
  readonly spam: number
  readonly ham: number
  readonly corrections: Int16Array
  /** Harmless messages taught, and how many of them scored where few do (`commonShare`) before they were. */
  readonly hams: Readonly<Partial<Record<Language, number>>>
  readonly high: Readonly<Partial<Record<Language, number>>>
}
export const noLessons: Lessons = { spam: 0, ham: 0, corrections: new Int16Array(places), hams: {}, high: {} }

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
 * How much higher than shipped both thresholds lie. More of this community's harmless messages score high than of
 * those the model was measured on, or fewer: the tail is taken to fall as it fell there, so the threshold moves by the
 * logarithm of their ratio.
 */
export function raise({ spam, hams, high }: Lessons, language: Language, { ask, common }: Thresholds): number {
  const care = careful.first * Math.min(1, spam / careful.enough) + careful.later * Math.log1p(spam / careful.slowly)
  const share = ((high[language] ?? 0) + presumed * commonShare) / ((hams[language] ?? 0) + presumed)
  const fall = (ask - common) / Math.log(commonShare / askShare)
  return care + Math.min(mostRaised, Math.max(-mostLowered, fall * Math.log(share / commonShare)))
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
  const plus = (counts: typeof hams, by: number) => ({ ...counts, [language]: (counts[language] ?? 0) + by })
  return {
    ...lessons,
    ham: ham + 1,
    corrections,
    hams: plus(hams, 1),
    high: score > common ? plus(high, 1) : high,
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
