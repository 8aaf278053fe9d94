/** One thing the schedule is about to do, by the clock of its group. */
import type { Planned } from '../../../core/desk.ts'
import { useInn } from './context.ts'
import { named } from './names.ts'
import css from './occurrence.module.css'
import { clockIn, dayAway, dayIn, useNow } from './times.ts'
import { When } from './When.tsx'
import { t } from './words.ts'

/** "Today", "Tomorrow", or the day's name. */
export function dayWord(at: number, now: number, zone: string): string {
  const away = dayAway(at, now, zone)
  if (away === 0) return t('today')
  if (away === 1) return t('tomorrow')
  return away === -1 ? t('yesterday') : dayIn(at, zone)
}

export const titleOf = (item: Planned, name?: string) =>
  name ?? `${named('feature', item.feature)} · ${named('job', item.key || item.job)}`

export function Occurrence({ item, name }: { readonly item: Planned; readonly name?: string }) {
  const { group, groups, zone } = useInn()
  const now = useNow()
  const where = zone(item.group)
  const several = groups.length > 1
  return (
    <div className={css.line}>
      <span className={css.title}>{titleOf(item, name)}</span>
      <span className={css.when}>
        {dayWord(item.due, now, where)} {clockIn(item.due, where)}
      </span>
      <span className={css.where}>{[several && group(item.group)?.name, where].filter(Boolean).join(' · ')}</span>
      <span className={css.away}>
        <When at={item.due} zone={where} />
      </span>
    </div>
  )
}
