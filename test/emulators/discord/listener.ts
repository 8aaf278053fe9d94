/** The door: one loopback port for REST (`/api/v10`), gateway (`/gateway`) and uploaded files (`/cdn`). */
import websocket from '@fastify/websocket'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { Desk, Outgoing } from './rest/desk.ts'
import type { World } from './state/world.ts'

const bodyLimit = 30 * 1024 * 1024

export interface Doors {
  readonly desk: Desk
  readonly world: World
  readonly connected: (socket: WebSocket) => void
}

export class Listener {
  readonly #doors: Doors
  #server: FastifyInstance | undefined
  readonly #sockets = new Set<WebSocket>()
  port = 0

  constructor(doors: Doors) {
    this.#doors = doors
  }

  /** Listens on a free port, and on the same one again after {@link close}. */
  async open(): Promise<void> {
    const server = fastify({ forceCloseConnections: true, bodyLimit })
    await server.register(websocket, { options: { maxPayload: bodyLimit } })
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    server.get('/gateway', { websocket: true }, (socket) => this.#connected(socket))
    server.get<{ Params: { id: string } }>('/cdn/attachments/:channel/:id/:name', (request, reply) => {
      const file = this.#doors.world.files.get(request.params.id)
      return file ? reply.type(file.type).send(Buffer.from(file.bytes)) : reply.code(404).send()
    })
    server.all('/api/:version/*', async (request, reply) => {
      const answer = await this.#doors.desk.take(incoming(request))
      if (answer.hang) return reply.hijack()
      reply.code(answer.status).headers(answer.headers)
      return answer.body === undefined ? reply.send() : reply.type(typeOf(answer)).send(textOf(answer))
    })
    await server.listen({ host: '127.0.0.1', port: this.port })
    this.port = (server.server.address() as { port: number }).port
    this.#server = server
  }

  #connected(socket: WebSocket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    this.#doors.connected(socket)
  }

  get sockets(): readonly WebSocket[] {
    return [...this.#sockets]
  }

  /** Cuts every connection off, as a crash would, and stops listening. */
  async close(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    for (const socket of this.#sockets) socket.terminate()
    await server?.close()
  }
}

function incoming(request: FastifyRequest) {
  const [path = '', query = ''] = request.url.split('?')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value)
  return {
    method: request.method,
    path: path.replace(/^\/api\/v\d+/, ''),
    query: new URLSearchParams(query),
    headers,
    bytes: Buffer.isBuffer(request.body) ? request.body : undefined,
  }
}

const typeOf = (answer: Outgoing) => (typeof answer.body === 'string' ? 'text/plain' : 'application/json')

const textOf = ({ body }: Outgoing) => (typeof body === 'string' ? body : JSON.stringify(body))
