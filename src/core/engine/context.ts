/** What a feature is given. Getters return closures, so that `({ event, t }) =>` works and nothing unused is made. */
import type { ActionType } from '../action.ts'
import type { AnyFeature, Log } from '../feature.ts'
import type { Group, Member } from '../people.ts'
import type { Tables } from '../tables.ts'
import { fill, type Texts, type Vars } from '../texts.ts'
import { type Locale, type Localised, pick } from '../words.ts'
import type { Source } from './filing.ts'
import { messagesOf } from './outbox.ts'
import type { People, Place } from './people.ts'

/** A text in each of the group's languages, one under the other. */
export const inLanguages = (languages: readonly Locale[], one: (locale: Locale) => string): string =>
  languages.length === 1 ? one(languages[0] as Locale) : [...new Set(languages.map(one))].join('\n')

export const textOf = (texts: Texts, locale: Locale, key: string, vars?: Vars): string =>
  fill(texts[locale][key] ?? key, vars)
export const localeOf = (member: Member | undefined, languages: readonly Locale[]): Locale =>
  member?.locale ?? (languages[0] as Locale)

/** A feature with its store, made once. */
export interface Lodger {
  readonly feature: AnyFeature
  readonly store: unknown
}
/** What contexts need of the engine. */
export interface Room {
  readonly people: People
  readonly tables: Tables
  readonly log: Log
  can(platform: string, action: ActionType): boolean
  staffRoom(group: Group): boolean
  readonly canConsult: boolean
}

type ContextSource = Pick<Source, 'now' | 'id' | 'where' | 'alone'>
export class Context {
  readonly #room: Room
  readonly #lodger: Lodger
  readonly #place: Place
  readonly now: number
  readonly source: string
  readonly where: string | undefined
  readonly alone: Member | undefined
  constructor(room: Room, lodger: Lodger, place: Place, source: ContextSource, more: object) {
    this.#room = room
    this.#lodger = lodger
    this.#place = place
    this.now = source.now
    this.source = source.id
    this.where = source.where
    this.alone = source.alone
    Object.assign(this, more)
  }
  get config() {
    return this.#place.rulebook.section(this.#lodger.feature.name, this.#place.group.ref)
  }
  get store() {
    return this.#lodger.store
  }
  get community() {
    return { id: this.#place.rulebook.id, name: this.#place.rulebook.name }
  }
  get group() {
    return this.#place.group
  }
  get log() {
    return this.#room.log
  }
  get t() {
    const { texts } = this.#lodger.feature
    return (key: string, vars?: Vars) =>
      inLanguages(this.#place.group.languages, (locale) => textOf(texts, locale, key, vars))
  }
  get tFor() {
    const { texts } = this.#lodger.feature
    return (member: Member, key: string, vars?: Vars) =>
      textOf(texts, localeOf(member, this.#place.group.languages), key, vars)
  }
  get words() {
    return (both: Localised, vars?: Vars) =>
      inLanguages(this.#place.group.languages, (locale) => fill(pick(both, locale), vars))
  }
  get can() {
    return (action: ActionType) => this.#room.can(this.#place.group.platform, action)
  }
  get asks() {
    if (this.can('ask')) return 'buttons'
    return this.can('send') ? 'numbers' : 'nothing'
  }
  get staffRoom() {
    return this.#room.staffRoom(this.#place.group)
  }
  get canConsult() {
    return this.#room.canConsult
  }
  get find() {
    return (idOrUser: string) => this.#room.people.find(this.#place, idOrUser)
  }
  get sql() {
    return (reads?: readonly string[]) => this.#room.tables.sql(reads)
  }
  get sentAs() {
    return (actions: readonly string[]) => messagesOf(this.#room.tables, actions)
  }
  get staff() {
    return () => this.#room.people.staff(this.#place)
  }
  get configOf() {
    return (feature: string) => this.#place.rulebook.section(feature, this.#place.group.ref)
  }
}
