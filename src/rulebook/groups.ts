/** What is wrong with the list of groups as a whole. */
import type { Problem } from '../core/rulebook.ts'
import type { CommunityFile } from './community.ts'
import type { Loaded } from './loaded.ts'
import { matcherOf } from './patterns.ts'
import { type Fault, problem, type Say } from './telling.ts'

export function groupProblems(file: CommunityFile, loaded: Loaded, say: Say): Problem[] {
  const at = (path: readonly PropertyKey[], fault: Fault) =>
    problem(say, loaded.file, loaded.source.locate(path, 'value'), fault)
  const found: Problem[] = []
  if (file.groups.length === 0 && !file.anyGroup) found.push(at(['groups'], { code: 'serves-nobody' }))
  const matches = file.groups.map((entry) => entry.match)
  for (const [index, match] of matches.entries()) {
    const path = ['groups', index, 'match']
    if (matches.indexOf(match) < index) found.push(at(path, { code: 'listed-twice', vars: { value: match } }))
    else if (match.includes('*')) {
      const near = coveredBy(match, matches.slice(0, index))
      if (near) found.push(at(path, { code: 'never-reached', vars: { value: match, near } }))
    }
  }
  const users = file.staff.map((entry) => entry.user)
  for (const [index, user] of users.entries()) {
    if (users.indexOf(user) < index) {
      found.push(at(['staff', index, 'user'], { code: 'listed-twice', vars: { value: user } }))
    }
  }
  return found
}

/** An earlier pattern that fits this one read as a text, and so all that it fits. */
function coveredBy(match: string, before: readonly string[]): string | undefined {
  const globs = before.filter((earlier) => earlier.includes('*'))
  const index = matcherOf(globs).find(match)
  return index === undefined ? undefined : globs[index]
}
