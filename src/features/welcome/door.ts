/** How many came through the door lately, and how many posts that made. */
import type { DoorRow } from './store.ts'

const minuteMs = 60_000
const hourMs = 3_600_000

/** The row after one more join; at most `most + 1` instants are kept, so that a raid costs no memory. */
export function joined(row: DoorRow, now: number, most: number): DoorRow {
  const before = (JSON.parse(row.recent) as number[]).filter((at) => at > now - minuteMs)
  const recent = [...before, now].slice(-(most + 1))
  return { ...row, recent: JSON.stringify(recent), raid_at: recent.length > most ? now : row.raid_at }
}

/** True from the join that was too many until a minute has gone by without another. */
export const isRaid = (row: DoorRow, now: number) => row.raid_at > 0 && now - row.raid_at < minuteMs

/** The row after one more post, or undefined where the hour has had its number. Clock hours, as budgets. */
export function posted(row: DoorRow, now: number, perHour: number): DoorRow | undefined {
  const hour = Math.floor(now / hourMs)
  const used = row.hour === hour ? row.used : 0
  return used < perHour ? { ...row, hour, used: used + 1 } : undefined
}
