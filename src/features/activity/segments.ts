/** Which kind of member somebody is: worked out from the counts when read, so a new definition holds at once. */
import type { ActivityConfig } from './config.ts'

export type Segment = 'new' | 'active' | 'core' | 'dormant' | 'gone'

export interface Presence {
  readonly present: boolean
  /** First message, or the join where that was before it. Epoch milliseconds. */
  readonly firstAt: number
  /** Last message; the join where nothing was written. */
  readonly lastAt: number
  /** On how many of the last `core.of` days there were `core.messages` messages. */
  readonly busyDays: number
}
const dayMs = 86_400_000

/** The first that fits of gone, core, new, dormant, active. A newcomer who writes like the core is core. */
export function segmentOf(member: Presence, config: ActivityConfig['segments'], now: number): Segment {
  const silent = now - member.lastAt
  if (!member.present || silent > config.goneDays * dayMs) return 'gone'
  if (member.busyDays >= config.core.days) return 'core'
  if (now - member.firstAt <= config.newDays * dayMs) return 'new'
  return silent > config.dormantDays * dayMs ? 'dormant' : 'active'
}
