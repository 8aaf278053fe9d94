/** Reads back what `written` wrote, from a table or from a file that an owner brings. */
import { Buffer } from 'node:buffer'
import { z } from 'zod'
import { InnkeeperError } from '../../../core/errors.ts'
import { commonShare } from './dial.ts'
import { languages } from './language.ts'
import { type Lessons, noLessons } from './lessons.ts'

const counts = z.partialRecord(z.enum(languages), z.int().min(0))
const common = {
  spam: z.int().min(0),
  ham: z.int().min(0),
  hams: counts,
  passed: z.partialRecord(z.enum(languages), z.array(z.number()).max(64)),
  corrections: z.base64(),
}
const now = z.strictObject({ format: z.literal(2), ...common, high: counts })
/**
 * As they were written before 2026-11-22, when only the highest scores were kept: how many were high is not known, so as
 * many are taken to have been as the model expects, which moves nothing.
 */
const before = z.strictObject({ format: z.literal(1), ...common }).transform((lessons) => ({
  ...lessons,
  high: Object.fromEntries(Object.entries(lessons.hams).map(([one, seen]) => [one, Math.round(seen * commonShare)])),
}))
const schema = z.union([now, before])

/** @throws InnkeeperError moderation/no-lessons where it is not what an export wrote. */
export function readLessons(text: string, place: string): Lessons {
  if (text === '') return noLessons
  try {
    const { format: _, corrections, ...rest } = schema.parse(JSON.parse(text))
    return { ...rest, corrections: unpacked(Buffer.from(corrections, 'base64')) }
  } catch (cause) {
    throw new InnkeeperError('moderation/no-lessons', { place, detail: String(cause), cause })
  }
}
function unpacked(bytes: Buffer): Int16Array {
  const corrections = noLessons.corrections.slice()
  if (bytes.length % 4 !== 0) throw new RangeError('cut off')
  for (let at = 0; at < bytes.length; at += 4) {
    const place = bytes.readUInt16LE(at)
    if (place >= corrections.length) throw new RangeError(`place ${place}`)
    corrections[place] = bytes.readInt16LE(at + 2)
  }
  return corrections
}

const read = new Map<string, Lessons>()
const mostRead = 64
/** The same from a table's row, remembered while the row is the same. */
export function lessonsOf(text: string): Lessons {
  if (text === '') return noLessons
  const known = read.get(text)
  if (known) return known
  const lessons = readLessons(text, 'moderation_lessons')
  if (read.size >= mostRead) read.clear()
  read.set(text, lessons)
  return lessons
}
