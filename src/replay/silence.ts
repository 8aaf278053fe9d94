/**
 * Years can lie between two logs. Nothing is known of them, so the schedule is run for a week after the last word and
 * taken up again with the next one; how many occurrences fell in between is counted, not played.
 */
import type { Engine } from '../core/engine/engine.ts'
import { nextRun, runsBetween } from '../time/cron.ts'

/** A silence longer than this is left out but for this first part. */
export const silenceMs = 7 * 86_400_000
/** Counting every five minutes of a decade would be no news. */
const counted = 20_000

export interface Missed {
  readonly feature: string
  readonly job: string
  readonly key: string
  readonly count: number
}
interface AgendaRow {
  readonly id: string
  readonly feature: string
  readonly job: string
  readonly key: string
  readonly due: number | string
  /** "<zone> <cron>" */
  readonly cron: string
}

/** Moves every recurring wish to its first occurrence from `until` on. */
export async function passOver(engine: Engine, until: number): Promise<Missed[]> {
  const missed: Missed[] = []
  await engine.work(async () => {
    const open = await engine.options.unit.sql()
    const rows: readonly AgendaRow[] = await open
      .selectFrom('agenda')
      .select(['id', 'feature', 'job', 'key', 'due', 'cron'])
      .where('cron', '!=', '')
      .where('due', '<', until)
      .orderBy('id')
      .execute()
    for (const { id, feature, job, key, due, cron: written } of rows) {
      const space = written.indexOf(' ')
      const [zone, cron] = [written.slice(0, space), written.slice(space + 1)]
      const next = nextRun(cron, until - 1, zone)
      if (next === null) await open.deleteFrom('agenda').where('id', '=', id).execute()
      else await open.updateTable('agenda').set({ due: next }).where('id', '=', id).execute()
      const count = 1 + runsBetween(cron, Number(due), until - 1, zone, counted).length
      missed.push({ feature, job, key, count })
    }
  })
  return missed
}
