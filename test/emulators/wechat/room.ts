/** A group chat. */
import type { Message } from './model.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

export interface Membership {
  /** The name this member carries in this room only. */
  alias?: string
  readonly inviter?: Person
}

export class Room {
  readonly world: World
  /** Its number in the world, which never changes, whatever ids the puppet shows. */
  readonly number: number
  topic: string
  owner: Person
  readonly admins = new Set<Person>()
  readonly members = new Map<Person, Membership>()
  announcement = ''
  /** From this many members on, adding somebody sends an invitation that has to be accepted. */
  invitesFrom = 40
  readonly #sent: Message[] = []

  constructor(world: World, number: number, topic: string, owner: Person) {
    this.world = world
    this.number = number
    this.topic = topic
    this.owner = owner
    this.members.set(owner, {})
  }
  /** As the puppet shows it, at this login. */
  get id(): string {
    const number = this.world.number * 100_000 + this.number
    return this.world.stableIds ? `${10_000_000_000 + number}@chatroom` : `@@${number}l${this.world.login}`
  }
  has(person: Person): boolean {
    return this.members.has(person)
  }
  /** Whether this member may remove others and announce. */
  rules(person: Person): boolean {
    return this.owner === person || this.admins.has(person)
  }
  /** What is shown for a member here. */
  nameOf(person: Person): string {
    return this.members.get(person)?.alias ?? person.name
  }
  /** All the bot sent here, oldest first. */
  get sent(): readonly Message[] {
    return this.#sent
  }
  record(message: Message): void {
    this.#sent.push(message)
  }
}
