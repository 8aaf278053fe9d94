/** Rate limits: a bucket per route and major parameter, and one for everything (documented at 50 a second). */

export interface Rate {
  readonly limit: number
  /** Seconds. */
  readonly per: number
}

/** What was seen of the real service; its own documentation says only that limits may change and are in the headers. */
export const discordRates: Readonly<Record<string, Rate>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, per: 5 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, per: 5 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, per: 1 },
  'POST /channels/{channel_id}/messages/bulk-delete': { limit: 1, per: 1 },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 1, per: 0.25 },
  'PATCH /guilds/{guild_id}/members/{user_id}': { limit: 10, per: 10 },
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': { limit: 10, per: 10 },
  'DELETE /guilds/{guild_id}/members/{user_id}': { limit: 5, per: 1 },
  'PATCH /channels/{channel_id}': { limit: 5, per: 15 },
  'POST /users/@me/channels': { limit: 5, per: 5 },
}

export interface Rates {
  /** Route (`POST /channels/{channel_id}/messages`) → its own limit. */
  readonly routes: Readonly<Record<string, Rate>>
  /** For every other route. */
  readonly other: Rate
  /** Requests a second over all routes; 0 for no limit. */
  readonly global: number
}

export interface Toll {
  readonly headers: Record<string, string>
  /** Seconds to wait; absent when the request may go. */
  readonly retryAfter?: number
  readonly global: boolean
}

interface Bucket {
  used: number
  resetAt: number
}

const major = ['channel_id', 'guild_id', 'webhook_id', 'webhook_token'] as const

export class RateLimiter {
  readonly #rates: Rates
  readonly #buckets = new Map<string, Bucket>()
  #global: Bucket = { used: 0, resetAt: 0 }

  constructor(rates: Rates) {
    this.#rates = rates
  }

  /** Counts one request and says what its headers are, and whether it must wait. Real time: clients wait in it. */
  take(name: string, params: Record<string, string>): Toll {
    const now = Date.now()
    const free = name.startsWith('POST /interactions') || name.includes('/webhooks/{webhook_id}/{webhook_token}')
    if (!free && this.#rates.global > 0) {
      this.#global = spent(this.#global, now, 1)
      if (this.#global.used > this.#rates.global) return refused({}, (this.#global.resetAt - now) / 1000, true)
    }
    const rate = this.#rates.routes[name] ?? this.#rates.other
    const key = `${name}:${major.map((part) => params[part] ?? '').join(':')}`
    const bucket = spent(this.#buckets.get(key) ?? { used: 0, resetAt: 0 }, now, rate.per)
    this.#buckets.set(key, bucket)
    const after = Math.max(0, (bucket.resetAt - now) / 1000)
    const headers = {
      'x-ratelimit-limit': String(rate.limit),
      'x-ratelimit-remaining': String(Math.max(0, rate.limit - bucket.used)),
      'x-ratelimit-reset': (bucket.resetAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': after.toFixed(3),
      'x-ratelimit-bucket': bucketName(name),
    }
    return bucket.used > rate.limit ? refused(headers, after, false) : { headers, global: false }
  }
}

function spent(bucket: Bucket, now: number, per: number): Bucket {
  return now >= bucket.resetAt ? { used: 1, resetAt: now + per * 1000 } : { ...bucket, used: bucket.used + 1 }
}

function refused(headers: Record<string, string>, retryAfter: number, global: boolean): Toll {
  return {
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global && { 'x-ratelimit-global': 'true' }),
    },
    retryAfter: Math.max(0.001, Number(retryAfter.toFixed(3))),
    global,
  }
}

/** FNV-1a of the route: opaque and stable, as Discord's bucket names are. */
function bucketName(route: string): string {
  let hash = 0x811c9dc5
  for (const char of route) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0').repeat(4)
}
