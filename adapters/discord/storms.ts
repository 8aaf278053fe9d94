/**
 * Discord shuts a bot out for an hour after 10,000 refused requests (401, 403, 429) in ten minutes:
 * https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans. We stop at a tenth.
 */

const windowMs = 600_000
const spanMs = 10_000
/** A tenth of what Discord allows. */
const mostRefused = 1000

export class StormError extends Error {
  /** When to try again. */
  readonly forMs: number
  constructor(forMs: number) {
    super('too many requests were refused; resting')
    this.name = 'StormError'
    this.forMs = forMs
  }
}

interface Parts {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Told once as a storm begins, with the routes most often refused. */
  readonly began: (storm: { readonly count: number; readonly forMs: number; readonly most: string }) => void
  readonly ended: () => void
  /** Refused requests in ten minutes at which it rests. */
  readonly most?: number
}
interface Span {
  readonly from: number
  count: number
  readonly routes: Map<string, number>
}

export class Storms {
  readonly #parts: Parts
  /** The last ten minutes in spans of ten seconds. */
  #spans: Span[] = []
  #until = 0
  readonly #mostRefused: number
  constructor(parts: Parts) {
    this.#parts = parts
    this.#mostRefused = parts.most ?? mostRefused
  }

  /** How long to rest, milliseconds; 0 when there is no storm. */
  get rest(): number {
    const left = this.#until - this.#parts.now()
    if (left > 0) return left
    if (this.#until > 0) {
      this.#until = 0
      this.#parts.ended()
    }
    return 0
  }
  /** Refused requests of the last ten minutes. */
  get count(): number {
    this.#forget()
    return this.#spans.reduce((sum, span) => sum + span.count, 0)
  }

  /** Rests for so long, whatever was counted. */
  hold(ms: number): void {
    this.#until = Math.max(this.#until, this.#parts.now() + ms)
  }
  /** Throws `StormError` while resting. */
  pass(): void {
    const forMs = this.rest
    if (forMs > 0) throw new StormError(forMs)
  }

  /** An answer as it came. A 429 that others share the blame for does not count, as Discord says. */
  heard(status: number, route: string, scope: string | null): void {
    if (status !== 401 && status !== 403 && !(status === 429 && scope !== 'shared')) return
    const now = this.#parts.now()
    const last = this.#spans.at(-1)
    const span = last && now - last.from < spanMs ? last : { from: now, count: 0, routes: new Map<string, number>() }
    if (span !== last) this.#spans.push(span)
    span.count += 1
    span.routes.set(`${status} ${route}`, (span.routes.get(`${status} ${route}`) ?? 0) + 1)
    if (this.rest === 0 && this.count >= this.#mostRefused) this.#begin(now)
  }

  /** Rests until half of what was counted is past. */
  #begin(now: number): void {
    const count = this.count
    let left = count
    let until = now + spanMs
    for (const span of this.#spans) {
      if (left <= this.#mostRefused / 2) break
      left -= span.count
      until = span.from + spanMs + windowMs
    }
    this.#until = until
    this.#parts.began({ count, forMs: until - now, most: this.#most() })
  }
  #most(): string {
    const sums = new Map<string, number>()
    for (const { routes } of this.#spans)
      for (const [route, count] of routes) sums.set(route, (sums.get(route) ?? 0) + count)
    const sorted = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 3)
    return sorted.map(([route, count]) => `${route} ×${count}`).join(', ')
  }
  #forget(): void {
    const before = this.#parts.now() - windowMs - spanMs
    while (this.#spans[0] && this.#spans[0].from <= before) this.#spans.shift()
  }
}
