/** What is about to happen and what has happened, day by day, by the clock of each group. */
import { Button, Switch } from '@mantine/core'
import { useState } from 'react'
import type { PanelRow } from '../../../core/feature.ts'
import type { Occasion, PanelName, PanelPage, PlannedPage } from '../../office/wire.ts'
import { named } from '../names.ts'
import { Acts } from './Acts.tsx'
import { alter, useAddress } from './address.ts'
import { apiUrl, useLoaded } from './api.ts'
import { said, useInn } from './context.ts'
import { useGive } from './give.ts'
import { dayWord, placeOf, titleOf } from './Occurrence.tsx'
import { PanelTable } from './PanelTable.tsx'
import parts from './parts.module.css'
import { Badge, Blank, CsvLink, Head, Shapes, Tabs, type Tone, TroubleBox } from './parts.tsx'
import css from './schedule.module.css'
import { clockIn, dayIn, useNow } from './times.ts'
import { When } from './When.tsx'
import { t } from './words.ts'

const fresh = 10_000
const step = 50

export function Schedule() {
  const { params } = useAddress()
  const { panels, zone } = useInn()
  const tables = panels.filter((panel) => panel.feature === 'schedule')
  const table = tables.find((panel) => panel.name === params.get('table'))
  const past = params.get('past') === '1'
  return (
    <div className={parts.page}>
      <Head title={t('schedule.title')} lead={t('schedule.lead', { zone: zone() })} />
      <Tabs
        label={t('table.selected')}
        page="schedule"
        current={table?.name ?? (past ? 'past' : 'next')}
        tabs={[
          { key: 'next', title: t('schedule.next'), params: {} },
          { key: 'past', title: t('schedule.past'), params: { past: '1' } },
          ...tables.map((panel) => ({ key: panel.name, title: titleOfTable(panel), params: { table: panel.name } })),
        ]}
      />
      {table ? <PanelTable key={table.name} panel={table} /> : <Occurrences key={String(past)} past={past} />}
    </div>
  )
}

/** "Posts" alone says more beside "coming up" and "past" than the feature’s own title. */
const titleOfTable = ({ name, title }: PanelName) => (name === 'posts' ? t('schedule.posts') : said(title))

function Occurrences({ past }: { readonly past: boolean }) {
  const [limit, setLimit] = useState(step)
  const upkeep = useAddress().params.get('upkeep') === '1' ? 1 : 0
  const { panels } = useInn()
  const { data, trouble, again } = useLoaded<PlannedPage>(
    apiUrl('planned', { past: past ? 1 : 0, limit, upkeep }),
    fresh,
  )
  const hasPosts = panels.some((panel) => panel.feature === 'schedule' && panel.name === 'posts')
  const posts = useLoaded<PanelPage>(hasPosts ? apiUrl('panel/schedule/posts', { per: 200 }) : undefined)
  if (!data) return trouble ? <TroubleBox trouble={trouble} again={again} /> : <Shapes rows={6} height={44} />
  const reload = () => {
    again()
    posts.again()
  }
  return (
    <>
      {trouble && <TroubleBox trouble={trouble} again={again} />}
      {data.items.length === 0 ? (
        <div className={parts.card}>
          <Blank
            title={past ? t('schedule.nonePast') : t('schedule.none')}
            hint={past ? t('schedule.nonePastHint') : t('schedule.noneHint')}
          />
        </div>
      ) : (
        <Days items={data.items} posts={posts.data?.rows ?? []} past={past} reload={reload} />
      )}
      <div className={parts.bar}>
        {data.more && (
          <Button variant="default" onClick={() => setLimit(limit + step)}>
            {t('schedule.more')}
          </Button>
        )}
        <Switch
          label={t('schedule.upkeep')}
          checked={upkeep === 1}
          onChange={(change) => alter({ upkeep: change.currentTarget.checked ? '1' : '' })}
        />
        {data.items.length > 0 && <CsvLink href={apiUrl('planned.csv', { past: past ? 1 : 0, upkeep })} />}
      </div>
    </>
  )
}

interface DaysProps {
  readonly items: readonly Occasion[]
  readonly posts: readonly PanelRow[]
  readonly past: boolean
  readonly reload: () => void
}
function Days({ items, posts, past, reload }: DaysProps) {
  const { zone } = useInn()
  const now = useNow()
  const giving = useGive(reload)
  const byDay = Map.groupBy(items, (item) => dayIn(item.due, zone(item.group)))
  return [...byDay].map(([day, those]) => {
    const first = those[0]
    const word = first && dayWord(first.due, now, zone(first.group))
    return (
      <section key={day} className={css.day} aria-label={day}>
        <h2>
          {word} {word !== day && <span>{day}</span>}
        </h2>
        <ul className={css.list}>
          {those.map((item) => (
            <Line
              key={`${item.feature} ${item.job} ${item.key} ${item.group} ${item.due}`}
              item={item}
              post={postOf(item, posts)}
              past={past}
              giving={giving}
            />
          ))}
        </ul>
      </section>
    )
  })
}

/** The row of the schedule's own table that an occurrence belongs to: it knows its name, and what can be done with it. */
const postOf = (item: Occasion, posts: readonly PanelRow[]) =>
  item.feature === 'schedule' ? posts.find((row) => row.id === `${item.group}/${item.key}`) : undefined
const tones: Partial<Record<Occasion['state'], Tone>> = { done: 'good', failed: 'bad', skipped: 'accent' }

/** What came of it: of what was done, the verdict; of the rest, that it was not. */
const outcomeOf = ({ state, note }: Occasion) =>
  state === 'done' && note ? named('decided', note) : named('state', state)

function Line(props: {
  readonly item: Occasion
  readonly post: PanelRow | undefined
  readonly past: boolean
  readonly giving: ReturnType<typeof useGive>
}) {
  const { item, post } = props
  const inn = useInn()
  const where = inn.zone(item.group)
  return (
    <li className={css.line}>
      <span className={css.clock}>{clockIn(item.due, where)}</span>
      <div className={css.what}>
        <span className={css.title}>{titleOf(item)}</span>
        <span className={css.where}>
          {[named('feature', item.feature), placeOf(item, inn)].filter(Boolean).join(' · ')} ·{' '}
          <When at={item.due} zone={where} />
        </span>
        {item.note && item.state !== 'done' && <span className={css.note}>{item.note}</span>}
      </div>
      {props.past && <Badge tone={tones[item.state]}>{outcomeOf(item)}</Badge>}
      {!props.past && post && (
        <Acts row={{ ...post, id: `${post.id}@${item.due}` }} group={item.group} giving={props.giving} small />
      )}
    </li>
  )
}
