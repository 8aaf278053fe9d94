/** Where the login and what WeChat told is kept: secrets, so that nobody but Innkeeper's own account may look. */
import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Makes the folder, and closes it to others where it was open. Returns its absolute path. */
export function privateFolder(path: string): string {
  const folder = resolve(path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  return folder
}
/** Wechaty's memory card, without the ending that it adds. */
export const memoryCard = (folder: string): string => join(folder, 'innkeeper')
