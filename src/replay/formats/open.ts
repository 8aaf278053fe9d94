/** Opens a file, recognises it by what is in it, and hands it to its reader. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { eventTypes } from '../../core/event.ts'
import { clean } from '../../core/words.ts'
import type { Fault, FormatName, Opened, ReadOptions } from '../reading.ts'
import { openDiscord } from './discord-exporter.ts'
import { binaryAt, decode, decodeWide, packing, type Wide, wide } from './encoding.ts'
import { looksLikeIrc, openIrc } from './irc.ts'
import { openJsonl } from './jsonl.ts'
import { newSpelling, readLines, readText } from './lines.ts'
import { openTelegram } from './telegram.ts'

const headBytes = 1 << 16
/** V8 holds no longer string than this. */
const jsonLimit = 0x1fffffe8

/** `file` is the name it has in the report, `path` where it is. */
export function openFile(path: string, file: string, options: ReadOptions): Opened | Fault {
  const fault: Faulty = (code, vars = {}) => ({ file, line: 0, code, vars })
  try {
    const stat = statSync(path)
    if (stat.isDirectory()) return fault('directory', { file: path.replace(/[/\\]+$/, '') })
    if (!stat.isFile()) return fault('unreadable', { why: 'not a regular file' })
    if (stat.size === 0) return fault('empty')
    return recognise({ path, file, size: stat.size }, options, fault)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return fault('missing')
    if (code === '') throw error
    return fault('unreadable', { why: code })
  }
}

type Faulty = (code: Fault['code'], vars?: Fault['vars']) => Fault
interface Source {
  readonly path: string
  readonly file: string
  readonly size: number
}

function recognise(source: Source, options: ReadOptions, fault: Faulty): Opened | Fault {
  const head = headOf(source.path)
  const packed = packing(head)
  if (packed) return fault('packed', { kind: packed })
  const wideAs = wide(head)
  const odd = wideAs ? -1 : binaryAt(head)
  if (odd >= 0) return fault('binary', { at: odd + 1, byte: `0x${head[odd]!.toString(16).padStart(2, '0')}` })
  const start = (wideAs ? decodeWide(head, wideAs) : decode(head)).text.replace(/^\uFEFF/, '').trimStart()
  if (start === '') return fault('empty')
  const format = formatOf(start)
  if (!format) return unknownFault(start, fault)
  if (source.size > jsonLimit && (format === 'discord' || format === 'telegram')) {
    return fault('unreadable', { why: `${source.size} > ${jsonLimit} bytes` })
  }
  return openAs(format, source, wideAs, options)
}

function openAs(format: FormatName, source: Source, wideAs: Wide | undefined, options: ReadOptions): Opened {
  const { path, file } = source
  const spelling = newSpelling()
  const opened =
    format === 'irc'
      ? openIrc(file, readLines(path, wideAs, spelling), options)
      : format === 'jsonl'
        ? openJsonl(file, readLines(path, wideAs, spelling))
        : (format === 'discord' ? openDiscord : openTelegram)(file, readText(path, wideAs, spelling), options)
  return {
    ...opened,
    *read(hints) {
      yield* opened.read(hints)
      for (const [encoding, { first, count }] of spelling.others) {
        yield { file, line: first, code: 'encoding', vars: { count, encoding } }
      }
    },
  }
}

function headOf(path: string): Uint8Array {
  const fd = openSync(path, 'r')
  try {
    const head = Buffer.alloc(headBytes)
    return head.subarray(0, readSync(fd, head, 0, headBytes, 0))
  } finally {
    closeSync(fd)
  }
}

const listed = /"messages"\s*:\s*\[/
const discordHeader = /^\{\s*"guild"\s*:|"(?:exportedAt|dateRange)"\s*:/
const telegramHeader =
  /^\{\s*"(?:about|name|personal_information|chats)"\s*:|"type"\s*:\s*"[a-z]+_(?:super)?(?:group|channel|chat)"/
const ownEvent = new RegExp(
  `^\\{[^\\n]*"type"\\s*:\\s*"(?:${eventTypes.map((type) => RegExp.escape(type)).join('|')})"`,
)

/** By the beginning of the text, white space and byte order mark taken off. */
function formatOf(start: string): FormatName | undefined {
  if (start.startsWith('{')) {
    const upToList = start.slice(0, listed.exec(start)?.index ?? start.length)
    if (discordHeader.test(upToList)) return 'discord'
    if (telegramHeader.test(upToList)) return 'telegram'
    if (ownEvent.test(start)) return 'jsonl'
    return listed.test(start) ? 'telegram' : undefined
  }
  return looksLikeIrc(start.split(/\r?\n/, 200)) ? 'irc' : undefined
}
function unknownFault(start: string, fault: Faulty): Fault {
  if (/^[[{]\s*["{[]/.test(start)) return fault('unknown-json')
  return fault('unknown-format', { head: clean(start.slice(0, 40)).replaceAll(/\s+/g, ' ') })
}
