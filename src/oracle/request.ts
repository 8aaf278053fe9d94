/** One POST of JSON to an OpenAI-compatible service. What it throws names neither key nor question, nor what came back. */
import type { z } from 'zod'

/** A vector of 4,096 numbers is about 90 kB as JSON; four of them are asked for at once. */
const mostBytes = 4_000_000

export interface Service {
  /** Where its interface begins. */
  readonly url: string
  /** Sent as a bearer token; '' where the service wants none. */
  readonly key: string
}

/** Throws `Error` with a short reason: "HTTP 500", "ECONNREFUSED", "not an answer we know". */
export async function post<S extends z.ZodType>(
  { url, key }: Service,
  path: string,
  body: object,
  shape: S,
  signal: AbortSignal,
): Promise<z.output<S>> {
  const response = await sent(`${url.replace(/\/+$/, '')}${path}`, key, body, signal)
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`HTTP ${response.status}`)
  }
  const parsed = shape.safeParse(jsonIn(await textOf(response)))
  if (!parsed.success) throw new Error('not an answer we know')
  return parsed.data
}

async function sent(url: string, key: string, body: object, signal: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  try {
    // a redirect would take question and key to where the owner never sent them
    return await fetch(url, { method: 'POST', headers, body: JSON.stringify(body), signal, redirect: 'error' })
  } catch (error) {
    throw new Error(codeOf(error)) // its own words may hold the header that could not be sent
  }
}
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^[A-Z_]{3,40}$/.test(code) ? code : 'not reachable'
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > mostBytes) throw new Error('too much came back')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the shape refuses it
  }
}
