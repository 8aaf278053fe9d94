/** A rulebook without files: for tests, and for a rehearsal where the owner has none yet. */
import { z } from 'zod'
import type { AnySection } from '../core/feature.ts'
import type { Rulebook } from '../core/rulebook.ts'
import { bookOf } from './book.ts'
import { communitySchema } from './community.ts'
import { isTree, overlay, type Tree } from './overlay.ts'

type Community = z.input<typeof communitySchema>
export interface InMemory extends Partial<Community> {
  readonly features: readonly AnySection[]
  /** As in the files: by feature, what differs from its defaults. */
  readonly sections?: Readonly<Record<string, unknown>>
}

/**
 * Every group is served unless `anyGroup: false`. Overrides of groups are merged as in files.
 * @throws Error naming what is wrong: here it is the caller's mistake, not an owner's.
 */
export function defaultRulebook({ features, sections = {}, ...given }: InMemory): Rulebook {
  const unknown = Object.keys(sections).filter((name) => !features.some((feature) => feature.name === name))
  if (unknown.length > 0) throw new Error(`no such feature: ${unknown.join(', ')}`)
  const community = parse('community', communitySchema, { id: 'here', name: 'Here', anyGroup: true, ...given })
  const section = (feature: AnySection, over: unknown = {}) =>
    parse(feature.name, feature.config, overlay(treeOf(sections[feature.name]), treeOf(over)))
  return bookOf({
    community,
    sections: new Map(features.map((feature) => [feature.name, section(feature)])),
    overrides: community.groups.map(
      (entry) =>
        new Map(
          features
            .filter((feature) => feature.name in entry.features)
            .map((feature) => [feature.name, section(feature, entry.features[feature.name])]),
        ),
    ),
  })
}

const treeOf = (value: unknown): Tree => (isTree(value) ? value : {})

function parse<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (!result.success) throw new Error(`${name}: ${z.prettifyError(result.error)}`)
  return result.data
}
