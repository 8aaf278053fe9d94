/** Whether anybody is at the other end: a connection, and in TLS. Nothing is asked, so that no other client is disturbed. */
import { connect } from 'node:net'
import { type ConnectionOptions, connect as secure } from 'node:tls'
import type { Finding } from '../../../src/core/finding.ts'
import type { Address } from './environment.ts'
import { well, wrong } from './finding.ts'

/** Never rejects. */
export async function ofAddress(
  { endpoint, host, port, serverName }: Address,
  tls: boolean,
  ms: number,
): Promise<Finding> {
  const began = performance.now()
  const refused = await answer((done) => connect({ host, port }, done), ms)
  if (refused) return wrong('bad', 'reach.refused', { endpoint, detail: refused })
  // Who they are is asked by wechaty itself, with the certificate it was given.
  const options: ConnectionOptions = {
    host,
    port,
    servername: serverName,
    rejectUnauthorized: false,
    ALPNProtocols: ['h2'],
  }
  const plain = tls ? await answer((done) => secure(options, done), ms) : undefined
  if (plain) return wrong('bad', 'reach.plain', { endpoint, detail: plain })
  return well('reach.ok', { endpoint, ms: Math.round(performance.now() - began) })
}

/** Why there was none; undefined where there was. */
function answer(open: (done: () => void) => ReturnType<typeof connect>, ms: number): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const socket = open(() => resolve(undefined))
  socket.setTimeout(ms, () => resolve(`no answer in ${ms / 1000} s`))
  socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  socket.on('close', () => resolve('it hung up'))
  return promise.finally(() => socket.destroy())
}
