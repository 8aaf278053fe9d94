/** zod's issues as faults: what is wrong, at which key, and what was probably meant. */
import type { z } from 'zod'
import { nearest } from '../text/nearest.ts'
import { expectedOf, keysAt, type Shape } from './expected.ts'
import { isTree } from './overlay.ts'
import type { Path } from './source.ts'
import type { Fault, Say } from './telling.ts'
import type { TextKey } from './texts.ts'

type Issue = z.core.$ZodIssue
export interface Finding {
  readonly path: Path
  readonly at: 'key' | 'value'
  readonly fault: Fault
}
interface About {
  readonly say: Say
  readonly shape: Shape
  /** The data that was checked. */
  readonly value: unknown
}

export const explain = (issues: readonly Issue[], about: About): Finding[] =>
  issues.flatMap((issue) => explainOne(issue, about))

function explainOne(issue: Issue, about: About): Finding[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(issue, key, about))
  if (issue.code === 'invalid_union') return union(issue, about)
  if (issue.code === 'invalid_key') return [{ path: issue.path, at: 'key', fault: badKey(issue, about) }]
  if (issue.code === 'invalid_element') return explain(within(issue.path, issue.issues), about)
  const given = valueAt(about.value, issue.path)
  if (given === undefined) return [missing(issue, about)]
  return [{ path: issue.path, at: 'value', fault: faultOf(issue, given, about) }]
}

const within = (path: Path, issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] }))

function unknownKey(issue: Issue, key: string, { shape }: About): Finding {
  const known = keysAt(shape, issue.path)
  const near = nearest(key, known)
  const remedy = known.length === 0 ? 'unknown-key.none' : 'unknown-key.remedy'
  const vars = { name: key, known: known.join(', ') }
  return { path: [...issue.path, key], at: 'key', fault: { code: 'unknown-key', vars, near, remedy } }
}

function missing(issue: Issue, { shape, say }: About): Finding {
  const vars = { name: String(issue.path.at(-1) ?? ''), expected: expectedOf(shape, issue.path, say) }
  return { path: issue.path, at: 'key', fault: { code: 'missing-key', vars } }
}

/** Of a union's ways the one that went furthest is the one that was meant. */
function union(issue: Extract<Issue, { code: 'invalid_union' }>, about: About): Finding[] {
  const options = 'options' in issue ? issue.options : undefined
  if (options) return [oneOf(issue.path, options, about)]
  const deep = issue.errors.filter((way) => !way.some((found) => found.path.length === 0 && isOutright(found)))
  const meant = deep.sort((a, b) => a.length - b.length)[0]
  if (meant) return explain(within(issue.path, meant), about)
  const given = valueAt(about.value, issue.path)
  if (given === undefined) return [missing(issue, about)]
  return [{ path: issue.path, at: 'value', fault: wrongType(issue, given, about) }]
}
const isOutright = (issue: Issue) => issue.code === 'invalid_type' || issue.code === 'invalid_value'

function oneOf(path: Path, options: readonly z.core.util.Primitive[], { value, say }: About): Finding {
  const given = valueAt(value, path)
  const known = options.map(String)
  const name = nameOf(path, say)
  if (given === undefined) {
    return { path, at: 'key', fault: { code: 'missing-key', vars: { name, expected: known.join(', ') } } }
  }
  const near = nearest(String(given), known)
  const vars = { name, value: shown(given), known: known.join(', ') }
  return { path, at: 'value', fault: { code: 'unknown-value', vars, near } }
}

function badKey(issue: Extract<Issue, { code: 'invalid_key' }>, about: About): Fault {
  const key = String(issue.path.at(-1))
  const first = issue.issues[0]
  const keyed: About = { ...about, value: key }
  return first ? faultOf({ ...first, path: [] }, key, keyed, key) : { code: 'unknown-key', vars: { name: key } }
}

