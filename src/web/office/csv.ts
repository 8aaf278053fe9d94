/** CSV that a spreadsheet opens well: UTF-8 with a byte order mark, CRLF, RFC 4180 quoting, no formulas. */
import type { Cell } from '../../core/tables.ts'

/** A text that a spreadsheet would run is given a leading quote mark (OWASP, "CSV injection"). Numbers stay numbers. */
const safe = (text: string) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text)
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const cellOf = (cell: Cell) => (typeof cell === 'number' ? String(cell) : quoted(safe(cell ?? '')))

export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${[head, ...rows].map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`

/** Epoch milliseconds as wall-clock time in a zone with its offset, to the second: "2026-03-01T20:00:00+08:00". */
export const stamp = (at: number, timezone = 'UTC'): string =>
  Temporal.Instant.fromEpochMilliseconds(Math.trunc(at))
    .toZonedDateTimeISO(timezone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })
