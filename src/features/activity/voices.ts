/**
 * Who spoke lately in each group: to find whom an answer, a reaction or "nick: …" is meant for, without a row per
 * message. Derived from the members' rows, which are the durable memory: whatever is forgotten here is read again, and
 * what is held is exactly what would be read.
 */
import type { Tables } from '../../core/tables.ts'
import { andThen, type MaybePromise } from '../../core/words.ts'
import { type MemberRow, wrote } from './tally.ts'

/** The last so many who spoke in a group: answers to anyone else are not credited. */
const perGroup = 100
/** Over all groups; the group asked for longest ago goes first. */
const inAll = 40_000

/** The last speakers of one group, by member and by the name they bear. */
class Voiced {
  readonly #rows = new Map<string, MemberRow>()
  readonly #named = new Map<number, readonly string[]>()

  get size(): number {
    return this.#rows.size
  }
  set(row: MemberRow) {
    const before = this.#rows.get(row.member_id)
    this.#rows.set(row.member_id, row)
    if (before?.called === row.called) return
    if (before) this.#unname(before)
    this.#named.set(row.called, [...(this.#named.get(row.called) ?? []), row.member_id])
  }
  #unname({ called, member_id }: MemberRow) {
    const others = this.#named.get(called)?.filter((other) => other !== member_id) ?? []
    if (others.length > 0) this.#named.set(called, others)
    else this.#named.delete(called)
  }
  /** The one who has been silent longest goes. */
  dropOldest() {
    let oldest: MemberRow | undefined
    for (const row of this.#rows.values()) if (!oldest || later(oldest, row)) oldest = row
    if (!oldest) return
    this.#rows.delete(oldest.member_id)
    this.#unname(oldest)
  }
  /** The last to speak of those who fit. */
  latest(fits: (row: MemberRow) => boolean): MemberRow | undefined {
    let found: MemberRow | undefined
    for (const row of this.#rows.values()) if (fits(row) && (!found || later(row, found))) found = row
    return found
  }
  bearer(called: number): MemberRow | undefined {
    let found: MemberRow | undefined
    for (const member of this.#named.get(called) ?? []) {
      const row = this.#rows.get(member)
      if (row && (!found || later(row, found))) found = row
    }
    return found
  }
}

export class Voices {
  readonly #tables: Tables
  readonly #groups = new Map<string, Voiced>()
  #held = 0

  constructor(tables: Tables) {
    this.#tables = tables
    tables.rolledBack(() => {
      this.#groups.clear()
      this.#held = 0
    })
  }

  /** Who wrote the message with this fingerprint, as far as remembered. */
  authorOf(group: string, print: string): MaybePromise<MemberRow | undefined> {
    return andThen(this.#of(group), (voiced) => voiced.latest((row) => wrote(row, print)))
  }
  /** Who bears the name with this fingerprint; the one who spoke last where two do. */
  bearerOf(group: string, called: number): MaybePromise<MemberRow | undefined> {
    return andThen(this.#of(group), (voiced) => voiced.bearer(called))
  }

  /** In `save`, for every row put. A group nobody asked about is not held at all. */
  note(row: MemberRow): void {
    const voiced = this.#groups.get(row.group_id)
    if (!voiced) return
    this.#held -= voiced.size
    voiced.set(row)
    if (voiced.size > perGroup) voiced.dropOldest()
    this.#held += voiced.size
  }

  #of(group: string): MaybePromise<Voiced> {
    const known = this.#groups.get(group)
    if (!known) return this.#read(group)
    this.#groups.delete(group)
    this.#groups.set(group, known)
    return known
  }
  async #read(group: string): Promise<Voiced> {
    const db = await this.#tables.sql(['activity_members'])
    const rows = await db
      .selectFrom('activity_members')
      .selectAll()
      .where('group_id', '=', group)
      .orderBy('last_at', 'desc')
      .orderBy('member_id', 'desc')
      .limit(perGroup)
      .$castTo<MemberRow>()
      .execute()
    const voiced = new Voiced()
    for (const row of rows) voiced.set(row)
    this.#groups.set(group, voiced)
    this.#held += voiced.size
    for (const [other, held] of this.#groups) {
      if (this.#held <= inAll || other === group) break
      this.#groups.delete(other)
      this.#held -= held.size
    }
    return voiced
  }
}

const later = (a: MemberRow, b: MemberRow) =>
  a.last_at > b.last_at || (a.last_at === b.last_at && a.member_id > b.member_id)
