/** Characters written as codes of a web address or of a web page: "%E5%8A%A0", "&#21152;", "&amp;". */

export interface Decoded {
  readonly text: string
  /** UTF-16 units it takes where it is written. */
  readonly width: number
}

const bytes = /(?:%[0-9a-f]{2})+/iy
const entity = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/iy
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** What is written as a code at `at`, if anything is. A coded blank, control or percent sign stays as it is. */
export function decodedAt(raw: string, at: number): Decoded | undefined {
  return raw[at] === '&' ? entityAt(raw, at) : bytesAt(raw, at)
}

function entityAt(raw: string, at: number): Decoded | undefined {
  entity.lastIndex = at
  const match = entity.exec(raw)
  if (!match) return undefined
  const [all, decimal, hex, name] = match
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
  const text = name ? named[name.toLowerCase()] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined
  return text === undefined ? undefined : { text, width: all.length }
}

/** One character at a time: a broken code costs itself, not those before it. */
function bytesAt(raw: string, at: number): Decoded | undefined {
  bytes.lastIndex = at
  const run = bytes.exec(raw)?.[0]
  if (!run) return undefined
  const first = Number.parseInt(run.slice(1, 3), 16)
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
  const coded = run.slice(0, length * 3)
  if (first <= 0x20 || first === 0x25 || first === 0x7f) return undefined
  try {
    return { text: decodeURIComponent(coded), width: coded.length }
  } catch {
    return undefined
  }
}
