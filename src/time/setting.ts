/** Lengths of time as settings of a rulebook. */
import { z } from 'zod'
import { parseDuration } from './duration.ts'

/** Text such as "10m" or "2小时" → milliseconds. */
export const span = z
  .string()
  .max(40)
  .refine((raw) => parseDuration(raw) !== undefined, {
    message: 'is not a length of time, such as "10m", "12h" or "7d"',
    params: { key: 'no-duration' },
  })
  .transform((raw) => parseDuration(raw) ?? 0)
/** The same, where there is a usual one. */
export const duration = (fallback: string) => span.prefault(fallback)
