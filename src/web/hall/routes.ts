/** The hall's HTTP API, under `/api/hall`: signing in, joining, history, invites, groups, why. */
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Hall } from '../../../adapters/web/index.ts'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/feature.ts'
import { id } from '../../core/words.ts'
import { Problem } from '../problem.ts'
import { ownerId, requireRole, type Sessions, sessionCookie, sessionMs } from '../sessions.ts'
import { type Lobby, lobby } from './lobby.ts'
import { enterSchema, groupSchema, inviteSchema, joinSchema } from './said.ts'
import { socketRoute } from './socket.ts'

export interface HallOptions {
  readonly hall: Hall
  readonly sessions: Sessions
  readonly desk: Pick<Desk, 'why'>
  readonly log: Log
}
const minute = '1 minute'
/** So many a minute from one address. A class in one room may join at once; keys are guessed by nobody in a hurry. */
const rate = (max: number) => ({ config: { rateLimit: { max, timeWindow: minute } } })

export const hallRoutes =
  (options: HallOptions): FastifyPluginAsync =>
  async (server) => {
    server.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    const open = lobby(options.hall, options.log)
    doorRoutes(server, options, open)
    readingRoutes(server, options)
    staffRoutes(server, options, open)
    socketRoute(server, {
      hall: options.hall,
      log: options.log,
      lobby: open,
      session: async (request) => {
        const token = request.cookies[sessionCookie]
        return token ? options.sessions.find(token) : undefined
      },
    })
  }

function doorRoutes(server: FastifyInstance, { hall, sessions }: HallOptions, open: Lobby) {
  /** Null where nobody is signed in. */
  server.get('/me', async ({ session }) => ({
    me: session ? { user: session.user, name: session.name, role: session.role } : null,
  }))
  server.post('/enter', rate(10), async (request, reply) => {
    const { key, name, locale } = enterSchema.parse(request.body)
    if (!(await sessions.knowsKey(key))) throw new Problem('key_wrong')
    // A name that is refused must not cost the key; of two at once with one key, the second gets no session.
    await hall.enterAsOwner({ user: ownerId, name, role: 'owner', locale })
    if (!(await sessions.redeemKey(key))) throw new Problem('key_wrong')
    await signIn(request, reply, sessions, ownerId)
    return { user: ownerId }
  })
  server.get<{ Params: { token: string } }>('/invites/:token', rate(60), async (request) => {
    const found = await hall.invitation(request.params.token)
    if (!found) throw new Problem('invite_wrong')
    return found
  })
  server.post('/join', rate(30), async (request, reply) => {
    const joined = await hall.join(joinSchema.parse(request.body), request.session)
    if (!request.session) await signIn(request, reply, sessions, joined.user)
    return { group: joined.group }
  })
  server.post('/sign-out', async (request, reply) => {
    const token = request.cookies[sessionCookie]
    if (token) {
      await sessions.close(token)
      open.dismiss(token)
    }
    reply.clearCookie(sessionCookie, { path: '/' })
    return {}
  })
}

async function signIn(request: FastifyRequest, reply: FastifyReply, sessions: Sessions, user: string) {
  reply.setCookie(sessionCookie, await sessions.open(user), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    maxAge: sessionMs / 1000,
  })
}

const historyQuery = z.object({ group: id, before: z.coerce.number().int() })
function readingRoutes(server: FastifyInstance, { hall }: HallOptions) {
  server.get('/history', async (request) => {
    const by = requireRole(request, 'member')
    const { group, before } = historyQuery.parse(request.query)
    return hall.history(by, group, before)
  })
  server.get<{ Params: { message: string } }>('/pictures/:message', async (request, reply) => {
    const picture = await hall.picture(requireRole(request, 'member'), request.params.message)
    return reply.type('image/png').header('cache-control', 'private, max-age=86400').send(picture)
  })
}

const groupQuery = z.object({ group: id })
function staffRoutes(server: FastifyInstance, { hall, desk }: HallOptions, open: Lobby) {
  server.get<{ Params: { event: string } }>('/why/:event', async (request) => {
    requireRole(request, 'moderator')
    const entry = await desk.why(request.params.event)
    if (!entry) throw new Problem('not_found')
    return entry
  })
  server.get('/invites', async (request) => {
    const by = requireRole(request, 'moderator')
    const { group } = groupQuery.parse(request.query)
    await hall.place(by, group)
    const invites = await hall.invites(group)
    // An invite that makes a moderator is the owner's to hand out, so others do not see it.
    return by.role === 'owner' ? invites : invites.filter((invite) => invite.role === 'member')
  })
  server.post('/invites', rate(30), async (request) => {
    const by = requireRole(request, 'moderator')
    const { group, role, hours, mostUses } = inviteSchema.parse(request.body)
    if (role !== 'member') requireRole(request, 'owner')
    await hall.place(by, group)
    return hall.createInvite({ group, role, by: by.user, forMs: hours * 3_600_000, mostUses })
  })
  server.delete<{ Params: { token: string } }>('/invites/:token', async (request) => {
    requireRole(request, 'moderator')
    await hall.revokeInvite(request.params.token)
    return {}
  })
  server.delete<{ Params: { user: string } }>('/staff/:user', async (request) => {
    requireRole(request, 'owner')
    await hall.dismiss(request.params.user)
    // Their pages come back as a member's.
    open.restart(request.params.user)
    return {}
  })
  server.post('/groups', rate(10), async (request) => {
    requireRole(request, 'owner')
    return { group: await hall.createGroup(groupSchema.parse(request.body).name) }
  })
}
