/** The hall's WebSocket: one a page. What is done is acknowledged by its nonce; the page sends it again until it is. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Hall } from '../../../adapters/web/index.ts'
import { Problem } from '../../../adapters/web/problem.ts'
import type { Said, Told } from '../../../adapters/web/wire.ts'
import type { Log } from '../../core/feature.ts'
import { mayDo } from '../../core/words.ts'
import { requireRole, type Session } from '../sessions.ts'
import { type Bucket, buckets } from './bucket.ts'
import { deed } from './deeds.ts'
import { type Guest, type Lobby, lobby } from './lobby.ts'
import { saidSchema } from './said.ts'

export interface SocketOptions {
  readonly hall: Hall
  readonly log: Log
  /** The session as it is now: a role or a sign-out takes effect while a page is open. */
  readonly session: (request: FastifyRequest) => Promise<Session | undefined>
}
/** What a person can do by hand in all pages together, with room for one that sends again what it had waiting. */
const atOnce = 20
const aSecond = 2
const mostPages = 12
const pingMs = 25_000

export function socketRoute(server: FastifyInstance, options: SocketOptions) {
  const open = lobby(options.hall)
  const limits = buckets(atOnce, aSecond)
  server.addHook('onClose', async () => open.close())
  server.get(
    '/socket',
    { websocket: true, preValidation: async (request) => void requireRole(request, 'member') },
    (socket, request) => serve(socket, request, { open, options, limits }),
  )
}

interface Serving {
  readonly open: Lobby
  readonly options: SocketOptions
  readonly limits: ReturnType<typeof buckets>
}
function serve(socket: WebSocket, request: FastifyRequest, { open, options, limits }: Serving) {
  const first = requireRole(request, 'member')
  const guest: Guest = { user: first.user, groups: new Set(), send: (told) => tell(socket, told) }
  if (open.pagesOf(guest.user) >= mostPages) return socket.close(1013, 'too many open pages')
  const limit = limits(guest.user)
  const alive = keepAlive(socket)
  open.enter(guest)
  hello(guest, first, options.hall).catch((error: unknown) => fail(socket, options, error))
  // One after the other: what a page sends first happens first.
  let turn: Promise<unknown> = Promise.resolve()
  socket.on('message', (data) => {
    turn = turn
      .then(() => hear(String(data), { guest, request, open, options, limit }))
      .catch((error: unknown) => fail(socket, options, error))
  })
  socket.on('close', () => {
    clearInterval(alive)
    open.leave(guest)
  })
  socket.on('error', (error) => options.log.info({ err: error }, 'a page’s connection broke'))
}

interface Hearing {
  readonly guest: Guest
  readonly request: FastifyRequest
  readonly open: Lobby
  readonly options: SocketOptions
  readonly limit: Bucket
}
async function hear(data: string, hearing: Hearing) {
  const { guest, options } = hearing
  const parsed = saidSchema.safeParse(json(data))
  if (!parsed.success) return guest.send({ type: 'refused', nonce: nonceIn(json(data)), code: 'bad_request' })
  const said = parsed.data
  try {
    const by = await options.session(hearing.request)
    if (!by) throw new Problem('not_signed_in')
    if (said.type !== 'read' && said.type !== 'open' && !hearing.limit.take(Date.now())) throw new Problem('too_fast')
    if (said.type === 'open') await openGroup(hearing, by, said)
    else guest.send(await deed(options.hall, by, said))
  } catch (error) {
    guest.send(refusal(said, error, options.log))
  }
}

async function openGroup({ guest, open, options }: Hearing, by: Session, said: Extract<Said, { type: 'open' }>) {
  await options.hall.place(by, said.group)
  // Followed before it is read, so that nothing falls between the two; the page knows a post by its id.
  open.follow(guest, said.group)
  const opened = await options.hall.open(by, said.group, said.since)
  guest.send({ type: 'opened', group: said.group, here: open.here(said.group), ...opened })
}

async function hello(guest: Guest, by: Session, hall: Hall) {
  const { user, name, role } = by
  const commands = hall.commands().filter((card) => mayDo(role, card.role))
  guest.send({ type: 'hello', me: { user, name, role }, rooms: await hall.rooms(user), commands })
}

function refusal(said: Said, error: unknown, log: Log): Told {
  if (error instanceof Problem)
    return { type: 'refused', nonce: said.nonce, code: error.code, ...(error.detail && { detail: error.detail }) }
  log.error({ err: error, type: said.type }, 'the hall could not do what a page asked')
  return { type: 'refused', nonce: said.nonce, code: 'failed' }
}

const tell = (socket: WebSocket, told: Told) => {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(told))
}
function fail(socket: WebSocket, { log }: SocketOptions, error: unknown) {
  log.error({ err: error }, 'the hall’s connection failed')
  socket.close(1011)
}
/** Closes connections whose other end has gone without a word. */
function keepAlive(socket: WebSocket) {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  return setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
  }, pingMs).unref()
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
