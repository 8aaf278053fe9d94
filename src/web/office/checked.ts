import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Locale } from '../../core/words.ts'
import { Problem } from '../problem.ts'

/** Checks what came over the wire; the problem's detail names the first field at fault. */
export function checked<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
  throw new Problem('bad_request', `${field}: ${issue?.message}`)
}

/** The reader's language: asked for in the address, else the browser's. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang
  if (asked === 'zh' || asked === 'en') return asked
  return /^\s*zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en'
}
