/** A page that does not read, over a real connection: it is let go before it fills our memory. */
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { reading } from '../../adapters/web/kit.ts'
import { openPage, openServer } from './server.ts'

const open = JSON.stringify({ type: 'open', nonce: 'nonce-open', group: reading, since: 0 })

/** A connection with the group open that reads nothing more. */
async function sleeper(port: number, cookie: string): Promise<Socket> {
  const key = Buffer.from('sixteen letters!').toString('base64')
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  const asked = request({ host: '127.0.0.1', port, path: '/api/hall/socket', headers: { ...headers, cookie } })
  asked.end()
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Socket]
  socket.on('error', () => undefined) // it is let go without a word
  // RFC 6455, 5.2: one text frame under 126 bytes, masked with zeros.
  socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | open.length, 0, 0, 0, 0]), Buffer.from(open)]))
  await once(socket, 'data')
  return socket.pause()
}

test('a page that leaves megabytes unread is let go; others are told as ever', async () => {
  const inn = await openServer()
  await inn.server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = inn.server.server.address() as AddressInfo
  const asleep = await sleeper(port, (await inn.cookieOf('Sleeper')).cookie)
  const toms = await openPage(inn, (await inn.cookieOf('Tom')).cookie)
  toms.raw(open)
  await toms.hears((told) => told.type === 'opened' && told.here.length === 2)
  const sent = 1000
  for (let n = 0; n < sent; n++) {
    await inn.hall.does(`e${n}/x.0`, { type: 'send', group: reading, text: 'x'.repeat(20_000) })
    await setImmediate()
  }
  const says = () => toms.told.filter((told) => told.type === 'post' && told.post.kind === 'say').length
  await expect.poll(says).toBe(sent)
  await toms.hears((told) => told.type === 'here' && told.here.length === 1)
  asleep.destroy()
  toms.close()
  await inn.close()
})
