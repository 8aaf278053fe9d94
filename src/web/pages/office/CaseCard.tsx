/** One case that waits: what was said, by whom, why it is suspected, and what one can do about it. */
import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { PanelRow } from '../../../core/feature.ts'
import type { PanelPage } from '../../office/wire.ts'
import { Acts } from './Acts.tsx'
import css from './case.module.css'
import { said, useInn } from './context.ts'
import type { useGive } from './give.ts'
import { Badge } from './parts.tsx'
import { score } from './times.ts'
import { When } from './When.tsx'
import { inShort, Why } from './Why.tsx'
import { t } from './words.ts'

/** Cells that have a place of their own on the card; every other column is told below the quote, with its heading. */
const placed = new Set([
  'case',
  'number',
  'quote',
  'text',
  'member',
  'name',
  'joined',
  'score',
  'group',
  'at',
  'opened',
])
const textIn = (row: PanelRow, ...keys: string[]) => {
  for (const key of keys) if (row.cells[key] !== null && row.cells[key] !== undefined) return String(row.cells[key])
  return ''
}
const timeIn = (row: PanelRow, ...keys: string[]) =>
  keys.map((key) => row.cells[key]).find((cell) => typeof cell === 'number')

export function CaseCard(props: {
  readonly row: PanelRow
  readonly columns: PanelPage['columns']
  readonly giving: ReturnType<typeof useGive>
  readonly onDone: () => void
  /** Where several can be settled at once. */
  readonly picked?: boolean
  readonly onPick?: (on: boolean) => void
}) {
  const { row, columns } = props
  const { group, groups, zone } = useInn()
  const [open, setOpen] = useState(false)
  const where = row.group ?? groups[0]?.id ?? ''
  const weight = row.cells.score
  const rest = columns.filter((column) => !placed.has(column.key) && (row.cells[column.key] ?? '') !== '')
  const number = textIn(row, 'case', 'number')
  const at = timeIn(row, 'at', 'opened')
  const joined = timeIn(row, 'joined')
  const quote = textIn(row, 'quote', 'text')
  return (
    <article className={css.card} aria-label={number ? t('case.number', { n: number }) : row.id}>
      <header className={css.head}>
        {props.onPick && (
          <Checkbox
            aria-label={t('queue.pick', { n: number || row.id })}
            checked={props.picked ?? false}
            onChange={(change) => props.onPick?.(change.currentTarget.checked)}
          />
        )}
        {number && <strong>{t('case.number', { n: number })}</strong>}
        {typeof weight === 'number' && (
          <Badge tone={weight >= 0.8 ? 'bad' : 'accent'}>{t('case.score', { score: score(weight) })}</Badge>
        )}
        <span className={css.where}>
          {group(where)?.name ?? textIn(row, 'group')}
          {at !== undefined && (
            <>
              {' · '}
              <When at={at} zone={zone(where)} />
            </>
          )}
        </span>
      </header>
      {quote ? (
        <blockquote className={css.quote}>{quote}</blockquote>
      ) : (
        <p className={css.noQuote}>{t('case.noQuote')}</p>
      )}
      <p className={css.who}>
        <strong>{textIn(row, 'member', 'name')}</strong>
        {joined !== undefined && <Joined at={joined} zone={zone(where)} />}
        {rest.map((column) => (
          <span key={column.key}>
            {said(column.label)}
            {t('colon')}
            <b>{String(row.cells[column.key])}</b>
          </span>
        ))}
      </p>
      {row.why && (
        <div className={css.why}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            <b>{t('case.why')}</b> {!open && inShort(row.why)}
          </button>
          {open && <Why why={row.why} />}
        </div>
      )}
      <Acts row={row} group={where} giving={props.giving} onDone={props.onDone} />
    </article>
  )
}

/** "joined 4 minutes ago": the words around the time differ by language. */
function Joined({ at, zone }: { readonly at: number; readonly zone: string }) {
  const [before = '', after = ''] = t('case.joined').split('{time}')
  return (
    <span>
      {before}
      <When at={at} zone={zone} />
      {after}
    </span>
  )
}
