/** The office's API, for moderators and owners. It reads from the desk, and changes things only by giving commands. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../../core/desk.ts'
import { isStaff, type MaybePromise } from '../../core/words.ts'
import type { Person } from './command.ts'
import { localeOf, Refused } from './refusal.ts'
import { commandRoutes } from './routes/command.ts'
import { logRoutes } from './routes/log.ts'
import { panelRoutes } from './routes/panels.ts'
import { plannedRoutes } from './routes/planned.ts'
import { startRoutes } from './routes/start.ts'
import type { Refusal } from './wire.ts'

export interface OfficeOptions {
  readonly desk: Desk
  /** Who is signed in, with the role of the community's staff; undefined where nobody is. */
  readonly person: (request: FastifyRequest) => MaybePromise<Person | undefined>
  /** Epoch milliseconds. */
  readonly now: () => number
}
declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the office's guard: whoever gets past it is a moderator at least. */
    officePerson: Person | null
  }
}

/** Register under `/api/office`. Everything behind it needs the role of a moderator. */
export async function office(app: FastifyInstance, options: OfficeOptions): Promise<void> {
  app.decorateRequest('officePerson', null)
  app.setErrorHandler(refuse)
  app.addHook('onRequest', async (request, reply) => {
    request.officePerson = await staff(request, options)
    reply.header('cache-control', 'no-store')
  })
  app.addHook('preHandler', async (request) => sameOrigin(request))
  for (const routes of [startRoutes, panelRoutes, plannedRoutes, logRoutes, commandRoutes]) routes(app, options)
}

async function staff(request: FastifyRequest, options: OfficeOptions): Promise<Person> {
  const person = await options.person(request)
  if (!person) throw new Refused(401, 'not-signed-in')
  if (!isStaff(person.role)) throw new Refused(403, 'not-staff')
  return person
}

/**
 * Cross-site request forgery: beside the cookie's SameSite, what changes something needs a header that a form of
 * another site cannot send and a script of another site may not, and where the browser says its origin it must be ours.
 */
function sameOrigin(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const foreign = origin !== undefined && URL.parse(origin)?.host !== request.headers.host
  if (request.headers['x-innkeeper'] !== 'office' || foreign || (site !== undefined && site !== 'same-origin'))
    throw new Refused(403, 'cross-site')
}

/** A refusal is told in the reader's language; anything else is a fault of ours, logged with the request's id. */
function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const told = error instanceof Refused ? error : ours(error, request)
  const body: Refusal = {
    error: {
      code: told.code,
      message: told.in(localeOf(request)),
      ...(told.field !== undefined && { field: told.field }),
    },
  }
  return reply.status(told.statusCode).send(body)
}
function ours(error: unknown, request: FastifyRequest): Refused {
  const status = statusOf(error)
  if (status >= 400 && status < 500)
    return new Refused(status, 'bad-request', { field: 'body', detail: error instanceof Error ? error.message : '' })
  request.log.error({ err: error, url: request.url }, 'office request failed')
  return new Refused(500, 'failed', { id: request.id })
}
const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500
