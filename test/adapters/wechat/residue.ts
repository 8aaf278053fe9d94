/** What a process still holds: to be held against what it held before. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The heap after everything that can go has gone. */
export function settledHeap(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') for (let n = 0; n < 4; n++) collect()
  return process.memoryUsage().heapUsed
}
/** Of the process, by event. */
export const listeners = () => process.eventNames().map((name) => [String(name), process.listenerCount(name)])
export const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
