/**
 * The first form of a message, in eleven characters: so that an edit can be held against what was said before, long
 * after the words are gone. Eight places of the sketch, six bits of each, and a hash of where the message leads.
 */
import type { Reachable } from '../../text/links.ts'
import type { Reading } from './reading.ts'
import { sketchLength } from './sketch.ts'

const places = 8
/** Of a place of the sketch: its lowest six bits stand first. */
const stride = sketchLength / (places + 1)
const reachLength = 3
export const formLength = places + reachLength
const blank = 'A'
const nowhere = blank.repeat(reachLength)

export function formOf({ sketch, reachable }: Reading): string {
  let form = ''
  for (let place = 0; place < places; place++) form += sketch.code.charAt(place * stride)
  return form + reachOf(reachable)
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

/** `mended`: a slip of the pen; `led elsewhere`: the same words with other links or contacts; `another` message. */
export type Change = 'mended' | 'led elsewhere' | 'another'
export function changeOf(before: string, now: string): Change {
  let filled = 0
  let agree = 0
  for (let place = 0; place < places; place++) {
    const [was, is] = [before.charAt(place), now.charAt(place)]
    if (was === blank && is === blank) continue
    filled++
    if (was === is) agree++
  }
  if (agree * 8 < filled * 5) return 'another'
  const leads = now.slice(places)
  return leads !== nowhere && leads !== before.slice(places) ? 'led elsewhere' : 'mended'
}
