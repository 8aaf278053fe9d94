/** The thread of `checkpointer.ts`. */
import { statSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import SQLite from 'better-sqlite3'

const { file } = workerData as { file: string }
const everyMs = 500
/** Bytes of log that are worth the while. */
const longLog = 4 * 1024 * 1024

const db = new SQLite(file, { fileMustExist: true })
db.pragma('synchronous = NORMAL')
setInterval(() => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (log && log.size > longLog) db.pragma('wal_checkpoint(PASSIVE)')
}, everyMs)
