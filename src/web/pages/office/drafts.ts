/** Commands begun from a row of a table: what the row knows is filled in, the rest is asked in the form. */
import { createContext, use } from 'react'
import type { PanelRow } from '../../../core/feature.ts'
import { useInn } from './context.ts'

export interface Draft {
  readonly command: string
  /** Our group id; the first group where there is none. */
  readonly group?: string | undefined
  readonly values: Readonly<Record<string, string | number | boolean>>
}
/** Opens the palette, on a draft where one is given. */
export const OpenPalette = createContext<(draft?: Draft) => void>(() => undefined)

interface Beginning {
  readonly command: string
  /** The words of its button. */
  readonly label: 'teach' | 'edit'
  /** Rows it is for; all where left out. */
  readonly isFor?: (row: PanelRow) => boolean
  readonly values: (row: PanelRow) => Draft['values']
}
const text = (row: PanelRow, key: string) => String(row.cells[key] ?? '')
const beginnings: Readonly<Record<string, Beginning>> = {
  'faq.unanswered': { command: 'teach', label: 'teach', values: (row) => ({ question: text(row, 'question') }) },
  'faq.entries': {
    command: 'faq-edit',
    label: 'edit',
    isFor: (row) => row.cells.answer !== undefined,
    values: (row) => ({ id: row.id, question: text(row, 'question'), answer: text(row, 'answer') }),
  },
}
export interface Begun extends Pick<Beginning, 'label'> {
  readonly isFor: (row: PanelRow) => boolean
  readonly begin: (row: PanelRow) => void
}

/** Opens the draft that goes with rows of this table; undefined where none does, or the person may not give it. */
export function useDraft(table: string): Begun | undefined {
  const { hasCommand } = useInn()
  const open = use(OpenPalette)
  const beginning = beginnings[table]
  if (!beginning || !hasCommand(beginning.command)) return undefined
  const { command, label, values, isFor = () => true } = beginning
  return { label, isFor, begin: (row) => open({ command, group: row.group, values: values(row) }) }
}
