/** A second opinion from outside: which of a few candidates a question means. It chooses; it never words an answer. */
import { z } from 'zod'

const withoutLogin = (url: string) => !/^[a-z]+:\/\/[^/]*@/i.test(url)

/** How an owner says where it is asked. The key stands in the environment, never here. */
export const oracleSettings = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .refine(withoutLogin, 'no name or password here: the key stands in INNKEEPER_ORACLE_KEY')
    .describe(
      'Where its OpenAI-compatible interface begins: `https://api.example.com/v1`, `http://127.0.0.1:11434/v1`',
    ),
  model: z.string().min(1).max(200).describe('As that service calls it'),
  mode: z
    .enum(['chat', 'embeddings'])
    .default('chat')
    .describe('`chat` asks a language model to choose; `embeddings` compares meanings as numbers'),
  threshold: z
    .number()
    .min(0)
    .max(1)
    .default(0.7)
    .describe('`embeddings` only: the cosine from which an entry is the one meant; every model has its own'),
  timeoutMs: z.int().min(100).max(10_000).default(2000).describe('What is later counts as no opinion'),
  perDay: z.int().min(0).max(100_000).default(200).describe('So many calls a day (UTC) and community; then none'),
})
export type OracleSettings = z.output<typeof oracleSettings>

export interface Asked {
  readonly question: string
  readonly candidates: readonly { readonly id: string; readonly text: string }[]
  readonly settings: OracleSettings
}
export interface Oracle {
  /**
   * The candidate's id, or undefined where it is none of them. Throws where there is no opinion to be had; the message
   * is shown to the owner and holds neither key nor question.
   */
  rank(asked: Asked, signal: AbortSignal): Promise<string | undefined>
}
