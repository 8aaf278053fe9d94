/** What moderators taught, as the owner would have written it in `faq.yaml`. */
import type { Database } from '../../core/tables.ts'
import type { Localised } from '../../core/words.ts'
import { dayAt } from '../../time/days.ts'
import { type TaughtRow, taughtIn } from './store.ts'

/** Entries with their other wordings, and wordings of the rulebook's own entries; nothing where nothing was taught. */
export async function made(db: Database, community: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await taughtIn(db, community)
  const wordings = Object.groupBy(
    rows.filter(({ entry }) => entry !== ''),
    ({ entry }) => entry,
  )
  const own = rows.filter(({ entry }) => entry === '')
  const entries = own.map((row) => ({
    id: row.id,
    question: inItsLanguage(row.question),
    alternatives: (wordings[row.id] ?? []).map(({ question }) => question),
    answer: inItsLanguage(row.answer),
    note: noteOf(row),
  }))
  const others = Object.entries(wordings).filter(([id]) => !own.some((row) => row.id === id))
  return {
    ...(entries.length > 0 && { entries }),
    ...(others.length > 0 && {
      wordings: Object.fromEntries(others.map(([id, some = []]) => [id, some.map(({ question }) => question)])),
    }),
  }
}

const inItsLanguage = (text: string): Localised => (/\p{Script=Han}/u.test(text) ? { zh: text } : { en: text })
const noteOf = ({ by_name, at }: TaughtRow) => `/teach ${by_name} ${dayAt(at, 'UTC')}`.replaceAll(/\s+/g, ' ')
