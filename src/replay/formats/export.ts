/** What the JSON exports have in common: entries of a list, each parsed on its own, each with its line. */
import { z } from 'zod'
import type { Fault, Item } from '../reading.ts'
import { scan } from './json-scan.ts'

/** The values beside the list, by path: "channel.id". Those of the chat that the list belongs to come before it. */
export type Header = ReadonlyMap<string, unknown>
/** An entry as events; several for a notice that names several people, none for one of no interest. */
export type EntryReader = (
  entry: unknown,
  place: { readonly file: string; readonly line: number },
  header: Header,
  of: string,
) => Iterable<Item>

/** Feeds the entries of every `messages` list to `reader`; `of` is the path of the object that holds the list. */
export function* readExport(file: string, text: string, reader: EntryReader): Generator<Item> {
  const header = new Map<string, unknown>()
  let count = 0
  let lists = 0
  for (const piece of scan(text)) {
    if (piece.is === 'value') header.set(piece.path.join('.'), piece.value)
    else if (piece.is === 'list') lists++
    else if (piece.is === 'broken') yield brokenAt(file, piece, count)
    else {
      const place = { file, line: piece.line }
      const entry = parse(piece.raw)
      if ('why' in entry) yield { ...place, code: 'json-syntax', vars: { column: 1, why: entry.why } }
      else yield* reader(entry.value, place, header, piece.path.slice(0, -1).join('.'))
      count++
    }
    if (piece.is === 'broken') lists++
  }
  if (lists === 0) yield { file, line: 0, code: 'no-messages', vars: {} }
}
function brokenAt(
  file: string,
  piece: { readonly line: number; readonly column: number; readonly why: 'truncated' | 'syntax' },
  count: number,
): Fault {
  const { line, column } = piece
  if (piece.why === 'truncated') return { file, line, code: 'json-truncated', vars: { count } }
  return { file, line, code: 'json-syntax', vars: { column, why: '?' } }
}
function parse(raw: string): { readonly value: unknown } | { readonly why: string } {
  try {
    return { value: JSON.parse(raw) }
  } catch (error) {
    return { why: error instanceof Error ? error.message.slice(0, 120) : String(error) }
  }
}

/** The first field that zod finds fault with, as the fault of an entry. */
export function shapeFault(place: { readonly file: string; readonly line: number }, error: z.ZodError): Fault {
  const what = error.issues[0]?.path.map(String).join('.') || 'object'
  return { ...place, code: 'json-shape', vars: { what } }
}

/** Ids are written as numbers by some exports and as text by others. */
export const looseId = z.union([z.string().min(1).max(100), z.number()]).transform(String)
