/** What nobody outside may guess, yet comes out the same when an event is handled again. */
import { createHmac } from 'node:crypto'
import type { PerksStore } from './store.ts'

/** 64 hex digits: HMAC-SHA-256 (RFC 2104) of a purpose and an event's id, under the key made at migration. */
export async function derive(store: PerksStore, purpose: 'giveaway' | 'code', event: string): Promise<string> {
  const secret = await store.secrets.find({ name: 'seed' })
  if (secret === undefined) throw new Error('the key of the perks is missing; restore the database from a backup')
  return createHmac('sha256', Buffer.from(secret.value, 'hex')).update(`${purpose}\0${event}`).digest('hex')
}

/** Without 0, 1, I, L, O and U, which people misread. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Eight letters to be read aloud, from hex digits: "K7QF-2M9A". */
export function spoken(hex: string): string {
  const code = Array.from(
    { length: 8 },
    (_, index) => letters[Number.parseInt(hex.slice(index * 4, index * 4 + 4), 16) % letters.length],
  )
  return `${code.slice(0, 4).join('')}-${code.slice(4).join('')}`
}
