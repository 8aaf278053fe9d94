/** docs/commands.md: every command, from the one declaration that its slash command, words and form come from too. */
import type { CommandCard } from '../../src/core/command.ts'
import { Commands } from '../../src/core/engine/commands.ts'
import { features } from '../../src/features.ts'
import { code, page, table } from './table.ts'

type Field = CommandCard['fields'][number]

export function commandsPage(): string {
  const { cards } = new Commands(features)
  const parts = features.flatMap(({ name }) => {
    const own = cards.filter((card) => card.feature === name)
    return own.length ? [`## ${name}`, table(head, own.map(row)), ...fieldsOf(own)] : []
  })
  return page('Commands', about, ...parts)
}

const about = `Typed with a slash (\`/me\`), as a Chinese word (\`我\`, \`/我\`), by the form that \`/\` opens in the hall, or as a slash command where the platform has them. \`<needed>\`, \`[optional]\`. Who may: **member** is everybody, **moderator** and **owner** are staff. A private answer is seen only by the one who asked.`
const head = ['Command', '中文', 'Fields', 'Who', 'Answer', 'What it does', '说明']

const row = (card: CommandCard) => [
  code(`/${card.name}`),
  card.aliases.map(code).join(' '),
  card.fields.map((field) => code(field.required ? `<${field.name}>` : `[${field.name}]`)).join(' '),
  card.role,
  card.private ? 'private' : 'group',
  card.about.en ?? '',
  card.about.zh ?? '',
]

function fieldsOf(cards: readonly CommandCard[]): string[] {
  const rows = cards.flatMap((card) =>
    card.fields.map((field) => [
      code(`/${card.name}`),
      code(field.name),
      kindOf(field),
      field.about.en ?? '',
      field.about.zh ?? '',
    ]),
  )
  return rows.length ? [table(['Command', 'Field', 'Kind', 'Meaning', '含义'], rows)] : []
}

function kindOf({ kind, ref, choices, min, max, maxLength, default: otherwise }: Field): string {
  const bounds = [
    min !== undefined && `from ${min}`,
    max !== undefined && `to ${max}`,
    maxLength !== undefined && `up to ${maxLength} characters`,
    otherwise !== undefined && `${code(String(otherwise))} if left out`,
  ].filter(Boolean)
  return [choices ? choices.map(code).join(' ') : (ref ?? kind), ...bounds].join(', ')
}
