/** A question tried out: what Innkeeper would make of it, by which words, and how to teach it better. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { use, useId, useState } from 'react'
import type { PanelRow } from '../../../core/feature.ts'
import type { PanelPage } from '../../office/wire.ts'
import { apiUrl, useLoaded } from './api.ts'
import { useInn } from './context.ts'
import { OpenPalette } from './drafts.ts'
import { Icon } from './icons.tsx'
import parts from './parts.module.css'
import { Badge, TroubleBox } from './parts.tsx'
import css from './try.module.css'
import { t } from './words.ts'

const zones = { answer: 'good', suggest: 'accent', silent: undefined } as const
type Zone = keyof typeof zones
const isZone = (name: string | undefined): name is Zone => name !== undefined && name in zones

export function TryQuestion() {
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 250)
  const url = asked === '' ? undefined : apiUrl('panel/faq/try', { asked })
  const { data, trouble, again } = useLoaded<PanelPage>(url)
  const title = useId()
  return (
    <section className={`${parts.card} ${css.box}`} aria-labelledby={title}>
      <h2 id={title}>{t('try.title')}</h2>
      <TextInput
        aria-label={t('try.title')}
        description={t('try.hint')}
        leftSection={<Icon name="search" />}
        maxLength={300}
        value={typed}
        onChange={(change) => setTyped(change.currentTarget.value)}
      />
      {trouble && <TroubleBox trouble={trouble} again={again} />}
      <div aria-live="polite">{asked !== '' && data && <Found asked={asked} rows={data.rows} />}</div>
    </section>
  )
}

function Found({ asked, rows: [verdict, ...entries] }: { readonly asked: string; readonly rows: readonly PanelRow[] }) {
  const { hasCommand } = useInn()
  const open = use(OpenPalette)
  if (!verdict) return null
  const zone = isZone(verdict.id) ? verdict.id : 'silent'
  const teach = hasCommand('teach')
  return (
    <div className={css.found}>
      <p className={css.verdict}>
        <Badge tone={zones[zone]}>{t(`try.${zone}`)}</Badge> <span>{verdict.cells.what}</span>
      </p>
      {verdict.cells.words && (
        <p className={css.words}>
          {t('try.words')} <b>{verdict.cells.words}</b>
        </p>
      )}
      <ol className={css.entries}>
        {entries.map((row, at) => (
          <Entry
            key={row.id}
            row={row}
            teach={
              teach && (zone !== 'answer' || at > 0)
                ? () => open({ command: 'teach', values: { question: asked, answer: `=${row.id}` } })
                : undefined
            }
          />
        ))}
      </ol>
      {teach && zone !== 'answer' && (
        <button
          type="button"
          className={`${parts.quiet} ${css.teach}`}
          onClick={() => open({ command: 'teach', values: { question: asked } })}
        >
          {t('try.new')}
        </button>
      )}
    </div>
  )
}

function Entry({ row, teach }: { readonly row: PanelRow; readonly teach: (() => void) | undefined }) {
  const { what, words, phrasing } = row.cells
  const sure = Number(row.cells.score ?? 0)
  return (
    <li className={css.entry}>
      <span className={css.meter} aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(sure * 100)}%` }} />
      </span>
      <strong>{what}</strong>
      <span className={css.sure}>{t('try.sure', { percent: Math.round(sure * 100) })}</span>
      <span className={css.detail}>
        {t('try.shared')}: <b>{words || t('try.nothing')}</b>
        {phrasing && (
          <>
            {' · '}
            {t('try.closest')}: <b>{phrasing}</b>
          </>
        )}
      </span>
      {teach && (
        <button type="button" className={`${parts.quiet} ${css.teach}`} onClick={teach}>
          {t('try.same')}
        </button>
      )}
    </li>
  )
}
