/** One declaration per command: slash command, text words, form, help and docs table all come from it. */
import { z } from 'zod'
import type { Localised, Role } from './words.ts'

/** What a text field refers to, set with `z.string().meta({ ref: 'member' })`; the engine resolves it. */
export type Ref = 'member' | 'duration' | 'case' | 'longtext' | 'entry' | 'perk'
/** Where a platform lets commands be given on a thing: on a message (as a reply to it) or on a member. */
export type Menu = 'message' | 'member'
export interface Field {
  readonly name: string
  readonly kind: 'text' | 'int' | 'number' | 'bool' | 'choice'
  readonly required: boolean
  /** Required, except in a reply, where the message replied to stands for it; `z.string().optional().meta({ unlessReply: true })`. */
  readonly unlessReply?: boolean
  readonly ref?: Ref
  /** Of a member: accounts never seen here are meant, too, by their id; `z.string().meta({ ref: 'member', strangers: true })`. */
  readonly strangers?: boolean
  readonly choices?: readonly string[]
  /** Words for the choices, as shown and as typed; texts `<command>.<field>.<choice>`. */
  readonly labels?: Readonly<Record<string, Localised>>
  readonly min?: number
  readonly max?: number
  readonly maxLength?: number
  readonly default?: unknown
}
/** What doors know of a command: enough to offer it with its fields, in both languages. */
export interface CommandCard {
  readonly name: string
  readonly feature: string
  /** Chinese words for it; the first is the one shown. */
  readonly aliases: readonly string[]
  readonly role: Role
  readonly private: boolean
  readonly about: Localised
  readonly menus?: readonly Menu[]
  /** As a menu names it; `about` is too long for that. Texts: `<name>.menu`. */
  readonly title?: Localised
  readonly fields: readonly (Field & { readonly about: Localised })[]
}

interface JsonProperty {
  type?: string
  enum?: string[]
  unlessReply?: boolean
  ref?: Ref
  strangers?: boolean
  minimum?: number
  maximum?: number
  maxLength?: number
  default?: unknown
}

/** Fields in the order of their declaration. */
export function fieldsOf(input: z.ZodObject): Field[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const required = new Set(schema.required ?? [])
  return Object.entries((schema.properties ?? {}) as Record<string, JsonProperty>).map(([name, property]) => ({
    name,
    kind: kindOf(property),
    required: required.has(name) || property.unlessReply === true,
    ...(property.unlessReply && { unlessReply: true }),
    ...(property.ref && { ref: property.ref }),
    ...(property.strangers && { strangers: true }),
    ...(property.enum && { choices: property.enum }),
    ...(property.minimum !== undefined && { min: property.minimum }),
    ...(property.maximum !== undefined && property.maximum < Number.MAX_SAFE_INTEGER && { max: property.maximum }),
    ...(property.maxLength !== undefined && { maxLength: property.maxLength }),
    ...(property.default !== undefined && { default: property.default }),
  }))
}
function kindOf(property: JsonProperty): Field['kind'] {
  if (property.enum) return 'choice'
  if (property.type === 'integer') return 'int'
  if (property.type === 'number') return 'number'
  return property.type === 'boolean' ? 'bool' : 'text'
}
