/** Messages by day, with the same day of the week before behind them. Loaded when it is needed: it brings a chart library. */
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Week } from '../../office/wire.ts'
import { count, longDay, shortDay } from './times.ts'
import css from './week.module.css'
import { t } from './words.ts'

interface Point {
  readonly day: string
  readonly now: number
  readonly before: number
}

const shape = { radius: [3, 3, 0, 0] as [number, number, number, number], maxBarSize: 22, isAnimationActive: false }

export default function WeekChart({ week }: { readonly week: Week }) {
  const points: Point[] = week.days.map((day, index) => ({
    day: day.day,
    now: day.messages,
    before: week.before[index]?.messages ?? 0,
  }))
  const ink = { fill: 'var(--mantine-color-dimmed)', fontSize: 12 }
  return (
    <>
      <ul className={css.legend} aria-hidden="true">
        <li>
          <i data-before />
          {t('chart.before')}
        </li>
        <li>
          <i />
          {t('chart.this')}
        </li>
      </ul>
      <div className={css.chart} role="img" aria-label={spoken(points)}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={points}
            barGap={2}
            accessibilityLayer={false}
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--inn-line)" />
            <XAxis dataKey="day" tickFormatter={shortDay} tick={ink} tickLine={false} axisLine={false} />
            <YAxis
              width={36}
              allowDecimals={false}
              tickFormatter={count}
              tick={ink}
              tickLine={false}
              axisLine={false}
              tickCount={4}
            />
            <Tooltip content={Tip} cursor={{ fill: 'var(--inn-sunken)' }} isAnimationActive={false} />
            <Bar dataKey="before" fill="var(--before)" {...shape} />
            <Bar dataKey="now" fill="var(--inn-lantern-light)" {...shape} />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </>
  )
}

/** The chart in words, for those who cannot see it; the table says it in full. */
const spoken = (points: readonly Point[]) =>
  `${t('chart.title')}: ${points.map((point) => `${longDay(point.day)} ${count(point.now)} (${count(point.before)})`).join('; ')}`

function Tip({
  active,
  payload,
}: {
  readonly active?: boolean
  readonly payload?: readonly { readonly payload?: Point }[]
}) {
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className={css.tip}>
      <strong>{longDay(point.day)}</strong>
      {t('chart.this')} {count(point.now)}
      <br />
      {t('chart.before')} {count(point.before)}
    </div>
  )
}
