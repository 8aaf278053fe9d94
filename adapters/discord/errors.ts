/**
 * What Discord's refusals mean to us. Codes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 * What may pass by itself is `busy`, so that it is tried again for two days; what will not is said once.
 */

import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10'
import type { Outcome } from '../../src/core/action.ts'
import type { Locale } from '../../src/core/words.ts'
import { StormError } from './storms.ts'
import { type DoorText, saidIn } from './texts.ts'

type Refusal = Extract<Outcome, { ok: false }>
export const gone = (detail: string): Refusal => ({ ok: false, kind: 'gone', detail })
export const denied = (
  languages: readonly Locale[],
  ...told: Parameters<typeof saidIn> extends [unknown, ...infer R] ? R : never
): Refusal => ({
  ok: false,
  kind: 'denied',
  detail: saidIn(languages, ...told).slice(0, 1000),
})
export const done: Outcome = { ok: true }

const minuteMs = 60_000
const goneCodes: ReadonlySet<number | string> = new Set([
  Code.UnknownChannel,
  Code.UnknownGuild,
  Code.UnknownMember,
  Code.UnknownMessage,
  Code.UnknownRole,
  Code.UnknownUser,
  Code.UnknownBan,
  Code.UnknownInvite,
  Code.UnknownGuildScheduledEvent,
])
const deniedCodes: Readonly<Record<number, DoorText>> = {
  [Code.MissingAccess]: 'denied.access',
  [Code.MissingPermissions]: 'denied.access',
  [Code.CannotSendMessagesToThisUser]: 'denied.dm',
  // No mutual guild, or the account blocks applications; not in discord-api-types yet.
  50278: 'denied.dm',
  [Code.MaximumNumberOfPinsReachedForTheChannel]: 'denied.pins',
  [Code.MaximumNumberOfUncompletedGuildScheduledEventsReached]: 'denied.events.full',
}

/** Of anything that a request threw; a bug of ours is thrown on. */
export function outcomeOf(error: unknown, languages: readonly Locale[]): Refusal {
  if (error instanceof RateLimitError)
    return {
      ok: false,
      kind: 'busy',
      retryAfterMs: Math.max(1000, error.timeToReset),
      all: error.global,
      detail: 'rate limit',
    }
  if (error instanceof StormError)
    return { ok: false, kind: 'busy', retryAfterMs: error.forMs, all: true, detail: error.message }
  if (error instanceof DiscordAPIError) return ofAnswer(error, languages)
  if (error instanceof HTTPError) return { ok: false, kind: 'busy', detail: `HTTP ${error.status}` }
  if (isNetworkTrouble(error)) return { ok: false, kind: 'busy', detail: error.message.slice(0, 200) }
  throw error
}

function ofAnswer(error: DiscordAPIError, languages: readonly Locale[]): Refusal {
  const code = Number(error.code)
  if (error.status === 401) return { ok: false, kind: 'busy', retryAfterMs: 5 * minuteMs, all: true, detail: 'token' }
  if (goneCodes.has(code)) return gone(error.message)
  const key = deniedCodes[code]
  if (key) return denied(languages, key)
  // Slow mode, writing too fast, opening too many private channels.
  if (error.status === 429 || code === Code.OpeningDirectMessagesTooFast)
    return { ok: false, kind: 'busy', retryAfterMs: 10 * minuteMs, detail: error.message.slice(0, 200) }
  if (error.status === 404) return gone(error.message.slice(0, 1000))
  const refusal = { message: error.message.replace(/\s+/g, ' ').slice(0, 300), code: String(error.code) }
  return denied(languages, 'denied.code', refusal)
}

/** The request was cut off by our own time limit, or the line was. */
const isNetworkTrouble = (error: unknown): error is Error =>
  error instanceof Error &&
  (error.name === 'AbortError' ||
    error.name === 'TimeoutError' ||
    ('code' in error && /^(E[A-Z_]+|UND_ERR_\w+)$/.test(String(error.code))) ||
    error.message === 'fetch failed')
