/** Reads rulebooks from files. Whatever is in the files, the answer is rulebooks and problems: nothing is thrown. */
import path from 'node:path'
import type { AnySection } from '../core/feature.ts'
import type { Problem, Rulebook } from '../core/rulebook.ts'
import type { Locale } from '../core/words.ts'
import { bookOf } from './book.ts'
import { namesIn, statOf } from './files.ts'
import { communityFile, type Folder, readFolder } from './folder.ts'
import { type Fault, problem, type Say, sayIn, start } from './telling.ts'

export interface Reading {
  /** Of the communities without problems. */
  readonly rulebooks: Rulebook[]
  /** In the order of files, and of places within a file. */
  readonly problems: Problem[]
}

/**
 * `dir` is one community's folder (it has `community.yaml`), or holds several. Files are named in problems as `dir` is
 * given. `locale` is the language of the problems.
 */
export async function readRulebooks(
  dir: string,
  features: readonly AnySection[],
  locale: Locale = 'en',
): Promise<Reading> {
  const say = sayIn(locale)
  const dirs = await communityDirs(dir)
  if (typeof dirs === 'string') return { rulebooks: [], problems: [absent(dir, dirs, say)] }
  const folders: Folder[] = []
  for (const each of dirs) folders.push(await readFolder(each, features, say))
  const clashes = clashesOf(folders, say)
  const rulebooks = folders.flatMap(({ checked, dir: at }) => (checked && !clashes.has(at) ? [bookOf(checked)] : []))
  const problems = folders.flatMap((folder) => [...folder.problems, ...(clashes.get(folder.dir) ?? [])])
  return { rulebooks, problems: problems.sort(byPlace) }
}

/** A word says why there is none. */
async function communityDirs(dir: string): Promise<readonly string[] | 'missing' | 'a file' | 'empty'> {
  const stat = await statOf(dir)
  if (!stat) return 'missing'
  const names = await namesIn(dir)
  if (!stat.isDirectory() || names === undefined) return 'a file'
  if (names.some((entry) => /^community\.ya?ml$/i.test(entry.name))) return [dir]
  const inner: string[] = []
  for (const { name } of names.filter((entry) => !entry.name.startsWith('.'))) {
    if (await statOf(path.join(dir, name, communityFile))) inner.push(path.join(dir, name))
  }
  return inner.length > 0 ? inner : 'empty'
}

function absent(dir: string, why: 'missing' | 'a file' | 'empty', say: Say): Problem {
  const fault: Fault =
    why === 'empty'
      ? { code: 'no-community' }
      : { code: 'unreadable', vars: { detail: why === 'missing' ? 'ENOENT' : 'ENOTDIR' } }
  return problem(say, dir, start, fault)
}

const byPlace = (a: Problem, b: Problem) =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1

/** What two communities cannot both have. The first in order keeps it. */
function clashesOf(folders: readonly Folder[], say: Say): ReadonlyMap<string, readonly Problem[]> {
  const clashes = new Map<string, Problem[]>()
  const claims = new Map<string, Folder>()
  for (const folder of folders) {
    for (const { claim, path: at, code, value } of claimsOf(folder)) {
      const first = claims.get(claim)
      if (!first) claims.set(claim, folder)
      else {
        const near = code === 'community-twice' ? first.dir : (first.checked?.community.id ?? first.dir)
        const { file, source } = folder.community
        const found = problem(say, file, source.locate(at, 'value'), { code, vars: { value, near } })
        clashes.set(folder.dir, [...(clashes.get(folder.dir) ?? []), found])
      }
    }
  }
  return clashes
}

function claimsOf({ checked }: Folder) {
  if (!checked) return []
  const { id, groups, anyGroup } = checked.community
  return [
    { claim: `id ${id}`, path: ['id'], code: 'community-twice', value: id },
    ...groups.map(({ match }, index) => {
      return { claim: `group ${match}`, path: ['groups', index, 'match'], code: 'group-twice', value: match }
    }),
    ...(anyGroup ? [{ claim: 'any', path: ['anyGroup'], code: 'any-group-twice', value: id }] : []),
  ]
}
