/**
 * What others think of somebody, so that it cannot be farmed: each different person who answers or reacts to a member on
 * a day earns that member one point, up to a cap a day, and the same person only a few in thirty days. A ring of friends
 * praising each other daily is thus worth `perPerson` × its size a month, and no more.
 */
import { code, codeWidth, fingerprint } from './hash.ts'
import { onePoint } from './worth.ts'

/** One row per member and group. `people`: those who earned this member points in this block, ten characters each. */
export type Regard = {
  group_id: string
  member_id: string
  replies_received: number
  reactions_received: number
  reactions_given: number
  /** Hundredths. */
  points: number
  /** Which thirty days `people` is about. */
  block: number
  /** The last day a point was earned, and how many people earned one then. */
  day: number
  people_today: number
  people: string
}
export const noRegard: Omit<Regard, 'group_id' | 'member_id'> = {
  replies_received: 0,
  reactions_received: 0,
  reactions_given: 0,
  points: 0,
  block: 0,
  day: 0,
  people_today: 0,
  people: '',
}
export interface Caps {
  readonly peoplePerDay: number
  readonly perPerson: number
}

const blockDays = 30
/** Fingerprint, then times counted, then day of the block, each of the last two one character of base 36. */
const width = codeWidth + 2
/** More people than any ring has; whoever has so many friends a month does not need one. */
const remembered = 40

/** The row once `giver` answered or reacted on `day` (days since 1970), with what that earned in hundredths: 0 or 100. */
export function regarded(row: Regard, giver: string, day: number, caps: Caps): { row: Regard; earned: number } {
  if (day < row.day) return { row, earned: 0 } // delivered late: the day's caps are no longer known
  const block = Math.floor(day / blockDays)
  const people = block === row.block ? row.people : ''
  const today = day === row.day ? row.people_today : 0
  const mark = code(fingerprint(giver))
  const at = placeOf(people, mark)
  const times = at < 0 ? 0 : Number.parseInt(people[at + codeWidth]!, 36)
  const date = (day % blockDays).toString(36)
  const again = at >= 0 && people[at + codeWidth + 1] === date
  if (again || times >= caps.perPerson || today >= caps.peoplePerDay) return { row, earned: 0 }
  const others = at < 0 ? people.slice(Math.max(0, people.length - (remembered - 1) * width)) : without(people, at)
  const entry = mark + (times + 1).toString(36) + date
  return {
    row: { ...row, block, day, people_today: today + 1, people: others + entry, points: row.points + onePoint },
    earned: onePoint,
  }
}

function placeOf(people: string, mark: string): number {
  for (let at = 0; at < people.length; at += width) if (people.startsWith(mark, at)) return at
  return -1
}
const without = (people: string, at: number) => people.slice(0, at) + people.slice(at + width)
