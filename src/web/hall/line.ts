/** One page's connection, bounded both ways: what it sends faster than it is served waits at its end, not in our memory. */
import type { WebSocket } from 'ws'

/** Messages heard and not yet served before no more are read, and when reading goes on. */
const mostWaiting = 32
const fewWaiting = 8
/** Bytes a page may leave unread before it is let go: it comes back and asks for what it missed. */
const mostUnread = 4 * 1024 * 1024
const pingMs = 25_000

export interface Line {
  send(json: string): void
  close(): void
}
export interface Listening {
  /** Called with one message after the other: what a page sends first happens first. */
  hear(data: string): Promise<void>
  /** Called now and then while the line is open. */
  check(): Promise<void>
  fail(error: unknown): void
  gone(): void
}

export function line(socket: WebSocket, listening: Listening): Line {
  const { hear, fail } = listening
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()
  socket.on('message', (data) => {
    waiting += 1
    if (waiting >= mostWaiting) socket.pause()
    turn = turn
      .then(() => hear(String(data)))
      .catch(fail)
      .finally(() => {
        waiting -= 1
        if (waiting <= fewWaiting && socket.isPaused) socket.resume()
      })
  })
  const alive = keepAlive(socket, () => listening.check().catch(fail))
  socket.on('close', () => {
    clearInterval(alive)
    listening.gone()
  })
  return {
    send(json) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > mostUnread) return socket.terminate()
      socket.send(json)
    },
    close: () => socket.close(),
  }
}

/** Ends connections whose other end has gone without a word. */
function keepAlive(socket: WebSocket, check: () => void) {
  let answered = true
  socket.on('pong', () => {
    answered = true
  })
  return setInterval(() => {
    if (!answered) return socket.terminate()
    answered = false
    socket.ping()
    check()
  }, pingMs).unref()
}
