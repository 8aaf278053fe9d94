/** What the trained model makes of the words. */
import type { Config, Deed } from '../config.ts'
import { type Dial, scoreOf, type Thresholds, thresholdsOf } from '../model/dial.ts'
import type { Message } from '../model/features.ts'
import type { Language } from '../model/language.ts'
import { languages } from '../model/language.ts'
import { corrected, type Lessons, raise, taught } from '../model/lessons.ts'
import { type Reasons, shippedModel, trace } from '../model/model.ts'
import type { Reading } from '../reading.ts'
import type { Finding } from './finding.ts'
import { listed } from './links.ts'

/** How many stretches are quoted: where to get in touch first, then what weighed most. */
const mostPlaces = 4
/** In a script it knows little of it asks, and never has anything done by itself. */
const mostElsewhere = 0.7
/** Below this it says nothing: most harmless messages. */
const least = 0.3

export function text(config: Config, reading: Reading, lessons: Lessons): Finding | undefined {
  const { reach, dial, does } = config.text
  if (reach === 'nobody' || (reach === 'newcomers' && !reading.strict)) return undefined
  if (reading.normal.text === '') return undefined
  const model = shippedModel()
  const message = withoutAllowed(config, reading)
  const traits = trace(message)
  const odds = model.weigh(traits) + corrected(lessons, traits) - raised(lessons, traits.language)
  const sure = scoreOf(odds, thresholds(dial, traits.language))
  const score = traits.language === 'other' ? Math.min(sure, mostElsewhere) : sure
  if (score < least) return undefined
  return new TextFinding(Math.round(score * 1000) / 1000, does, message)
}

/** The reasons cost a second reading, so they are worked out when somebody wants to know them. */
class TextFinding implements Finding {
  readonly name = 'text'
  readonly score: number
  readonly does: Deed
  readonly #message: Message
  #reasons: Reasons | undefined

  constructor(score: number, does: Deed, message: Message) {
    this.score = score
    this.does = does
    this.#message = message
  }
  get found(): string {
    return subjects(this.#why().marks)
  }
  get places(): NonNullable<Finding['places']> {
    const { normal, reachable } = this.#message
    const weighed = this.#why().places.map(([start, end]) => ({ start, end }))
    return [...reachable.contacts, ...reachable.links, ...weighed]
      .slice(0, mostPlaces)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => [normal.from(start), normal.from(start) + normal.original(start, end).length])
  }
  #why(): Reasons {
    this.#reasons ??= shippedModel().reasons(this.#message)
    return this.#reasons
  }
}

/** What the owner lets everybody post says nothing about who posts it. */
function withoutAllowed({ links: { allow } }: Config, reading: Reading): Message {
  const { normal, unmasked, reachable } = reading
  const allowed = reachable.links.filter((link) => listed(allow, link) !== undefined)
  if (allowed.length === 0) return reading
  const links = reachable.links.filter((link) => !allowed.includes(link))
  return { normal, unmasked, reachable: { ...reachable, links }, unread: allowed }
}

/** The lessons with one more message that staff has judged. */
export function learnt(lessons: Lessons, reading: Reading, spam: boolean): Lessons {
  const model = shippedModel()
  const traits = trace(reading)
  return taught(lessons, traits, spam, model.weigh(traits), thresholds('balanced', traits.language))
}

const raised = (lessons: Lessons, language: Language) =>
  lessons.spam + lessons.ham === 0 ? 0 : raise(lessons, language, thresholds('balanced', language))

const known = new Map<Dial, Readonly<Record<Language, Thresholds>>>()
function thresholds(dial: Dial, language: Language): Thresholds {
  let all = known.get(dial)
  if (!all) {
    const { calibration } = shippedModel().header
    all = Object.fromEntries(languages.map((one) => [one, thresholdsOf(calibration, one, dial)])) as Record<
      Language,
      Thresholds
    >
    known.set(dial, all)
  }
  return all[language]
}

const mostSubjects = 3
/** Marks of how a message looks, not of what it is about. */
const shapes = new Set(['account', 'handle', 'money', 'asks', 'chat'])
/** The subjects of the lexicon that weighed most: "job, contact". */
function subjects(marks: readonly string[]): string {
  const named = marks.flatMap((mark) => /^(?:zh|en) ([a-z]+(?: link)?)$/.exec(mark)?.[1] ?? [])
  return named
    .filter((name) => !shapes.has(name))
    .slice(0, mostSubjects)
    .join(', ')
}
