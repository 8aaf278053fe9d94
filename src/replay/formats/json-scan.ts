/**
 * Walks the JSON of an export without reading it whole: the entries of every `messages` list one by one, each with its
 * line, and the few values around them. A file that breaks off gives all entries before the break.
 */
export type Piece =
  | { readonly is: 'value'; readonly path: readonly string[]; readonly value: unknown }
  | { readonly is: 'list'; readonly path: readonly string[] }
  | { readonly is: 'entry'; readonly path: readonly string[]; readonly raw: string; readonly line: number }
  | { readonly is: 'broken'; readonly line: number; readonly column: number; readonly why: 'truncated' | 'syntax' }

/** Deeper than this is no export. */
const depthLimit = 64
const listName = 'messages'

const space = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
const quote = 0x22
const backslash = 0x5c

class Broken extends Error {
  readonly at: number
  constructor(at: number) {
    super('broken')
    this.at = at
  }
}

/** Text with a place in it that only moves forward. */
class Cursor {
  readonly text: string
  at = 0
  private counted = 0
  private lines = 1
  constructor(text: string) {
    this.text = text
  }
  /** Skips white space and gives the next character, or '' at the end. */
  peek(): string {
    while (space(this.text.charCodeAt(this.at))) this.at++
    return this.text[this.at] ?? ''
  }
  take(char: string): boolean {
    if (this.peek() !== char) return false
    this.at++
    return true
  }
  need(char: string) {
    if (!this.take(char)) throw new Broken(this.at)
  }
  /** The line of a place not before the last one asked for. */
  lineOf(at: number): number {
    for (;;) {
      const next = this.text.indexOf('\n', this.counted)
      if (next < 0 || next >= at) return this.lines
      this.counted = next + 1
      this.lines++
    }
  }
  columnOf(at: number): number {
    return at - this.text.lastIndexOf('\n', Math.max(0, at - 1))
  }
  /** Raw text of the value that begins here, whatever is in it. */
  value(): string {
    this.peek()
    const from = this.at
    const first = this.text.charCodeAt(from)
    if (first === 0x7b || first === 0x5b) this.nested()
    else if (first === quote) this.string()
    else this.scalar()
    return this.text.slice(from, this.at)
  }
  string() {
    for (let end = this.at + 1; ; end++) {
      end = this.text.indexOf('"', end)
      if (end < 0) throw new Broken(this.text.length)
      let slashes = 0
      while (this.text.charCodeAt(end - 1 - slashes) === backslash) slashes++
      if (slashes % 2 === 1) continue
      this.at = end + 1
      return
    }
  }
  private scalar() {
    const from = this.at
    while (this.at < this.text.length && !/[\s,\]}]/.test(this.text[this.at]!)) this.at++
    if (this.at === from) throw new Broken(from)
  }
  private nested() {
    let depth = 0
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at)
      if (code === quote) {
        this.string()
        this.at--
      } else if (code === 0x7b || code === 0x5b) depth++
      else if ((code === 0x7d || code === 0x5d) && --depth === 0) {
        this.at++
        return
      }
    }
    throw new Broken(this.text.length)
  }
}

export function* scan(text: string): Generator<Piece> {
  const cursor = new Cursor(text)
  if (cursor.text.charCodeAt(0) === 0xfeff) cursor.at = 1
  try {
    yield* walk(cursor, [])
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    const at = Math.min(error.at, text.trimEnd().length)
    const why = at >= text.trimEnd().length ? 'truncated' : 'syntax'
    yield { is: 'broken', line: cursor.lineOf(at), column: cursor.columnOf(at), why }
  }
}

function* walk(cursor: Cursor, path: readonly string[]): Generator<Piece> {
  const first = cursor.peek()
  if (first === '') throw new Broken(cursor.at)
  if (path.length > depthLimit) throw new Broken(cursor.at)
  if (first === '{') yield* object(cursor, path)
  else if (first === '[') yield* list(cursor, path)
  else yield { is: 'value', path, value: parsed(cursor) }
}
function parsed(cursor: Cursor): unknown {
  const from = cursor.at
  try {
    return JSON.parse(cursor.value())
  } catch (error) {
    throw error instanceof Broken ? error : new Broken(from)
  }
}

function* object(cursor: Cursor, path: readonly string[]): Generator<Piece> {
  cursor.need('{')
  if (cursor.take('}')) return
  do {
    if (cursor.peek() !== '"') throw new Broken(cursor.at)
    const key = String(parsed(cursor))
    cursor.need(':')
    yield* walk(cursor, [...path, key])
  } while (cursor.take(','))
  cursor.need('}')
}
function* list(cursor: Cursor, path: readonly string[]): Generator<Piece> {
  const messages = path.at(-1) === listName
  if (messages) yield { is: 'list', path }
  cursor.need('[')
  if (cursor.take(']')) return
  let index = 0
  do {
    if (messages) yield entry(cursor, path)
    else yield* walk(cursor, [...path, String(index++)])
  } while (cursor.take(','))
  cursor.need(']')
}
function entry(cursor: Cursor, path: readonly string[]): Piece {
  cursor.peek()
  const line = cursor.lineOf(cursor.at)
  const raw = cursor.value()
  return { is: 'entry', path, raw, line }
}
