import Fastify from 'fastify'
import type { Person } from '../../../src/web/office/command.ts'
import { office } from '../../../src/web/office/index.ts'
import { deskOf, type Lists, noon } from './desk.ts'

export const moderator: Person = { user: 'web:mei', name: 'Mei', role: 'moderator' }

/** The plugin on a server without a socket, with somebody signed in. */
export function officeOf(lists: Lists = {}, person: Person | undefined = moderator) {
  const { desk, emitted } = deskOf(lists)
  const app = Fastify()
  app.register(office, { prefix: '/api/office', desk, person: () => person, now: () => noon })
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

/** Nobody is signed in. */
export const strangers = (lists: Lists = {}) => {
  const { desk } = deskOf(lists)
  const app = Fastify()
  app.register(office, { prefix: '/api/office', desk, person: () => undefined, now: () => noon })
  return app
}
