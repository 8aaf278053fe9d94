/** Builds the pages with Vite, without any download, when their sources are not those of the last build. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Log } from '../core/feature.ts'

/** The checkout. */
const projectRoot = join(import.meta.dirname, '../..')
const sources = [
  'src/web/pages',
  'src/web/vite.ts',
  'src/web/bundle.ts',
  'src/web/build.ts',
  'src/core',
  'package-lock.json',
]

/** The folder of the built pages. Builds in different processes do not disturb each other: the folder is named by content. */
export async function buildPages(log: Log, root = projectRoot): Promise<string> {
  const store = join(root, '.build/pages')
  const name = await fingerprint(root)
  const folder = join(store, name)
  if (await exists(join(folder, 'hall.html'))) return folder
  log.info({}, 'building the pages, this once: some seconds')
  const started = performance.now()
  const draft = join(store, `.draft-${process.pid}`)
  await mkdir(store, { recursive: true })
  await bundle(join(root, 'src/web/pages'), draft)
  await put(draft, folder)
  await sweep(store, name)
  log.info({ ms: Math.round(performance.now() - started) }, 'pages built')
  return folder
}

/** Always for production, also where the process that starts the server is a test. */
async function bundle(pages: string, draft: string) {
  const script = join(import.meta.dirname, 'bundle.ts')
  const env = { ...process.env, NODE_ENV: 'production' }
  const child = spawn(process.execPath, [script, pages, draft], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  if (code !== 0) throw new Error(`the pages could not be built: ${said}`)
}

/** Of every source's path and content. */
async function fingerprint(root: string): Promise<string> {
  const hash = createHash('sha256')
  const paths = (await Promise.all(sources.map((source) => filesUnder(root, source)))).flat()
  const contents = await Promise.all(paths.map((path) => readFile(join(root, path))))
  for (const [at, path] of paths.entries()) hash.update(path).update(contents[at] ?? '')
  return hash.digest('hex').slice(0, 16)
}

async function filesUnder(root: string, path: string): Promise<string[]> {
  const found = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => undefined)
  if (!found) return [path]
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

/** Another process may have put the same build there first: then ours is not needed. */
async function put(draft: string, folder: string) {
  try {
    await rename(draft, folder)
  } catch (error) {
    if (!(await exists(join(folder, 'hall.html')))) throw error
    await rm(draft, { recursive: true })
  }
}

/** Removes builds of more than a day ago: a server of the last version may still be serving from a younger one. */
async function sweep(store: string, keep: string) {
  for (const other of await readdir(store)) {
    if (other === keep) continue
    const made = await stat(join(store, other)).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > 86_400_000) await rm(join(store, other), { recursive: true, force: true })
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
