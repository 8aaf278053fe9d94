/** A row of a feature's table: its cells, what can be done about it, and why it is there. */
import { useState } from 'react'
import type { PanelRow } from '../../../core/feature.ts'
import type { PanelPage } from '../../office/wire.ts'
import { Acts } from './Acts.tsx'
import { said, useInn } from './context.ts'
import type { Begun } from './drafts.ts'
import type { useGive } from './give.ts'
import parts from './parts.module.css'
import css from './table.module.css'
import { count, score } from './times.ts'
import { When } from './When.tsx'
import { Why } from './Why.tsx'
import { t } from './words.ts'

type Column = PanelPage['columns'][number]

export function Row(props: {
  readonly row: PanelRow
  readonly columns: readonly Column[]
  readonly giving: ReturnType<typeof useGive>
  readonly acting: boolean
  readonly draft: Begun | undefined
  /** Acts have a line of their own: beside so many columns there is no room for them. */
  readonly below: boolean
  readonly width: number
}) {
  const { row, columns } = props
  const { groups } = useInn()
  const [open, setOpen] = useState(false)
  const draft = props.draft?.isFor(row) ? props.draft : undefined
  const idle = !row.acts?.length && !row.why && !draft
  const acts = (
    <div className={css.acts}>
      {row.acts && row.acts.length > 0 && (
        <Acts row={row} group={row.group ?? groups[0]?.id ?? ''} giving={props.giving} small />
      )}
      {draft && (
        <button type="button" className={`${parts.quiet} ${css.begin}`} onClick={() => draft.begin(row)}>
          {t(draft.label)}
        </button>
      )}
      {row.why && (
        <button type="button" className={parts.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('case.why')}
        </button>
      )}
    </div>
  )
  return (
    <>
      <tr>
        {columns.map((column) => (
          <td
            key={column.key}
            data-label={said(column.label)}
            data-kind={column.kind}
            data-empty={isEmpty(row, column)}
            data-long={lengthOf(row, column) > 40 || undefined}
            data-short={lengthOf(row, column) <= 12 || undefined}
          >
            <Cell row={row} column={column} />
          </td>
        ))}
        {props.acting && !props.below && (
          <td data-acts data-empty={idle}>
            {acts}
          </td>
        )}
      </tr>
      {props.acting && props.below && !idle && (
        <tr className={css.below}>
          <td colSpan={props.width} data-acts>
            {acts}
          </td>
        </tr>
      )}
      {open && row.why && (
        <tr>
          <td colSpan={props.width}>
            <Why why={row.why} />
          </td>
        </tr>
      )}
    </>
  )
}

const lengthOf = (row: PanelRow, column: Column) => String(row.cells[column.key] ?? '').length
const isEmpty = (row: PanelRow, column: Column) => (row.cells[column.key] ?? '') === ''

function Cell({ row, column }: { readonly row: PanelRow; readonly column: Column }) {
  const { zone } = useInn()
  const value = row.cells[column.key] ?? null
  if (value === null || value === '') return <span className={css.nothing}>–</span>
  if (typeof value === 'string') return value
  if (column.kind === 'time') return <When at={value} zone={zone(row.group)} />
  return column.kind === 'score' ? score(value) : count(value)
}
