/** What a schema wants at a path, read from its JSON Schema: for "did you mean", and for editors. */
import { z } from 'zod'
import type { Path } from './source.ts'
import type { Say } from './telling.ts'
import type { TextKey } from './texts.ts'

export interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly additionalProperties?: boolean | Shape
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

/** As an owner writes it: keys with defaults may be left out. */
export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape

const ways = (shape: Shape): Shape[] => {
  const inner = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]
  return [shape, ...inner.flatMap(ways)]
}

function shapesAt(shape: Shape, path: Path): Shape[] {
  let here = ways(shape)
  for (const part of path) here = here.flatMap((way) => step(way, part)).flatMap(ways)
  return here
}
function step(shape: Shape, part: PropertyKey): Shape[] {
  if (typeof part === 'number') return shape.items ? [shape.items] : []
  const properties = shape.properties ?? {}
  const named = Object.hasOwn(properties, part) ? properties[String(part)] : undefined
  if (named) return [named]
  return typeof shape.additionalProperties === 'object' ? [shape.additionalProperties] : []
}

/** The keys that may stand in the map at `path`, in the schema's order. */
export const keysAt = (shape: Shape, path: Path): string[] => [
  ...new Set(shapesAt(shape, path).flatMap((way) => Object.keys(way.properties ?? {}))),
]

const typeKeys: Readonly<Record<string, TextKey>> = {
  string: 'type.string',
  number: 'type.number',
  integer: 'type.int',
  boolean: 'type.boolean',
  array: 'type.array',
  object: 'type.object',
}

/** "a whole number", "text or a list". */
export function expectedOf(shape: Shape, path: Path, say: Say): string {
  const kinds = shapesAt(shape, path).flatMap((way) => {
    if (way.const !== undefined) return [String(way.const)]
    if (way.enum) return way.enum.map(String)
    return [way.type ?? []].flat().map((type) => say(typeKeys[type] ?? 'type.value'))
  })
  return [...new Set(kinds)].join(say('or')) || say('type.value')
}
