/** Code words: what leads a friend request, or a private line, to a room. */
import type { ListedRoom } from './settings.ts'

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** The room whose word is in the text; of several words the longest. In private only the word itself counts. */
export function roomByWord(text: string, rooms: readonly ListedRoom[], whole = false): ListedRoom | undefined {
  const spoken = fold(text)
  let best: { readonly room: ListedRoom; readonly length: number } | undefined
  for (const room of rooms)
    for (const word of room.words) {
      const wanted = fold(word)
      const fits = whole ? spoken === wanted : spoken.includes(wanted)
      if (fits && wanted.length > (best?.length ?? 0)) best = { room, length: wanted.length }
    }
  return best?.room
}

/**
 * What goes into `admit`: everything that is needed to answer, so that it outlives a restart. Whoever has been in the
 * room since asks anew, with another number of joins; whoever repeats themselves asks the same again.
 */
export const friendRequest = (ref: string, friendship: string): string => `friend ${ref} ${friendship}`
export const joinRequest = (ref: string, user: string, joins: number): string => `join ${ref} ${user} ${joins}`
export function requestIn(
  id: string,
): { readonly kind: 'friend' | 'join'; readonly ref: string; readonly friendship: string } | undefined {
  const [, kind, ref, friendship = ''] = /^(friend|join) (\S+)(?: ([\s\S]+))?$/u.exec(id) ?? []
  return ref === undefined || (kind !== 'friend' && kind !== 'join') ? undefined : { kind, ref, friendship }
}
