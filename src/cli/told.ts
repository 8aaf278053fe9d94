/** What the doctor prints: a finding in one language. */
import type { Finding } from '../core/finding.ts'
import { type Locale, pick } from '../core/words.ts'

export interface Told {
  readonly what: string
  readonly state: 'ok' | 'warn' | 'bad'
  readonly detail: string
  readonly remedy?: string
}
export const told = ({ detail, remedy, ...finding }: Finding, lang: Locale): Told => ({
  ...finding,
  detail: pick(detail, lang),
  ...(remedy && { remedy: pick(remedy, lang) }),
})
