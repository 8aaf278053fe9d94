/** Lists that go to everybody whole: told at once when it is quiet, gathered when much happens. */
import type { Log } from '../../core/feature.ts'

/** Four times a second while the list is short; with its length ever more seldom, as it goes to ever more people. */
const leastGapMs = 250
const mostGapMs = 5000
const perEntryMs = 5

interface Pending {
  timer: NodeJS.Timeout | undefined
  dirty: boolean
}
/** `tell` tells the list of a group and returns its length. */
export function gathered(tell: (group: string) => Promise<number>, log: Log) {
  const groups = new Map<string, Pending>()

  async function run(group: string, state: Pending) {
    state.dirty = false
    const length = await tell(group).catch((error: unknown) => {
      log.error({ err: error, group }, 'a list could not be told to open pages')
      return 0
    })
    if (!groups.has(group)) return
    const gap = Math.min(mostGapMs, Math.max(leastGapMs, length * perEntryMs))
    state.timer = setTimeout(() => {
      if (state.dirty) void run(group, state)
      else groups.delete(group)
    }, gap)
    state.timer.unref()
  }
  return {
    /** The first of several goes at once, the last of them when the gap is over; those between are left out. */
    soon(group: string) {
      const known = groups.get(group)
      if (known) {
        known.dirty = true
        return
      }
      const state: Pending = { timer: undefined, dirty: false }
      groups.set(group, state)
      void run(group, state)
    },
    stop() {
      for (const state of groups.values()) clearTimeout(state.timer)
      groups.clear()
    },
  }
}
