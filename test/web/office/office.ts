import Fastify from 'fastify'
import { officeRoutes } from '../../../src/web/office/index.ts'
import type { Session } from '../../../src/web/sessions.ts'
import { deskOf, type Lists, noon } from './desk.ts'

export const moderator: Session = { user: 'web:mei', name: 'Mei', role: 'moderator', locale: undefined }

/** The plugin on a server without a socket, with somebody, or null for nobody, signed in. */
export function officeOf(lists: Lists = {}, session: Session | null = moderator) {
  const { desk, emitted } = deskOf(lists)
  const app = Fastify()
  app.decorateRequest('session', undefined)
  app.addHook('onRequest', async (request) => {
    request.session = session ?? undefined
  })
  app.register(officeRoutes({ desk, now: () => noon }), { prefix: '/api/office' })
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const reply = await app.inject({ url: `/api/office/${path}`, headers })
    const json = reply.headers['content-type']?.toString().startsWith('application/json')
    return { status: reply.statusCode, body: json ? reply.json() : reply.body, headers: reply.headers }
  }
  const post = async (payload: object | string, headers: Record<string, string> = { 'x-innkeeper': 'office' }) => {
    const reply = await app.inject({
      method: 'POST',
      url: '/api/office/command?lang=en',
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    })
    return { status: reply.statusCode, body: reply.json() }
  }
  return { get, post, emitted, close: () => app.close() }
}
