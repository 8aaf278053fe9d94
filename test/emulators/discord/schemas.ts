/** Discord's OpenAPI document as data, and the reading that its own README asks for. */

export type Schema = { readonly [key: string]: unknown }

interface Media {
  readonly schema: Schema
}

interface Response {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Media>>
}

export interface Operation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query'
    readonly required?: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, Response>>
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, Response>>
  }
}

/** Rebuilds a value from the leaves up. */
function mapped(value: unknown, change: (node: Record<string, unknown>) => Record<string, unknown>): unknown {
  if (Array.isArray(value)) return value.map((item) => mapped(item, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)] as const)
  return change(Object.fromEntries(entries))
}

/**
 * Unions mean "one of", but responses are typed so loosely that a value often fits several branches: one that fits is
 * enough. References are made to point into the document by its name.
 */
export function loosened<T>(document: T): T {
  return mapped(document, (node) => {
    const { oneOf, $ref, ...rest } = node
    return {
      ...rest,
      ...(Array.isArray(oneOf) && { anyOf: oneOf }),
      ...(typeof $ref === 'string' && { $ref: $ref.replace(/^#/, 'discord#') }),
    }
  }) as T
}

/** Texts that can be read as integers are typed as integers: where a request may hold one, its text will do. */
export function numbersAsText<T>(document: T): T {
  return mapped(document, (node) => {
    const types = [node.type].flat()
    if (!types.includes('integer') || node.anyOf || node.enum) return node
    const { type: _, ...limits } = node
    const number = { ...limits, type: types.length > 1 ? types : 'integer' }
    return { anyOf: [number, { type: 'string', pattern: '^-?[0-9]+$' }] }
  }) as T
}

/** Every property that some branch of the schema knows. */
export function propertyNames(document: OpenApi, schema: Schema, seen = new Set<unknown>()): Set<string> {
  if (seen.has(schema)) return new Set()
  seen.add(schema)
  const own = Object.keys((schema.properties ?? {}) as object)
  const target =
    typeof schema.$ref === 'string' ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : undefined
  const branches = [schema.oneOf, schema.anyOf, schema.allOf].flat().filter((branch) => branch !== undefined)
  const inner = [...branches, ...(target ? [target] : [])] as Schema[]
  return new Set([...own, ...inner.flatMap((branch) => [...propertyNames(document, branch, seen)])])
}
