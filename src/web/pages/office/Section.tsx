/** A page made of the tables that features offer. */
import { useAddress } from './address.ts'
import { said, useInn } from './context.ts'
import { PanelTable } from './PanelTable.tsx'
import parts from './parts.module.css'
import { Blank, Head, Tabs } from './parts.tsx'
import { type TablePage, tablesOf } from './sections.ts'
import { TryQuestion } from './TryQuestion.tsx'
import { t } from './words.ts'

export function Section({ page }: { readonly page: TablePage }) {
  const { params } = useAddress()
  const { panels } = useInn()
  const tables = tablesOf(page, panels)
  const keyOf = (panel: (typeof tables)[number]) => `${panel.feature}.${panel.name}`
  const shown = tables.find((panel) => keyOf(panel) === params.get('table')) ?? tables[0]
  return (
    <div className={parts.page}>
      <Head title={t(`nav.${page}`)} lead={t(`lead.${page}`)} />
      {page === 'faq' && shown && <TryQuestion />}
      {tables.length > 1 && shown && (
        <Tabs
          label={t('table.selected')}
          page={page}
          current={keyOf(shown)}
          tabs={tables.map((panel, index) => ({
            key: keyOf(panel),
            title: said(panel.title),
            params: index === 0 ? {} : { table: keyOf(panel) },
          }))}
        />
      )}
      {shown ? (
        <PanelTable key={keyOf(shown)} panel={shown} />
      ) : (
        <div className={parts.card}>
          <Blank title={t('section.off')} hint={t('section.offHint')} />
        </div>
      )}
    </div>
  )
}
