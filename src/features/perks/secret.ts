/** Seeds and codes: derived from the event, so that they come out the same when it is handled again. */
import { createHash, createHmac } from 'node:crypto'
import type { PerksStore } from './store.ts'

/**
 * The seed of a giveaway, 64 hex digits: HMAC-SHA-256 (RFC 2104) of the event that starts it, under the key made at
 * migration.
 */
export async function seedOf(store: PerksStore, event: string): Promise<string> {
  const secret = await store.secrets.find({ name: 'seed' })
  if (secret === undefined) throw new Error('the key of the perks is missing; restore the database from a backup')
  return createHmac('sha256', Buffer.from(secret.value, 'hex')).update(`giveaway\0${event}`).digest('hex')
}

/** Without 0, 1, I, L, O and U, which people misread. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The code of a redemption, eight letters to be read aloud: "K7QF-2M9A". It names the redemption and proves nothing, so
 * that it need not be secret, and a rehearsal gives the same one twice.
 */
export function codeOf(event: string): string {
  const hash = createHash('sha256').update(`redeem\0${event}`).digest()
  const code = Array.from({ length: 8 }, (_, index) => letters[hash.readUInt16BE(index * 2) % letters.length]).join('')
  return `${code.slice(0, 4)}-${code.slice(4)}`
}
