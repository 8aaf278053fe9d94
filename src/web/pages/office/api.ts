/** Talking to the office's server. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandAnswer, CommandOrder } from '../../office/wire.ts'
import { locale } from '../texts.ts'

/** What kept a request from being answered: the server's code, or `offline`. */
export class Trouble extends Error {
  readonly code: string
  readonly detail: string
  constructor(code: string, detail = '') {
    super(`${code} ${detail}`)
    this.code = code
    this.detail = detail
  }
}

/** The address of an API path in the reader's language, for the community in the page's address. */
export function apiUrl(path: string, params: Readonly<Record<string, string | number | undefined>> = {}): string {
  const query = new URLSearchParams({ lang: locale })
  const community = new URLSearchParams(location.search).get('community')
  if (community) query.set('community', community)
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && value !== '') query.set(name, String(value))
  return `/api/office/${path}?${query}`
}

async function asked(url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Trouble('offline')
  }
}
async function troubleOf(reply: Response): Promise<Trouble> {
  const body: unknown = await reply.json().catch(() => ({}))
  const { code, detail } = body as { code?: string; detail?: string }
  return new Trouble(code ?? 'failed', detail)
}
export async function get<T>(url: string, signal?: AbortSignal): Promise<T> {
  const reply = await asked(url, { signal: signal ?? null, headers: { accept: 'application/json' } })
  if (!reply.ok) throw await troubleOf(reply)
  return (await reply.json()) as T
}

/** Told on the window when a command was given: what is shown may have changed. */
const given = 'office:given'
/** Gives a command. A refusal by the command itself is an answer; anything else is thrown as `Trouble`. */
export async function giveOrder(order: CommandOrder): Promise<CommandAnswer> {
  const reply = await asked(apiUrl('command'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-innkeeper': 'office' },
    body: JSON.stringify(order),
  })
  if (reply.ok || reply.status === 422) {
    window.dispatchEvent(new Event(given))
    return (await reply.json()) as CommandAnswer
  }
  throw await troubleOf(reply)
}
/** Of one click: 144 bits, on pages without TLS too, where `crypto.randomUUID` is missing. */
export const newNonce = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, '0')).join('')

export interface Loaded<T> {
  /** What came last, also while newer is on its way or could not be had. */
  readonly data: T | undefined
  readonly trouble: Trouble | undefined
  readonly loading: boolean
  /** Asks again now. */
  readonly again: () => void
}
interface Answer<T> {
  readonly path: string
  readonly data?: T | undefined
  readonly trouble?: Trouble | undefined
}
const pathOf = (url: string) => url.split('?')[0] ?? url

/**
 * Loads a URL, keeps it fresh every `every` milliseconds while the page is in view, and keeps showing what it has when
 * only the query changes.
 */
export function useLoaded<T>(url: string | undefined, every?: number): Loaded<T> {
  const [answer, setAnswer] = useState<Answer<T>>({ path: '' })
  const [loading, setLoading] = useState(false)
  const [asks, setAsks] = useState(0)
  const again = useCallback(() => setAsks((count) => count + 1), [])
  const path = url === undefined ? '' : pathOf(url)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asks` is what `again` changes
  useEffect(() => {
    if (url === undefined) return
    const stop = new AbortController()
    setLoading(true)
    get<T>(url, stop.signal)
      .then((data) => setAnswer({ path, data }))
      .catch((error: unknown) => {
        if (stop.signal.aborted) return
        const trouble = error instanceof Trouble ? error : new Trouble('failed', String(error))
        setAnswer((old) => ({ path, data: old.path === path ? old.data : undefined, trouble }))
      })
      .finally(() => !stop.signal.aborted && setLoading(false))
    return () => stop.abort()
  }, [url, path, asks])
  const busy = useRef(false)
  busy.current = loading
  usePolling(() => busy.current || again(), every)
  const known = answer.path === path
  return { data: known ? answer.data : undefined, trouble: known ? answer.trouble : undefined, loading, again }
}

/** Calls while the page is in view, and at once when it comes back into view. */
function usePolling(call: () => unknown, every: number | undefined) {
  const latest = useRef(call)
  latest.current = call
  useEffect(() => {
    if (every === undefined) return
    const tick = () => document.visibilityState === 'visible' && latest.current()
    const timer = setInterval(tick, every)
    document.addEventListener('visibilitychange', tick)
    window.addEventListener(given, tick)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', tick)
      window.removeEventListener(given, tick)
    }
  }, [every])
}
