/** What groups have different: merged over the community's sections, and checked again as a whole. */
import type { AnySection } from '../core/feature.ts'
import type { Problem } from '../core/rulebook.ts'
import { nearest } from '../text/nearest.ts'
import type { CommunityFile, GroupEntry } from './community.ts'
import type { Finding } from './explain.ts'
import type { Section } from './folder.ts'
import { type Judged, judgeSection } from './judge.ts'
import type { Loaded } from './loaded.ts'
import { isTree, overlay, type Tree } from './overlay.ts'
import type { Path } from './source.ts'
import { problem, type Say } from './telling.ts'

interface Overrides {
  /** By the place of the group's entry. */
  readonly sections: readonly ReadonlyMap<string, unknown>[]
  readonly problems: readonly Problem[]
}

export function overrides(file: CommunityFile, loaded: Loaded, sections: readonly Section[], say: Say): Overrides {
  const problems: Problem[] = []
  const judged = judging(say)
  const each = file.groups.map((entry, index) => {
    const at = ['groups', index, 'features']
    problems.push(...unknownFeatures(entry, at, loaded, sections, say))
    const own = sections.filter(({ feature, output }) => output !== undefined && feature.name in entry.features)
    return new Map(
      own.map((section) => {
        const { feature } = section
        const { output, findings } = judged(section, entry.features[feature.name] ?? {})
        problems.push(...findings.map((finding) => place(finding, [...at, feature.name], feature, loaded, say)))
        return [feature.name, output] as const
      }),
    )
  })
  return { sections: each, problems }
}

/** Groups that differ in the same way share one section: hundreds of groups with thousands of questions are usual. */
function judging(say: Say) {
  const known = new Map<string, Judged<unknown>>()
  return ({ feature, loaded }: Section, over: Tree): Judged<unknown> => {
    const key = `${feature.name} ${JSON.stringify(over)}`
    const judged = known.get(key) ?? judgeSection(feature, overlay(treeOf(loaded?.value), over), say)
    known.set(key, judged)
    return judged
  }
}

const treeOf = (value: unknown): Tree => (isTree(value) ? value : {})

function unknownFeatures(
  entry: GroupEntry,
  at: Path,
  loaded: Loaded,
  sections: readonly Section[],
  say: Say,
): Problem[] {
  const known = sections.map((section) => section.feature.name)
  return Object.keys(entry.features)
    .filter((name) => !known.includes(name))
    .map((name) =>
      problem(say, loaded.file, loaded.source.locate([...at, name], 'key'), {
        code: 'unknown-key',
        vars: { name, known: known.join(', ') },
        near: nearest(name, known),
      }),
    )
}

/** The community's own section is in order, so that what is wrong comes from the group's part, or begins there. */
function place({ path, at, fault }: Finding, prefix: Path, feature: AnySection, loaded: Loaded, say: Say): Problem {
  const whole = [...prefix, ...path]
  const where = loaded.source.locate(whole, loaded.source.has(whole) ? at : 'key')
  const named = fault.said ? fault : { ...fault, vars: { name: feature.name, ...fault.vars } }
  return problem(say, loaded.file, where, named)
}