/** The value is there, and is not what it should be. */
function faultOf(issue: Issue, given: unknown, about: About, named?: string): Fault {
  const name = named ?? nameOf(issue.path, about.say)
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, given, about)
    case 'invalid_value':
      return oneOf(issue.path, issue.values, about).fault
    case 'too_small':
      return { code: sizeCode('small', issue.origin), vars: sizes(name, given, issue.minimum) }
    case 'too_big':
      return { code: sizeCode('big', issue.origin), vars: sizes(name, given, issue.maximum) }
    case 'not_multiple_of':
      return { code: 'not-a-multiple', vars: { name, limit: issue.divisor } }
    case 'invalid_format':
      return badFormat(issue, name, given, about.say)
    default:
      return rejected(issue, name, given)
  }
}

function wrongType(issue: Issue, given: unknown, { shape, say }: About): Fault {
  const expected = expectedOf(shape, issue.path, say)
  const name = nameOf(issue.path, say)
  if (given === null) return { code: 'left-empty', vars: { name, expected } }
  const vars = { name, expected, found: foundOf(given, say), value: shown(given) }
  return { code: 'wrong-type', vars, remedy: mending(issue, given) }
}

function mending(issue: Issue, given: unknown): TextKey {
  const wanted = issue.code === 'invalid_type' ? issue.expected : ''
  if (wanted === 'boolean') return 'wrong-type.boolean'
  if (wanted === 'array') return 'wrong-type.list'
  const plain = typeof given === 'number' || typeof given === 'boolean'
  return wanted === 'string' && plain ? 'wrong-type.quote' : 'wrong-type.remedy'
}

function badFormat(issue: Extract<Issue, { code: 'invalid_format' }>, name: string, given: unknown, say: Say): Fault {
  if (!issue.message.startsWith('Invalid')) return rejected(issue, name, given)
  const key = `format.${issue.format}` as TextKey
  const known = ['date', 'time', 'datetime', 'url', 'email', 'regex'].includes(issue.format)
  const expected = say(known ? key : 'format.other', { pattern: issue.pattern ?? issue.format })
  return { code: 'bad-format', vars: { name, value: shown(given), expected } }
}

/** Refused by a check of its own: in its own words, unless these are ours and in both languages. */
function rejected(issue: Issue, name: string, given: unknown): Fault {
  const params: { key?: unknown; near?: unknown } = issue.code === 'custom' ? (issue.params ?? {}) : {}
  const near = typeof params.near === 'string' ? params.near : undefined
  if (typeof params.key === 'string') return { code: params.key, vars: { name, value: shown(given) }, near }
  return { code: 'rejected', vars: { name, value: shown(given), detail: issue.message }, near }
}

function sizeCode(side: 'small' | 'big', origin: string): string {
  if (origin === 'string') return side === 'small' ? 'too-short' : 'too-long'
  if (origin === 'array' || origin === 'set' || origin === 'map') return side === 'small' ? 'too-few' : 'too-many'
  return side === 'small' ? 'too-small' : 'too-big'
}

function sizes(name: string, given: unknown, limit: number | bigint) {
  const long = typeof given === 'string' || Array.isArray(given)
  return { name, value: long ? given.length : shown(given), limit: Number(limit) }
}

/** A list's item is called by the list and its number. */
function nameOf(path: Path, say: Say): string {
  const last = path.at(-1)
  if (last === undefined) return say('whole')
  return typeof last === 'number' ? `${nameOf(path.slice(0, -1), say)} ${last + 1}` : String(last)
}

const shown = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function foundOf(value: unknown, say: Say): string {
  if (value === null) return say('type.null')
  if (Array.isArray(value)) return say('type.array')
  if (isTree(value)) return say('type.object')
  const type = typeof value
  if (type === 'string') return `${say('type.string')} "${shown(value)}"`
  return type === 'number' || type === 'boolean' ? shown(value) : say('type.other')
}

function valueAt(value: unknown, path: Path): unknown {
  let node = value
  for (const part of path) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, part)) return undefined
    node = Object.entries(node).find(([key]) => key === String(part))?.[1]
  }
  return node
}
