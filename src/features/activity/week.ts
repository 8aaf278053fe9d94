/** The seven whole days before a day, and the seven before those. */
import type { Database } from '../../core/tables.ts'
import { activeWithin, busiestHour, type DayNumbers, numbersOf } from './reports.ts'

interface Totals {
  readonly messages: number
  readonly joins: number
  readonly leaves: number
}
export interface Week {
  /** Seven each, oldest first. */
  readonly days: readonly DayNumbers[]
  readonly before: readonly DayNumbers[]
  readonly totals: Totals
  readonly totalsBefore: Totals
  /** Different members who wrote. */
  readonly active: number
  readonly activeBefore: number
  /** Hour of the day, 0 to 23. */
  readonly busiest: number | undefined
}

export async function weekBefore(db: Database, group: string, today: number): Promise<Week> {
  const this7 = { from: today - 7, to: today - 1 }
  const last7 = { from: today - 14, to: today - 8 }
  const days = await numbersOf(db, [group], this7)
  const before = await numbersOf(db, [group], last7)
  return {
    days,
    before,
    totals: totalsOf(days),
    totalsBefore: totalsOf(before),
    active: await activeWithin(db, group, this7),
    activeBefore: await activeWithin(db, group, last7),
    busiest: await busiestHour(db, group, this7),
  }
}

const totalsOf = (days: readonly DayNumbers[]): Totals => ({
  messages: sum(days.map((day) => day.messages)),
  joins: sum(days.map((day) => day.joins)),
  leaves: sum(days.map((day) => day.leaves)),
})
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
