/** Any panel of any feature as a table: filtered, sorted and paged by the server, with its acts, reasons and CSV. */
import { Pagination, TextInput } from '@mantine/core'
import type { PanelName, PanelPage } from '../../office/wire.ts'
import { alter, useAddress } from './address.ts'
import { apiUrl, useLoaded } from './api.ts'
import { blankOf } from './blanks.ts'
import { said, useInn } from './context.ts'
import { useDraft } from './drafts.ts'
import { useGive } from './give.ts'
import { Icon } from './icons.tsx'
import parts from './parts.module.css'
import { Blank, CsvLink, Shapes, TroubleBox } from './parts.tsx'
import { useFind } from './Queue.tsx'
import { Row } from './TableRow.tsx'
import css from './table.module.css'
import { count } from './times.ts'
import { t } from './words.ts'

const fresh = 15_000
type Column = PanelPage['columns'][number]

export function PanelTable({ panel }: { readonly panel: PanelName }) {
  const { params } = useAddress()
  const [typed, find, setTyped] = useFind()
  const sort = params.get('sort') ?? ''
  const page = Number(params.get('page')) || 1
  const path = `panel/${panel.feature}/${panel.name}`
  const { data, trouble, again } = useLoaded<PanelPage>(apiUrl(path, { find, sort, page }), fresh)
  const giving = useGive(again)
  if (!data) return trouble ? <TroubleBox trouble={trouble} again={again} /> : <Shapes rows={8} height={36} />
  return (
    <>
      {trouble && <TroubleBox trouble={trouble} again={again} />}
      {(data.total > 0 || typed !== '') && (
        <div className={parts.bar}>
          <TextInput
            className={parts.barGrow}
            type="search"
            aria-label={t('table.find')}
            placeholder={t('table.find')}
            leftSection={<Icon name="search" />}
            value={typed}
            onChange={(change) => setTyped(change.currentTarget.value)}
          />
          <CsvLink href={apiUrl(`${path}.csv`)} />
        </div>
      )}
      {data.rows.length === 0 ? (
        <div className={parts.card}>
          {find ? (
            <Blank title={t('table.noMatch', { find })} hint={t('log.noMatchHint')} />
          ) : (
            <Blank {...blankOf(panel)} />
          )}
        </div>
      ) : (
        <Rows
          title={said(panel.title)}
          table={`${panel.feature}.${panel.name}`}
          data={data}
          sort={sort}
          giving={giving}
        />
      )}
      <Foot data={data} />
    </>
  )
}

function Foot({ data }: { readonly data: PanelPage }) {
  if (data.total === 0) return null
  return (
    <div className={css.foot}>
      <span>{t('table.rows', { n: count(data.total) })}</span>
      {data.pages > 1 && (
        <Pagination
          size="sm"
          total={data.pages}
          value={data.page}
          onChange={(page) => alter({ page: page === 1 ? '' : String(page) })}
          getControlProps={(control) => ({
            'aria-label': control === 'next' ? t('table.next') : t('table.previous'),
          })}
        />
      )}
    </div>
  )
}

interface RowsProps {
  readonly title: string
  /** "faq.unanswered" */
  readonly table: string
  readonly data: PanelPage
  readonly sort: string
  readonly giving: ReturnType<typeof useGive>
}
function Rows({ title, table, data, sort, giving }: RowsProps) {
  const { groups } = useInn()
  const columns = data.columns.filter((column) => column.key !== 'group' || groups.length > 1)
  const draft = useDraft(table)
  const acting = draft !== undefined || data.rows.some((row) => row.acts?.length || row.why)
  const below = columns.length > 6
  const width = columns.length + Number(acting && !below)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is wider than the page, it scrolls by keyboard too
    <section className={css.frame} aria-label={title} tabIndex={0}>
      <table className={css.table}>
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={sort} />
            ))}
            {acting && !below && <th scope="col">{t('table.acts')}</th>}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              columns={columns}
              giving={giving}
              acting={acting}
              draft={draft}
              below={below}
              width={width}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Sorts by the column; again turns the order around; a third time leaves it to the feature. */
function Heading({ column, sort }: { readonly column: Column; readonly sort: string }) {
  const direction = sort === column.key ? 'ascending' : sort === `-${column.key}` ? 'descending' : 'none'
  const first = column.kind === undefined || column.kind === 'text' ? column.key : `-${column.key}`
  const second = first === column.key ? `-${column.key}` : column.key
  const next = direction === 'none' ? first : sort === first ? second : ''
  return (
    <th scope="col" aria-sort={direction} data-kind={column.kind}>
      <button type="button" onClick={() => alter({ sort: next, page: '' })}>
        {said(column.label)}
        {direction !== 'none' && <span aria-hidden="true">{direction === 'ascending' ? '↑' : '↓'}</span>}
      </button>
    </th>
  )
}
