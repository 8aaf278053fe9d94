/** Whether what Discord has is what we would tell it: compared by what counts, in a form of its own. */
import { createHash } from 'node:crypto'
import type { CommandBody } from './card.ts'

/** What Discord gives back of a command, or a compatible server some of it. */
export type Known = Readonly<Record<string, unknown>>

const counts = new Set([
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
  'required',
  'choices',
  'value',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
])
/** What says nothing is left out: Discord writes `null`, `false` and empty lists for what was not given. */
const empty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)

function canonical(value: unknown, free = false): unknown {
  if (Array.isArray(value)) return value.map((one) => canonical(one))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([key, held]) => (free || counts.has(key)) && !empty(held))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, held]) => [key, canonical(held, key.endsWith('_localizations'))]))
}

/** Independent of order, of ids and of what Discord adds. */
export function hashOf(commands: readonly (CommandBody | Known)[]): string {
  const lines = commands.map((command) => JSON.stringify(canonical({ type: 1, ...command }))).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url')
}
/** Which commands there are, by kind and name only. */
export const namesOf = (commands: readonly (CommandBody | Known)[]): string =>
  commands
    .map(({ type = 1, name }) => `${String(type)} ${String(name)}`)
    .sort()
    .join('\n')
