/**
 * Sliding windows that survive a kill: the last few entries of one width each, oldest first, in one text column. They
 * are read where they lie, so that a message costs neither parsing nor an object per entry.
 */
import { sketchLength } from './sketch.ts'

/** Base 36; holds every instant an event may have. */
const timeLength = 11
const lowLength = 5
const low = 36 ** lowLength
/** In two halves: numbers of 32 bits are written several times faster, and the upper half is that of the last stamp. */
function stamp(at: number): string {
  const above = Math.floor(at / low)
  if (above !== upper.of) upper = { of: above, text: above.toString(36).padStart(timeLength - lowLength, '0') }
  return upper.text + (at - above * low).toString(36).padStart(lowLength, '0')
}
let upper = { of: 0, text: ''.padStart(timeLength - lowLength, '0') }
/** Stamps are ordered as their times are, so they are compared where they lie; times are whole. */
const stampOf = (since: number) => (since < 0 ? '' : stamp(Math.floor(since)))
function isLater(kept: string, offset: number, since: string): boolean {
  for (let at = 0; at < since.length; at++) {
    const difference = kept.charCodeAt(offset + at) - since.charCodeAt(at)
    if (difference !== 0) return difference > 0
  }
  return since === ''
}

export interface Window {
  /** Characters of an entry after its time. */
  readonly tail: number
  /** How many entries are kept at most. */
  readonly most: number
}
const entryLength = (window: Window) => timeLength + window.tail

/** The window with one more entry and without those at or before `since`. */
export function push(window: Window, kept: string, at: number, tail: string, since: number): string {
  const length = entryLength(window)
  let from = Math.max(0, kept.length - (window.most - 1) * length)
  const last = stampOf(since)
  while (from < kept.length && !isLater(kept, from, last)) from += length
  return kept.slice(from) + stamp(at) + tail
}

/** How many entries are later than `since`. Entries come in the order of arrival, which is nearly that of time. */
export function countSince(window: Window, kept: string, since: number): number {
  let count = 0
  const last = stampOf(since)
  for (let at = 0; at < kept.length; at += entryLength(window)) if (isLater(kept, at, last)) count++
  return count
}

/** Calls `found` with the offset of the tail of each entry later than `since`. */
export function eachSince(window: Window, kept: string, since: number, found: (offset: number) => void): void {
  const last = stampOf(since)
  for (let at = 0; at < kept.length; at += entryLength(window)) if (isLater(kept, at, last)) found(at + timeLength)
}

/** What one member wrote lately: time and sketch. */
export const saidWindow: Window = { tail: sketchLength, most: 32 }
/** What newcomers of a group wrote lately: time, a short mark of the member, sketch. */
export const markLength = 4
export const crowdWindow: Window = { tail: markLength + sketchLength, most: 40 }
/** When members joined a group first. */
export const joinWindow: Window = { tail: 0, most: 64 }

/** Four characters by which a window tells members apart; not their id, which a row of the group must not hold. */
export function markOf(member: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < member.length; at++) hash = Math.imul(hash ^ member.charCodeAt(at), 0x01000193)
  return ((hash ^ (hash >>> 13)) >>> 0).toString(36).slice(-markLength).padStart(markLength, '0')
}
