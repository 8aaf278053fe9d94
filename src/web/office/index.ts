/** The office's API, for moderators and owners. It reads from the desk, and changes things only by giving commands. */
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Desk } from '../../core/desk.ts'
import { Problem } from '../problem.ts'
import { requireRole } from '../sessions.ts'
import { commandRoutes } from './routes/command.ts'
import { logRoutes } from './routes/log.ts'
import { loginRoutes } from './routes/logins.ts'
import { panelRoutes } from './routes/panels.ts'
import { plannedRoutes } from './routes/planned.ts'
import { startRoutes } from './routes/start.ts'

export interface OfficeOptions {
  readonly desk: Desk
  /** Epoch milliseconds. */
  readonly now: () => number
}

/** For `createServer({ routes: { '/api/office': officeRoutes({ desk, now }) } })`. All of it needs a moderator. */
export const officeRoutes =
  (options: OfficeOptions): FastifyPluginAsync =>
  async (app: FastifyInstance) => {
    app.addHook('onRequest', async (request, reply) => {
      requireRole(request, 'moderator')
      reply.header('cache-control', 'no-store')
    })
    app.addHook('preHandler', async (request) => fromOurPage(request))
    for (const routes of [startRoutes, panelRoutes, plannedRoutes, logRoutes, loginRoutes, commandRoutes])
      routes(app, options)
  }

/**
 * Cross-site request forgery: beside the cookie's SameSite and the server's check of the origin, what changes something
 * needs a header that a form of another site cannot send and a script of another site may not.
 */
function fromOurPage(request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site'] ?? 'same-origin'
  if (request.headers['x-innkeeper'] !== 'office' || site !== 'same-origin') throw new Problem('wrong_origin')
}
