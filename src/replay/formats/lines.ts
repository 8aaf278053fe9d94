/** A file line by line, a megabyte at a time, each line in the encoding it was written in. */
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { decode, decodeWide, type Encoding, type Wide } from './encoding.ts'

const chunkBytes = 1 << 20
/** No message of any platform comes near this. */
export const lineLimit = 1 << 18

export interface TextLine {
  readonly line: number
  /** Without its end; undefined where the line is longer than `lineLimit`. */
  readonly text: string | undefined
}
/** What the lines turned out to be written in, filled while they are read. */
export interface Spelling {
  /** Lines that are not UTF-8, and the first of them, by encoding. */
  readonly others: Map<Encoding, { first: number; count: number }>
}
export const newSpelling = (): Spelling => ({ others: new Map() })

/** A file's lines. UTF-16 is read as a whole, everything else in pieces that end at a line's end. */
export function* readLines(path: string, wideAs: Wide | undefined, spelling: Spelling): Generator<TextLine> {
  let line = 0
  for (const texts of wideAs ? [split(decodeWide(readFileSync(path), wideAs).text)] : textPieces(path, spelling)) {
    for (const text of texts) {
      line++
      yield { line, text: text.length > lineLimit ? undefined : text }
    }
  }
}
/** The whole of a file, for formats whose lines mean nothing. */
export function readText(path: string, wideAs: Wide | undefined, spelling: Spelling): string {
  const bytes = readFileSync(path)
  if (wideAs) return decodeWide(bytes, wideAs).text
  return isUtf8(bytes) ? bytes.toString('utf8') : textsOf(bytes, 0, spelling).join('\n')
}

function* textPieces(path: string, spelling: Spelling): Generator<string[]> {
  let before = 0
  for (const piece of pieces(path)) {
    const texts = textsOf(piece, before, spelling)
    before += texts.length
    yield texts
  }
}
/** Whole lines, as many as fit; the last piece may lack its line end. A line far too long comes in pieces of its own. */
function* pieces(path: string): Generator<Buffer> {
  const fd = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, fstatSync(fd).size + 1))
    let rest: Buffer = Buffer.alloc(0)
    for (;;) {
      const got = readSync(fd, chunk, 0, chunk.length, null)
      if (got === 0) break
      const all = rest.length === 0 ? chunk.subarray(0, got) : Buffer.concat([rest, chunk.subarray(0, got)])
      const end = all.lastIndexOf(0x0a)
      if (end >= 0) yield all.subarray(0, end + 1)
      rest = Buffer.from(all.subarray(end + 1)) // the chunk is written over by the next read
      if (rest.length <= 16 * chunkBytes) continue
      yield rest
      rest = Buffer.alloc(0)
    }
    if (rest.length > 0) yield rest
  } finally {
    closeSync(fd)
  }
}

function split(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
const byteOrderMark = /^\uFEFF/
function textsOf(piece: Buffer, before: number, spelling: Spelling): string[] {
  if (isUtf8(piece)) return split(piece.toString('utf8').replace(byteOrderMark, ''))
  return byteLines(piece).map((bytes, index) => {
    const { text, encoding } = decode(bytes)
    if (encoding !== 'utf-8') note(spelling, encoding, before + index + 1)
    return text
  })
}
function byteLines(piece: Buffer): Buffer[] {
  const lines: Buffer[] = []
  for (let from = 0; from < piece.length; ) {
    const end = piece.indexOf(0x0a, from)
    const to = end < 0 ? piece.length : end
    lines.push(piece.subarray(from, to > from && piece[to - 1] === 0x0d ? to - 1 : to))
    from = to + 1
  }
  return lines
}
function note(spelling: Spelling, encoding: Encoding, line: number) {
  const seen = spelling.others.get(encoding)
  if (seen) seen.count++
  else spelling.others.set(encoding, { first: line, count: 1 })
}
