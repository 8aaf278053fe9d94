/** Channels and roles as owners write them: by id, or by name however it is spelt. */
import { nearest } from '../../src/text/nearest.ts'

/** Case, a leading sign and the kind of gap do not count: "#Mod Room", "mod-room" and "mod_room" are one name. */
export const bare = (name: string) =>
  name
    .normalize('NFKC')
    .trim()
    .replace(/^[#@]+/, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')

interface Named {
  readonly id: string
  readonly name: string
}
/** The one that is meant: by id, by its very name, or by its name spelt otherwise; the first where several are called so. */
export function named<T extends Named>(list: readonly T[], wanted: string): T | undefined {
  const spelt = bare(wanted)
  return (
    list.find(({ id }) => id === spelt) ??
    list.find(({ name }) => name === wanted) ??
    list.find(({ name }) => bare(name) === spelt)
  )
}
/** "Did you mean": the name nearest to one that is not there. */
export const nearestName = (list: readonly Named[], wanted: string): string | undefined =>
  nearest(
    bare(wanted),
    list.map(({ name }) => name),
  )
