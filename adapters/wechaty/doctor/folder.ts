import { statSync } from 'node:fs'
import type { Finding } from '../../../src/core/finding.ts'
import { well, wrong } from './finding.ts'

/** Whether anybody else may look at where the login is kept. Windows has no such modes. */
export function ofFolder(folder: string): Finding {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return well('folder.new', { folder })
  if (!found.isDirectory()) return wrong('bad', 'folder.file', { folder })
  const mode = found.mode & 0o777
  const open = process.platform !== 'win32' && (mode & 0o077) !== 0
  return open ? wrong('bad', 'folder.open', { folder, mode: mode.toString(8) }) : well('folder.ok', { folder })
}
