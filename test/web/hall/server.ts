/** The hall's server over a real database, asked without a network: pages are two small documents. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebSocket } from 'ws'
import type { Said, Told } from '../../../adapters/web/wire.ts'
import type { CommandCard } from '../../../src/core/command.ts'
import type { LogEntry } from '../../../src/core/desk.ts'
import { hallRoutes } from '../../../src/web/hall/routes.ts'
import { createServer } from '../../../src/web/server.ts'
import { sessionCookie, sessions } from '../../../src/web/sessions.ts'
import { openHall, type TestHall } from '../../adapters/web/kit.ts'

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
  readonly cookie: string
}

export async function openServer(commands: readonly CommandCard[] = [], more: { readonly trustProxy?: boolean } = {}) {
  const hall = await openHall(commands)
  const pages = await mkdtemp(join(tmpdir(), 'pages-'))
  await mkdir(join(pages, 'assets'))
  for (const name of ['hall', 'office'])
    await writeFile(join(pages, `${name}.html`), `<meta property="csp-nonce" nonce="__NONCE__"><title>${name}</title>`)
  const known = sessions(hall.store.db, () => hall.now)
  const desk = { why: async (event: string): Promise<LogEntry | undefined> => (event === 'e1' ? entry : undefined) }
  const options = { hall: hall.adapter.hall, sessions: known, desk, log: hall.log }
  const server = await createServer({
    sessions: known,
    pages,
    log: hall.log,
    routes: { '/api/hall': hallRoutes(options) },
    ...more,
  })

  await server.ready()

  async function ask(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    more: { body?: object; cookie?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const headers = { host: 'inn.test', ...(more.cookie && { cookie: more.cookie }), ...more.headers }
    const answer = await server.inject({ method, url, headers, ...(more.body && { payload: more.body }) })
    const set = answer.cookies.find((one) => one.name === sessionCookie)
    return {
      status: answer.statusCode,
      body: answer.headers['content-type']?.toString().includes('json') ? answer.json() : answer.body,
      headers: answer.headers,
      cookie: set ? `${set.name}=${set.value}` : '',
    }
  }
  return {
    hall,
    server,
    sessions: known,
    ask,
    /** The cookie of somebody who joined. */
    async cookieOf(name: string, role: 'member' | 'moderator' = 'member') {
      const actor = await hall.joins(name, role)
      return { actor, cookie: `${sessionCookie}=${await known.open(actor.user)}` }
    },
    async close() {
      await server.close()
      await hall.close()
      await rm(pages, { recursive: true })
    },
  }
}
export type TestServer = Awaited<ReturnType<typeof openServer>>

const entry: LogEntry = {
  event: 'e1',
  at: 1,
  group: 'g1',
  type: 'message',
  member: undefined,
  message: 'e1',
  why: {},
  actions: [],
}

/** One open page: what it was told, and saying something. */
export class TestPage {
  readonly told: Told[] = []
  readonly #socket: WebSocket
  readonly #hall: TestHall
  constructor(socket: WebSocket, hall: TestHall) {
    this.#socket = socket
    this.#hall = hall
    socket.on('message', (data) => this.told.push(JSON.parse(String(data)) as Told))
  }
  get closed() {
    return this.#socket.readyState >= 2
  }
  /** Resolves with the group as it is told, or with the refusal. */
  async opens(group: string): Promise<Told> {
    const nonce = this.#hall.nonce()
    const before = this.told.length
    this.raw(JSON.stringify({ type: 'open', nonce, group, since: 0 }))
    return this.hears(
      (told) =>
        (told.type === 'refused' && told.nonce === nonce) ||
        (told.type === 'opened' && told.group === group && this.told.indexOf(told) >= before),
    )
  }
  /** Resolves with the answer to it. */
  async says<S extends Omit<Said, 'nonce' | 'group'>>(said: S): Promise<Told> {
    const nonce = this.#hall.nonce()
    this.raw(JSON.stringify({ nonce, group: 'web:reading', ...said }))
    return this.hears((told) => 'nonce' in told && told.nonce === nonce)
  }
  raw(data: string) {
    this.#socket.send(data)
  }
  async hears(matches: (told: Told) => boolean, withinMs = 3000): Promise<Told> {
    for (const deadline = Date.now() + withinMs; Date.now() < deadline; ) {
      const found = this.told.find(matches)
      if (found) return found
      await new Promise((done) => setTimeout(done, 5))
    }
    throw new Error(`not told; told were ${JSON.stringify(this.told).slice(0, 2000)}`)
  }
  close() {
    this.#socket.terminate()
  }
}
export async function openPage(test: TestServer, cookie: string, headers: Record<string, string> = {}) {
  const path = '/api/hall/socket'
  let page: TestPage | undefined
  await test.server.injectWS(
    path,
    { headers: { host: 'inn.test', cookie, ...headers } },
    {
      onInit: (socket) => {
        page = new TestPage(socket, test.hall)
      },
    },
  )
  if (!page) throw new Error('no socket')
  return page
}
