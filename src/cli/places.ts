/** Options that several commands share. */
import { Option } from 'commander'

export const rulesOption = () =>
  new Option('--rules <dir>', 'the rulebook: one community, or a folder of several')
    .default('rules/demo')
    .env('INNKEEPER_RULES')
export const dbOption = () =>
  new Option('--db <place>', 'the database: a SQLite file, or a postgres:// address').default(
    process.env.DATABASE_URL ?? 'data/innkeeper.db',
    'DATABASE_URL, or data/innkeeper.db',
  )
export const jsonOption = () => new Option('--json', 'print the result as JSON')
