/**
 * Custom ids of buttons, menus and forms: all that is needed to know what was chosen, so that they work after a
 * restart. At most 100 characters; what does not fit stands in `discord_asks`, under a tag.
 */
import { createHash } from 'node:crypto'

export const most = 100

/** What a button says when it is pressed, or what a menu is for. */
export interface Pressed {
  /** Where the question was asked in private: the guild it is about. */
  readonly guild: string | undefined
  readonly choice: Choice
}
export type Choice =
  | { readonly kind: 'option'; readonly ask: string; readonly option: string }
  | { readonly kind: 'tag'; readonly tag: string }
  /** The option is the value that comes with it. */
  | { readonly kind: 'menu'; readonly ask: string }

/** Stands for an ask and an option that are too long. */
export const tagOf = (ask: string, option: string) =>
  createHash('sha256').update(`${ask.length}.${ask}${option}`).digest('base64url').slice(0, 22)

/** Undefined where it is too long. Lengths go first, so that any character may stand in the ids. */
export const buttonId = (ask: string, option: string, guild = '') => fits(`a${ask.length}.${guild}.${ask}${option}`)
export const menuId = (ask: string, guild = '') => fits(`s.${guild}.${ask}`)
export const tagId = (tag: string, guild = '') => `t.${guild}.${tag}`
/** A menu all of whose values are tags. */
export const taggedMenuId = (tag: string, guild = '') => `s.${guild}.?${tag}`
const fits = (id: string) => (id.length <= most ? id : undefined)

/** Undefined where it is none of ours. */
export function pressedIn(id: string): Pressed | undefined {
  const [, kind, length = '', guild = '', rest = ''] = /^([ast])(\d*)\.(\d*)\.([\s\S]*)$/.exec(id) ?? []
  const choice = choiceIn(kind, Number(length), rest)
  return choice && { guild: guild || undefined, choice }
}
function choiceIn(kind: string | undefined, length: number, rest: string): Choice | undefined {
  if (kind === 'a') return { kind: 'option', ask: rest.slice(0, length), option: rest.slice(length) }
  if (kind === 't') return { kind: 'tag', tag: rest }
  return kind === 's' ? { kind: 'menu', ask: rest } : undefined
}

/** A value of a menu: an option, or the tag of one that is too long. */
export const optionValue = (option: string): string | undefined => fits(`o${option}`)
export const tagValue = (tag: string) => `t${tag}`
export function valueIn(value: string, ask: string): Choice | undefined {
  if (value.startsWith('o')) return { kind: 'option', ask, option: value.slice(1) }
  return value.startsWith('t') ? { kind: 'tag', tag: value.slice(1) } : undefined
}

/** A form: the command it is for, and what is known already. */
export interface FormFor {
  readonly command: string
  /** The message it was opened on. */
  readonly message?: string
  readonly input: Readonly<Record<string, string>>
}
export function formId({ command, message, input }: FormFor): string | undefined {
  const known = new URLSearchParams(input)
  return fits(`f.${command}.${message ?? ''}.${known}`)
}
export function formIn(id: string): FormFor | undefined {
  const [, command, message, known] = /^f\.([^.]+)\.(\d*)\.([\s\S]*)$/.exec(id) ?? []
  if (!command) return undefined
  return { command, ...(message && { message }), input: Object.fromEntries(new URLSearchParams(known)) }
}
