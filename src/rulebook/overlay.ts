/** Plain data as YAML gives it. */
export type Tree = Readonly<Record<string, unknown>>
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A group's differences over the community's section: maps are merged key by key, lists and values replaced. */
export function overlay(base: Tree, over: Tree): Tree {
  const merged = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key)
    merged.set(key, isTree(below) && isTree(value) ? overlay(below, value) : value)
  }
  // fromEntries defines own properties, so that a key called __proto__ stays a key.
  return Object.fromEntries(merged)
}
