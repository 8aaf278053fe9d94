/** JSON over HTTP to our own server. */

/** The server's "no": a code that the pages have words for. */
export class Refusal extends Error {
  readonly code: string
  readonly detail: string | undefined
  constructor(code: string, detail?: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** Throws a `Refusal`; its code is `offline` where no answer came. The answer's shape is the caller's to know. */
export async function request<T>(
  path: string,
  options: {
    readonly method?: string
    readonly body?: unknown
    readonly headers?: Readonly<Record<string, string>>
  } = {},
): Promise<T> {
  const { method = options.body === undefined ? 'GET' : 'POST', body, headers } = options
  const answer = await fetch(path, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal('offline')
  })
  const json: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw refusalOf(json)
  return json as T
}

function refusalOf(json: unknown): Refusal {
  if (typeof json !== 'object' || json === null || !('code' in json)) return new Refusal('failed')
  const detail = 'detail' in json && typeof json.detail === 'string' ? json.detail : undefined
  return new Refusal(String(json.code), detail)
}
