/**
 * The entries of a group, ready to be asked: those of the rulebook that hold there and those that moderators taught.
 * Derived, and kept as long as the checked section it was made from is in force.
 */
import { type Localised, type MaybePromise, pick } from '../../core/words.ts'
import { Desk, type Matched } from '../../text/match.ts'
import type { FaqCtx } from './base.ts'
import { type FaqConfig, holds } from './config.ts'
import { type FaqStore, type TaughtRow, taughtIn } from './store.ts'

export interface Entry {
  readonly id: string
  readonly question: Localised
  readonly answer: Localised
  /** All ways to ask it, in both languages, the canonical one first. */
  readonly texts: readonly string[]
  readonly keywords: readonly string[]
  readonly taught?: { readonly by: string; readonly at: number }
}

/** One desk serves every group of a community for which the same entries hold. */
export class FaqDesk {
  readonly #desk = new Desk()
  readonly #entries = new Map<string, Entry>()
  readonly #written: ReadonlyMap<string, Entry>
  /** What was last taken over from the database. */
  revision = ''
  #lessons: readonly TaughtRow[] = []

  constructor(entries: readonly Entry[]) {
    this.#written = new Map(entries.map((entry) => [entry.id, entry]))
    for (const entry of entries) this.#put(entry)
  }
  get entries(): readonly Entry[] {
    return [...this.#entries.values()]
  }
  find(id: string): Entry | undefined {
    return this.#entries.get(id)
  }
  ask(text: string, dial: FaqConfig['dial']): Matched {
    return this.#desk.ask(text, dial)
  }

  /** Takes over what moderators taught; touches only the entries that changed. */
  learn(lessons: readonly TaughtRow[], revision: string) {
    const changed = new Set(
      [...this.#lessons, ...lessons].filter((row) => !(same(this.#lessons, row) && same(lessons, row))).map(entryOf),
    )
    for (const id of changed) {
      const entry = withLessons(id, this.#written.get(id), lessons)
      if (entry) this.#put(entry)
      else this.#remove(id)
    }
    this.#lessons = lessons
    this.revision = revision
  }
  #put(entry: Entry) {
    this.#entries.set(entry.id, entry)
    this.#desk.set(entry.id, entry.texts)
  }
  #remove(id: string) {
    this.#entries.delete(id)
    this.#desk.delete(id)
  }
}

const entryOf = (row: TaughtRow) => row.entry || row.id
const same = (rows: readonly TaughtRow[], row: TaughtRow) =>
  rows.some(
    (other) =>
      other.id === row.id && other.at === row.at && other.question === row.question && other.answer === row.answer,
  )

/** The entry as written, or as taught, with every other wording that was taught for it. */
function withLessons(id: string, written: Entry | undefined, lessons: readonly TaughtRow[]): Entry | undefined {
  const own = lessons.find((row) => row.id === id && row.entry === '')
  const base = written ?? (own && taughtEntry(own))
  if (!base) return undefined
  const wordings = lessons.filter((row) => row.entry === id).map((row) => row.question)
  return { ...base, texts: [...base.texts, ...wordings] }
}
const taughtEntry = (row: TaughtRow): Entry => ({
  id: row.id,
  question: { zh: row.question },
  answer: { zh: row.answer },
  texts: [row.question],
  keywords: [],
  taught: { by: row.by_name, at: row.at },
})

/** By engine, then by checked section, then by which entries hold in the group. */
const desks = new WeakMap<FaqStore, WeakMap<FaqConfig, Map<string, FaqDesk>>>()

/** The group's desk, up to date with what was taught. A promise only after a lesson and at the first question. */
export function deskOf(ctx: FaqCtx): MaybePromise<FaqDesk> {
  const desk = deskFor(ctx)
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
      .map((entry) => written(entry, config.wordings[entry.id])),
  )
  made.set(key, desk)
  return desk
}

const written = (
  { id, question, alternatives, answer, keywords }: FaqConfig['entries'][number],
  more: readonly string[] = [],
): Entry => ({
  id,
  question,
  answer,
  texts: [...Object.values(question), ...alternatives, ...more].filter((text) => text !== undefined),
  keywords,
})

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

/** As it is shown in lists and on buttons. */
export const titleOf = (entry: Entry, locale: 'zh' | 'en') => pick(entry.question, locale)
