/** Takes one request through everything: log, ban, token, faults, rate limit, route; and answers as Discord does. */
import { DiscordError, Form } from '../errors.ts'
import { limits } from '../limits.ts'
import type { World } from '../state/world.ts'
import { readBody } from './body.ts'
import type { Answer, Call } from './call.ts'
import type { Fault, Faults } from './faults.ts'
import type { LoggedRequest, RequestLog } from './log.ts'
import type { RateLimiter } from './rates.ts'
import type { Found, Router } from './router.ts'

export interface Incoming {
  readonly method: string
  /** Below `/api/v10`, without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: Record<string, string>
  readonly bytes: Buffer | undefined
}

export interface Outgoing extends Answer {
  readonly headers: Record<string, string>
  /** Leave the client without an answer. */
  readonly hang?: boolean
}

export class Desk {
  readonly #world: World
  readonly #router: Router
  readonly #rates: RateLimiter
  readonly #faults: Faults
  readonly #log: RequestLog
  readonly #banAt: number

  constructor(
    world: World,
    parts: { router: Router; rates: RateLimiter; faults: Faults; log: RequestLog; banAt?: number },
  ) {
    this.#world = world
    this.#router = parts.router
    this.#rates = parts.rates
    this.#faults = parts.faults
    this.#log = parts.log
    this.#banAt = parts.banAt ?? limits.invalidRequests
  }

  async take(incoming: Incoming): Promise<Outgoing> {
    const contentType = incoming.headers['content-type'] ?? ''
    const found = this.#router.find(incoming.method, incoming.path)
    const read = await readBody(incoming.bytes, contentType).catch((error: unknown) => refusal(error))
    const entry = entryOf(incoming, found, contentType, 'status' in read ? undefined : read)
    this.#log.add(entry)
    const answer = 'status' in read ? { ...read, headers: {} } : this.#answer(incoming, found, read)
    if (this.#faults.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#faults.delayMs))
    this.#log.answered(entry, answer.hang ? 0 : answer.status, answer.body)
    return answer
  }

  #answer(incoming: Incoming, found: Found | undefined, read: { body: unknown; files: Call['files'] }): Outgoing {
    if (this.#log.invalid(this.#world.now()) >= this.#banAt) return cloudflare
    if (!found) return { ...refusal(new DiscordError('notFound')), headers: {} }
    const name = `${found.route.method} ${found.route.path}`
    if (!found.route.open && incoming.headers.authorization !== `Bot ${this.#world.options.token}`)
      return { ...refusal(new DiscordError('unauthorized')), headers: {} }
    const toll = this.#rates.take(name, found.params)
    if (toll.retryAfter !== undefined) return limited(toll.headers, toll.retryAfter, toll.global)
    const fault = this.#faults.meet(found.route.method, found.route.path)
    if (fault && !fault.performed) return failed(fault, toll.headers)
    const answer = this.#run(incoming, found, read)
    return fault ? failed(fault, toll.headers) : { ...answer, headers: toll.headers }
  }

  #run(incoming: Incoming, found: Found, read: { body: unknown; files: Call['files'] }): Answer {
    try {
      const by = { id: this.#world.bot.id, ...reasonOf(incoming.headers) }
      return found.route.run({ world: this.#world, params: found.params, query: incoming.query, by, ...read })
    } catch (error) {
      return refusal(error)
    }
  }
}

const cloudflare: Outgoing = { status: 429, body: 'error code: 1015', headers: { 'retry-after': '600' } }

function limited(headers: Record<string, string>, retryAfter: number, global: boolean): Outgoing {
  return {
    status: 429,
    headers,
    body: { message: 'You are being rate limited.', code: 0, retry_after: retryAfter, global },
  }
}

function failed(fault: Fault, headers: Record<string, string>): Outgoing {
  if (fault.status === 'hang') return { status: 0, headers: {}, hang: true }
  if (fault.status !== 429) return { status: fault.status, headers, body: { message: 'Internal fault', code: 0 } }
  const wait = fault.retryAfter ?? 0.1
  const scope: Record<string, string> = fault.global
    ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
    : {}
  return limited({ ...headers, ...scope, 'retry-after': String(wait) }, wait, fault.global ?? false)
}

function reasonOf(headers: Record<string, string>): { reason?: string } {
  const given = headers['x-audit-log-reason']
  if (!given) return {}
  const reason = decodeURIComponent(given)
  const form = new Form()
  form.length('X-Audit-Log-Reason', reason, limits.auditReason)
  form.done()
  return { reason }
}

/** A rule's refusal as an answer; anything else is a fault of the emulator and is thrown on. */
function refusal(error: unknown): Answer {
  if (!(error instanceof DiscordError)) throw error
  return { status: error.status, body: error.body }
}

function entryOf(
  incoming: Incoming,
  found: Found | undefined,
  contentType: string,
  read: { body: unknown; files: Call['files'] } | undefined,
): LoggedRequest {
  return {
    at: Date.now(),
    method: incoming.method,
    path: incoming.path,
    route: found?.route.path,
    params: found?.params ?? {},
    query: Object.fromEntries(incoming.query),
    headers: { ...incoming.headers, ...(incoming.headers.authorization && { authorization: '…' }) },
    contentType,
    body: read?.body,
    files: (read?.files ?? []).map(({ name, type, bytes }) => ({ name, type, size: bytes.byteLength })),
    status: 0,
    answer: undefined,
  }
}
