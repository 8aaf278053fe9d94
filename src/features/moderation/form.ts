/**
 * The first form of a message, in seventeen characters: so that an edit can be held against what was said before, long
 * after the words are gone. Eight places of the sketch, six bits of each; a hash of where the message leads; and of a
 * short message, whose every run of letters a single slip changes, how many letters fall into each of twelve heaps.
 */
import type { Reachable } from '../../text/links.ts'
import type { Reading } from './reading.ts'
import { sketchLength } from './sketch.ts'

const places = 8
/** Of a place of the sketch: its lowest six bits stand first. */
const stride = sketchLength / (places + 1)
const reachLength = 3
/** Two heaps a character, of three bits each. */
const heapsLength = 6
export const formLength = places + reachLength + heapsLength
const blank = 'A'
const nowhere = blank.repeat(reachLength)
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** Longer messages, and those whose letters are too much alike, are told by the sketch alone. */
const longest = 60
const full = 7
const uncounted = alphabet.slice(-1).repeat(heapsLength)

export function formOf({ sketch, reachable, normal }: Reading): string {
  let form = ''
  for (let place = 0; place < places; place++) form += sketch.code.charAt(place * stride)
  return form + reachOf(reachable) + heapsOf(normal.text)
}
/** Eighteen bits of the links and contacts, whatever their order. */
function reachOf({ links, contacts }: Reachable): string {
  if (links.length === 0 && contacts.length === 0) return nowhere
  let sum = 1
  for (const { host, path } of links) sum = (sum + hashOf(host + path)) >>> 0
  for (const { kind, value } of contacts) sum = (sum + hashOf(`${kind} ${value}`)) >>> 0
  return String.fromCharCode(65 + (sum % 26), 65 + ((sum >>> 8) % 26), 65 + ((sum >>> 16) % 26))
}
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
const heaps = new Uint8Array(2 * heapsLength)
function heapsOf(text: string): string {
  if (text.length > longest || !counts(text)) return uncounted
  let written = ''
  for (let at = 0; at < heaps.length; at += 2)
    written += alphabet.charAt(((heaps[at] as number) << 3) | (heaps[at + 1] as number))
  return written
}
/** False where a heap runs over. */
function counts(text: string): boolean {
  heaps.fill(0)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code <= 32) continue
    const heap = (Math.imul(code, 0x9e3779b1) >>> 16) % heaps.length
    heaps[heap] = (heaps[heap] as number) + 1
    if (heaps[heap] === full) return false
  }
  return true
}

/** `mended`: a slip of the pen; `led elsewhere`: the same words with other links or contacts; `another` message. */
export type Change = 'mended' | 'led elsewhere' | 'another'
export function changeOf(before: string, now: string): Change {
  if (!sketchedAlike(before, now) && !spelledAlike(before, now)) return 'another'
  const leads = now.slice(places, places + reachLength)
  return leads !== nowhere && leads !== before.slice(places, places + reachLength) ? 'led elsewhere' : 'mended'
}
/** Five eighths of the places that either filled, as in `nearly`. */
function sketchedAlike(before: string, now: string): boolean {
  let filled = 0
  let agree = 0
  for (let place = 0; place < places; place++) {
    const [was, is] = [before.charAt(place), now.charAt(place)]
    if (was === blank && is === blank) continue
    filled++
    if (was === is) agree++
  }
  return agree * 8 >= filled * 5
}
/** One letter for another moves two; a quarter of them may have moved. */
function spelledAlike(before: string, now: string): boolean {
  const [was, is] = [before.slice(-heapsLength), now.slice(-heapsLength)]
  if (was === uncounted || is === uncounted) return false
  let moved = 0
  let most = 0
  for (let at = 0; at < heapsLength; at++) {
    const [a, b] = [alphabet.indexOf(was.charAt(at)), alphabet.indexOf(is.charAt(at))]
    moved += Math.abs((a >> 3) - (b >> 3)) + Math.abs((a & 7) - (b & 7))
    most += Math.max(a >> 3, b >> 3) + Math.max(a & 7, b & 7)
  }
  return moved * 4 <= Math.max(8, most)
}
