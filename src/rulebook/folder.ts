/** One community's folder: `community.yaml`, one file per feature, and the texts they name. */
import path from 'node:path'
import type { AnySection } from '../core/feature.ts'
import type { Problem } from '../core/rulebook.ts'
import { nearest } from '../text/nearest.ts'
import type { Checked } from './book.ts'
import { type CommunityFile, communitySchema } from './community.ts'
import { namesIn } from './files.ts'
import { groupProblems } from './groups.ts'
import { judge, judgeSection } from './judge.ts'
import { type Loaded, load, placed } from './loaded.ts'
import { overrides } from './overrides.ts'
import { type Fault, problem, type Say, start } from './telling.ts'

export const communityFile = 'community.yaml'

export interface Folder {
  readonly dir: string
  /** Undefined where there are problems. */
  readonly checked: Checked | undefined
  readonly problems: readonly Problem[]
  /** For what concerns several folders: where `community.yaml` says what. */
  readonly community: Loaded
}
/** A feature's section as the community has it, and the file it was written in. */
export interface Section {
  readonly feature: AnySection
  readonly loaded: Loaded | undefined
  readonly output: unknown
  readonly problems: readonly Problem[]
}

export async function readFolder(dir: string, features: readonly AnySection[], say: Say): Promise<Folder> {
  const names = ((await namesIn(dir)) ?? []).map((entry) => entry.name)
  const community = await load(dir, communityFile, say)
  const judged = community.problems.length > 0 ? undefined : judge(communitySchema, community.value, say)
  const problems = [...strangers(dir, names, features, say), ...community.problems]
  if (judged) problems.push(...placed(community, judged.findings, say))
  const sections: Section[] = []
  for (const feature of features) sections.push(await readSection(dir, names, feature, say))
  problems.push(...sections.flatMap((section) => section.problems))
  const file: CommunityFile | undefined = judged?.output
  if (!file) return { dir, checked: undefined, problems, community }
  const over = overrides(file, community, sections, say)
  problems.push(...groupProblems(file, community, say), ...over.problems)
  const outputs = new Map(sections.map(({ feature, output }) => [feature.name, output]))
  const checked = problems.length > 0 ? undefined : { community: file, sections: outputs, overrides: over.sections }
  return { dir, checked, problems, community }
}

async function readSection(dir: string, names: readonly string[], feature: AnySection, say: Say): Promise<Section> {
  const name = `${feature.name}.yaml`
  const loaded = names.includes(name) ? await load(dir, name, say) : undefined
  if (loaded && loaded.problems.length > 0) return { feature, loaded, output: undefined, problems: loaded.problems }
  const judged = judgeSection(feature, loaded?.value ?? {}, say)
  const problems = loaded
    ? placed(loaded, judged.findings, say)
    : judged.findings.map(({ fault }) => problem(say, path.join(dir, name), start, fault))
  return { feature, loaded, output: judged.output, problems }
}

/** YAML files that no feature reads would be rules that nobody follows. Other files are notes or texts to include. */
function strangers(dir: string, names: readonly string[], features: readonly AnySection[], say: Say): Problem[] {
  const known = [communityFile, ...features.map((feature) => `${feature.name}.yaml`)]
  const odd = names.filter((name) => /\.ya?ml$/i.test(name) && !name.startsWith('.') && !known.includes(name))
  return odd.map((name) => {
    const asYaml = name.replace(/\.ya?ml$/i, '.yaml')
    const fault: Fault = known.includes(asYaml)
      ? { code: 'file-extension', vars: { value: name, near: asYaml } }
      : { code: 'file-unknown', vars: { value: name, known: known.join(', ') }, near: nearest(asYaml, known) }
    return problem(say, path.join(dir, name), start, fault)
  })
}
