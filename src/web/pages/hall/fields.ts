/** Between a command's input and the texts of its form. Pure. */
import type { Person } from '../../../../adapters/web/wire.ts'
import type { CommandCard, Field } from '../../../core/command.ts'

/** What the form shows for a value: an account by its name. */
export function fieldText(field: Field, value: unknown, people: readonly Person[]): string {
  const given = value ?? field.default
  if (given === undefined) return ''
  if (field.ref !== 'member') return String(given)
  const typed = String(given).replace(/^@/u, '')
  return people.find((person) => person.user === typed)?.name ?? typed
}

/** What the form's texts mean; an empty one is not sent, one that does not fit goes as it is and is refused at its field. */
export function inputOf(
  card: CommandCard,
  values: Readonly<Record<string, string>>,
  people: readonly Person[],
): Record<string, unknown> {
  const filled = card.fields.filter((field) => (values[field.name] ?? '').trim() !== '')
  return Object.fromEntries(
    filled.map((field) => [field.name, meant(field, (values[field.name] ?? '').trim(), people)]),
  )
}
function meant(field: Field, text: string, people: readonly Person[]): unknown {
  if (field.ref === 'member') return account(text.replace(/^@/u, ''), people)
  if (field.kind === 'bool') return text === 'true'
  if (field.kind !== 'int' && field.kind !== 'number') return text
  const number = Number(text.normalize('NFKC'))
  return Number.isNaN(number) ? text : number
}
/** The one account of that name; the text as typed where none or several have it. */
function account(name: string, people: readonly Person[]): string {
  const found = people.filter((person) => person.name === name)
  return found.length === 1 && found[0] ? found[0].user : name
}
