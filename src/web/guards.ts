/** Headers that keep the pages to themselves, and the check that a request came from one of them. */
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Nothing but our own files; the nonce is for the style elements that the component library writes. */
export const contentPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

export function secureHeaders(reply: FastifyReply) {
  reply.headers({
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  })
}

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])
/** True for a write or a WebSocket that another site's page asked for. Programs that send no Origin hold no cookie of ours. */
export function wrongOrigin(request: FastifyRequest): boolean {
  const origin = request.headers.origin
  if (harmless.has(request.method) && request.headers.upgrade === undefined) return false
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== request.host
}
