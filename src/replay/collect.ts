/** All files of a rehearsal, read and put in order of time. */
import { realpathSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { openFile } from './formats/open.ts'
import {
  type Fault,
  type Found,
  type Hints,
  isFault,
  isFound,
  isNamed,
  type Opened,
  type ReadOptions,
} from './reading.ts'
import type { FileReport } from './report.ts'

export interface Collected {
  /** By time; where that is the same, in the order of the files as given, and of their lines. */
  readonly found: readonly Found[]
  readonly faults: readonly Fault[]
  readonly files: readonly FileReport[]
  /** What groups are called, by the ids their doors give them; only those whose files say. */
  readonly names: ReadonlyMap<string, string>
}
export interface CollectOptions extends ReadOptions {
  readonly groupBy: 'channel' | 'file'
  onFile?(done: number, total: number): void
}
/** This many faults of a kind are listed a file; the rest is counted. */
const faultsListed = 20

export function collect(paths: readonly string[], options: CollectOptions): Collected {
  const faults: Fault[] = []
  const opened: { readonly file: string; readonly opened: Opened }[] = []
  for (const { path, file, twin } of named(paths)) {
    const one = twin === undefined ? openFile(path, file, options) : sameFile(file, twin)
    if ('code' in one) faults.push(one)
    else opened.push({ file, opened: one })
  }
  const hints = hintsOf(opened.map(({ opened: { learned } }) => learned))
  const found: Found[] = []
  const names = new Map<string, string>()
  const files = opened.map(({ file, opened: one }, index) => {
    const report = readOne(file, one, hints, options, { found, faults, names })
    options.onFile?.(index + 1, opened.length)
    return report
  })
  return { found: found.sort((a, b) => a.event.at - b.event.at), faults, files, names }
}
const sameFile = (file: string, other: string): Fault => ({ file, line: 0, code: 'same-file', vars: { other } })

/** Short names that tell the files apart; `twin` is the name of the same file given before. */
function named(paths: readonly string[]): { path: string; file: string; twin: string | undefined }[] {
  const seen = new Map<string, string>()
  const short = new Map<string, number>()
  for (const path of new Set(paths.map((each) => resolve(each))))
    short.set(basename(path), (short.get(basename(path)) ?? 0) + 1)
  return paths.map((path) => {
    const base = basename(resolve(path))
    const file = (short.get(base) ?? 0) > 1 ? join(basename(dirname(resolve(path))), base) : base
    const real = realOf(path)
    const twin = seen.get(real)
    seen.set(real, twin ?? file)
    return { path, file: distinct(file, twin, seen, real), twin }
  })
}
/** Two folders of the same name may hold files of the same name: then the whole path is the name. */
function distinct(file: string, twin: string | undefined, seen: ReadonlyMap<string, string>, real: string): string {
  const taken = twin === undefined && [...seen].some(([path, name]) => name === file && path !== real)
  return taken ? real : file
}
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // A path that leads nowhere is its own name; opening it says what is wrong.
    return resolve(path)
  }
}

function hintsOf(learned: readonly Opened['learned'][]): Hints {
  const channels = new Set(learned.flatMap(({ channel }) => channel ?? []))
  const weight = new Map<string, number>()
  for (const one of learned) for (const [nick, n] of one.weight ?? []) weight.set(nick, (weight.get(nick) ?? 0) + n)
  const staff = new Set(learned.flatMap((one) => [...(one.staff ?? [])]))
  return { channel: channels.size === 1 ? `irc:${[...channels][0]}` : 'irc:log', weight, staff }
}

const kinds = { message: 'messages', 'member.join': 'joins', 'member.leave': 'leaves' } as const
const passedKinds = { rename: 'renames', mode: 'notices', service: 'notices', blank: 'blank' } as const

function readOne(
  file: string,
  opened: Opened,
  hints: Hints,
  options: CollectOptions,
  { found, faults, names }: { found: Found[]; faults: Fault[]; names: Map<string, string> },
): FileReport {
  const counts = { messages: 0, joins: 0, leaves: 0, renames: 0, notices: 0, blank: 0, others: 0, faults: 0 }
  const listed = new Map<string, Fault[]>()
  const own = opened.learned.channel ? { ...hints, channel: `irc:${opened.learned.channel}` } : hints
  let entries = 0
  let from = Number.POSITIVE_INFINITY
  let to = Number.NEGATIVE_INFINITY
  for (const item of opened.read(own)) {
    if (isFault(item)) {
      counts.faults++
      const same = listed.get(item.code)
      if (same) same.push(item)
      else listed.set(item.code, [item])
      continue
    }
    if (isNamed(item)) {
      names.set(item.group, item.name)
      continue
    }
    entries++
    if (!isFound(item)) {
      counts[passedKinds[item.passed]]++
      continue
    }
    const { event } = item
    const kind = event.type in kinds ? kinds[event.type as keyof typeof kinds] : 'others'
    counts[kind]++
    from = Math.min(from, event.at)
    to = Math.max(to, event.at)
    found.push(options.groupBy === 'file' && 'group' in event ? { ...item, event: alone(event, file) } : item)
  }
  for (const same of listed.values()) faults.push(...shortened(same))
  return { file, format: opened.format, entries, ...counts, from: iso(from), to: iso(to) }
}
const iso = (at: number) => (Number.isFinite(at) ? new Date(at).toISOString() : undefined)
const alone = <E extends { readonly group: string }>(event: E, file: string): E => ({
  ...event,
  group: `${event.group.slice(0, event.group.indexOf(':'))}:${file}`.slice(0, 256),
})
function shortened(same: readonly Fault[]): Fault[] {
  if (same.length <= faultsListed) return [...same]
  const rest = same[faultsListed]!
  const vars = { count: same.length - faultsListed, of: rest.code }
  return [...same.slice(0, faultsListed), { file: rest.file, line: rest.line, code: 'more', vars }]
}
