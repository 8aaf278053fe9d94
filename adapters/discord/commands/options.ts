/** Fields of a command as options of a slash command. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType as Kind,
} from 'discord-api-types/v10'
import type { CommandCard } from '../../../src/core/command.ts'
import { pick } from '../../../src/core/words.ts'
import { cut, described, inChinese, isName, limits, shortly } from './words.ts'

export type CardField = CommandCard['fields'][number]

/** What a field is called on Discord: in lower case. */
export const optionName = (field: CardField) => field.name.toLowerCase()

/** A long text that is missing is asked for in a form, so that it need not be typed into one line. */
export const isOptional = (field: CardField) => !field.required || field.ref === 'longtext'

/** Required ones first, as Discord wants them; no more than it takes. */
export function optionsOf(card: CommandCard): APIApplicationCommandBasicOption[] {
  const taken = new Set(card.fields.map(optionName))
  const fields = [...card.fields.filter((field) => !isOptional(field)), ...card.fields.filter(isOptional)]
  return fields
    .filter((field) => isName(optionName(field)))
    .slice(0, limits.options)
    .map((field) => option(field, taken))
}

function option(field: CardField, taken: Set<string>): APIApplicationCommandBasicOption {
  const name = optionName(field)
  const zh = shortly(field.about.zh ?? '')
  const fits = isName(zh) && zh.length <= 12 && !taken.has(zh)
  if (fits) taken.add(zh)
  const translated = fits ? inChinese(zh, name) : undefined
  const base = {
    name,
    ...(translated && { name_localizations: translated }),
    ...described(field.about, name),
    ...(!isOptional(field) && { required: true }),
  }
  switch (field.kind) {
    case 'int':
      return { ...base, type: Kind.Integer, ...bounds(field) }
    case 'number':
      return { ...base, type: Kind.Number, ...bounds(field) }
    case 'bool':
      return { ...base, type: Kind.Boolean }
    case 'choice':
      return { ...base, type: Kind.String, ...choices(field) }
    default:
      return field.ref === 'member' ? { ...base, type: Kind.User } : { ...base, type: Kind.String, ...text(field) }
  }
}

const bounds = ({ min, max }: CardField) => ({
  ...(min !== undefined && { min_value: min }),
  ...(max !== undefined && { max_value: max }),
})
/** Where there are more than Discord shows, they are offered while one types. */
function choices({ choices = [], labels = {} }: CardField) {
  if (choices.length > limits.choices) return { autocomplete: true as const }
  return {
    choices: choices.map((value): APIApplicationCommandOptionChoice<string> => {
      const name = cut(labels[value] ? pick(labels[value], 'en') : value, limits.choice) || value
      const zh = inChinese(labels[value]?.zh && cut(labels[value].zh, limits.choice), name)
      return { name, value, ...(zh && { name_localizations: zh }) }
    }),
  }
}
function text({ maxLength, ref, required }: CardField) {
  return {
    ...(required && ref !== 'longtext' && { min_length: 1 }),
    ...(maxLength !== undefined && maxLength > 0 && { max_length: Math.min(maxLength, limits.textOption) }),
    ...(ref !== undefined && ref !== 'longtext' && { autocomplete: true as const }),
  }
}
