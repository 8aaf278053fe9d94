/** The page one opens in the morning: what waits, what is about to happen, what changed. */
import type { Today as Morning, PanelPage } from '../../office/wire.ts'
import type { Loaded } from './api.ts'
import { CaseCard } from './CaseCard.tsx'
import { useInn } from './context.ts'
import { useDraft } from './drafts.ts'
import { useGive } from './give.ts'
import { Notices } from './Notices.tsx'
import { Occurrence } from './Occurrence.tsx'
import parts from './parts.module.css'
import { Blank, Head, Link, Shapes, TroubleBox } from './parts.tsx'
import { dayIn, useNow } from './times.ts'
import css from './today.module.css'
import { WeekCard } from './WeekCard.tsx'
import { When } from './When.tsx'
import { t } from './words.ts'

export function Today({ morning }: { readonly morning: Loaded<Morning> }) {
  const { zone } = useInn()
  const now = useNow()
  const { data, trouble, again } = morning
  return (
    <div className={parts.page}>
      <Head title={t('nav.today')} lead={t('today.lead', { date: dayIn(now, zone()), zone: zone() })} />
      {trouble && (data ? <Stale at={data.at} /> : <TroubleBox trouble={trouble} again={again} />)}
      {!data && !trouble && <Shapes rows={3} height={180} />}
      {data && (
        <>
          <Notices notices={data.notices} platforms={data.platforms} />
          <div className={css.columns}>
            <div className={css.main}>
              <Waiting page={data.waiting} again={again} />
              <WeekCard week={data.week} />
            </div>
            <div className={css.side}>
              <Next items={data.next} />
              <Unanswered page={data.unanswered} />
            </div>
          </div>
        </>
      )}
    </div>
  )
}

/** What is shown is older than it should be. */
function Stale({ at }: { readonly at: number }) {
  const { zone } = useInn()
  const [before = '', after = ''] = t('stale').split('{time}')
  return (
    <p className={css.stale} role="status">
      {before}
      <When at={at} zone={zone()} />
      {after}
    </p>
  )
}

function Waiting({ page, again }: { readonly page: PanelPage | null; readonly again: () => void }) {
  const giving = useGive(again)
  return (
    <section aria-labelledby="waiting">
      <div className={css.sectionHead}>
        <h2 id="waiting">
          {t('today.waiting')}
          {page !== null && page.total > 0 && <span className={css.count}>{page.total}</span>}
        </h2>
        {page !== null && page.total > page.rows.length && (
          <Link page="queue" className={parts.quiet}>
            {t('today.allWaiting', { n: page.total })}
          </Link>
        )}
      </div>
      <div className={css.stack}>
        {page?.rows.map((row) => (
          <CaseCard key={row.id} row={row} columns={page.columns} giving={giving} onDone={again} />
        ))}
      </div>
      {(page === null || page.total === 0) && (
        <div className={parts.card}>
          <Blank
            tight
            title={page ? t('today.nothing') : t('today.queueOff')}
            hint={page ? t('today.nothingHint') : t('today.featureOffHint')}
          />
        </div>
      )}
    </section>
  )
}

function Next({ items }: { readonly items: Morning['next'] }) {
  return (
    <section aria-labelledby="next">
      <div className={css.sectionHead}>
        <h2 id="next">{t('today.next')}</h2>
        <Link page="schedule" className={parts.quiet}>
          {t('today.nextAll')}
        </Link>
      </div>
      <div className={parts.card}>
        {items.length === 0 && <Blank tight title={t('today.nextNothing')} hint={t('today.nextHint')} />}
        <ul className={css.rows}>
          {items.map((item) => (
            <li key={`${item.feature} ${item.job} ${item.key} ${item.group} ${item.due}`}>
              <Occurrence item={item} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

function Unanswered({ page }: { readonly page: PanelPage | null }) {
  const teach = useDraft('faq.unanswered')
  const title = page ? t('today.unansweredNothing') : t('today.unansweredOff')
  return (
    <section aria-labelledby="unanswered">
      <div className={css.sectionHead}>
        <h2 id="unanswered">{t('today.unanswered')}</h2>
        {page !== null && page.total > 0 && (
          <Link page="faq" className={parts.quiet}>
            {t('today.unansweredAll')}
          </Link>
        )}
      </div>
      <div className={parts.card}>
        {(page === null || page.total === 0) && (
          <Blank tight title={title} hint={page ? t('today.unansweredHint') : t('today.featureOffHint')} />
        )}
        <ul className={css.rows}>
          {page?.rows.map((row) => (
            <li key={row.id} className={css.question}>
              <span>{asText(row.cells.question ?? row.cells.text ?? Object.values(row.cells)[0])}</span>
              <Times of={row.cells.count ?? row.cells.asked ?? row.cells.askers} />
              {teach && (
                <button type="button" className={parts.quiet} onClick={() => teach.begin(row)}>
                  {t('teach')}
                </button>
              )}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
const asText = (cell: string | number | null | undefined) => String(cell ?? '')
function Times({ of }: { readonly of: string | number | null | undefined }) {
  return typeof of === 'number' ? <span className={css.times}>{t('today.times', { n: of })}</span> : null
}
