/** The hall as this page knows it. Components read it whole and are told when it is another. */
import type { Me, Page, Person, Post, Room, Said, Told } from '../../../../adapters/web/wire.ts'
import type { CommandCard } from '../../../core/command.ts'
import { Refusal, request } from '../request.ts'
import { Connection, type LinkState } from './connection.ts'
import { keepPending, keptPending } from './kept.ts'
import { isBot, lastChange, lastSeq, merge, type Pending, speaks } from './timeline.ts'

export interface GroupState {
  readonly posts: readonly Post[]
  /** Whether there is more before them. */
  readonly more: boolean
  readonly people: readonly Person[]
  readonly here: readonly string[]
  readonly pinned: readonly Post[]
  /** Where the reader had come to when the group was opened, or last looked elsewhere; 0 where nothing was unread. */
  readonly readSeq: number
}
export interface HallState {
  readonly link: LinkState
  /** Undefined until the server said hello. */
  readonly me: Me | undefined
  readonly rooms: readonly Room[]
  readonly commands: readonly CommandCard[]
  readonly group: string
  readonly groups: Readonly<Record<string, GroupState>>
  readonly pending: readonly Pending[]
  /** Why the current group is no longer open to us. */
  readonly out: 'left' | 'kicked' | 'banned' | undefined
  readonly signedOut: boolean
  /** The last thing said by somebody else, for screen readers. */
  readonly heard: Post | undefined
}

