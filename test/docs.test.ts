/** Documentation that is printed from the code, or names what the code holds, is true. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { pages } from '../scripts/docs/pages.ts'
import { catalogue } from '../src/core/errors.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('printed tables', async () => {
  it.each(Object.entries(await pages()))('%s is what `npm run docs` prints', (file, text) =>
    expect(read(file)).toBe(text),
  )
})

describe('docs/decisions/dependencies.md', () => {
  const named = [...read('docs/decisions/dependencies.md').matchAll(/^- `([^`]+)`: (.+)$/gm)]
  it('says of every dependency why it is there, and of no other', () => {
    const all = Object.keys({ ...packageJson.dependencies, ...packageJson.devDependencies })
    expect(named.map(([, name]) => name).sort()).toEqual(all.sort())
  })
  it('gives a reason each', () => expect(named.filter(([, , why]) => (why ?? '').length < 10)).toEqual([]))
})

describe('coded errors', () => {
  it('of the core and the doors are in the catalogue', () => {
    const files = globSync(['src/core/**/*.ts', 'src/store/**/*.ts', 'src/cli/**/*.ts', 'adapters/**/*.ts'], {
      cwd: root,
    })
    const used = files.flatMap((file) =>
      [...read(file).matchAll(/(?:code: |InnkeeperError\()'([a-z]+\/[a-z-]+)'/g)].map(([, code]) => code ?? ''),
    )
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((code) => !(code in catalogue))).toEqual([])
  })
  it('in the catalogue are used somewhere', () => {
    const text = globSync(['src/**/*.ts', 'adapters/**/*.ts'], { cwd: root })
      .filter((file) => !file.endsWith('core/errors.ts'))
      .map(read)
      .join('\n')
    expect(Object.keys(catalogue).filter((code) => !text.includes(`'${code}'`))).toEqual([])
  })
})

describe('links', () => {
  const pagesWithLinks = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
  it.each(pagesWithLinks)('of %s lead somewhere', (file) => {
    const targets = [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, target]) => target ?? '')
    expect(targets.filter((target) => !existsSync(join(root, dirname(file), target)))).toEqual([])
  })
})
