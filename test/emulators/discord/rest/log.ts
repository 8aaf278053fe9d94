/** Everything that was asked and answered: for contract tests, and for counting what must not happen. */
import { limits } from '../limits.ts'

export interface LoggedRequest {
  readonly at: number
  readonly method: string
  /** As asked, without the query. */
  readonly path: string
  /** As Discord's OpenAPI document writes it; absent when no route is known. */
  readonly route: string | undefined
  readonly params: Record<string, string>
  readonly query: Record<string, string>
  readonly headers: Record<string, string>
  readonly contentType: string
  readonly body: unknown
  readonly files: readonly { name: string; type: string; size: number }[]
  status: number
  answer: unknown
}

export class RequestLog {
  readonly #keep: number
  #entries: LoggedRequest[] = []
  #invalid: number[] = []
  /** Requests by status since the start. */
  readonly byStatus = new Map<number, number>()
  total = 0
  /** Sees each request as it comes. */
  watcher: ((entry: LoggedRequest) => void) | undefined

  constructor(keep: number) {
    this.#keep = keep
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries
  }

  add(entry: LoggedRequest): void {
    this.total += 1
    this.watcher?.(entry)
    if (this.#keep === 0) return
    this.#entries.push(entry)
    if (this.#entries.length > this.#keep * 2) this.#entries = this.#entries.slice(-this.#keep)
  }

  answered(entry: LoggedRequest, status: number, answer: unknown): void {
    entry.status = status
    entry.answer = answer
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1)
    if (status === 401 || status === 403 || status === 429) this.#invalid.push(entry.at)
  }

  /** What Cloudflare counts: 401, 403 and 429 in the last ten minutes. */
  invalid(now: number): number {
    this.#invalid = this.#invalid.filter((at) => at > now - limits.invalidRequestsMs)
    return this.#invalid.length
  }

  clear(): void {
    this.#entries = []
  }
}
