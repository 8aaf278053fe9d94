/** Forms: what a command still wants to be told in words, asked for in a window of its own. */
import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { CommandCard } from '../../../src/core/command.ts'
import { type Locale, pick } from '../../../src/core/words.ts'
import type { CardField } from '../commands/options.ts'
import { cut, shortly } from '../commands/words.ts'
import { formId } from './customId.ts'

/** What is known when a command is given: by option, by what it was given on. */
export interface Order {
  readonly card: CommandCard
  readonly input: Readonly<Record<string, unknown>>
  /** Discord's id of the message it was given on. */
  readonly message?: string
  /** What stands in that message, for the fields it stands for. */
  readonly quoted?: string
}

const limits = { title: 45, label: 45, description: 100, value: 4000, inputs: 5, line: 100 } as const

const isLong = (field: CardField) => field.ref === 'longtext'
/** Words of one's own, not the name of something. */
const isWords = (field: CardField) => field.kind === 'text' && (field.ref === undefined || isLong(field))

/**
 * Whether a command needs a form: where a long text is wanted and was not written; on a message or member, where there
 * is no other place to write one.
 */
export function wantsForm({ card, input }: Order, fromMenu: boolean): boolean {
  return card.fields.some((field) => isLong(field) && input[field.name] === undefined && (fromMenu || field.required))
}

/** Undefined where what is known already does not fit into the form's id. */
export function formOf(order: Order, locale: Locale): APIModalInteractionResponseCallbackData | undefined {
  const { card, input, message } = order
  const asked = askedIn(order)
  const known = Object.entries(input).filter(([name]) => !asked.some((field) => field.name === name))
  const texts = Object.fromEntries(known.map(([name, value]) => [name, String(value)]))
  const custom_id = formId({ command: card.name, input: texts, ...(message && { message }) })
  if (custom_id === undefined || asked.length === 0) return undefined
  const title = cut(pick(card.title ?? card.about, locale), limits.title) || card.name
  return { custom_id, title, components: asked.map((field) => labelled(field, beginning(field, order), locale)) }
}

/** Long texts, and those beside them that are wanted or written already, so that they can be seen and mended. */
function askedIn({ card, input }: Order): CardField[] {
  const fits = (field: CardField) =>
    isWords(field) && (isLong(field) || field.required || input[field.name] !== undefined)
  return card.fields.filter(fits).slice(0, limits.inputs)
}
function beginning(field: CardField, { input, quoted }: Order): string | undefined {
  const written = input[field.name]
  if (written !== undefined) return String(written)
  return field.unlessReply && !isLong(field) ? quoted : undefined
}

function labelled(field: CardField, value: string | undefined, locale: Locale) {
  const about = pick(field.about, locale)
  const label = cut(shortly(about) || field.name, limits.label)
  const longest = Math.min(field.maxLength ?? limits.value, limits.value)
  const filled = value && cutTo(value, longest)
  return {
    type: ComponentType.Label as const,
    label,
    ...(about && about !== label && { description: cut(about, limits.description) }),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: field.name,
      style: isLong(field) && longest > limits.line ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: field.required,
      max_length: longest,
      ...(field.required && { min_length: 1 }),
      ...(filled && { value: filled }),
    },
  }
}
/** A line feed has no place in a form's single line. */
const cutTo = (text: string, most: number) => {
  const cleaned = text.trim()
  return cleaned.length <= most ? cleaned : cut(cleaned, most)
}

/** What was written into a form, by field; also as it came before forms had labels. Empty ones are left out. */
export function writtenIn(submission: Pick<APIModalSubmission, 'components'>): Record<string, string> {
  const written: Record<string, string> = {}
  for (const part of submission.components ?? []) {
    const inputs = 'components' in part ? part.components : 'component' in part ? [part.component] : []
    for (const input of inputs)
      if (input.type === ComponentType.TextInput && input.value.trim() !== '') written[input.custom_id] = input.value
  }
  return written
}

/** What is carried in a form's id is text: numbers and yes or no become themselves again. */
export function typedAs(card: CommandCard, input: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const kind = card.fields.find((field) => field.name === name)?.kind
      if (kind === 'int' || kind === 'number') return [name, Number(value)]
      return [name, kind === 'bool' ? value === 'true' : value]
    }),
  )
}
