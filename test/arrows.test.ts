/** Who may import whom. docs/architecture.md says why; this holds it. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const sources = globSync(['src/**/*.{ts,tsx}', 'adapters/**/*.{ts,tsx}'], { cwd: root }).map(normalize).sort()
const read = (file: string) => readFileSync(join(root, file), 'utf8')

interface Import {
  readonly from: string
  readonly to: string
}
const imports: readonly Import[] = sources.flatMap((from) =>
  [...read(from).matchAll(/(?:from|import|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, path]) => ({
    from,
    to: normalize(join(dirname(from), path ?? '')),
  })),
)

/** These put everything together, so they may know everything. */
const wholes = /^src\/(main|cli|features|sections|keeping|subscriptions|log)\.ts$|^src\/cli\/|^adapters\/index\.ts$/
const vocabulary = /^src\/core\/[^/]+\.ts$/
const leaves = /^src\/(text|time)\//
/** What a feature offers to others: its readers and its configuration. All else is its own affair. */
const offered = /^src\/features\/[^/]+\/(store|config|offer)\.ts$/

/** The first that fits says what a file may import beside its own folder. */
const arrows: readonly { readonly who: RegExp; readonly may: readonly RegExp[] }[] = [
  { who: wholes, may: [/./] },
  { who: vocabulary, may: [] },
  { who: /^src\/core\//, may: [vocabulary, leaves] },
  { who: leaves, may: [vocabulary, leaves] },
  { who: /^src\/store\//, may: [vocabulary, /^src\/core\/engine\/names\.ts$/] },
  { who: /^src\/oracle\//, may: [vocabulary] },
  { who: /^src\/rulebook\//, may: [vocabulary, leaves] },
  { who: /^src\/features\/[^/]+\//, may: [vocabulary, leaves, offered] },
  { who: /^adapters\/[^/]+\//, may: [vocabulary, leaves] },
  // The hall's server and its adapter are the two halves of one door.
  { who: /^src\/web\//, may: [vocabulary, leaves, /^adapters\/web\//] },
  // A rehearsal puts an engine together, with another door.
  { who: /^src\/replay\//, may: [/^src\/(core|store|rulebook)\//, leaves, offered] },
]
const home = (file: string): string =>
  /^(src\/features\/[^/]+|adapters\/[^/]+|src\/core\/engine|src\/[^/]+)\//.exec(file)?.[1] ?? file

function allowed({ from, to }: Import): boolean {
  const arrow = arrows.find(({ who }) => who.test(from))
  return arrow !== undefined && (home(from) === home(to) || arrow.may.some((may) => may.test(to)))
}

describe('imports', () => {
  it('are found at all', () => expect(imports.length).toBeGreaterThan(sources.length))
  it('go one way', () =>
    expect(imports.filter((one) => !allowed(one)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]))
  it('of features never reach an adapter, nor those of adapters a feature', () => {
    const crossing = ({ from, to }: Import) =>
      (from.startsWith('src/features/') && to.startsWith('adapters/')) ||
      (from.startsWith('adapters/') && to.startsWith('src/features'))
    expect(imports.filter(crossing)).toEqual([])
  })
  it('would be told if they went another way', () => {
    const wrong: Import[] = [
      { from: 'src/core/event.ts', to: 'src/time/days.ts' },
      { from: 'src/core/engine/loop.ts', to: 'src/store/unit.ts' },
      { from: 'src/features/activity/count.ts', to: 'adapters/web/posts.ts' },
      { from: 'src/features/activity/count.ts', to: 'src/features/perks/ledger.ts' },
      { from: 'adapters/web/index.ts', to: 'src/features/faq/index.ts' },
      { from: 'src/store/unit.ts', to: 'src/core/engine/engine.ts' },
      { from: 'src/time/days.ts', to: 'src/store/unit.ts' },
      { from: 'src/unheard/of.ts', to: 'src/core/event.ts' },
    ]
    expect(wrong.filter(allowed)).toEqual([])
  })
  it('of the vocabulary are zod and kysely, and nothing else from outside', () => {
    const outside = sources
      .filter((file) => vocabulary.test(file))
      .flatMap((file) => [...read(file).matchAll(/^(?:import|export) .*from '([^.'][^']*)'/gm)].map(([, name]) => name))
    const known = new Set(['zod', 'kysely', 'kysely/migration'])
    expect(outside.filter((name) => name === undefined || !known.has(name))).toEqual([])
  })
})

describe('files', () => {
  it('of the rulebook hold no code', () => {
    const kinds = globSync('rules/**/*.*', { cwd: root }).filter((file) => !/\.(ya?ml|md|txt)$/.test(file))
    expect(kinds).toEqual([])
  })
  it('are read in one sitting: 350 lines at most', () => {
    const long = [...sources, ...globSync(['scripts/**/*.ts', 'bench/**/*.ts', 'test/**/*.{ts,tsx}'], { cwd: root })]
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 350)
    expect(long).toEqual([])
  })
})
