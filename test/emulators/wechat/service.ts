/** The puppet server as a test handles it: started, killed, frozen, and started again on the same port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Hears } from './model.ts'
import { home } from './quiet.ts'
import type { FromServer, FromTest } from './wire.ts'
import type { World } from './world.ts'

export interface Wanted {
  /** `insecure_` is the name in the certificate that comes with wechaty-puppet-service. */
  readonly token?: string
  readonly port?: number
  /** Milliseconds between heartbeats; 0 for none. */
  readonly beatMs?: number
}
const running = new Set<ChildProcess>()
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

function send(child: ChildProcess, message: FromTest): void {
  if (child.connected) child.send(message)
}
/** A port of this machine that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

export class Service {
  world: World
  readonly port: number
  readonly token: string
  readonly #beatMs: number
  #child: ChildProcess | undefined
  #ear: Hears | undefined

  constructor(world: World, port: number, { token = 'insecure_innkeeper', beatMs = 0 }: Wanted) {
    this.world = world
    this.port = port
    this.token = token
    this.#beatMs = beatMs
  }
  /** For `puppetOptions` of a client. */
  get options(): { readonly endpoint: string; readonly token: string } {
    return { endpoint: `127.0.0.1:${this.port}`, token: this.token }
  }
  get pid(): number | undefined {
    return this.#child?.pid
  }
  /** Another world behind the same server: stop the bot first. */
  serve(world: World): void {
    this.world.hangsUp(this.#ear)
    this.world = world
  }
  /** Resolves when the server listens. */
  async start(): Promise<void> {
    if (this.#child) throw new Error('the server runs already')
    const args = [join(import.meta.dirname, 'server.ts'), this.options.endpoint, this.token, String(this.#beatMs)]
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, HOME: home, TMPDIR: home, NODE_OPTIONS: '' },
    })
    this.#child = child
    running.add(child)
    let said = ''
    child.stderr?.on('data', (chunk) => {
      said += chunk
    })
    child.once('exit', () => this.#gone(child))
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    child.once('exit', (code) => reject(new Error(`the puppet server ended with ${code}: ${said}`)))
    child.on('message', (message: FromServer) => ('up' in message ? resolve() : this.#hear(child, message)))
    await promise
  }
  #gone(child: ChildProcess): void {
    running.delete(child)
    if (this.#child !== child) return
    this.#child = undefined
    this.world.hangsUp(this.#ear)
  }
  #hear(child: ChildProcess, message: Exclude<FromServer, { up: true }>): void {
    if ('ask' in message) this.#answer(child, message)
    else if (message.listening) this.#listen(child)
    else this.world.hangsUp(this.#ear)
  }
  #listen(child: ChildProcess): void {
    this.#ear = (signal) => send(child, { signal })
    this.world.listen(this.#ear)
  }
  #answer(child: ChildProcess, { ask, args, number }: Extract<FromServer, { ask: unknown }>): void {
    const { account } = this.world
    try {
      send(child, { number, value: Reflect.apply(Reflect.get(account, ask), account, args) })
    } catch (error) {
      send(child, { number, error: error instanceof Error ? error.message : String(error) })
    }
  }
  /** kill -9. */
  async kill(): Promise<void> {
    const child = this.#child
    if (!child) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  /** Killed, and there again. */
  async restart(): Promise<void> {
    await this.kill()
    await this.start()
  }
  /** SIGSTOP: alive, and answering nothing. What happens meanwhile waits in its pipe. */
  freeze(): void {
    this.#child?.kill('SIGSTOP')
  }
  thaw(): void {
    this.#child?.kill('SIGCONT')
  }
}

/** A server that runs; to be killed by whoever opened it. */
export async function openService(world: World, wanted: Wanted = {}): Promise<Service> {
  const service = new Service(world, wanted.port ?? (await freePort()), wanted)
  await service.start()
  return service
}
