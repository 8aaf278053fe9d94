/** The hall's WebSocket: one a page. What is done is acknowledged by its nonce; the page sends it again until it is. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Hall } from '../../../adapters/web/index.ts'
import type { Said, Told } from '../../../adapters/web/wire.ts'
import type { Log } from '../../core/feature.ts'
import { mayDo } from '../../core/words.ts'
import { Problem } from '../problem.ts'
import { requireRole, type Session, sessionCookie } from '../sessions.ts'
import { type Bucket, buckets } from './bucket.ts'
import { deed } from './deeds.ts'
import { line } from './line.ts'
import type { Guest, Lobby } from './lobby.ts'
import { saidSchema } from './said.ts'

export interface SocketOptions {
  readonly hall: Hall
  readonly log: Log
  readonly lobby: Lobby
  /** The session as it is now: a role or a sign-out takes effect while a page is open. */
  readonly session: (request: FastifyRequest) => Promise<Session | undefined>
}
/** What a person can do by hand in all pages together, with room for one that sends again what it had waiting. */
const doing = { atOnce: 20, aSecond: 2 }
/** Opening groups and having read them: the page asks by itself, also all groups of a dozen pages after a break. */
const looking = { atOnce: 60, aSecond: 5 }
const mostPages = 12

export function socketRoute(server: FastifyInstance, options: SocketOptions) {
  const limits = { doing: buckets(doing.atOnce, doing.aSecond), looking: buckets(looking.atOnce, looking.aSecond) }
  server.addHook('onClose', async () => options.lobby.close())
  server.get(
    '/socket',
    { websocket: true, preValidation: async (request) => void requireRole(request, 'member') },
    (socket, request) => {
      const first = requireRole(request, 'member')
      if (options.lobby.pagesOf(first.user) >= mostPages) return socket.close(1013, 'too many open pages')
      const limit = { doing: limits.doing(first.user), looking: limits.looking(first.user) }
      serve(socket, first, { request, options, limit })
    },
  )
}

interface Serving {
  readonly request: FastifyRequest
  readonly options: SocketOptions
  readonly limit: { readonly doing: Bucket; readonly looking: Bucket }
}
function serve(socket: WebSocket, first: Session, serving: Serving) {
  const { hall, log, lobby, session } = serving.options
  const fail = (error: unknown) => {
    log.error({ err: error }, 'the hall’s connection failed')
    socket.close(1011)
  }
  const guest: Guest = {
    user: first.user,
    session: serving.request.cookies[sessionCookie] ?? '',
    groups: new Set(),
    ...line(socket, {
      hear: (data) => hear(data, guest, serving),
      // A session that ended elsewhere, or was forgotten, hears no more.
      check: async () => void ((await session(serving.request)) ?? socket.close()),
      fail,
      gone: () => lobby.leave(guest),
    }),
  }
  socket.on('error', (error) => log.info({ err: error }, 'a page’s connection broke'))
  lobby.enter(guest)
  hello(guest, first, hall).catch(fail)
}

const tell = (guest: Guest, told: Told) => guest.send(JSON.stringify(told))

async function hear(data: string, guest: Guest, serving: Serving) {
  const { options, limit, request } = serving
  const raw = json(data)
  const parsed = saidSchema.safeParse(raw)
  if (!parsed.success) return tell(guest, { type: 'refused', nonce: nonceIn(raw), code: 'bad_request' })
  const said = parsed.data
  try {
    const by = await options.session(request)
    if (!by) throw new Problem('not_signed_in')
    const bucket = said.type === 'read' || said.type === 'open' ? limit.looking : limit.doing
    if (!bucket.take(Date.now())) throw new Problem('too_fast')
    if (said.type === 'open') await openGroup(guest, by, said, options)
    else tell(guest, await deed(options.hall, by, said))
  } catch (error) {
    tell(guest, refusal(said, error, options.log))
  }
}

type Opening = Extract<Said, { type: 'open' }>
async function openGroup(guest: Guest, by: Session, { group, since }: Opening, { hall, lobby }: SocketOptions) {
  await hall.place(by, group)
  // Followed before it is read, so that nothing falls between the two; the page knows a post by its id.
  lobby.follow(guest, group)
  try {
    const opened = await hall.open(by, group, since)
    tell(guest, { type: 'opened', group, here: lobby.here(group), ...opened })
  } catch (error) {
    // Shown out meanwhile: then nothing more is heard of the group.
    lobby.unfollow(guest, group)
    throw error
  }
}

async function hello(guest: Guest, by: Session, hall: Hall) {
  const { user, name, role } = by
  const commands = hall.commands().filter((card) => mayDo(role, card.role))
  tell(guest, { type: 'hello', me: { user, name, role }, rooms: await hall.rooms(user), commands })
}

function refusal(said: Said, error: unknown, log: Log): Told {
  if (error instanceof Problem)
    return { type: 'refused', nonce: said.nonce, code: error.code, ...(error.detail && { detail: error.detail }) }
  log.error({ err: error, type: said.type }, 'the hall could not do what a page asked')
  return { type: 'refused', nonce: said.nonce, code: 'failed' }
}

function json(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined // told to the page as a bad request
  }
}
const nonceIn = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && 'nonce' in raw && typeof raw.nonce === 'string'
    ? raw.nonce.slice(0, 64)
    : ''
