/** Owners' texts with variables in them: a name that is not known would be read out as it stands. */
import { variables } from '../core/texts.ts'
import type { Localised } from '../core/words.ts'
import { nearest } from './nearest.ts'

export interface TemplateIssue {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly remedy: string
}

/** Issues for a feature's `check`: variables of `both` that are not in `known`, each at its language. */
export function templateIssues(
  both: Localised | undefined,
  path: readonly (string | number)[],
  known: readonly string[],
): TemplateIssue[] {
  return Object.entries(both ?? {}).flatMap(([locale, template]) =>
    variables(template)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, locale],
        message: `there is no variable {${name}} here 这里没有变量 {${name}}`,
        remedy: remedyFor(name, known),
      })),
  )
}

function remedyFor(name: string, known: readonly string[]): string {
  const near = nearest(name, known)
  const all = known.map((each) => `{${each}}`).join(' ')
  return near === undefined ? `Known 可用：${all}` : `{${near}}? Known 可用：${all}`
}
