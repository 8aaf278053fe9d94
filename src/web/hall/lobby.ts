/** The open pages: who is connected, which groups each hears of, and telling them. */
import type { Hall, News } from '../../../adapters/web/index.ts'
import type { Told } from '../../../adapters/web/wire.ts'
import type { Log } from '../../core/feature.ts'
import { gathered } from './gathered.ts'

/** One open page. */
export interface Guest {
  readonly user: string
  /** The cookie it came with. */
  readonly session: string
  /** Groups it has opened. */
  readonly groups: Set<string>
  /** Something told, as JSON: made once for all who hear it. */
  send(told: string): void
  /** Ends the connection. */
  close(): void
}
export interface Lobby {
  enter(guest: Guest): void
  leave(guest: Guest): void
  /** From now on the page hears of the group. */
  follow(guest: Guest, group: string): void
  unfollow(guest: Guest, group: string): void
  here(group: string): string[]
  pagesOf(user: string): number
  /** Closes the pages of a session that has ended. */
  dismiss(session: string): void
  /** Closes the pages of an account, which come back by themselves as what it is now. */
  restart(user: string): void
  close(): void
}

export function lobby(hall: Hall, log: Log): Lobby {
  const byUser = new Map<string, Set<Guest>>()
  const byGroup = new Map<string, Set<Guest>>()
  const followers = (group: string) => byGroup.get(group) ?? none
  const here = (group: string) => [...new Set([...followers(group)].map((guest) => guest.user))]
  const toAll = (group: string, told: Told) => {
    const json = JSON.stringify(told)
    for (const guest of followers(group)) guest.send(json)
  }
  const presence = gathered(async (group) => {
    const users = here(group)
    toAll(group, { type: 'here', group, here: users })
    return users.length
  }, log)
  const members = gathered(async (group) => {
    if (followers(group).size === 0) return 0
    const people = await hall.people(group)
    toAll(group, { type: 'people', group, people })
    return people.length
  }, log)

  function unfollow(guest: Guest, group: string) {
    guest.groups.delete(group)
    drop(byGroup, group, guest)
    presence.soon(group)
  }
  const telling: { readonly [K in News['type']]: (news: Extract<News, { type: K }>) => Promise<void> } = {
    async post({ group, only, post }) {
      const json = JSON.stringify({ type: 'post', post } satisfies Told)
      for (const guest of followers(group)) if (only === '' || only === guest.user) guest.send(json)
    },
    people: async ({ group }) => members.soon(group),
    async room({ group, only }) {
      const room = (await hall.rooms(only)).find((one) => one.id === group)
      if (!room) return
      for (const guest of byUser.get(only) ?? none) guest.send(JSON.stringify({ type: 'room', room } satisfies Told))
    },
    async out({ group, only, how }) {
      for (const guest of byUser.get(only) ?? none) {
        if (!guest.groups.has(group)) continue
        unfollow(guest, group)
        guest.send(JSON.stringify({ type: 'out', group, how } satisfies Told))
      }
    },
  }
  const stop = hall.listen((news) => {
    const tell = telling[news.type] as (news: News) => Promise<void>
    tell(news).catch((error: unknown) => log.error({ err: error, news: news.type }, 'open pages could not be told'))
  })
  return {
    enter: (guest) => put(byUser, guest.user, guest),
    leave(guest) {
      drop(byUser, guest.user, guest)
      for (const group of guest.groups) unfollow(guest, group)
    },
    follow(guest, group) {
      const known = here(group).includes(guest.user)
      guest.groups.add(group)
      put(byGroup, group, guest)
      if (!known) presence.soon(group)
    },
    unfollow,
    here,
    pagesOf: (user) => byUser.get(user)?.size ?? 0,
    dismiss(session) {
      for (const pages of byUser.values()) for (const guest of pages) if (guest.session === session) guest.close()
    },
    restart(user) {
      for (const guest of byUser.get(user) ?? none) guest.close()
    },
    close() {
      stop()
      presence.stop()
      members.stop()
    },
  }
}

const none: ReadonlySet<Guest> = new Set()
function put(index: Map<string, Set<Guest>>, key: string, guest: Guest) {
  const known = index.get(key)
  if (known) known.add(guest)
  else index.set(key, new Set([guest]))
}
function drop(index: Map<string, Set<Guest>>, key: string, guest: Guest) {
  const known = index.get(key)
  known?.delete(guest)
  if (known?.size === 0) index.delete(key)
}
