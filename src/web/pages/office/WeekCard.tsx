/** What changed: this week's figures beside those of the week before, as a chart or as a table. */
import { lazy, Suspense, useState } from 'react'
import type { Week } from '../../office/wire.ts'
import { apiUrl } from './api.ts'
import parts from './parts.module.css'
import { Blank, CsvLink } from './parts.tsx'
import { count, longDay, percent } from './times.ts'
import css from './week.module.css'
import { t } from './words.ts'

const WeekChart = lazy(() => import('./WeekChart.tsx'))

export function WeekCard({ week }: { readonly week: Week | null }) {
  const [asTable, setAsTable] = useState(false)
  const silent = week !== null && week.sums.messages + week.sumsBefore.messages === 0
  return (
    <section aria-label={t('chart.title')} className={parts.card}>
      {week === null && <Blank tight title={t('chart.off')} hint={t('today.featureOffHint')} />}
      {week && (
        <>
          <dl className={css.figures}>
            <Figure label={t('stat.messages')} value={week.sums.messages} before={week.sumsBefore.messages} />
            <Figure label={t('stat.joined')} value={week.sums.joined} before={week.sumsBefore.joined} />
            <Figure label={t('stat.left')} value={week.sums.left} before={week.sumsBefore.left} />
          </dl>
          <div className={css.body}>
            {silent && <p className={css.silent}>{t('chart.nothing')}</p>}
            {!silent && (asTable ? <WeekTable week={week} /> : <Chart week={week} />)}
          </div>
          <footer className={css.foot}>
            {silent ? (
              <span />
            ) : (
              <button type="button" className={parts.quiet} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
                {asTable ? t('chart.asChart') : t('chart.asTable')}
              </button>
            )}
            <CsvLink href={apiUrl('panel/activity/days.csv')} />
          </footer>
        </>
      )}
    </section>
  )
}

const Chart = ({ week }: { readonly week: Week }) => (
  <Suspense fallback={<div role="status" aria-label={t('loading')} className={css.chartShape} />}>
    <WeekChart week={week} />
  </Suspense>
)

function Figure({ label, value, before }: { readonly label: string; readonly value: number; readonly before: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{count(value)}</b>
        <span>{comparison(value, before)}</span>
      </dd>
    </div>
  )
}
/** In per cent where there is something to compare with; small figures by themselves. */
function comparison(value: number, before: number): string {
  if (value === before) return t('stat.same')
  if (before < 20) return t('stat.before', { n: count(before) })
  const change = percent(Math.abs(value - before) / before)
  return value > before ? t('stat.up', { change }) : t('stat.down', { change })
}

function WeekTable({ week }: { readonly week: Week }) {
  return (
    <table className={css.table}>
      <caption className="unseen">{t('chart.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('chart.day')}</th>
          <th scope="col">{t('chart.messages')}</th>
          <th scope="col">{t('chart.before')}</th>
          <th scope="col">{t('stat.joined')}</th>
          <th scope="col">{t('stat.left')}</th>
        </tr>
      </thead>
      <tbody>
        {week.days.map((day, index) => (
          <tr key={day.day}>
            <th scope="row">{longDay(day.day)}</th>
            <td>{count(day.messages)}</td>
            <td>{count(week.before[index]?.messages ?? 0)}</td>
            <td>{count(day.joined)}</td>
            <td>{count(day.left)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
