/**
 * Errors that wechaty throws where nobody can catch them: in timers and streams of its own, and in promises it has let
 * go. They must not end the process. Only such errors are held back, by the place they come from; any other ends the
 * process as it would without us.
 */
const theirs =
  /[\\/]node_modules[\\/](@grpc|@juzi|wechaty|file-box|memory-card|gerror|state-switch|watchdog|rx-queue|flash-store|ducks)/u

/** True where the error was thrown by wechaty or what it stands on: the topmost frame that is not Node's own counts. */
export function isTheirs(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const top = error.stack?.split('\n').find((line) => /^\s+at /u.test(line) && !/\(?node:/u.test(line))
  return top !== undefined && theirs.test(top)
}

/** Returns what takes the guard away. `held` is told of each error. */
export function contain(held: (error: unknown) => void): () => void {
  const guard = (event: 'uncaughtException' | 'unhandledRejection') => (error: unknown) => {
    if (isTheirs(error)) return held(error)
    if (process.listenerCount(event) > 1) return // somebody else decides
    process.removeAllListeners(event)
    setImmediate(() => {
      throw error
    })
  }
  const thrown = guard('uncaughtException')
  const rejected = guard('unhandledRejection')
  process.on('uncaughtException', thrown)
  process.on('unhandledRejection', rejected)
  return () => {
    process.off('uncaughtException', thrown)
    process.off('unhandledRejection', rejected)
  }
}
