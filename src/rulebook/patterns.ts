/** Which entry of `groups` a group falls under: its exact id first, then the patterns in the order they are listed. */

export interface Matcher {
  /** Index into the patterns, or undefined where none fits. */
  find(ref: string): number | undefined
}

/** Answers are remembered for the groups there are; past this many, strangers are filling it and it starts anew. */
const remembered = 20_000

const toRegExp = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\*+/g, '.*')}$`, 'us')

export function matcherOf(patterns: readonly string[]): Matcher {
  const exact = new Map<string, number>()
  const globs: { readonly fits: RegExp; readonly index: number }[] = []
  for (const [index, pattern] of patterns.entries()) {
    if (pattern.includes('*')) globs.push({ fits: toRegExp(pattern), index })
    else if (!exact.has(pattern)) exact.set(pattern, index)
  }
  const found = new Map<string, number | undefined>()
  const byGlob = (ref: string) => {
    if (found.has(ref)) return found.get(ref)
    if (found.size >= remembered) found.clear()
    const index = globs.find((glob) => glob.fits.test(ref))?.index
    found.set(ref, index)
    return index
  }
  return { find: (ref) => exact.get(ref) ?? (globs.length > 0 ? byGlob(ref) : undefined) }
}
