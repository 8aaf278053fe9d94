/** Owners' texts with variables in them: a name that is not known would be read out as it stands. */
import type { Rejection } from '../core/feature.ts'
import { inBoth, texts, variables } from '../core/texts.ts'
import type { Localised } from '../core/words.ts'
import { nearest } from './nearest.ts'

const said = texts(
  {
    unknown: '这里没有变量 {name}',
    known: '可用的有：{all}',
    near: '是不是想写 {near}？可用的有：{all}',
  },
  {
    unknown: 'there is no variable {name} here',
    known: 'There are: {all}',
    near: 'Did you mean {near}? There are: {all}',
  },
)

/** Issues for a feature's `check`: variables of `both` that are not in `known`, each at its language. */
export function templateIssues(
  both: Localised | undefined,
  path: readonly (string | number)[],
  known: readonly string[],
): Rejection[] {
  return Object.entries(both ?? {}).flatMap(([locale, template]) =>
    variables(template)
      .filter((name) => !known.includes(name))
      .map((name) => ({
        path: [...path, locale],
        message: inBoth(said, 'unknown', { name: `{${name}}` }),
        remedy: remedyFor(name, known),
      })),
  )
}

function remedyFor(name: string, known: readonly string[]): Localised {
  const near = nearest(name, known)
  const all = known.map((each) => `{${each}}`).join(' ')
  return near === undefined ? inBoth(said, 'known', { all }) : inBoth(said, 'near', { near: `{${near}}`, all })
}
