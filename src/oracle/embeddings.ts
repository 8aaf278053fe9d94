/** Compares a question with the candidates by their meaning as numbers; the nearest is meant if it is near enough. */
import { z } from 'zod'
import type { Asked } from '../core/oracle.ts'
import { post, type Service } from './request.ts'

const answered = z.object({
  data: z.array(z.object({ index: z.int(), embedding: z.array(z.number()).min(1).max(20_000) })),
})
/** Of candidates only, never of questions. About 6 MB at 1,536 numbers each. */
const mostKept = 1000
/** The nearest leads by so much, or it is not told from the next: see docs/decisions/second-opinion.md. */
const lead = 0.1
const none = new Float32Array()

export class Vectors {
  /** The one used longest ago first. */
  readonly #kept = new Map<string, Float32Array>()

  async rank(service: Service, { question, candidates, settings }: Asked, signal: AbortSignal) {
    const keyOf = (text: string) => JSON.stringify([service.url, settings.model, text])
    const known = new Map(candidates.map(({ text }) => [text, this.#kept.get(keyOf(text))]))
    const missing = [...known.keys()].filter((text) => known.get(text) === undefined)
    const [asked, ...fresh] = await vectorsOf(service, settings.model, [question, ...missing], signal)
    for (const [n, text] of missing.entries()) known.set(text, fresh[n])
    for (const [text, vector] of known) this.#keep(keyOf(text), vector)
    const [best, second] = candidates
      .map(({ id, text }) => ({ id, score: cosine(asked, known.get(text)) }))
      .sort((a, b) => b.score - a.score)
    if (!best || best.score < settings.threshold) return undefined
    return best.score - (second?.score ?? 0) < lead ? undefined : best.id
  }
  #keep(key: string, vector: Float32Array | undefined): void {
    if (!vector) return
    this.#kept.delete(key)
    this.#kept.set(key, vector)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** In the order of the texts. */
async function vectorsOf(service: Service, model: string, input: readonly string[], signal: AbortSignal) {
  const { data } = await post(service, '/embeddings', { model, input, encoding_format: 'float' }, answered, signal)
  const byIndex = new Map(data.map(({ index, embedding }) => [index, Float32Array.from(embedding)]))
  const vectors = input.map((_text, index) => byIndex.get(index))
  const [first] = vectors
  if (vectors.some((vector) => vector === undefined || vector.length !== first?.length))
    throw new Error('not a vector for each text')
  return vectors
}

/** 0 where one of them has no direction. */
function cosine(a: Float32Array = none, b: Float32Array = none): number {
  let dot = 0
  let lengthA = 0
  let lengthB = 0
  for (const [n, x] of a.entries()) {
    const y = b[n] ?? 0
    dot += x * y
    lengthA += x * x
    lengthB += y * y
  }
  return dot / (Math.sqrt(lengthA * lengthB) || 1)
}
