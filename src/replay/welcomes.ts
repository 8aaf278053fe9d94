/** Which joins each welcome was for: one post may greet all who came within a window. */
import type { EventOf } from '../core/event.ts'
import { happening, textOf } from './findings.ts'
import type { Found } from './reading.ts'
import type { ActionRecord, Recording } from './record.ts'
import type { Welcomed } from './report.ts'

export interface Welcomes {
  readonly welcomes: readonly Welcomed[]
  /** What became of the joins: "welcomed", or why they were not: "raid", "cap", "known", "left", "off", "bot". */
  readonly joined: Readonly<Record<string, number>>
}
type Joined = Found & { readonly event: EventOf<'member.join'> }

/** `groups`: the engine's id of a group by the platform's. */
export function welcomesOf(
  found: readonly Found[],
  { whys, actions }: Recording,
  groups: ReadonlyMap<string, string>,
): Welcomes {
  const posts = actions.filter(({ feature, id }) => feature === 'welcome' && id.endsWith('/welcome.group'))
  const atOnce = new Map(posts.map((post) => [post.event, post]))
  const windows = Map.groupBy(
    posts.filter(({ event }) => event.startsWith('job:')),
    ({ group }) => group,
  )
  const doors = new Map<string, Door>()
  for (const one of found) {
    const { event } = one
    if (event.type !== 'member.join' && event.type !== 'member.leave') continue
    const group = groups.get(event.group) ?? ''
    const door = doors.get(group) ?? new Door(windows.get(group) ?? [])
    doors.set(group, door)
    door.close(event.at)
    if (event.type === 'member.leave') door.leaves(event.user)
    else door.enters({ ...one, event }, whys.get(event.id)?.welcome, atOnce.get(event.id))
  }
  for (const door of doors.values()) door.close(Number.POSITIVE_INFINITY)
  return together([...doors.values()])
}

class Door {
  readonly welcomes: Welcomed[] = []
  readonly joined: Record<string, number> = {}
  readonly #windows: ActionRecord[]
  #waiting: Joined[] = []

  constructor(windows: readonly ActionRecord[]) {
    this.#windows = windows.toReversed()
  }
  /** Greets those who wait, where the post for them was due by then. */
  close(at: number) {
    const due = this.#windows.at(-1)
    if (!due || due.at > at) return
    this.#windows.pop()
    if (this.#waiting.length > 0) this.#welcome(this.#waiting, due)
    this.#waiting = []
  }
  leaves(user: string) {
    const here = this.#waiting.filter(({ event }) => event.user !== user)
    this.#tally('left', this.#waiting.length - here.length)
    this.#waiting = here
  }
  enters(
    one: Joined,
    why: { readonly decided: string; readonly checks?: readonly { readonly name: string }[] } | undefined,
    post: ActionRecord | undefined,
  ) {
    if (post) this.#welcome([one], post)
    else if (why?.decided === 'merged') this.#waiting.push(one)
    else if (why?.decided === 'waiting') {
      this.#tally('cap', this.#waiting.length) // their window closed without a post
      this.#waiting = [one]
    } else this.#tally(one.event.bot ? 'bot' : why?.decided === 'silent' ? (why.checks?.[0]?.name ?? 'off') : 'off', 1)
  }
  end() {
    this.#tally('cap', this.#waiting.length)
    return this
  }
  #welcome(newcomers: readonly Joined[], post: ActionRecord) {
    this.#tally('welcomed', newcomers.length)
    this.welcomes.push({
      ...happening(newcomers.at(-1) as Joined),
      at: new Date(post.at).toISOString(),
      newcomers: newcomers.map(({ file, line, event }) => ({ file, line, name: event.name ?? event.user })),
      welcome: textOf(post) ?? '',
      state: post.state,
    })
  }
  #tally(state: string, by: number) {
    if (by > 0) this.joined[state] = (this.joined[state] ?? 0) + by
  }
}

function together(doors: readonly Door[]): Welcomes {
  const joined: Record<string, number> = {}
  for (const door of doors)
    for (const [state, count] of Object.entries(door.end().joined)) joined[state] = (joined[state] ?? 0) + count
  const welcomes = doors.flatMap((door) => door.welcomes)
  return { joined, welcomes: welcomes.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) }
}
