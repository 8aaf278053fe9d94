/** The oracle behind any OpenAI-compatible endpoint: a language model or an embedding model, near or far. */
import type { Asked, Oracle } from '../core/oracle.ts'
import { byChat } from './chat.ts'
import { Vectors } from './embeddings.ts'

/** `key` is sent as a bearer token; '' where the service wants none. Asks nobody by itself. */
export function openAiOracle(key: string): Oracle {
  const vectors = new Vectors()
  return {
    rank: (asked: Asked, signal: AbortSignal) => {
      const service = { url: asked.settings.url, key: key.trim() }
      return asked.settings.mode === 'chat' ? byChat(service, asked, signal) : vectors.rank(service, asked, signal)
    },
  }
}
