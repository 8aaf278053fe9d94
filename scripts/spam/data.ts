/** The labelled messages a model is trained and tried on. */
import { readFileSync } from 'node:fs'

export interface Example {
  readonly text: string
  readonly spam: boolean
  readonly lang: string
  readonly source: string
  /** The message it was made from, where it is a copy: both are in one fold. */
  readonly of?: string
  /** What an error on it costs beside others; 1 unless told otherwise. */
  readonly weight?: number
}

export function readSet(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, label, lang, source } = JSON.parse(line) as Record<string, string>
      return { text: text ?? '', spam: label === 'spam', lang: lang ?? '', source: source ?? '' }
    })
}

/** Numbers from 0 to 1, the same every time (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
export const pick = <T>(random: () => number, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T

/** A share of 0 to 1 that depends on the text alone. */
export function shareOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  return (Math.imul(hash, 0x2c1b3c6d) >>> 0) / 2 ** 32
}
