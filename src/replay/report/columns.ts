/** Text laid out in a terminal's columns, in which a Chinese character takes two. */

/** East Asian wide and full-width blocks (Unicode UAX #11), and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
const invisible = /^(?:\p{M}|\p{Cf})+$/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const widthOfOne = (grapheme: string) => (wide.test(grapheme) ? 2 : invisible.test(grapheme) ? 0 : 1)
const ascii = /^[\x20-\x7e]*$/

export function widthOf(text: string): number {
  if (ascii.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += widthOfOne(segment)
  return width
}
/** Cut to a width, with "…" where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let taken = ''
  let used = 0
  for (const { segment } of graphemes.segment(text)) {
    used += widthOfOne(segment)
    if (used > width - 1) break
    taken += segment
  }
  return `${taken}…`
}
const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - widthOf(text)))
export const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** What a terminal would act on, or what breaks a line, made visible or dropped. Messages are other people's. */
export const safe = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
    .replaceAll(/[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, '')
    .trim()

/** Wraps at spaces where there are any, between wide characters where not. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<= )|(?<=[\u2e80-\u9fff\uff00-\uff60])/u)) {
    if (widthOf(line) + widthOf(word.trimEnd()) <= width) line += word
    else {
      if (line) lines.push(line.trimEnd())
      line = widthOf(word) > width ? cut(word, width) : word
    }
  }
  return line.trim() ? [...lines, line.trimEnd()] : lines
}

export interface Column {
  readonly head: string
  readonly right?: boolean
}
/** A table; the last column is cut to what the width leaves. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columns.map(({ head }, index) =>
    Math.max(widthOf(head), ...rows.map((row) => widthOf(row[index] ?? ''))),
  )
  const line = (cells: readonly string[]) =>
    cut(
      cells
        .map((cell, index) =>
          columns[index]?.right ? padStart(cell, widths[index] ?? 0) : padEnd(cell, widths[index] ?? 0),
        )
        .join('  ')
        .trimEnd(),
      width,
    )
  return [line(columns.map(({ head }) => head)), ...rows.map(line)]
}

const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']
/** One character a value; nothing where the value is 0. */
export function bars(values: readonly number[]): string {
  const most = Math.max(...values, 1)
  return values.map((value) => (value === 0 ? '·' : levels[Math.ceil((value / most) * 8) - 1])).join('')
}
