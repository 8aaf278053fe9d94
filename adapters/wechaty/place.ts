/** One room that is served: who is in it, and what it is called. */
import type { payloads } from 'wechaty-puppet'
import type { Role } from '../../src/core/words.ts'
import type { MemberRow } from './tables.ts'

const partingMs = 60_000

export class Place {
  /** Ours: "wechat:reading". */
  readonly ref: string
  /** WeChat's, at this login. */
  readonly room: string
  readonly since: number
  topic: string
  owner: string | undefined
  admins: readonly string[] = []
  /** What the bot is called here beside its name. */
  ownAlias = ''
  comparedAt: number
  /** By our id, those who left too. */
  readonly members = new Map<string, MemberRow>()

  /** When members left, of the last minutes: what they wrote just before may be heard just after. */
  readonly #leftAt = new Map<string, number>()

  constructor(ref: string, room: string, topic: string, since: number, comparedAt: number) {
    this.ref = ref
    this.room = room
    this.topic = topic
    this.since = since
    this.comparedAt = comparedAt
  }
  take({ topic, ownerId, adminIdList }: payloads.Room): void {
    if (topic) this.topic = topic
    this.owner = ownerId || undefined
    this.admins = adminIdList ?? []
  }
  /** What WeChat makes of a contact here. */
  roleOf(contact: string): Role {
    if (contact === this.owner) return 'owner'
    return this.admins.includes(contact) ? 'moderator' : 'member'
  }
  /** Whether this contact may remove members and announce; undefined where the puppet does not say who may. */
  rules(contact: string): boolean | undefined {
    if (this.owner === undefined) return this.admins.includes(contact) ? true : undefined
    return this.roleOf(contact) !== 'member'
  }
  /** Somebody left at that moment. */
  parted(user: string, at: number): void {
    for (const [other, then] of this.#leftAt) if (then < at - partingMs) this.#leftAt.delete(other)
    this.#leftAt.set(user, at)
  }
  /** Whether what somebody wrote at that moment may be from before they left. */
  parting(user: string, at: number): boolean {
    return at < (this.#leftAt.get(user) ?? Number.NEGATIVE_INFINITY) + partingMs
  }
  present(user: string): boolean {
    return this.members.get(user)?.present === 1
  }
}
