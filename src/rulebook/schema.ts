/** JSON Schemas for editors: completion, hover and red underlines while an owner writes. */
import { z } from 'zod'
import type { AnySection } from '../core/feature.ts'
import { communitySchema } from './community.ts'
import { communityFile } from './folder.ts'

/** By file name: `community.yaml`, `faq.yaml`, … */
export function jsonSchemas(features: readonly AnySection[]): Readonly<Record<string, object>> {
  const named = features.map(({ name, config }) => [`${name}.yaml`, draft(config)] as const)
  return { [communityFile]: draft(withOverrides(features)), ...Object.fromEntries(named) }
}

const draft = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** A group's `features` names each feature's keys, where the schema that reads it leaves them to the features. */
function withOverrides(features: readonly AnySection[]): z.ZodType {
  const { groups, ...rest } = communitySchema.shape
  const entry = groups.unwrap().element
  const own = Object.fromEntries(features.map(({ name, config }) => [name, config.optional()]))
  const precise = entry.extend({ features: z.strictObject(own).optional() })
  return z.strictObject({ ...rest, groups: z.array(precise).optional() })
}
