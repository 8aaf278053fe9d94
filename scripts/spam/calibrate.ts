/** Which log-odds so many harmless messages exceed, on messages the model was not trained on. */
import type { Header } from '../../src/features/moderation/model/file.ts'
import { languages } from '../../src/features/moderation/model/language.ts'
import { type Example, shareOf } from './data.ts'
import { type FitOptions, logit, trained } from './fit.ts'
import type { Row, Rows } from './vocabulary.ts'

/** Log-odds that nothing exceeds, for want of messages to say more. */
const certain = 20
const shares = [0.05, 0.02, 0.01, 0.005, 0.003, 0.002, 0.001, 0.0005, 0.0002]

/** Log-odds of every message by a model that was trained neither on it nor on a copy of it. */
export function unseenOdds(
  examples: readonly Example[],
  { rows, hashes }: Rows,
  options: FitOptions,
  folds: number,
): Float64Array {
  const odds = new Float64Array(examples.length)
  const foldOf = (one: Example) => Math.floor(shareOf(one.of ?? one.text) * folds)
  for (let fold = 0; fold < folds; fold++) {
    const kept = examples.map((_, index) => index).filter((index) => foldOf(examples[index] as Example) !== fold)
    const weights = trained(
      kept.map((index) => examples[index] as Example),
      kept.map((index) => rows[index] as Row),
      hashes.length,
      options,
    )
    examples.forEach((one, index) => {
      if (foldOf(one) === fold) odds[index] = logit(weights, rows[index] as Row)
    })
  }
  return odds
}

/** `counts` says whose messages are meant; languages are those the model itself tells. */
export function calibrationOf(
  examples: readonly Example[],
  rows: readonly Row[],
  odds: Float64Array,
  counts: (one: Example) => boolean,
): Header['calibration'] {
  const of = (language: string) => {
    const ham = examples.flatMap((one, index) =>
      !one.spam && counts(one) && rows[index]?.language === language ? [odds[index] as number] : [],
    )
    ham.sort((a, b) => b - a)
    // A language of which next to nothing is left gets the two rungs a scale must have.
    return shares
      .filter((share, rung) => rung < 2 || share * ham.length >= 1)
      .map((share): [number, number] => [share, Number((ham[Math.floor(share * ham.length)] ?? certain).toFixed(4))])
  }
  return Object.fromEntries(languages.map((language) => [language, of(language)])) as Header['calibration']
}
