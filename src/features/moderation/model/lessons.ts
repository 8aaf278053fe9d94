/**
 * What moderators' verdicts teach, on top of the shipped model: small corrections of hashed features, and how far the
 * thresholds had to be raised so that no more harmless messages are flagged than the owner wants. Numbers only; no
 * message can be read from them.
 *
 * Each verdict is taken in at once by a passive-aggressive step (Crammer et al., JMLR 2006): nothing changes where the
 * message was judged rightly by a margin, else as little as needed, up to a limit.
 */
import { Buffer } from 'node:buffer'
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
/** How far beyond the asking threshold a message should lie after its lesson; log-odds. */
const margin = 6
/** The longest step. */
const longest = 3
/** What a mark counts for beside a run: less, since marks are common to very different messages. */
const markWeight = 0.1
/** How many of the harmless messages that scored highest are remembered by their score. */
const tops = 12
/** Share of harmless messages that may lie above the asking threshold, and how far it follows those that do. */
const tolerated = 0.004
const following = 0.5
const highest = 2.5
/** What is taught as spam makes harmless messages look a little more like it: so much, once there is enough of it. */
const careful = 0.6
const enough = 10

export interface Lessons {
  readonly spam: number
  readonly ham: number
  readonly corrections: Int16Array
  /** By how much the highest harmless messages passed the asking threshold before they were taught; falling. */
  readonly passed: Readonly<Partial<Record<Language, readonly number[]>>>
  readonly hams: Readonly<Partial<Record<Language, number>>>
}
export const noLessons: Lessons = { spam: 0, ham: 0, corrections: new Int16Array(places), passed: {}, hams: {} }

/** What the lessons add to the model's log-odds. */
export function corrected({ spam, ham, corrections }: Lessons, { grams, marks }: Traits): number {
  if (spam + ham === 0) return 0
  let sum = 0
  for (let at = 0; at < grams.length; at++) sum += corrections[placeOf(grams[at] as number)] as number
  let marked = 0
  for (let at = 0; at < marks.length; at++) marked += corrections[placeOf(marks[at] as number)] as number
  return grain * (sum * gramScale(grams.length) + marked * markWeight)
}

/** How much higher than shipped both thresholds lie. */
export function raise({ spam, passed, hams }: Lessons, language: Language): number {
  const care = careful * Math.min(1, spam / enough)
  const by = passed[language]?.[Math.floor(tolerated * (hams[language] ?? 0) + 0.5)] ?? 0
  return care + Math.min(highest, Math.max(0, by * following))
}

/**
 * The lessons with one more.
 * @param odds what the model says of the message, without lessons
 * @param ask the asking threshold as shipped
 */
export function taught(lessons: Lessons, traits: Traits, spam: boolean, odds: number, ask: number): Lessons {
  const beyond = odds + corrected(lessons, traits) - ask
  const corrections = lessons.corrections.slice()
  const short = margin - (spam ? beyond : -beyond)
  if (short > 0) correct(corrections, traits, spam, short)
  if (spam) return { ...lessons, spam: lessons.spam + 1, corrections }
  const { language } = traits
  const passed = [...(lessons.passed[language] ?? []), Math.round(beyond * 1000) / 1000].sort((a, b) => b - a)
  return {
    ...lessons,
    ham: lessons.ham + 1,
    corrections,
    passed: { ...lessons.passed, [language]: passed.slice(0, tops) },
    hams: { ...lessons.hams, [language]: (lessons.hams[language] ?? 0) + 1 },
  }
}

function correct(corrections: Int16Array, { grams, marks }: Traits, spam: boolean, short: number) {
  const scale = gramScale(grams.length)
  const length = grams.length * scale * scale + marks.length * markWeight * markWeight
  const step = (Math.min(longest, short / Math.max(length, 1e-6)) * (spam ? 1 : -1)) / grain
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
  return JSON.stringify({ format: 1, ...rest, corrections: bytes.toString('base64') })
}
