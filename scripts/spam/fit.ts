/** Logistic regression over the features of messages, by AdaGrad (Duchi, Hazan and Singer, 2011). Deterministic. */
import { gramScale } from '../../src/features/moderation/model/model.ts'
import { type Example, generator } from './data.ts'
import type { Row } from './vocabulary.ts'

export interface Weights {
  readonly table: Float32Array
  bias: number
}
/** What a mark counts for beside the runs and words together. */
export const markScale = 0.35

export function logit({ table, bias }: Weights, { grams, marks, size }: Row): number {
  let sum = 0
  for (const at of grams) sum += table[at] as number
  let marked = 0
  for (const at of marks) marked += table[at] as number
  return bias + sum * gramScale(size) + marked * markScale
}

export interface FitOptions {
  readonly epochs: number
  readonly rate: number
  readonly l2: number
  /** Share of the features that is left out of a message at each look. */
  readonly dropout: number
  readonly seed: number
}
export const usual: FitOptions = { epochs: 12, rate: 0.3, l2: 2e-6, dropout: 0.2, seed: 1 }

/** @param places how many weights there are */
export function trained(
  examples: readonly Example[],
  rows: readonly Row[],
  places: number,
  options: FitOptions,
): Weights {
  const { epochs, rate, l2, dropout, seed } = options
  const random = generator(seed)
  const weights: Weights = { table: new Float32Array(places), bias: 0 }
  const squares = new Float32Array(places).fill(1e-3)
  let biasSquares = 1
  /** The mean of the later rounds' weights: steadier than the last of them (Polyak and Juditsky, 1992). */
  const mean = new Float32Array(places)
  let meanBias = 0
  const from = Math.floor(epochs / 2)
  const order = examples.map((_, index) => index)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      ;[order[at], order[other]] = [order[other] as number, order[at] as number]
    }
    for (const index of order) {
      const { spam, weight = 1 } = examples[index] as Example
      const { grams, marks, size } = rows[index] as Row
      const { table } = weights
      const keep = (at: number) =>
        ((Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(index + 7, 0x85ebca6b) ^ Math.imul(epoch + 3, 0xc2b2ae35)) >>> 8) /
          2 ** 24 >=
        dropout
      const scale = gramScale(size)
      let sum = 0
      let marked = 0
      for (const one of grams) if (keep(one)) sum += table[one] as number
      for (const one of marks) if (keep(one)) marked += table[one] as number
      const z = weights.bias + (sum * scale + marked * markScale) / (1 - dropout)
      const error = (1 / (1 + Math.exp(-z)) - (spam ? 1 : 0)) * weight
      const learn = (one: number, value: number) => {
        const old = table[one] as number
        const gradient = error * value + l2 * old
        const square = (squares[one] as number) + gradient * gradient
        squares[one] = square
        table[one] = old - (rate * gradient) / Math.sqrt(square)
      }
      for (const one of grams) if (keep(one)) learn(one, scale)
      for (const one of marks) if (keep(one)) learn(one, markScale)
      biasSquares += error * error
      weights.bias -= (rate * error) / Math.sqrt(biasSquares)
    }
    if (epoch < from) continue
    for (let at = 0; at < places; at++)
      mean[at] = (mean[at] as number) + (weights.table[at] as number) / (epochs - from)
    meanBias += weights.bias / (epochs - from)
  }
  return { table: mean, bias: meanBias }
}
