/** docs/config.md: every key of the rulebook, from the schemas that check it. */
import { z } from 'zod'
import { communitySchema } from '../../src/rulebook/community.ts'
import { sections } from '../../src/sections.ts'
import { code, page, table } from './table.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly description?: string
  readonly default?: unknown
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

export function configPage(): string {
  const files: [string, z.ZodType][] = [
    ['community.yaml', communitySchema],
    ...sections.map((feature): [string, z.ZodType] => [`${feature.name}.yaml`, feature.config]),
  ]
  const parts = files.flatMap(([file, schema]) => [`## ${file}`, table(head, rowsOf(jsonOf(schema)))])
  return page('The rulebook, key by key', about, ...parts)
}

const about = `One folder per community; \`rules/demo\` is a whole example. Every key but those marked *needed* may be left out, and so may every file but \`community.yaml\`. \`a[].b\` is \`b\` in each item of the list \`a\`; \`a.*\` is each key of your own choosing. \`innkeeper check\` says where a file is wrong and how to mend it; \`innkeeper schema rulebook\` prints JSON Schemas for editors.`
const head = ['Key', 'Kind', 'Default', 'Meaning']

const jsonOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

function rowsOf(schema: Schema, path = ''): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const key = path ? `${path}.${name}` : name
    const own = property.properties && !property.description ? [] : [rowOf(key, property, schema)]
    return [...own, ...below(property, key)]
  })
}
/** Keys within: of an object, of a list's items, of a map's values, of each shape a value may have. */
function below(schema: Schema, key: string): string[][] {
  const map = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined
  return [
    ...rowsOf(schema, key),
    ...(schema.items ? below(schema.items, `${key}[]`) : []),
    ...(map ? below(map, `${key}.*`) : []),
    ...(schema.anyOf ?? schema.oneOf ?? []).flatMap((one) => below(one, key)),
  ]
}

const rowOf = (key: string, schema: Schema, parent: Schema) => [
  code(key),
  kindOf(schema),
  parent.required?.includes(key.slice(key.lastIndexOf('.') + 1)) ? '*needed*' : defaultOf(schema),
  schema.description ?? '',
]

function kindOf(schema: Schema): string {
  const shapes = schema.anyOf ?? schema.oneOf
  if (shapes) return [...new Set(shapes.map(kindOf))].join(' or ')
  if (schema.const !== undefined) return code(String(schema.const))
  if (schema.enum) return schema.enum.map((one) => code(String(one))).join(' ')
  if (schema.type === 'array') return `list of ${schema.items ? kindOf(schema.items) : 'anything'}`
  return [words[String(schema.type)] ?? 'anything', ...boundsOf(schema)].join(', ')
}
const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'yes or no',
  object: 'keys',
  null: 'nothing',
}
const far = 1e15
function boundsOf({ minimum, maximum, maxLength }: Schema): string[] {
  const bounds: string[] = []
  if (minimum !== undefined && minimum > -far) bounds.push(`from ${minimum}`)
  if (maximum !== undefined && maximum < far) bounds.push(`to ${maximum}`)
  if (maxLength !== undefined) bounds.push(`up to ${maxLength} characters`)
  return bounds
}

const longest = 80
function defaultOf({ default: value, properties }: Schema): string {
  if (value === undefined || properties) return ''
  const text = JSON.stringify(value)
  return code(text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
}
