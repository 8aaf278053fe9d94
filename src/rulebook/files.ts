/** Reading a folder's files: bounded, UTF-8 only, and never out of the folder. */
import { type Dirent, promises as fs, type Stats } from 'node:fs'
import path from 'node:path'
import { type Fault, type Place, start } from './telling.ts'

export type Text =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly place: Place; readonly fault: Fault }

/** Bytes of one file: some 20,000 questions with their answers. */
const largest = 8 * 1024 * 1024
/** Bytes of one picture: it is held in memory and sent in one piece. */
const largestPicture = 1024 * 1024
const pngHead = [0x89, 0x50, 0x4e, 0x47]

const failed = (fault: Fault, place = start): Text => ({ ok: false, place, fault })

/** What the system says of a file or folder, or undefined where it is not there. */
export const statOf = (file: string): Promise<Stats | undefined> => fs.stat(file).catch(() => undefined)

/** Names in a folder, sorted; undefined where it is no folder or cannot be read. */
export async function namesIn(dir: string): Promise<readonly Dirent[] | undefined> {
  const entries = await fs.readdir(dir, { withFileTypes: true }).catch(() => undefined)
  return entries?.sort((a, b) => (a.name < b.name ? -1 : 1))
}

export async function readText(file: string): Promise<Text> {
  const stat = await statOf(file)
  if (stat?.isDirectory()) return failed({ code: 'not-a-file' })
  if (stat && !stat.isFile()) return failed({ code: 'unreadable', vars: { detail: 'not a plain file' } })
  if (stat && stat.size > largest) return failed({ code: 'too-large', vars: { value: stat.size, limit: largest } })
  try {
    return decode(await fs.readFile(file))
  } catch (error) {
    return failed({ code: 'unreadable', vars: { detail: reasonOf(error) } })
  }
}

/** A PNG in base64, as actions carry pictures. */
export async function readPicture(file: string): Promise<Text> {
  const stat = await statOf(file)
  const limit = largestPicture
  if (stat && stat.size > limit) return failed({ code: 'too-large', vars: { value: stat.size, limit } })
  try {
    const bytes = await fs.readFile(file)
    if (pngHead.some((byte, at) => bytes[at] !== byte)) return failed({ code: 'not-png' })
    return { ok: true, text: bytes.toString('base64') }
  } catch (error) {
    return failed({ code: 'unreadable', vars: { detail: reasonOf(error) } })
  }
}

const reasonOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : 'unknown'

/** A byte order mark is taken off; lines may end in CR LF. */
function decode(bytes: Uint8Array): Text {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n') }
  } catch (error) {
    if (error instanceof TypeError) return failed({ code: 'not-utf8' }, firstBadLine(bytes))
    throw error
  }
}

function firstBadLine(bytes: Uint8Array): Place {
  let line = 1
  let from = 0
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from)
    const part = bytes.subarray(from, end === -1 ? bytes.length : end)
    if (new TextDecoder().decode(part).includes('\uFFFD')) break
    if (end === -1) break
    from = end + 1
    line += 1
  }
  return { line, column: 1 }
}

/** The real path of `name` within `dir`, or undefined where it leads outside, by `..` or by a link. */
export async function within(dir: string, name: string): Promise<string | undefined> {
  if (path.isAbsolute(name) || name.includes('\0') || name.includes('\\')) return undefined
  const file = path.resolve(dir, name)
  if (!file.startsWith(path.resolve(dir) + path.sep)) return undefined
  const [home, real] = await Promise.all([fs.realpath(dir), fs.realpath(file).catch(() => undefined)])
  return real === undefined || real.startsWith(home + path.sep) ? file : undefined
}
