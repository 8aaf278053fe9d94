/** How the office says no: a status, a code, and a sentence in the reader's language. */
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import { officeTexts, type RefusalCode } from './texts.ts'

/** Thrown by the routes; the plugin's error handler turns it into a `Refusal`. */
export class Refused extends Error {
  readonly statusCode: number
  readonly code: RefusalCode
  readonly vars: Vars
  /** The field at fault, where there is one. */
  readonly field: string | undefined
  constructor(statusCode: number, code: RefusalCode, vars: Vars = {}, field?: string) {
    super(code)
    this.statusCode = statusCode
    this.code = code
    this.vars = vars
    this.field = field
  }
  in(locale: Locale): string {
    return fill(officeTexts[locale][this.code] ?? this.code, this.vars)
  }
}

/** Checks what came over the wire. The first thing wrong is told by its field. */
export function checked<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
  throw new Refused(400, 'bad-request', { field: field ?? '', detail: issue?.message ?? '' }, field)
}

/** The reader's language: asked for in the address, else the browser's. */
export function localeOf(request: FastifyRequest): Locale {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang
  if (asked === 'zh' || asked === 'en') return asked
  return /^\s*zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh' : 'en'
}
