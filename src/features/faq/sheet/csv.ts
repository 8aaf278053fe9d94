/**
 * Comma-separated values as spreadsheets and people write them (RFC 4180 and what is about): any of comma, semicolon
 * and tab; quoted cells with newlines; CR LF, LF or CR; with a byte order mark or without.
 */

/** A cell with the line it begins on, from 1, for telling where something is wrong. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}
export class CsvError extends Error {
  readonly line: number
  readonly column: number
  constructor(line: number, column: number) {
    super('a quote is not closed')
    this.line = line
    this.column = column
  }
}
const delimiters = [',', '\t', ';', '；', '，'] as const

/** Bytes of a file as text: UTF-8, UTF-16 with its mark, or what Chinese spreadsheets write (GB 18030). */
export function decode(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (mark) return new TextDecoder(mark).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('gb18030').decode(bytes)
    throw error
  }
}

/** What a spreadsheet program keeps for itself: it has to be saved as CSV first. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((magic) => magic.every((byte, at) => bytes[at] === byte))

/** The records; lines without a single letter are left out. Throws `CsvError` where a quote is never closed. */
export function readCsv(raw: string): Line[] {
  const text = raw.replace(/^\ufeff/, '')
  const [said = '', mark = ''] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? [] // what Excel writes for itself
  const rest = text.slice(said.length)
  return new Reader(rest, mark || delimiterOf(rest), said === '' ? 1 : 2).read()
}

/** The one that stands most often in the first record, outside quotes. */
function delimiterOf(text: string): string {
  const first = (/^(?:[^"\r\n]|"[^"]*")*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string) => first.split(mark).length
  return delimiters.reduce<string>((best, mark) => (count(mark) > count(best) ? mark : best), ',')
}

class Reader {
  readonly #text: string
  readonly #delimiter: string
  #at = 0
  #line: number
  constructor(text: string, delimiter: string, line: number) {
    this.#text = text
    this.#line = line
    this.#delimiter = delimiter
  }
  read(): Line[] {
    const lines: Line[] = []
    while (this.#at < this.#text.length) {
      const line = this.#line
      const cells = this.#record()
      if (cells.some((cell) => cell.trim() !== '')) lines.push({ line, cells })
    }
    return lines
  }
  #record(): string[] {
    const cells: string[] = []
    for (;;) {
      cells.push(this.#text[this.#at] === '"' ? this.#quoted(cells.length + 1) : this.#plain())
      if (this.#text[this.#at] !== this.#delimiter) break
      this.#at += 1
    }
    if (this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n') this.#at += 1
    this.#at += 1
    this.#line += 1
    return cells
  }
  #plain(): string {
    const from = this.#at
    while (this.#at < this.#text.length && !this.#ends(this.#text[this.#at] as string)) this.#at += 1
    return this.#text.slice(from, this.#at)
  }
  #ends(mark: string): boolean {
    return mark === this.#delimiter || mark === '\n' || mark === '\r'
  }
  /** A quote within is doubled; what stands after the closing one belongs to it. */
  #quoted(column: number): string {
    const line = this.#line
    let cell = ''
    for (;;) {
      const end = this.#text.indexOf('"', this.#at + 1)
      if (end < 0) throw new CsvError(line, column)
      const part = this.#text.slice(this.#at + 1, end)
      this.#line += part.split(/\r\n|\r|\n/).length - 1
      cell += part
      this.#at = end + 1
      if (this.#text[this.#at] !== '"') return (cell + this.#plain()).replaceAll(/\r\n?/g, '\n')
      cell += '"'
    }
  }
}

/** A text that a spreadsheet would run is given a leading quote mark (OWASP, "CSV injection"); see `bare`. */
const safe = (text: string) => (/^[=+\-@＝＋－＠\t\r]/.test(text) ? `'${text}` : text)
/** As it was before it was made safe. */
export const bare = (text: string) => text.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, '')
const quoted = (text: string) => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** As spreadsheets open it well: UTF-8 with its mark, CR LF. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => row.map((cell) => quoted(safe(cell))).join(',')).join('\r\n')}\r\n`
