/** A command or choice that cannot be carried out, told to whoever gave it. */
import type { FieldError } from '../../core/adapter.ts'
import type { Verdict } from '../../core/feature.ts'
import type { Store } from './store.ts'

export const refuse = (code: string, message: string, field?: string): Verdict<Store> => ({
  errors: [{ code: `moderation/${code}`, message, ...(field && { field }) } satisfies FieldError],
})
