/** Reads one file as a rehearsal would, with hints from that file alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openFile } from '../../src/replay/formats/open.ts'
import { type Fault, type Found, type Item, isFault, isFound, type Passed } from '../../src/replay/reading.ts'

export const fixture = (name: string) => join(import.meta.dirname, 'fixtures', name)

export interface Reading {
  readonly items: readonly Item[]
  readonly found: readonly Found[]
  readonly faults: readonly Fault[]
  readonly passed: readonly Passed[]
}
export function readFile(path: string, timezone = 'UTC', bots: readonly string[] = []): Reading {
  const opened = openFile(path, basename(path), { timezone, isBot: (name) => bots.includes(name) })
  const items: readonly Item[] = 'code' in opened ? [opened] : itemsOf(opened)
  return {
    items,
    found: items.filter(isFound),
    faults: items.filter(isFault),
    passed: items.filter((item): item is Passed => 'passed' in item),
  }
}
const itemsOf = ({ learned, read }: Exclude<ReturnType<typeof openFile>, Fault>) => [
  ...read({
    channel: `irc:${learned.channel ?? '?'}`,
    weight: learned.weight ?? new Map(),
    staff: learned.staff ?? new Set(),
  }),
]

/** A folder of its own for one test, gone with it; within `beforeAll` `gone` is told how to clear up. */
export function folder(
  files: Readonly<Record<string, string | Uint8Array>>,
  gone: (clear: () => void) => void = onTestFinished,
): string {
  const path = mkdtempSync(join(tmpdir(), 'innkeeper-replay-'))
  gone(() => rmSync(path, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content)
  return path
}
export const readText = (name: string, content: string | Uint8Array, timezone?: string) =>
  readFile(join(folder({ [name]: content }), name), timezone)
