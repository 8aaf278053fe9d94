/** A platform as its people see it, with an adapter at the door: what the contract of adapters is held against. */
import type { Action, Outcome } from '../../src/core/action.ts'
import type { Adapter, Door, DoorRules, Receipt } from '../../src/core/adapter.ts'
import { type Event, eventSchema } from '../../src/core/event.ts'

export interface Platform {
  /** As nobody started it: its description needs no platform. */
  describe(): Adapter
  open(): Promise<Town>
}
/** One thing that can be read, by one reader. */
export interface Reading {
  readonly text: string
  /** Only this reader sees it. */
  readonly alone?: boolean
  readonly pinned?: boolean
  readonly options?: readonly string[]
  readonly picture?: boolean
}
export interface Townsman {
  /** As the adapter mints it. */
  readonly user: string
  readonly name: string
  /** The id of the message, as the adapter tells it. */
  says(text: string, more?: { readonly replyTo?: string; readonly toBot?: boolean }): Promise<string>
  leaves(): Promise<void>
  edits?(message: string, text: string): Promise<void>
  deletes?(message: string): Promise<void>
  reacts?(message: string, emoji: string): Promise<void>
  /** Presses an option of the last question. */
  presses?(option: string): Promise<void>
  gives?(command: string, input: Readonly<Record<string, unknown>>): Promise<void>
  /** All that this person can read, oldest first. */
  reads(): Promise<readonly Reading[]>
  standing(): Promise<'in' | 'out' | 'banned' | 'muted'>
}
export interface Town {
  readonly adapter: Adapter
  readonly door: RecordingDoor
  /** What is told to the other side counts as done: it has not promised outcomes. */
  readonly trusted?: true
  /** The one group, as the adapter mints it. */
  readonly group: string
  comes(name: string): Promise<Townsman>
  close(): Promise<void>
}

/** An engine that writes down what it is told. */
export class RecordingDoor implements Door {
  readonly events: Event[] = []
  readonly commands = []
  answer: (event: Event) => Promise<Receipt> = async () => ({ ok: true, seen: 'first' })
  section: unknown
  constructor(section: unknown = {}) {
    this.section = section
  }
  emit(event: Event): Promise<Receipt> {
    this.events.push(eventSchema.parse(event))
    return this.answer(event)
  }
  async settle() {}
  async tick() {}
  needs = () => []
  rules = (): readonly DoorRules[] => [this.rulesOf()]
  rulesOf = (): DoorRules => ({
    community: 'town',
    name: 'Town',
    section: this.section,
    languages: ['en', 'zh'],
    timezone: 'UTC',
  })
  groupsOf = async (user: string) => [
    ...new Set(this.events.flatMap((event) => ('user' in event && event.user === user ? [event.group] : []))),
  ]
  suggest = async () => []
  tell = () => () => undefined
  of<K extends Event['type']>(type: K) {
    return this.events.filter((event) => event.type === type) as Extract<Event, { type: K }>[]
  }
}

let count = 0
/** Has the adapter do something, as the dispatcher would. */
export function does(town: Town, action: Action, more: { id?: string; message?: string } = {}): Promise<Outcome> {
  const { id = `e${++count}/test.0`, message } = more
  return town.adapter.perform({ id, action, attempt: 1, feature: 'test', ...(message !== undefined && { message }) })
}
