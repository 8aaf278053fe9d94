/** One YAML file: its plain data, its mistakes of form, and where in the text each part of the data stands. */
import { type Document, isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'
import { syntaxFault } from './syntax.ts'
import type { Fault, Place } from './telling.ts'

export type Path = readonly PropertyKey[]
interface Found {
  readonly place: Place
  readonly fault: Fault
}
export interface Source {
  /** Undefined where there are faults. */
  readonly value: unknown
  readonly faults: readonly Found[]
  /** The place of the value at a path, or of its key; of the nearest part above it that is written, where it is not. */
  locate(path: Path, at: 'key' | 'value'): Place
  /** True if the path is written in this file. */
  has(path: Path): boolean
  /** True for a key without a colon inside { }: mostly the end of a text that a comma cut. */
  isCut(path: Path): boolean
}

/** What follows the first mistakes of form is mostly their consequence. */
const mostFaults = 3

export function parseSource(text: string): Source {
  const lines = new LineCounter()
  const document = parse(text, lines)
  const placeOf = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (document === undefined) return broken([{ place: { line: 1, column: 1 }, fault: { code: 'too-deep' } }])
  const faults = [...document.errors, ...document.warnings].slice(0, mostFaults).map((error) => {
    const place = placeOf(error.pos[0])
    return { place, fault: syntaxFault(error, text, text.split('\n')[place.line - 1] ?? '') }
  })
  faults.push(...lostAliases(document, placeOf))
  if (faults.length > 0) return broken(faults)
  const value = plain(document)
  if (value === undefined) return broken([{ place: { line: 1, column: 1 }, fault: { code: 'too-deep' } }])
  return {
    value: value.data,
    faults,
    locate: (path, at) => placeOf(trail(document, path, at).offset),
    has: (path) => trail(document, path, 'value').whole,
    isCut: (path) => trail(document, path, 'value').cut,
  }
}

const broken = (faults: readonly Found[]): Source => ({
  value: undefined,
  faults,
  locate: () => faults[0]?.place ?? { line: 1, column: 1 },
  has: () => false,
  isCut: () => false,
})

function parse(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, { lineCounter, stringKeys: true, prettyErrors: false, logLevel: 'error' })
  } catch (error) {
    // The parser recurses: a thousand brackets end the stack, wherever it happens to notice.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Undefined where aliases multiply beyond measure ("billion laughs") or the nesting ends the stack. */
function plain(document: Document.Parsed): { readonly data: unknown } | undefined {
  try {
    return { data: document.toJS({ maxAliasCount: 1000 }) }
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) return undefined
    throw error
  }
}

function lostAliases(document: Document.Parsed, placeOf: (offset: number) => Place): Found[] {
  const lost: Found[] = []
  if (document.errors.length > 0) return lost
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return
      const fault = { code: 'yaml-alias', vars: { value: alias.source } }
      lost.push({ place: placeOf(alias.range?.[0] ?? 0), fault })
    },
  })
  return lost
}

interface Trail {
  readonly offset: number
  /** False where the path ends before its last part. */
  readonly whole: boolean
  readonly cut: boolean
}
function trail(document: Document.Parsed, path: Path, at: 'key' | 'value'): Trail {
  let node: unknown = document.contents
  let key: unknown = node
  let cut = false
  for (const part of path) {
    const parent = isAlias(node) ? node.resolve(document) : node
    const next = child(parent, part)
    if (next === undefined) return { offset: offsetOf(key) ?? 0, whole: false, cut: false }
    cut = isMap(parent) && parent.flow === true && isBare(next.value)
    node = next.value
    key = next.key
  }
  const offset = at === 'value' ? (valueOffset(node) ?? offsetOf(key)) : offsetOf(key)
  return { offset: offset ?? 0, whole: true, cut }
}

function child(node: unknown, part: PropertyKey): { readonly key: unknown; readonly value: unknown } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)]
    return item === undefined ? undefined : { key: item, value: item }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part))
  return pair && { key: pair.key, value: pair.value }
}

const offsetOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range[0] : undefined
const isBare = (value: unknown) => value === null || (isScalar(value) && value.value === null && !value.source)
/** A value that is not there has its place at the key. */
const valueOffset = (node: unknown) =>
  isScalar(node) && node.value === null && !node.source ? undefined : offsetOf(node)
