/** The draw: a pure function that anyone can repeat. Explained for members in docs/giveaways.md. */
import { createHash } from 'node:crypto'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** What is shown at the start: it fixes the seed without telling it. */
export const commitmentOf = (seed: string): string => sha256(seed)

/** A ticket's lot; the lowest wins. */
const lotOf = (seed: string, ticket: number): string => sha256(`${seed}:${ticket}`)

/** All tickets, the luckiest first. The order of `tickets` does not matter. */
export function ranking(seed: string, tickets: readonly number[]): number[] {
  const lots = tickets.map((ticket) => ({ ticket, lot: lotOf(seed, ticket) }))
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.ticket - b.ticket)).map(({ ticket }) => ticket)
}
