/** A conditional logit over the candidates and "none of them", by limited-memory BFGS (Liu and Nocedal, 1989). */
import { type Case, most, width } from './cases.ts'

/** Weight of the squares of the weights beside the loss of all cases. */
const penalty = 1
const rounds = 120
const memory = 10

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
const plus = (a: Float64Array, by: number, b: Float64Array) => a.map((value, at) => value + by * (b[at] ?? 0))

/** Of each candidate; the rest of 1 is "none of them". */
export function probabilities(weights: Float64Array, { candidates, values }: Case): number[] {
  const scores = Array.from({ length: candidates }, (_, place) => scoreOf(weights, values, place))
  const highest = Math.max(0, ...scores)
  const odds = scores.map((score) => Math.exp(score - highest))
  const all = odds.reduce((sum, one) => sum + one, Math.exp(-highest))
  return odds.map((one) => one / all)
}
function scoreOf(weights: Float64Array, values: Float32Array, place: number): number {
  let sum = 0
  for (let at = 0; at < width; at++) sum += (weights[at] ?? 0) * (values[place * width + at] ?? 0)
  return sum
}

function slopeOf(weights: Float64Array, cases: readonly Case[]): { loss: number; slope: Float64Array } {
  const slope = weights.map((weight) => 2 * penalty * weight)
  let loss = penalty * dot(weights, weights)
  for (const one of cases) {
    const chances = probabilities(weights, one)
    const none = chances.reduce((sum, chance) => sum - chance, 1)
    loss -= one.weight * Math.log(Math.max(one.right < 0 ? none : (chances[one.right] ?? 0), 1e-12))
    for (let place = 0; place < Math.min(chances.length, most); place++) {
      const off = ((chances[place] ?? 0) - (place === one.right ? 1 : 0)) * one.weight
      if (Math.abs(off) < 1e-5) continue
      for (let at = 0; at < width; at++) slope[at] = (slope[at] ?? 0) + off * (one.values[place * width + at] ?? 0)
    }
  }
  return { loss, slope }
}

interface Step {
  readonly moved: Float64Array
  readonly turned: Float64Array
}
/** The slope, bent by what the last steps showed of the curvature. */
function direction(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const shares: number[] = []
  let way = slope
  for (const { moved, turned } of steps.toReversed()) {
    const share = dot(moved, way) / dot(moved, turned)
    shares.unshift(share)
    way = plus(way, -share, turned)
  }
  const last = steps.at(-1)
  const scale = last ? dot(last.moved, last.turned) / dot(last.turned, last.turned) : 1 / Math.sqrt(dot(slope, slope))
  way = way.map((value) => value * scale)
  for (const [at, { moved, turned }] of steps.entries())
    way = plus(way, (shares[at] ?? 0) - dot(turned, way) / dot(moved, turned), moved)
  return way
}

/** The weights that fit best. Deterministic. */
export function fitted(all: readonly Case[]): Float64Array {
  const cases = all.filter(({ hasEntry, right, candidates }) => candidates > 0 && (!hasEntry || right >= 0))
  let weights = new Float64Array(width)
  let { loss, slope } = slopeOf(weights, cases)
  let steps: Step[] = []
  for (let round = 0; round < rounds; round++) {
    const way = direction(slope, steps)
    let size = 1
    let next = plus(weights, -size, way)
    let found = slopeOf(next, cases)
    while (found.loss > loss - 1e-4 * size * dot(slope, way) && size > 1e-6) {
      size /= 2
      next = plus(weights, -size, way)
      found = slopeOf(next, cases)
    }
    const step = { moved: plus(next, -1, weights), turned: plus(found.slope, -1, slope) }
    if (dot(step.moved, step.turned) > 1e-10) steps = [...steps, step].slice(-memory)
    const settled = Math.abs(loss - found.loss) < 1e-6 * Math.abs(loss)
    weights = next
    ;({ loss, slope } = found)
    if (settled) break
  }
  return weights
}
