/** The text model: how much a message looks like spam, and what in it weighed. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { eachFeature, type Message } from './features.ts'
import { decode, type ModelFile } from './file.ts'
import type { Language } from './language.ts'
import { Met } from './met.ts'
import type { WeightTable } from './table.ts'

/** Where the features of a message are gathered: more are never looked at. */
const most = 8192
const gramsOf = new Int32Array(most)
const marksOf = new Int32Array(most)

/** A message as the model sees it: hashes, each once. Valid until the next message is read. */
export interface Traits {
  readonly language: Language
  readonly grams: Int32Array
  readonly marks: Int32Array
}

/** A hash is told by so many of its low bits whether it was met before. */
const told = 2 ** 19 - 1
/** About as many features as a message has for each of its units. */
const featuresOfUnit = 8
/** Reads messages into hashes, each once. */
class Tracer {
  readonly #met = new Met()
  #grams = 0
  #marks = 0

  trace(message: Message): Traits {
    this.#met.clear(Math.min(message.normal.text.length * featuresOfUnit, most))
    this.#grams = 0
    this.#marks = 0
    const language = eachFeature(message, this)
    return { language, grams: gramsOf.subarray(0, this.#grams), marks: marksOf.subarray(0, this.#marks) }
  }
  gram(hash: number): void {
    if (this.#grams < most && this.#met.add(hash & told)) gramsOf[this.#grams++] = hash
  }
  mark(hash: number): void {
    if (this.#marks < most && this.#met.add(hash & told)) marksOf[this.#marks++] = hash
  }
}
const tracer = new Tracer()
export const trace = (message: Message): Traits => tracer.trace(message)

/** Runs and words are scaled by a power of their number, tried out: a long text is not sure of itself by its length. */
export const gramScale = (count: number): number => (count === 0 ? 0 : count ** -0.35)

export interface Reasons {
  /** Marks that spoke for spam, heaviest first. */
  readonly marks: readonly string[]
  /** Where in the normalised text the runs lie that spoke for spam most: start and end, in order, not overlapping. */
  readonly places: readonly (readonly [number, number])[]
}

export class SpamModel {
  readonly header: ModelFile['header']
  readonly #table: WeightTable

  constructor({ header, table }: ModelFile) {
    this.header = header
    this.#table = table
  }
  /** Log-odds, not yet calibrated. */
  weigh({ grams, marks }: Traits): number {
    const { scale, bias, markScale } = this.header
    let sum = 0
    for (let at = 0; at < grams.length; at++) sum += this.#table.weightOf(grams[at] as number)
    let marked = 0
    for (let at = 0; at < marks.length; at++) marked += this.#table.weightOf(marks[at] as number)
    return bias + scale * (sum * gramScale(grams.length) + marked * markScale)
  }
  /** Reads the message once more; for those that are flagged. */
  reasons(message: Message): Reasons {
    const marks: { name: string; weight: number }[] = []
    const heat = new Float64Array(message.normal.text.length + 1)
    eachFeature(message, {
      gram: (hash, from, first = 0, last = 0) => {
        const [start, end] = [from?.start(first) ?? 0, from?.end(last) ?? 0]
        const share = this.#table.weightOf(hash) / Math.max(1, end - start)
        for (let at = start; at < end; at++) heat[at] = (heat[at] as number) + share
      },
      mark: (hash, name, of) =>
        marks.push({
          name: of === undefined ? name : `${of} ${name}`,
          weight: this.#table.weightOf(hash),
        }),
    })
    return {
      marks: marks
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight)
        .map(({ name }) => name),
      places: wholeWords(message.normal.text, hottest(heat)),
    }
  }
}

const mostPlaces = 4
/** What is spelt apart is quoted as one. */
const gap = 2
/** Stretches where the heat is above half of the most, the hottest first chosen, in the text's order. */
function hottest(heat: Float64Array): [number, number][] {
  const top = heat.reduce((most, one) => Math.max(most, one), 0)
  if (top <= 0) return []
  const found: { start: number; end: number; sum: number }[] = []
  for (let at = 0; at < heat.length; at++) {
    if ((heat[at] as number) < top / 2) continue
    const last = found.at(-1)
    if (last && at - last.end <= gap) {
      last.end = at + 1
      last.sum += heat[at] as number
    } else found.push({ start: at, end: at + 1, sum: heat[at] as number })
  }
  return found
    .filter(({ start, end }) => end > start + 1)
    .sort((a, b) => b.sum - a.sum)
    .slice(0, mostPlaces)
    .map(({ start, end }): [number, number] => [start, end])
    .sort(([a], [b]) => a - b)
}

/** Parts of words that weighed, as the words, each once: "signi" says nothing to whoever reads it. */
function wholeWords(text: string, places: readonly [number, number][]): [number, number][] {
  const whole: [number, number][] = []
  for (let [start, end] of places) {
    while (start > 0 && isLatin(text.charCodeAt(start)) && isLatin(text.charCodeAt(start - 1))) start--
    while (end < text.length && isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(end))) end++
    const last = whole.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else whole.push([start, end])
  }
  return whole
}
const isLatin = (code: number) => code >= 97 && code <= 122

let shipped: SpamModel | undefined
/** The model that lies in `data/models/spam`, read once. */
export function shippedModel(): SpamModel {
  shipped ??= readModel(fileURLToPath(new URL('../../../../data/models/spam/model.bin', import.meta.url)))
  return shipped
}
/** Judges by another file from now on: for measuring. */
export function judgeBy(place: string): void {
  shipped = readModel(place)
}
const readModel = (place: string) => new SpamModel(decode(readFileSync(place), place))
