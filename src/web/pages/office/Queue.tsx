/** Cases that wait for a person, and the list of all of them. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { PanelPage } from '../../office/wire.ts'
import { alter, useAddress } from './address.ts'
import { apiUrl, useLoaded } from './api.ts'
import { CaseCard } from './CaseCard.tsx'
import { said, useInn } from './context.ts'
import { useGive } from './give.ts'
import { Icon } from './icons.tsx'
import { PanelTable } from './PanelTable.tsx'
import { Picked } from './Picked.tsx'
import css from './parts.module.css'
import { Blank, Head, Shapes, Tabs, TroubleBox } from './parts.tsx'
import { t } from './words.ts'

const fresh = 5000

export function Queue() {
  const { params } = useAddress()
  const { panels } = useInn()
  const tables = panels.filter((panel) => panel.feature === 'moderation' && panel.name !== 'queue')
  const table = tables.find((panel) => panel.name === params.get('table'))
  return (
    <div className={css.page}>
      <Head title={t('queue.title')} lead={t('queue.lead')} />
      {tables.length > 0 && (
        <Tabs
          label={t('table.selected')}
          page="queue"
          current={table?.name ?? 'queue'}
          tabs={[
            { key: 'queue', title: t('queue.waiting'), params: {} },
            ...tables.map((panel) => ({ key: panel.name, title: said(panel.title), params: { table: panel.name } })),
          ]}
        />
      )}
      {table ? <PanelTable key={table.name} panel={table} /> : <Waiting />}
    </div>
  )
}

/** The words of the filter as typed, and as kept in the address a moment later. */
export function useFind(): [string, string, (typed: string) => void] {
  const { params } = useAddress()
  const kept = params.get('find') ?? ''
  const [typed, setTyped] = useState(kept)
  const [settled] = useDebouncedValue(typed, 200)
  useEffect(() => {
    const now = new URLSearchParams(location.search).get('find') ?? ''
    if (settled !== now) alter({ find: settled, page: '' })
  }, [settled])
  return [typed, settled, setTyped]
}

function Waiting() {
  const [typed, find, setTyped] = useFind()
  const { data, trouble, again } = useLoaded<PanelPage>(apiUrl('queue', { find, per: 50 }), fresh)
  const giving = useGive(again)
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set())
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  if (trouble?.code === 'not_found') return <Blank title={t('queue.off')} hint={t('queue.offHint')} />
  if (!data) return trouble ? <TroubleBox trouble={trouble} again={again} /> : <Shapes rows={3} height={168} />
  const rows = data.rows.filter((row) => !settled.has(row.id))
  const hide = (...ids: readonly string[]) => {
    setSettled((old) => new Set([...old, ...ids]))
    setPicked((old) => new Set([...old].filter((id) => !ids.includes(id))))
  }
  return (
    <div className={css.narrow}>
      {trouble && <TroubleBox trouble={trouble} again={again} />}
      {(data.total > 3 || typed !== '') && (
        <TextInput
          type="search"
          aria-label={t('queue.find')}
          placeholder={t('queue.find')}
          leftSection={<Icon name="search" />}
          value={typed}
          onChange={(change) => setTyped(change.currentTarget.value)}
        />
      )}
      {rows.length > 1 && (
        <Picked
          rows={rows}
          picked={picked}
          pick={(ids) => setPicked(new Set(ids))}
          giving={giving}
          onDone={(ids) => hide(...ids)}
        />
      )}
      {rows.map((row) => (
        <CaseCard
          key={row.id}
          row={row}
          columns={data.columns}
          giving={giving}
          onDone={() => hide(row.id)}
          {...(rows.length > 1 && {
            picked: picked.has(row.id),
            onPick: (on: boolean) => setPicked((old) => new Set([...old, row.id].filter((id) => on || id !== row.id))),
          })}
        />
      ))}
      {rows.length === 0 && <NoCase find={find} />}
    </div>
  )
}

function NoCase({ find }: { readonly find: string }) {
  return (
    <div className={css.card}>
      {find ? (
        <Blank title={t('queue.noMatch', { find })} hint={t('log.noMatchHint')} />
      ) : (
        <Blank title={t('queue.empty')} hint={t('queue.emptyHint')} />
      )}
    </div>
  )
}
