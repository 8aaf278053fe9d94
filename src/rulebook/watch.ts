/** Hot reload: an edit that is whole comes into force, a broken one is told and changes nothing. */
import { type FSWatcher, watch } from 'node:fs'
import type { AnySection } from '../core/feature.ts'
import type { Locale } from '../core/words.ts'
import { statOf } from './files.ts'
import { type Reading, readRulebooks } from './read.ts'

export interface WatchOptions {
  readonly locale?: Locale
  /** What is in force; the files as they are at the start where it is not given. */
  readonly from?: Reading
  /** Quiet for so long before reading: editors write in several steps. Milliseconds. */
  readonly settleMs?: number
  /** How soon to look again for a folder that went away or cannot be watched. Milliseconds. */
  readonly againMs?: number
}
export interface Watching {
  close(): Promise<void>
}

/**
 * Calls `onChange` after every edit that changed what is read. Rulebooks of communities with problems are not in
 * `rulebooks`: the caller keeps those it has. While there is a problem, what is missing is broken, not gone.
 */
export function watchRulebooks(
  dir: string,
  features: readonly AnySection[],
  onChange: (reading: Reading) => void,
  { locale = 'en', from, settleMs = 150, againMs = 5000 }: WatchOptions = {},
): Watching {
  let timer: NodeJS.Timeout | undefined
  let last = from && gistOf(from)
  let working: Promise<void> = Promise.resolve()
  let closed = false
  const soon = (ms: number) => {
    clearTimeout(timer)
    if (closed) return
    timer = setTimeout(() => look(), ms)
    timer.unref()
  }
  const eye = eyeOn(dir, () => soon(settleMs))
  const round = async () => {
    const watched = await eye.open()
    const found = await readRulebooks(dir, features, locale)
    const gist = gistOf(found)
    const changed = last !== undefined && gist !== last
    last = gist
    if (changed && !closed) onChange(found)
    if (!watched) soon(againMs)
  }
  const look = () => {
    working = working.then(round)
  }
  look()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await working
      eye.close()
    },
  }
}

const gistOf = ({ rulebooks, problems }: Reading) =>
  JSON.stringify([rulebooks.map((book) => [book.id, book.hash]), problems])

/** The system's watch on a folder. It ends with the folder: `open` sees whether it is still the same one. */
function eyeOn(dir: string, changed: () => void) {
  let watcher: FSWatcher | undefined
  let inode: number | undefined
  const close = () => {
    watcher?.close()
    watcher = undefined
  }
  const failed = () => {
    close()
    changed()
  }
  return {
    close,
    /** False where there is nothing to watch, or no way to. */
    async open(): Promise<boolean> {
      const stat = await statOf(dir)
      if (watcher && stat?.ino === inode) return true
      close()
      inode = stat?.ino
      if (!stat?.isDirectory()) return false
      try {
        watcher = watch(dir, { recursive: true, persistent: false }, changed).on('error', failed)
        return true
      } catch (error) {
        if (error instanceof Error) return false
        throw error
      }
    },
  }
}
