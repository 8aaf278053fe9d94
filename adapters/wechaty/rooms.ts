/** The rooms that are served, found anew at each login. */
import { type Binding, bind, type FoundRoom } from './binding.ts'
import { type Ground, tell } from './ground.ts'
import { inTurns } from './lanes.ts'
import type { Puppet } from './line.ts'
import { Matches } from './matches.ts'
import { Members } from './members.ts'
import { Place } from './place.ts'
import { roomLikeness, sureFrom } from './rematch.ts'
import { Staff } from './staff.ts'
import type { RoomRow } from './tables.ts'
import { Unlisted } from './unlisted.ts'

export class Rooms {
  readonly members: Members
  readonly matches: Matches
  readonly unlisted: Unlisted
  readonly #ground: Ground
  readonly #staff: Staff
  /** By WeChat's id. */
  readonly #places = new Map<string, Place>()
  readonly #byRef = new Map<string, Place>()
  #rows = new Map<string, RoomRow>()
  /** Notices about rooms, by ref. */
  readonly #notices = new Map<string, () => void>()
  /** Finding rooms, one search after the other. */
  #searches: Promise<void> = Promise.resolve()
  #searching = 0

  constructor(ground: Ground) {
    this.#ground = ground
    this.matches = new Matches(ground, this)
    this.members = new Members(ground, this.matches)
    this.unlisted = new Unlisted(ground)
    this.#staff = new Staff(ground, this.members)
    ground.people.renamed = (from, to) => this.members.rename(this.all(), from, to)
  }
  all(): readonly Place[] {
    return [...this.#byRef.values()]
  }
  byRef(ref: string): Place | undefined {
    return this.#byRef.get(ref)
  }
  /** A room that is not there may yet be found. */
  get searching(): boolean {
    return this.#searching > 0
  }
  known(room: string): Place | undefined {
    return this.#places.get(room)
  }
  /** Where somebody is, as far as this adapter has seen. */
  of(user: string): readonly string[] {
    return this.all().flatMap((place) => (place.present(user) ? [place.ref] : []))
  }
  /** Waits until the login has been worked up. A room that was not in the list is looked up; undefined where it is not served. */
  async place(room: string): Promise<Place | undefined> {
    await this.#searches
    if (!this.#places.has(room) && !this.unlisted.has(room)) await this.#search((puppet) => this.#one(puppet, room))
    return this.#places.get(room)
  }

  /** At a login: everything is found anew. */
  enter(puppet: Puppet): Promise<void> {
    this.#places.clear()
    this.#byRef.clear()
    this.unlisted.clear()
    return this.#search(async () => {
      const rows = await this.#ground.db.selectFrom('wechat_rooms').selectAll().execute()
      const numbered = rows.map((row) => ({ ...row, since: Number(row.since), compared_at: Number(row.compared_at) }))
      this.#rows = new Map(numbered.map((row) => [row.ref, row]))
      if (!this.#ground.stableIds()) await this.matches.forgetOpen()
      await this.#staff.meet(puppet)
      await this.#work(puppet, await this.#topics(puppet, await puppet.roomList()))
    })
  }
  /** Another rulebook, another topic: what fits is looked at again. */
  again(): Promise<void> {
    return this.#search(async (puppet) => {
      this.unlisted.clear()
      this.members.askAnew()
      await this.#staff.meet(puppet)
      await this.#work(
        puppet,
        await this.#topics(puppet, [...new Set([...(await puppet.roomList()), ...this.#places.keys()])]),
      )
    })
  }
  /** One after the other; one that fails is logged and holds up nobody. */
  #search(work: (puppet: Puppet) => Promise<void>): Promise<void> {
    this.#searching += 1
    this.#searches = this.#searches.then(async () => {
      const puppet = this.#ground.line()?.puppet
      try {
        if (puppet) await work(puppet)
      } catch (error) {
        this.#ground.log.warn({ error: String(error) }, 'the rooms of WeChat could not be looked at')
      }
      this.#searching -= 1
    })
    return this.#searches
  }
  async #one(puppet: Puppet, room: string): Promise<void> {
    if (this.#places.has(room) || this.unlisted.has(room)) return
    const others = this.all().map((place) => ({ id: place.room, topic: place.topic }))
    await this.#work(puppet, [...others, ...(await this.#topics(puppet, [room]))])
  }

  async #work(puppet: Puppet, found: readonly FoundRoom[]): Promise<void> {
    const { rooms } = this.#ground.settings()
    const known = new Map([...this.#rows].map(([ref, row]) => [ref, row.room]))
    const binding = bind(rooms, known, found)
    const settled = new Map(binding.bound)
    for (const { ref, candidates } of binding.maybe) {
      const room = await this.#recognise(puppet, ref, candidates)
      if (room) settled.set(ref, room)
    }
    const held = [...binding.maybe, ...binding.several].flatMap(({ candidates }) => candidates.map(({ id }) => id))
    for (const room of found) this.unlisted.weigh(room, settled, held)
    await inTurns([...settled], lanes, ([ref, room]) => this.#serveSafely(puppet, ref, room))
    this.#report(binding)
  }
  async #serveSafely(puppet: Puppet, ref: string, room: string): Promise<void> {
    try {
      await this.#serve(puppet, ref, room)
    } catch (error) {
      this.#ground.log.warn(
        { group: ref, error: String(error) },
        'a room could not be looked at; its next message tries again',
      )
    }
  }
  async #topics(puppet: Puppet, ids: readonly string[]): Promise<FoundRoom[]> {
    const found: FoundRoom[] = []
    await inTurns(ids, lanes, async (id) => {
      try {
        found.push({ id, topic: (await puppet.roomPayload(id)).topic })
      } catch (error) {
        this.#ground.log.info({ room: id, error: String(error) }, 'a room tells nothing of itself')
      }
    })
    return found
  }
  /** A room known from before, now under another id: taken for the same only where its people are the same. */
  async #recognise(puppet: Puppet, ref: string, candidates: readonly FoundRoom[]): Promise<string | undefined> {
    const known = await this.members.namesKnown(ref)
    const weighed = []
    for (const room of candidates) {
      const names = await this.members.namesNow(puppet, room.id)
      weighed.push({ room, confidence: roomLikeness(known, names, this.#ground.stableIds()) })
    }
    weighed.sort((a, b) => b.confidence - a.confidence)
    const [best, next] = weighed
    if (best && best.confidence >= sureFrom && (next?.confidence ?? 0) < sureFrom) return best.room.id
    for (const { room, confidence } of weighed) await this.matches.askRoom(ref, room, confidence)
    return undefined
  }
  /** From now on this is the room: its members are looked at, and the engine hears of it where it is new or renamed. */
  async #serve(puppet: Puppet, ref: string, room: string): Promise<void> {
    const before = this.#byRef.get(ref)
    if (before?.room === room) {
      before.take(await puppet.roomPayload(room))
      await this.#remember(before)
      await this.#staff.tell(puppet, before)
      return
    }
    const row = this.#rows.get(ref)
    const payload = await puppet.roomPayload(room)
    const place = new Place(ref, room, payload.topic, row?.since ?? this.#ground.now(), row?.compared_at ?? 0)
    place.take(payload)
    await this.members.load(place)
    if (before) this.#places.delete(before.room)
    this.#places.set(room, place) // before the comparison: what it tells may be answered at once
    this.#byRef.set(ref, place)
    try {
      await this.members.compare(puppet, place, 'login')
    } catch (error) {
      this.#places.delete(room)
      this.#byRef.delete(ref)
      throw error
    }
    await this.#remember(place)
    await this.#staff.tell(puppet, place)
  }
  /** Keeps what a room is called and when it was compared; tells the engine of a new name. */
  async #remember({ ref, room, topic, since, comparedAt: compared_at }: Place): Promise<void> {
    const row: RoomRow = { ref, room, topic, since, compared_at }
    const before = this.#rows.get(ref)
    this.#rows.set(ref, row)
    await this.#ground.db
      .insertInto('wechat_rooms')
      .values(row)
      .onConflict((conflict) => conflict.column('ref').doUpdateSet(row))
      .execute()
    if (before?.topic === topic) return
    const at = this.#ground.now()
    void this.#ground.emit({
      type: 'group',
      id: `wechat:group:${ref}:${at}`,
      at,
      group: ref,
      name: topic.slice(0, 200),
    })
  }
  /** Compares a room's members, and keeps when. */
  async compare(puppet: Puppet, place: Place): Promise<void> {
    await this.members.compare(puppet, place, 'later')
    await this.#remember(place)
    await this.#staff.tell(puppet, place)
  }
  async renamed(place: Place, topic: string): Promise<void> {
    place.topic = topic
    await this.#remember(place)
  }
  /** The owner has said that this is the room. */
  async settle(ref: string, room: string): Promise<void> {
    const puppet = this.#ground.line()?.puppet
    if (puppet) await this.#serve(puppet, ref, room)
    this.#over(`missing:${ref}`)
  }
  /** The bot is no longer in it. */
  drop(place: Place): void {
    if (this.#byRef.get(place.ref) !== place) return
    this.#places.delete(place.room)
    this.#byRef.delete(place.ref)
    const at = this.#ground.now()
    void this.#ground.emit({ type: 'group', id: `wechat:gone:${place.ref}:${at}`, at, group: place.ref, gone: true })
    this.#rows.set(place.ref, { ...this.#rowOf(place), topic: '' }) // so that the engine hears when the bot is back
  }
  #rowOf({ ref, room, topic, since, comparedAt: compared_at }: Place): RoomRow {
    return { ref, room, topic, since, compared_at }
  }

  /** Whether a listed room has not been found at this login. */
  get wanting(): boolean {
    return this.#ground.settings().rooms.some(({ ref }) => !this.#byRef.has(ref))
  }
  #report({ missing, several }: Binding): void {
    const { rooms, double } = this.#ground.settings()
    const open = new Set<string>()
    const say = (key: string, text: string, vars: Record<string, string | number>) => {
      open.add(key)
      if (!this.#notices.has(key)) this.#notices.set(key, tell(this.#ground, key, text, vars))
    }
    for (const { ref, topic, id } of rooms) {
      if (missing.includes(ref)) say(`missing:${ref}`, 'tell.missing', { ref, topic: topic ?? id ?? '' })
      if (!this.#ground.door().rulesOf(ref)) say(`unserved:${ref}`, 'tell.unserved', { ref })
    }
    for (const { ref, candidates } of several) {
      const ids = candidates.map(({ id }) => id).join(', ')
      const topic = candidates[0]?.topic ?? ''
      say(`several:${ref}`, 'tell.several', { ref, topic, count: candidates.length, ids })
    }
    for (const ref of double) say(`double:${ref}`, 'tell.double', { ref })
    for (const key of this.#notices.keys()) if (!open.has(key)) this.#over(key)
  }
  #over(key: string): void {
    this.#notices.get(key)?.()
    this.#notices.delete(key)
  }
}
/** Rooms looked at side by side. */
const lanes = 6
