/** From the model's log-odds to a score of the section's scale, by the share of harmless messages an owner puts up with. */
import type { Header } from './file.ts'
import type { Language } from './language.ts'

export const dials = ['lenient', 'balanced', 'strict'] as const
export type Dial = (typeof dials)[number]

interface Shares {
  readonly ask: number
  readonly act: number
}
/**
 * Shares of harmless messages that may be asked about and acted upon, measured where the model had not been trained. The English
 * share is smaller: its collections call many an advert harmless, so false alarms come sooner there.
 */
const rates: Readonly<Record<Dial, Readonly<Record<'zh' | 'en', Shares>>>> = {
  lenient: { zh: { ask: 0.001, act: 0.0002 }, en: { ask: 0.001, act: 0.0002 } },
  balanced: { zh: { ask: 0.0046, act: 0.0007 }, en: { ask: 0.0037, act: 0.0007 } },
  strict: { zh: { ask: 0.012, act: 0.002 }, en: { ask: 0.01, act: 0.002 } },
}
/** Scores the two thresholds stand for, those of an untouched section. */
export const askScore = 0.5
export const actScore = 0.85
const mostScore = 0.99

/** Share of harmless messages that lie above `common`. */
export const commonShare = 0.05
/** About what `balanced` asks about, in either language. */
export const askShare = 0.0045
/** Log-odds. */
export interface Thresholds {
  readonly ask: number
  readonly act: number
  readonly common: number
}
export function thresholdsOf(calibration: Header['calibration'], language: Language, dial: Dial): Thresholds {
  const rungs = calibration[language]
  // Of other scripts the model knows one, and little of it.
  const { ask, act } = language === 'other' ? rates.lenient.en : rates[dial][language]
  const low = oddsAt(rungs, ask)
  return { ask: low, act: Math.max(oddsAt(rungs, act), low + 0.1), common: oddsAt(rungs, commonShare) }
}
/** Between rungs by the logarithm of the share; beyond the last rung as the last two go on. */
export function oddsAt(rungs: Header['calibration'][Language], share: number): number {
  const after = rungs.findIndex(([one]) => one <= share)
  const at = after < 0 ? rungs.length - 1 : Math.max(1, after)
  const [shareA, oddsA] = rungs[at - 1] as readonly [number, number]
  const [shareB, oddsB] = rungs[at] as readonly [number, number]
  const part = Math.log(share / shareA) / Math.log(shareB / shareA)
  return oddsA + (oddsB - oddsA) * part
}

export function scoreOf(odds: number, { ask, act }: Pick<Thresholds, 'ask' | 'act'>): number {
  const score = askScore + ((actScore - askScore) * (odds - ask)) / (act - ask)
  return Math.min(mostScore, Math.max(0, score))
}
