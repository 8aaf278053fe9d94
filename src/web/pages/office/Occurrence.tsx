/** One thing the schedule is about to do, by the clock of its group. */
import type { Occasion } from '../../office/wire.ts'
import { named } from '../names.ts'
import { type Inn, useInn } from './context.ts'
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

/** What the owner calls it, or what its feature does. */
export const titleOf = (item: Occasion) => item.name || named('job', `${item.feature}.${item.job}`)

/** The group where there are several, and its zone where that is not the reader's main one. */
export function placeOf(item: Occasion, { groups, group, zone }: Inn): string {
  const where = zone(item.group)
  return [groups.length > 1 && group(item.group)?.name, where !== zone() && where].filter(Boolean).join(' · ')
}

export function Occurrence({ item }: { readonly item: Occasion }) {
  const inn = useInn()
  const now = useNow()
  const where = inn.zone(item.group)
  return (
    <div className={css.line}>
      <span className={css.title}>{titleOf(item)}</span>
      <span className={css.when}>
        {dayWord(item.due, now, where)} {clockIn(item.due, where)}
      </span>
      <span className={css.where}>
        {[named('feature', item.feature), placeOf(item, inn)].filter(Boolean).join(' · ')}
      </span>
      <span className={css.away}>
        <When at={item.due} zone={where} />
      </span>
    </div>
  )
}
