/** From bytes to text, whatever the bytes were written in. */
import { isUtf8 } from 'node:buffer'

export type Wide = 'utf-16le' | 'utf-16be'
export type Encoding = 'utf-8' | Wide | 'gb18030' | 'windows-1252'

const utf8 = new TextDecoder('utf-8')
const gb18030 = new TextDecoder('gb18030')
const latin = new TextDecoder('windows-1252')

/** UTF-16 by its byte order mark, or by every second byte of the head being zero. Undefined for all else. */
export function wide(head: Uint8Array): Wide | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.subarray(0, 512)
  if (sample.length < 8) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]! += 1
  const many = sample.length * 0.35
  if (zeros[1]! > many && zeros[0] === 0) return 'utf-16le'
  return zeros[0]! > many && zeros[1] === 0 ? 'utf-16be' : undefined
}

/**
 * Chinese in GB18030 or a Latin script in Windows-1252. In GB18030 bytes above 0x7F come in pairs, so that runs of them
 * are even; an accented letter of a Latin text stands alone.
 */
function narrow(bytes: Uint8Array): 'gb18030' | 'windows-1252' {
  let even = 0
  let odd = 0
  let run = 0
  for (let index = 0; index <= bytes.length; index++) {
    if ((bytes[index] ?? 0) > 0x7f) run++
    else if (run > 0) {
      if (run % 2 === 0) even += run
      else odd += run
      run = 0
    }
  }
  return even > odd ? 'gb18030' : 'windows-1252'
}

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}
/** One line, or a whole file without a mixture: UTF-8 where the bytes are, else the better guess. */
export function decode(bytes: Uint8Array): Decoded {
  if (isUtf8(bytes)) return { text: utf8.decode(bytes), encoding: 'utf-8' }
  const encoding = narrow(bytes)
  return { text: (encoding === 'gb18030' ? gb18030 : latin).decode(bytes), encoding }
}

export const decodeWide = (bytes: Uint8Array, encoding: Wide): Decoded => ({
  text: new TextDecoder(encoding).decode(bytes),
  encoding,
})

const magics: readonly (readonly [string, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['rar', [0x52, 0x61, 0x72, 0x21]],
]
/** The kind of archive the bytes begin like, if any. */
export const packing = (head: Uint8Array): string | undefined =>
  magics.find(([, magic]) => magic.every((byte, index) => head[index] === byte))?.[0]

/** IRC's own formatting (bold, colour, reverse, italics, underline, reset), tab, line ends, form feed, escape, backspace. */
const allowed = new Set([0x02, 0x03, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0f, 0x11, 0x16, 0x1b, 0x1d, 0x1e, 0x1f])
/** Where the head stops being text: a NUL anywhere, or more than one control character in twenty. -1 where it is text. */
export function binaryAt(head: Uint8Array): number {
  const nul = head.indexOf(0)
  let controls = 0
  let first = -1
  for (let index = 0; index < head.length; index++) {
    const byte = head[index]!
    if (byte >= 0x20 || allowed.has(byte)) continue
    controls++
    if (first < 0) first = index
  }
  if (controls * 20 > head.length) return first
  return nul >= 0 && controls > 1 ? nul : -1
}
