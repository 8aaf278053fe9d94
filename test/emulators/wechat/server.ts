/**
 * A wechaty-puppet-service server in a process of its own, with the simulated puppet behind it and the world at the
 * other end of the IPC channel. Arguments: endpoint, token, and the milliseconds between heartbeats (0 for none).
 * Ends when the test does.
 */
import { PuppetServer } from 'wechaty-puppet-service'
import type { Hears } from './model.ts'
import { type Asked, type Line, SimulatedPuppet } from './puppet.ts'
import type { FromServer, FromTest } from './wire.ts'

const [endpoint = '', token = '', beat = '0'] = process.argv.slice(2)
const say = (message: FromServer) => process.send?.(message)
const open = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
let number = 0
let hears: Hears | undefined

function ask(name: keyof Asked, args: readonly unknown[]): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  number += 1
  open.set(number, { resolve, reject })
  say({ ask: name, args, number })
  return promise
}
const asking: ProxyHandler<object> = {
  get:
    (_, name) =>
    (...args: readonly unknown[]) =>
      ask(String(name) as keyof Asked, args),
}
const line: Line = {
  account: new Proxy({}, asking) as Asked,
  listen: (ear) => {
    hears = ear
    say({ listening: true })
  },
  hangUp: () => say({ listening: false }),
}
function hear(message: FromTest): void {
  if ('signal' in message) hears?.(message.signal)
  else answered(message)
}
function answered(answer: Exclude<FromTest, { signal: unknown }>): void {
  const asked = open.get(answer.number)
  open.delete(answer.number)
  if ('error' in answer) asked?.reject(new Error(answer.error))
  else asked?.resolve(answer.value)
}
process.on('message', hear)
process.on('disconnect', () => process.exit(0))

const puppet = new SimulatedPuppet(line)
puppet.on('error', () => undefined)
if (Number(beat) > 0) setInterval(() => puppet.emit('heartbeat', { data: 'beat' }), Number(beat))
await new PuppetServer({ endpoint, token, puppet }).start()
say({ up: true })
