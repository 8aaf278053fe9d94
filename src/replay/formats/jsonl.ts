/** Our own format: one event a line, as `docs/stdio.md` describes them. */
import { eventSchema } from '../../core/event.ts'
import { clean } from '../../core/words.ts'
import type { Item, Opened, Place } from '../reading.ts'
import { lineLimit, type TextLine } from './lines.ts'

export function openJsonl(file: string, text: Iterable<TextLine>): Opened {
  return { format: 'jsonl', learned: {}, read: () => read(file, text) }
}
function* read(file: string, text: Iterable<TextLine>): Generator<Item> {
  for (const { line, text: raw } of text) {
    const place = { file, line }
    if (raw === undefined) yield { ...place, code: 'too-long', vars: { limit: lineLimit } }
    else if (raw.trim() === '') yield { ...place, passed: 'blank' }
    else yield itemOf(place, raw)
  }
}
function itemOf(place: Place, raw: string): Item {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch (error) {
    const why = error instanceof Error ? clean(error.message.slice(0, 120)) : String(error)
    return { ...place, code: 'json-syntax', vars: { column: 1, why } }
  }
  const checked = eventSchema.safeParse(value)
  if (checked.success) return { ...place, event: checked.data }
  const issue = checked.error.issues[0]
  const what = [issue?.path.map(String).join('.'), issue?.message].filter(Boolean).join(': ')
  return { ...place, code: 'event-shape', vars: { what } }
}
