/**
 * The entries of a group, ready to be asked: those of the rulebook that hold there and those that moderators taught.
 * Derived, and kept as long as the checked section it was made from is in force.
 */
import type { MaybePromise } from '../../core/words.ts'
import { Desk, type Matched } from '../../text/match.ts'
import { dayAt } from '../../time/days.ts'
import type { FaqCtx } from './base.ts'
import { type FaqConfig, holds } from './config.ts'
import { type Entry, holdsOn, taughtEntry, writtenEntry } from './entry.ts'
import { type FaqStore, type TaughtRow, taughtIn } from './store.ts'

/** One desk serves every group of a community for which the same entries hold. */
export class FaqDesk {
  readonly #desk = new Desk()
  /** What is asked only right after an entry, by that entry. */
  readonly #followers = new Map<string, Desk>()
  /** Those in force, with what was taught for them. */
  readonly #entries = new Map<string, Entry>()
  readonly #written: ReadonlyMap<string, Entry>
  /** Those that begin or end on a day. */
  readonly #dated: readonly string[]
  /** What was last taken over from the database. */
  revision = ''
  /** Another whenever an entry comes, goes or changes: what is derived from all of them holds as long as it. */
  version = 0
  #lessons: Lessons = noLessons
  #day = ''

  constructor(entries: readonly Entry[]) {
    this.#written = new Map(entries.map((entry) => [entry.id, entry]))
    this.#dated = entries.filter(({ from, until }) => from !== undefined || until !== undefined).map(({ id }) => id)
    for (const entry of entries) this.#put(entry)
  }
  get isDated(): boolean {
    return this.#dated.length > 0
  }
  /** What can be asked at any time, in the order of the rulebook. */
  get entries(): readonly Entry[] {
    return [...this.#entries.values()].filter(({ after }) => after === undefined)
  }
  find(id: string): Entry | undefined {
    return this.#entries.get(id)
  }
  ask(text: string, dial: FaqConfig['dial']): Matched {
    return this.#desk.ask(text, dial)
  }
  /** Among what follows that entry; undefined where nothing does. */
  askAfter(entry: string, text: string): Matched | undefined {
    return this.#followers.get(entry)?.ask(text, 'lenient')
  }

  /** From this day on: touches only entries that begin or end on a day. */
  turnTo(day: string) {
    if (day === this.#day) return
    this.#day = day
    for (const id of this.#dated) this.#renew(id)
  }
  /** Takes over what moderators taught; touches only the entries that changed. */
  learn(rows: readonly TaughtRow[], revision: string) {
    const before = this.#lessons
    this.#lessons = lessonsIn(rows)
    this.revision = revision
    for (const id of changed(before, this.#lessons)) this.#renew(id)
  }
  #renew(id: string) {
    const entry = withLessons(id, this.#written.get(id), this.#lessons)
    if (entry && holdsOn(entry, this.#day)) this.#put(entry)
    else this.#remove(id)
  }
  #put(entry: Entry) {
    this.version += 1
    this.#entries.set(entry.id, entry)
    this.#deskOf(entry).set(entry.id, entry.texts)
  }
  #remove(id: string) {
    const entry = this.#entries.get(id)
    if (!entry) return
    this.version += 1
    this.#entries.delete(id)
    this.#deskOf(entry).delete(id)
  }
  #deskOf({ after }: Entry): Desk {
    if (after === undefined) return this.#desk
    const known = this.#followers.get(after) ?? new Desk()
    this.#followers.set(after, known)
    return known
  }
}

/** By the entry they are for, their own id where they are one. */
type Lessons = ReadonlyMap<string, readonly TaughtRow[]>
const noLessons: Lessons = new Map()
const lessonsIn = (rows: readonly TaughtRow[]): Lessons => Map.groupBy(rows, (row) => row.entry || row.id)
const changed = (before: Lessons, after: Lessons): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((id) => marks(before.get(id)) !== marks(after.get(id)))
const marks = (rows: readonly TaughtRow[] = []) =>
  JSON.stringify(rows.map(({ id, at, question, answer }) => [id, at, question, answer]))

/** The entry as written, or as taught, with every other wording that was taught for it. */
function withLessons(id: string, written: Entry | undefined, lessons: Lessons): Entry | undefined {
  const rows = lessons.get(id) ?? []
  const own = rows.find((row) => row.entry === '')
  const base = written ?? (own && taughtEntry(own))
  if (!base) return undefined
  return { ...base, texts: [...base.texts, ...rows.filter((row) => row.entry === id).map((row) => row.question)] }
}

/** By engine, then by checked section, then by which entries hold in the group. */
const desks = new WeakMap<FaqStore, WeakMap<FaqConfig, Map<string, FaqDesk>>>()

/** The group's desk, up to date with what was taught. A promise only after a lesson and at the first question. */
export function deskOf(ctx: FaqCtx): MaybePromise<FaqDesk> {
  const desk = deskFor(ctx)
  if (desk.isDated) desk.turnTo(dayAt(ctx.now, ctx.group.timezone))
  const row = ctx.store.desks.get({ community: ctx.community.id })
  if (row instanceof Promise) return row.then(({ revision }) => upToDate(ctx, desk, revision))
  return upToDate(ctx, desk, row.revision)
}
function upToDate(ctx: FaqCtx, desk: FaqDesk, revision: string): MaybePromise<FaqDesk> {
  if (desk.revision === revision) return desk
  return relearn(ctx, desk, revision)
}
async function relearn(ctx: FaqCtx, desk: FaqDesk, revision: string): Promise<FaqDesk> {
  desk.learn(await taughtIn(await ctx.sql(), ctx.community.id), revision)
  return desk
}

function deskFor({ store, config, community, group }: FaqCtx): FaqDesk {
  const bySection = desks.get(store) ?? new WeakMap<FaqConfig, Map<string, FaqDesk>>()
  desks.set(store, bySection)
  const made = bySection.get(config) ?? new Map<string, FaqDesk>()
  bySection.set(config, made)
  const key = `${community.id} ${scopeOf(config, group.ref)}`
  const known = made.get(key)
  if (known) return known
  const desk = new FaqDesk(
    config.entries
      .filter((entry) => holds(entry.groups, group.ref))
      .map((entry) => writtenEntry(entry, config.wordings[entry.id])),
  )
  made.set(key, desk)
  return desk
}

const scopes = new WeakMap<FaqConfig, Map<string, string>>()
/** Which of the entries that name groups hold in this one. */
function scopeOf(config: FaqConfig, ref: string): string {
  const known = scopes.get(config) ?? new Map<string, string>()
  scopes.set(config, known)
  const scope = known.get(ref)
  if (scope !== undefined) return scope
  const limited = config.entries.filter(({ groups }) => groups)
  const made = limited
    .filter(({ groups }) => holds(groups, ref))
    .map(({ id }) => id)
    .join(' ')
  known.set(ref, made)
  return made
}
