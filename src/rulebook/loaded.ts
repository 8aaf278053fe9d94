/** One file of a rulebook, read, parsed and with the texts it names put in. */
import path from 'node:path'
import type { Problem } from '../core/rulebook.ts'
import type { Finding } from './explain.ts'
import { readText } from './files.ts'
import { include } from './include.ts'
import { type Path, parseSource, type Source } from './source.ts'
import { type Fault, problem, type Say } from './telling.ts'

export interface Loaded {
  readonly file: string
  readonly source: Source
  /** `{}` for an empty file; undefined where it could not be read. */
  readonly value: unknown
  readonly problems: readonly Problem[]
}

export async function load(dir: string, name: string, say: Say): Promise<Loaded> {
  const file = path.join(dir, name)
  const read = await readText(file)
  if (!read.ok) {
    return { file, source: parseSource(''), value: undefined, problems: [problem(say, file, read.place, read.fault)] }
  }
  const source = parseSource(read.text)
  const problems = source.faults.map(({ place, fault }) => problem(say, file, place, fault))
  if (problems.length > 0) return { file, source, value: undefined, problems }
  const value = source.value ?? {}
  if (!read.text.includes('file:')) return { file, source, value, problems }
  const whole = await include(dir, value)
  for (const { path: at, fault, inside } of whole.faults) {
    const place = inside?.place ?? source.locate(at, 'value')
    problems.push(problem(say, inside?.file ?? file, place, fault))
  }
  return { file, source, value: whole.value, problems }
}

/** Findings at their places in the file they are about. */
export const placed = ({ file, source }: Loaded, findings: readonly Finding[], say: Say): Problem[] =>
  findings.map(({ path: at, at: which, fault }) =>
    problem(say, file, source.locate(at, which), meant(source, at, fault)),
  )

/** `{ en: Yes, please }` is two keys to YAML: what looks like an unknown key is the rest of a text. */
function meant(source: Source, at: Path, fault: Fault): Fault {
  if (fault.code !== 'unknown-key' || !source.isCut(at)) return fault
  return { code: 'yaml-comma', vars: { name: String(at.at(-1) ?? '') } }
}
