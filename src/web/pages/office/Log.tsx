/** Every event and what came of it. Filters are in the address; pages come from the server, the newest keeps itself fresh. */
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LogEntry } from '../../../core/desk.ts'
import type { LogPage } from '../../office/wire.ts'
import { named } from '../names.ts'
import { alter, useAddress } from './address.ts'
import { apiUrl, get, useLoaded } from './api.ts'
import { useInn } from './context.ts'
import { Icon } from './icons.tsx'
import { LogLine } from './LogLine.tsx'
import css from './log.module.css'
import { dayWord } from './Occurrence.tsx'
import parts from './parts.module.css'
import { Blank, CsvLink, Head, Shapes, TroubleBox } from './parts.tsx'
import { useFind } from './Queue.tsx'
import { count, dayIn, useNow } from './times.ts'
import { When } from './When.tsx'
import { t } from './words.ts'

const fresh = 5000

export function Log() {
  const { params } = useAddress()
  const [typed, find, setTyped] = useFind()
  const filters = {
    find,
    group: params.get('group') ?? '',
    feature: params.get('feature') ?? '',
    decided: params.get('decided') === '1' ? 1 : 0,
  }
  const filtered = find !== '' || filters.group !== '' || filters.feature !== '' || filters.decided === 1
  const key = JSON.stringify(filters)
  return (
    <div className={parts.page}>
      <Head title={t('log.title')} lead={t('log.lead')}>
        <CsvLink href={apiUrl('log.csv', filters)} />
      </Head>
      <div className={parts.bar}>
        <TextInput
          className={parts.barGrow}
          type="search"
          aria-label={t('log.find')}
          placeholder={t('log.find')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
        <Filters group={filters.group} feature={filters.feature} decided={filters.decided === 1} />
      </div>
      <Entries key={key} url={apiUrl('log', filters)} filtered={filtered} />
    </div>
  )
}

function Filters(props: { readonly group: string; readonly feature: string; readonly decided: boolean }) {
  const { groups, panels, commands } = useInn()
  const features = [...new Set([...panels, ...commands].map((one) => one.feature))]
  return (
    <>
      {groups.length > 1 && (
        <NativeSelect
          aria-label={t('log.group')}
          value={props.group}
          data={[
            { value: '', label: t('log.allGroups') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(change) => alter({ group: change.currentTarget.value })}
        />
      )}
      <NativeSelect
        aria-label={t('log.feature')}
        value={props.feature}
        data={[
          { value: '', label: t('log.allFeatures') },
          ...features.map((feature) => ({ value: feature, label: named('feature', feature) })),
        ]}
        onChange={(change) => alter({ feature: change.currentTarget.value })}
      />
      <Switch
        label={t('log.decided')}
        checked={props.decided}
        onChange={(change) => alter({ decided: change.currentTarget.checked ? '1' : '' })}
      />
    </>
  )
}

/** Older pages below the first, which stands still from then on so that nothing is missed or seen twice. */
function Entries({ url, filtered }: { readonly url: string; readonly filtered: boolean }) {
  const [first, setFirst] = useState<LogPage>()
  const [older, setOlder] = useState<readonly LogPage[]>([])
  const [loading, setLoading] = useState(false)
  const live = useLoaded<LogPage>(url, first ? undefined : fresh)
  const page = first ?? live.data
  if (!page)
    return live.trouble ? <TroubleBox trouble={live.trouble} again={live.again} /> : <Shapes rows={10} height={44} />
  const all = [page, ...older]
  const entries = all.flatMap((one) => one.entries)
  const next = all.at(-1)?.next ?? null
  const more = async (before: number) => {
    setLoading(true)
    setFirst(page)
    try {
      const got = await get<LogPage>(`${url}&before=${before}`)
      setOlder((old) => [...old, got])
    } catch {
      live.again()
    } finally {
      setLoading(false)
    }
  }
  const toNewest = () => {
    setFirst(undefined)
    setOlder([])
    window.scrollTo(0, 0)
    live.again()
  }
  return (
    <>
      {live.trouble && <TroubleBox trouble={live.trouble} again={live.again} />}
      {entries.length === 0 && <NoEntry filtered={filtered} />}
      {entries.length > 0 && <List entries={entries} />}
      <div className={css.foot}>
        {next !== null && (
          <Button variant="default" loading={loading} onClick={() => more(next)}>
            {t('log.older')}
          </Button>
        )}
        {first && (
          <Button variant="subtle" color="gray" onClick={toNewest}>
            {t('log.newest')}
          </Button>
        )}
        {filtered && next !== null && <Searched at={next} looked={all.reduce((sum, one) => sum + one.scanned, 0)} />}
      </div>
    </>
  )
}

/** Day by day, as the clock of each event's group has it. */
function List({ entries }: { readonly entries: readonly LogEntry[] }) {
  const { zone } = useInn()
  const now = useNow()
  const byDay = Map.groupBy(entries, (entry) => dayIn(entry.at, zone(entry.group)))
  return [...byDay].map(([day, those]) => {
    const first = those[0]
    const word = first && dayWord(first.at, now, zone(first.group))
    return (
      <section key={day} aria-label={day}>
        <h2 className={css.day}>
          {word} {word !== day && <span>{day}</span>}
        </h2>
        <ol className={css.list}>
          {those.map((entry) => (
            <LogLine key={entry.event} entry={entry} />
          ))}
        </ol>
      </section>
    )
  })
}

function Searched({ at, looked }: { readonly at: number; readonly looked: number }) {
  const { zone } = useInn()
  const [before = '', after = ''] = t('log.searched', { n: count(looked) }).split('{time}')
  return (
    <span className={css.searched}>
      {before}
      <When at={at} zone={zone()} />
      {after}
    </span>
  )
}

function NoEntry({ filtered }: { readonly filtered: boolean }) {
  return (
    <div className={parts.card}>
      <Blank
        title={filtered ? t('log.noMatch') : t('log.none')}
        hint={filtered ? t('log.noMatchHint') : t('log.noneHint')}
      />
    </div>
  )
}
