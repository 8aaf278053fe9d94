/** Ids of our own, derived from the platform's: no counter to coordinate, and the same in every rehearsal. */
import { hash } from 'node:crypto'

const short = (prefix: string, of: string) =>
  prefix +
  BigInt(`0x${hash('sha256', of).slice(0, 16)}`)
    .toString(36)
    .padStart(13, '0')

export const groupId = (ref: string) => short('g', ref)
export const memberId = (community: string, user: string) => short('m', `${community}\n${user}`)
/** Accounts and groups of platforms always hold a colon, ours never do. */
export const isOurs = (id: string) => !id.includes(':')
/** How names are compared: full-width, case and spaces aside. */
export const nameKey = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
