import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const whole = 'id: here\nname: Here\nanyGroup: true\n'

/** A folder of these files, and its removal. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const dir = await mkdtemp(path.join(tmpdir(), 'rulebook-'))
  const put = async (name: string, content: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true })
    await writeFile(path.join(dir, name), content)
  }
  for (const [name, content] of Object.entries(files)) await put(name, content)
  return { dir, put, [Symbol.asyncDispose]: () => rm(dir, { recursive: true, force: true }) }
}
