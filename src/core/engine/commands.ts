/** From what was typed to a command's checked input, or to errors told at the field. */
import { distance } from 'fastest-levenshtein'
import type { z } from 'zod'
import type { FieldError } from '../adapter.ts'
import { type CommandCard, type Field, fieldsOf } from '../command.ts'
import { CommandLines } from '../commandline.ts'
import type { EventOf } from '../event.ts'
import type { AnyFeature, Command } from '../feature.ts'
import type { Member } from '../people.ts'
import { fill, type Vars } from '../texts.ts'
import { type Locale, mayDo } from '../words.ts'
import { engineTexts } from './texts.ts'

export interface Registered {
  readonly card: CommandCard
  readonly command: Command<z.ZodObject, unknown, unknown>
  readonly feature: AnyFeature
}
export type Resolved =
  | { readonly ok: true; readonly registered: Registered; readonly input: Record<string, unknown> }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

export const say = (locale: Locale, key: keyof typeof engineTexts.zh & string, vars?: Vars) =>
  fill(engineTexts[locale][key] ?? key, vars)

/** Every command of every feature. Throws at start where two share a word. */
export class Commands {
  readonly #byName = new Map<string, Registered>()
  readonly lines: CommandLines
  constructor(features: readonly AnyFeature[]) {
    const taken = new Map<string, string>()
    for (const feature of features)
      for (const command of feature.commands ?? []) {
        for (const word of [command.name, ...command.aliases]) {
          const other = taken.get(word.toLowerCase())
          if (other) throw new Error(`the word "${word}" names two commands: ${other} and ${command.name}`)
          taken.set(word.toLowerCase(), command.name)
        }
        this.#byName.set(command.name, { card: cardOf(feature, command), command, feature })
      }
    this.lines = new CommandLines([...this.#byName.values()].map((one) => one.card))
  }
  get cards() {
    return this.lines.cards
  }

  /** `findMember` looks a field's member up by mention, account, our id or shown name; strangers only by account. */
  async resolve(
    event: EventOf<'command'>,
    member: Member,
    locale: Locale,
    findMember: (typed: string, strangers: boolean) => Promise<Member | undefined>,
  ): Promise<Resolved> {
    const typed = this.#typed(event)
    if (!typed) return fail(this.#unknown(event.name ?? event.text ?? '', locale))
    const registered = this.#byName.get(typed.card.name) as Registered
    if (!mayDo(member.role, registered.card.role)) {
      const role = say(locale, `role.${registered.card.role}`)
      return fail({ code: 'command/not-allowed', message: say(locale, 'error.role', { role }) })
    }
    const input: Record<string, unknown> = { ...typed.input }
    for (const field of registered.card.fields) {
      const value = input[field.name]
      if (field.ref !== 'member' || typeof value !== 'string') continue
      const found = await findMember(value, field.strangers ?? false)
      if (!found)
        return fail({
          field: field.name,
          code: 'command/no-such-member',
          message: say(locale, 'error.field.member', { value }),
        })
      input[field.name] = found.id
    }
    const parsed = registered.command.input.safeParse(input, { reportInput: true })
    if (parsed.success) return { ok: true, registered, input: parsed.data }
    return { ok: false, errors: parsed.error.issues.map((issue) => explain(issue, registered.card, locale)) }
  }

  #typed(event: EventOf<'command'>) {
    if (event.name === undefined) return this.lines.parse(event.text ?? '', !/^[/／]/u.test(event.text ?? ''))
    const card = this.lines.find(event.name.replace(/^[/／]/u, ''))
    return card && { card, input: event.input ?? {} }
  }
  #unknown(typed: string, locale: Locale): FieldError {
    const name = typed.replace(/^[/／]\s*/u, '').split(/\s/u, 1)[0] ?? ''
    const near = this.cards.map((card) => card.name).find((known) => distance(known, name.toLowerCase()) <= 2)
    return {
      code: 'command/unknown',
      message:
        near && name ? say(locale, 'error.nearest', { name, nearest: near }) : say(locale, 'error.unknown', { name }),
    }
  }
}
const fail = (error: FieldError): Resolved => ({ ok: false, errors: [error] })

function cardOf(feature: AnyFeature, command: Command<z.ZodObject, unknown, unknown>): CommandCard {
  const both = (key: string) => ({ zh: feature.texts.zh[key] ?? key, en: feature.texts.en[key] ?? key })
  return {
    name: command.name,
    feature: feature.name,
    aliases: command.aliases,
    role: command.role,
    private: command.private ?? false,
    about: both(`${command.name}.about`),
    ...(command.menus && { menus: command.menus, title: both(`${command.name}.menu`) }),
    fields: fieldsOf(command.input).map((field) => {
      const key = `${command.name}.${field.name}`
      const worded = (field.choices ?? []).filter((choice) => `${key}.${choice}` in feature.texts.zh)
      const labels = Object.fromEntries(worded.map((choice) => [choice, both(`${key}.${choice}`)]))
      return { ...field, about: both(key), ...(worded.length && { labels }) }
    }),
  }
}

/** "week (近7天), month (近30天)" */
const choicesOf = (field: Field | undefined, values: readonly unknown[], locale: Locale): string =>
  values
    .map((value) => {
      const label = field?.labels?.[String(value)]?.[locale]
      return label ? `${value} (${label})` : String(value)
    })
    .join(', ')

/** A zod issue as a sentence at its field. */
function explain(issue: z.core.$ZodIssue, card: CommandCard, locale: Locale): FieldError {
  const field = issue.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : String(issue.path[0] ?? '')
  const message = sentence(issue, field, card, locale)
  return { ...(field && { field }), code: 'command/invalid', message }
}
function sentence(issue: z.core.$ZodIssue, field: string, card: CommandCard, locale: Locale): string {
  const declared = card.fields.find((one) => one.name === field)
  const isText = declared?.kind === 'text'
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return say(locale, 'error.field.required', { field })
      return say(locale, 'error.field.type', { field, kind: say(locale, `kind.${declared?.kind ?? 'text'}`) })
    case 'too_small':
      return say(locale, isText ? 'error.field.short' : 'error.field.min', { field, min: Number(issue.minimum) })
    case 'too_big':
      return say(locale, isText ? 'error.field.long' : 'error.field.max', { field, max: Number(issue.maximum) })
    case 'invalid_value':
      if (issue.input === undefined) return say(locale, 'error.field.required', { field })
      return say(locale, 'error.field.choice', { field, choices: choicesOf(declared, issue.values, locale) })
    case 'unrecognized_keys':
      return say(locale, 'error.field.unknown', { field })
    case 'custom':
      return issue.message && issue.message !== 'Invalid input'
        ? issue.message
        : say(locale, 'error.field.other', { field })
    default:
      return say(locale, 'error.field.other', { field })
  }
}
