/** Likenesses that are not sure: kept for the owner to settle, and taken up once they are. */
import type { FoundRoom } from './binding.ts'
import { type Ground, tell } from './ground.ts'
import type { Place } from './place.ts'
import type { Pair } from './rematch.ts'
import type { MatchRow } from './tables.ts'

/** What is done when the owner has spoken. */
export interface Settling {
  settle(ref: string, room: string): Promise<void>
  byRef(ref: string): Place | undefined
}

export class Matches {
  readonly #ground: Ground
  readonly #rooms: Settling
  #open = 0
  #notice: (() => void) | undefined
  constructor(ground: Ground, rooms: Settling) {
    this.#ground = ground
    this.#rooms = rooms
  }
  async askRoom(ref: string, room: FoundRoom, confidence: number): Promise<void> {
    const known_name = this.#ground.settings().rooms.find((one) => one.ref === ref)?.topic ?? ref
    await this.#ask({
      kind: 'room',
      ref,
      found: room.id,
      known: ref,
      meanwhile: '',
      found_name: room.topic,
      known_name,
      confidence,
    })
  }
  async askPerson(
    ref: string,
    pair: Pair,
    names: { readonly found: string; readonly known: string },
    meanwhile: string,
  ) {
    const { found, known, confidence } = pair
    const found_name = names.found
    await this.#ask({ kind: 'person', ref, found, known, meanwhile, found_name, known_name: names.known, confidence })
  }
  async #ask(wish: Omit<MatchRow, 'id' | 'at' | 'state'>): Promise<void> {
    const rows = await this.#ground.db.selectFrom('wechat_matches').selectAll().execute()
    if (rows.some((row) => row.found === wish.found && row.known === wish.known)) return
    const id = String(Math.max(0, ...rows.map((row) => Number(row.id))) + 1)
    await this.#ground.db
      .insertInto('wechat_matches')
      .values({ ...wish, id, at: this.#ground.now(), state: 'open' })
      .execute()
    this.#count(rows.filter((row) => row.state === 'open').length + 1)
  }
  /** After a login with new ids what was open is asked anew, of the ids there are now. */
  async forgetOpen(): Promise<void> {
    const { db, people } = this.#ground
    const rows = await db.selectFrom('wechat_matches').selectAll().execute()
    for (const { meanwhile } of rows) {
      if (!meanwhile) continue
      await people.forget(meanwhile)
      await db.deleteFrom('wechat_members').where('user', '=', meanwhile).execute()
    }
    await db.deleteFrom('wechat_matches').execute()
    this.#count(0)
  }
  /** Members of a group about whom is asked: nobody says of them that they left. */
  async askedAbout(ref: string): Promise<ReadonlySet<string>> {
    const rows = await this.#ground.db.selectFrom('wechat_matches').select('known').where('ref', '=', ref).execute()
    return new Set(rows.map((row) => row.known))
  }

  /** Takes up what has been settled since the last look. */
  async look(): Promise<void> {
    const { db } = this.#ground
    const rows = await db.selectFrom('wechat_matches').selectAll().execute()
    for (const row of rows) {
      if (row.state === 'open') continue
      if (row.state === 'same') await this.#same(row)
      const over = db
        .deleteFrom('wechat_matches')
        .where(row.state === 'same' ? 'found' : 'id', '=', row.state === 'same' ? row.found : row.id)
      await over.execute()
    }
    const left = await db.selectFrom('wechat_matches').select('id').where('state', '=', 'open').execute()
    this.#count(left.length)
  }
  async #same({ kind, ref, found, known, meanwhile }: MatchRow): Promise<void> {
    if (kind === 'room') return this.#rooms.settle(ref, found)
    await this.#ground.people.become(known, found)
    if (meanwhile && meanwhile !== known) {
      this.#rooms.byRef(ref)?.members.delete(meanwhile)
      await this.#ground.db.deleteFrom('wechat_members').where('user', '=', meanwhile).execute()
    }
  }
  #count(open: number): void {
    if (open === this.#open) return
    this.#open = open
    this.#notice?.()
    this.#notice = open > 0 ? tell(this.#ground, 'matches', 'tell.matches', { count: open }) : undefined
  }
}
