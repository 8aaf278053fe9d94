/** One loop takes what is waiting, in order, and commits it together: a batch costs one transaction. */
export interface Loop<T> {
  push(task: T): void
  /** Resolves when nothing is waiting and nothing is being handled. */
  idle(): Promise<void>
}

/** As many as were waiting when the last batch ended, at most this many: load makes batches, not a timer. */
export const maxBatch = 256

/** What becomes of a failed batch is the affair of `handle`; should it throw after all, `bug` is told and the loop goes on. */
export function makeLoop<T>(handle: (batch: readonly T[]) => Promise<void>, bug: (error: unknown) => void): Loop<T> {
  let waiting: T[] = []
  let running = false
  const resting: (() => void)[] = []
  const turn = async () => {
    while (waiting.length) {
      const batch = waiting.length <= maxBatch ? waiting : waiting.slice(0, maxBatch)
      waiting = waiting.length <= maxBatch ? [] : waiting.slice(maxBatch)
      try {
        await handle(batch)
      } catch (error) {
        bug(error)
      }
    }
    running = false
    for (const resolve of resting.splice(0)) resolve()
  }
  return {
    push(task) {
      waiting.push(task)
      if (running) return
      running = true
      setImmediate(() => void turn()) // what arrives in the same turn of the event loop goes along
    },
    idle: () => (running ? new Promise((resolve) => resting.push(resolve)) : Promise.resolve()),
  }
}
