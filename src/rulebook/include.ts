/**
 * Values written `file:house.zh.md` stand for that file's text, so that long texts are written in Markdown; `file:map.png`
 * stands for the picture, in base64.
 */
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { nearest } from '../text/nearest.ts'
import { readPicture, readText, within } from './files.ts'
import { isTree } from './overlay.ts'
import type { Path } from './source.ts'
import type { Fault, Place } from './telling.ts'

const prefix = 'file:'
/** A mistake at the value that names a file, or in that file. */
interface IncludeFault {
  readonly path: Path
  readonly fault: Fault
  readonly inside?: { readonly file: string; readonly place: Place }
}
export interface Included {
  readonly value: unknown
  readonly faults: readonly IncludeFault[]
}

export async function include(dir: string, value: unknown): Promise<Included> {
  const faults: IncludeFault[] = []
  const walk = async (node: unknown, at: Path): Promise<unknown> => {
    if (typeof node === 'string' && node.startsWith(prefix)) {
      const read = await textOf(dir, node.slice(prefix.length).trim())
      if (typeof read === 'string') return read
      faults.push({ path: at, ...read })
      return node
    }
    if (Array.isArray(node)) return inOrder(node.map((item, index) => () => walk(item, [...at, index])))
    if (!isTree(node)) return node
    const entries = Object.entries(node)
    const values = await inOrder(
      entries.map(
        ([key, item]) =>
          () =>
            walk(item, [...at, key]),
      ),
    )
    return Object.fromEntries(entries.map(([key], index) => [key, values[index]]))
  }
  return { value: await walk(value, []), faults }
}

async function inOrder<T>(steps: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  for (const step of steps) done.push(await step())
  return done
}

async function textOf(dir: string, name: string): Promise<string | Omit<IncludeFault, 'path'>> {
  const file = name === '' ? undefined : await within(dir, name)
  if (file === undefined) return { fault: { code: 'file-outside', vars: { value: name } } }
  const read = await (/\.png$/i.test(name) ? readPicture(file) : readText(file))
  if (read.ok) return read.text.trimEnd()
  if (read.fault.code !== 'unreadable') return { fault: read.fault, inside: { file, place: read.place } }
  const near = nearest(name, await filesUnder(dir))
  return { fault: { code: 'file-missing', vars: { value: name }, near } }
}

async function filesUnder(dir: string): Promise<string[]> {
  const all = await fs.readdir(dir, { recursive: true, withFileTypes: true }).catch(() => [])
  return all
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
}
