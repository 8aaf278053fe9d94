/**
 * Checkpoints beside the loop: copying the write-ahead log into the database takes long enough to be felt, and a
 * passive checkpoint from another thread keeps nobody waiting (sqlite.org/c3ref/wal_checkpoint_v2.html).
 */
import { Worker } from 'node:worker_threads'

/** Commands that end sooner than this need no thread of their own. */
const startAfterMs = 1500

export function startCheckpointer(file: string): { close(): Promise<void> } {
  let worker: Worker | undefined
  let closed = false
  const timer = setTimeout(() => {
    worker = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData: { file } })
    worker.unref()
    // Without it the writer checkpoints by itself when the log is long: slower, not wrong.
    worker.on('error', (error) => {
      if (!closed) process.emitWarning(`checkpoints: ${error}`)
    })
  }, startAfterMs)
  timer.unref()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await worker?.terminate()
    },
  }
}