export const nonce = () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`

const longestKept = 300
const shortestKept = 200

export class HallStore {
  #state: HallState
  readonly #listeners = new Set<() => void>()
  readonly #line: Connection

  constructor(group: string) {
    this.#state = {
      link: 'connecting',
      me: undefined,
      rooms: [],
      commands: [],
      group,
      groups: {},
      pending: [],
      ...nothingYet,
    }
    this.#line = new Connection({
      told: (told) => this.#hear(told),
      link: (link) => this.#set({ link }),
      unreachable: () => void this.#stillSignedIn(),
    })
  }
  readonly state = () => this.#state
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  close() {
    this.#line.close()
  }

  switchTo(group: string) {
    if (group === this.#state.group) return
    this.#set({ group, out: undefined })
    this.#line.hint(this.#opening(group))
  }
  /** Something done that the server answers: resolves when it is done, rejects with a `Refusal`. */
  do(said: Said): Promise<string | undefined> {
    return this.#line.say(said)
  }
  post(text: string, more: { readonly replyTo?: string; readonly mentions?: readonly string[] }) {
    const pending: Pending = { nonce: nonce(), group: this.#state.group, text, at: Date.now(), ...more }
    this.#setPending([...this.#state.pending, pending])
    this.#deliver(pending)
  }
  retry(pending: Pending) {
    const { fault: _fault, ...again } = pending
    this.#setPending(this.#state.pending.map((one) => (one.nonce === pending.nonce ? again : one)))
    this.#deliver(again)
  }
  discard(pending: Pending) {
    this.#setPending(this.#state.pending.filter((one) => one.nonce !== pending.nonce))
  }
  async older(group: string) {
    const first = this.#state.groups[group]?.posts[0]
    if (!first) return
    const query = new URLSearchParams({ group, before: String(first.seq) })
    const page = await request<Page>(`/api/hall/history?${query}`)
    this.#change(group, (now) => ({ posts: merge(now.posts, page.posts), more: page.more }))
  }
  /** Of a long evening the page keeps the end while one reads there; what was before is loaded again when asked for. */
  trim(group: string) {
    const posts = this.#state.groups[group]?.posts ?? []
    if (posts.length > longestKept) this.#change(group, () => ({ posts: posts.slice(-shortestKept), more: true }))
  }
  /** The reader has seen everything in the group. */
  read(group: string) {
    const seq = lastSeq(this.#state.groups[group]?.posts ?? [])
    const room = this.#state.rooms.find((one) => one.id === group)
    if (!room || seq <= room.readSeq) return
    this.#room({ ...room, unread: 0, readSeq: seq })
    this.#line.hint({ type: 'read', nonce: nonce(), group, seq })
  }

  /** The reader looks elsewhere: what comes now is new on coming back. */
  away(group: string) {
    this.#change(group, ({ posts }) => ({ readSeq: lastSeq(posts) }))
  }

  #deliver(pending: Pending) {
    const { fault: _fault, at: _at, ...said } = pending
    this.#line.say({ type: 'post', ...said }).then(
      () => this.discard(pending),
      (error: unknown) => {
        const fault = error instanceof Refusal ? { code: error.code, detail: error.detail } : { code: 'failed' }
        this.#setPending(this.#state.pending.map((one) => (one.nonce === pending.nonce ? { ...one, fault } : one)))
      },
    )
  }

  #hear(told: Told) {
    switch (told.type) {
      case 'hello':
        return this.#hello(told)
      case 'opened':
        return this.#opened(told)
      case 'post':
        return this.#posted(told.post)
      case 'here':
        return this.#change(told.group, () => ({ here: told.here }))
      case 'people':
        return this.#change(told.group, () => ({ people: told.people }))
      case 'room':
        return this.#room(told.room)
      case 'out':
        this.#set({ rooms: this.#state.rooms.filter((room) => room.id !== told.group) })
        if (told.group === this.#state.group) this.#set({ out: told.how })
    }
  }

  #hello({ me, rooms, commands }: Extract<Told, { type: 'hello' }>) {
    const first = this.#state.me === undefined
    const group = rooms.some((room) => room.id === this.#state.group) ? this.#state.group : (rooms[0]?.id ?? '')
    this.#set({ me, rooms, commands, group, out: undefined })
    this.#line.ready(group ? this.#opening(group) : undefined)
    if (!first) return
    const kept = keptPending(me.user)
    this.#setPending(kept)
    for (const pending of kept) if (!pending.fault) this.#deliver(pending)
  }
  #opening(group: string): Said {
    return { type: 'open', nonce: nonce(), group, since: lastChange(this.#state.groups[group]?.posts ?? []) }
  }
  #opened({ group, fresh, page, people, here, pinned }: Extract<Told, { type: 'opened' }>) {
    const known = this.#state.groups[group]
    const room = this.#state.rooms.find((one) => one.id === group)
    const readSeq = known?.readSeq ?? (room?.unread ? room.readSeq : 0)
    const posts = fresh || !known ? page.posts : merge(known.posts, page.posts)
    const more = fresh || !known ? page.more : known.more
    this.#set({ groups: { ...this.#state.groups, [group]: { posts, more, people, here, pinned, readSeq } } })
  }
  #posted(post: Post) {
    const { group: id, me } = this.#state
    const known = this.#state.groups[post.group]?.posts.some((one) => one.id === post.id) ?? false
    const others = !known && speaks(post) && (isBot(post) || post.user !== me?.user)
    this.#change(post.group, (now) => ({ posts: merge(now.posts, [post]), pinned: pin(now.pinned, post) }))
    if (!others) return
    if (post.group === id) this.#set({ heard: post })
    const room = this.#state.rooms.find((one) => one.id === post.group)
    if (room) this.#room({ ...room, unread: room.unread + 1 })
  }

  /** A try to connect failed: because the server is away, or because nobody is signed in? */
  async #stillSignedIn() {
    const answer = await request<{ readonly me: Me | null }>('/api/hall/me').catch(() => undefined)
    if (answer?.me === null) this.#set({ signedOut: true })
  }

  #room(room: Room) {
    const rooms = this.#state.rooms
    const known = rooms.some((one) => one.id === room.id)
    this.#set({ rooms: known ? rooms.map((one) => (one.id === room.id ? room : one)) : [...rooms, room] })
  }
  #setPending(pending: readonly Pending[]) {
    this.#set({ pending })
    if (this.#state.me) keepPending(this.#state.me.user, pending)
  }
  #change(group: string, change: (now: GroupState) => Partial<GroupState>) {
    const now = this.#state.groups[group]
    if (now) this.#set({ groups: { ...this.#state.groups, [group]: { ...now, ...change(now) } } })
  }
  #set(change: Partial<HallState>) {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
const nothingYet = { out: undefined, signedOut: false, heard: undefined }

function pin(pinned: readonly Post[], post: Post): readonly Post[] {
  const others = pinned.filter((one) => one.id !== post.id)
  return post.pinnedAt ? [post, ...others] : others
}
