/** The HTTP server: headers, cookies, sessions, limits, pages. Routes come in as plugins. */
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import files from '@fastify/static'
import websocket from '@fastify/websocket'
import fastify, { type FastifyError, type FastifyInstance, type FastifyPluginAsync } from 'fastify'
import { ZodError } from 'zod'
import type { Log } from '../core/feature.ts'
import { contentPolicy, secureHeaders, wrongOrigin } from './guards.ts'
import { nonceSlot } from './nonce.ts'
import { Problem } from './problem.ts'
import { type Sessions, sessionCookie } from './sessions.ts'

export interface ServerOptions {
  readonly sessions: Sessions
  /** Folder of the built pages, from `buildPages`. */
  readonly pages: string
  readonly log: Log
  /** Route plugins by prefix: `{ '/api/office': officeRoutes }`. */
  readonly routes: Readonly<Record<string, FastifyPluginAsync>>
  /** True behind one reverse proxy that sets X-Forwarded-*. What the visitor's own headers claim is not believed. */
  readonly trustProxy?: boolean
}

/** Bytes of one WebSocket message and of one request's body. */
const bodyLimit = 64 * 1024

/** The address that the proxy itself saw. Trusting the whole list, the first in it would count, which anybody may write. */
const nearest = (_address: string, hop: number) => hop === 0

export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({ bodyLimit, trustProxy: options.trustProxy ? nearest : false, forceCloseConnections: true })
  server.decorateRequest('session', undefined)
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const { status, body } = explain(error)
    if (status >= 500) options.log.error({ err: error, url: request.routeOptions.url }, 'request failed')
    return reply.code(status).send(body)
  })
  await server.register(cookie)
  await server.register(rateLimit, { global: false, errorResponseBuilder: () => new Problem('too_fast') })
  await server.register(websocket, { options: { maxPayload: bodyLimit } })
  server.addHook('onRequest', async (request, reply) => {
    secureHeaders(reply)
    if (wrongOrigin(request)) throw new Problem('wrong_origin')
    const token = request.cookies[sessionCookie]
    if (token && request.url.startsWith('/api/')) request.session = await options.sessions.find(token)
  })
  await pages(server, options.pages)
  for (const [prefix, plugin] of Object.entries(options.routes)) await server.register(plugin, { prefix })
  server.setNotFoundHandler(() => {
    throw new Problem('not_found')
  })
  return server
}

function explain(error: Error & { statusCode?: number }): { status: number; body: object } {
  if (error instanceof Problem)
    return { status: error.statusCode, body: { code: error.code, ...(error.detail && { detail: error.detail }) } }
  if (error instanceof ZodError)
    return { status: 400, body: { code: 'bad_request', detail: error.issues[0]?.path.join('.') } }
  const status = error.statusCode ?? 500
  if (status === 413) return { status, body: { code: 'too_long' } }
  return { status, body: { code: status < 500 ? 'bad_request' : 'failed' } }
}

/** Scripts and styles are named by their content and kept for ever; the two documents carry a nonce of their own each time. */
async function pages(server: FastifyInstance, folder: string) {
  await server.register(files, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  })
  const document = async (name: string, paths: readonly string[]) => {
    const html = await readFile(join(folder, `${name}.html`), 'utf8')
    for (const path of paths)
      server.get(path, (_request, reply) => {
        const nonce = randomBytes(16).toString('base64')
        return reply
          .header('content-security-policy', contentPolicy(nonce))
          .header('cache-control', 'no-store')
          .type('text/html; charset=utf-8')
          .send(html.replaceAll(nonceSlot, nonce))
      })
  }
  await document('hall', ['/', '/enter', '/join/:token', '/g/:group'])
  await document('office', ['/office', '/office/*'])
}
