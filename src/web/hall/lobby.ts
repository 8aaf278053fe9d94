/** The open pages: who is connected, which groups each hears of, and telling them. */
import type { Hall, News } from '../../../adapters/web/index.ts'
import type { Told } from '../../../adapters/web/wire.ts'

/** One open page. */
export interface Guest {
  readonly user: string
  /** Groups it has opened. */
  readonly groups: Set<string>
  send(told: Told): void
}
export interface Lobby {
  enter(guest: Guest): void
  leave(guest: Guest): void
  /** From now on the page hears of the group. */
  follow(guest: Guest, group: string): void
  here(group: string): string[]
  pagesOf(user: string): number
  close(): void
}

export function lobby(hall: Hall): Lobby {
  const guests = new Set<Guest>()
  const followers = (group: string) => [...guests].filter((guest) => guest.groups.has(group))
  const here = (group: string) => [...new Set(followers(group).map((guest) => guest.user))]
  const toAll = (group: string, told: Told) => {
    for (const guest of followers(group)) guest.send(told)
  }
  const tellHere = (group: string) => toAll(group, { type: 'here', group, here: here(group) })

  async function pass(news: News) {
    if (news.type === 'post') {
      for (const guest of followers(news.group))
        if (news.only === '' || news.only === guest.user) guest.send({ type: 'post', post: news.post })
    } else if (news.type === 'people') {
      if (followers(news.group).length === 0) return
      toAll(news.group, { type: 'people', group: news.group, people: await hall.people(news.group) })
    } else if (news.type === 'room') {
      const room = (await hall.rooms(news.only)).find((one) => one.id === news.group)
      for (const guest of guests) if (guest.user === news.only && room) guest.send({ type: 'room', room })
    } else showOut(news)
  }
  function showOut({ group, only, how }: Extract<News, { type: 'out' }>) {
    for (const guest of followers(group)) {
      if (guest.user !== only) continue
      guest.groups.delete(group)
      guest.send({ type: 'out', group, how })
    }
    tellHere(group)
  }

  const stop = hall.listen((news) => void pass(news))
  return {
    enter: (guest) => guests.add(guest),
    leave(guest) {
      guests.delete(guest)
      for (const group of guest.groups) tellHere(group)
    },
    follow(guest, group) {
      const known = here(group).includes(guest.user)
      guest.groups.add(group)
      if (!known) tellHere(group)
    },
    here,
    pagesOf: (user) => [...guests].filter((guest) => guest.user === user).length,
    close: stop,
  }
}
