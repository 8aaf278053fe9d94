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
  readonly values: (row: PanelRow) => Draft['values']
}
const beginnings: Readonly<Record<string, Beginning>> = {
  'faq.unanswered': { command: 'teach', values: (row) => ({ question: String(row.cells.question ?? '') }) },
}

/** Opens the draft that goes with rows of this table; undefined where none does, or the person may not give it. */
export function useDraft(table: string): ((row: PanelRow) => void) | undefined {
  const { hasCommand } = useInn()
  const open = use(OpenPalette)
  const beginning = beginnings[table]
  if (!beginning || !hasCommand(beginning.command)) return undefined
  return (row) => open({ command: beginning.command, group: row.group, values: beginning.values(row) })
}
