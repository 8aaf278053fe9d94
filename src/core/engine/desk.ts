/** The office's view: reads what is committed, beside the loop; writes only by emitting events. */
import { sql } from 'kysely'
import type { Suggestion } from '../adapter.ts'
import type { Ref } from '../command.ts'
import type { Desk, LogEntry, LoggedAction, PanelAsked, Planned } from '../desk.ts'
import type { Event } from '../event.ts'
import type { Filling, PanelCtx, Why } from '../feature.ts'
import type { Group, Member } from '../people.ts'
import type { Rulebook } from '../rulebook.ts'
import { type Locale, type Role, roles } from '../words.ts'
import type { Engine } from './engine.ts'
import { nameKey } from './names.ts'
import type { OutboxRow } from './outbox.ts'
import { type GroupRow, groupOf } from './people.ts'

type LogQuery = Parameters<Desk['log']>[0]
type InboxJoined = {
  id: string
  at: number
  group_id: string
  type: string
  member_id: string
  message: string
  why: string
  name: string | null
}
type StandingRow = {
  member_id: string
  user: string
  name: string
  role: string
  joined_at: number
  joins: number
  present: number
  number: number
  member_role: string
  locale: string
}

export class EngineDesk implements Desk {
  readonly #engine: Engine
  constructor(engine: Engine) {
    this.#engine = engine
  }
  get #db() {
    return this.#engine.options.reader
  }
  get commands() {
    return this.#engine.commands.cards
  }
  communities() {
    return this.#engine.rulebooks().map(({ id, name }) => ({ id, name }))
  }

  async groups(): Promise<readonly Group[]> {
    const rows = (await this.#db
      .selectFrom('groups')
      .selectAll()
      .where('gone', '=', 0)
      .orderBy('since')
      .execute()) as GroupRow[]
    return rows.flatMap((row) => this.#group(row) ?? [])
  }
  #group(row: GroupRow): Group | undefined {
    const rulebook = this.#engine.rulebooks().find((one) => one.group(row.ref) !== undefined)
    const rules = rulebook?.group(row.ref)
    return rulebook && rules && groupOf(row, rulebook, rules)
  }

  async members(group: string, query: { find?: string; limit?: number } = {}): Promise<readonly Member[]> {
    let some = this.#db
      .selectFrom('memberships as s')
      .innerJoin('members as m', 'm.id', 's.member_id')
      .select([
        's.member_id',
        's.user',
        's.name',
        's.role',
        's.joined_at',
        's.joins',
        's.present',
        'm.number',
        'm.role as member_role',
        'm.locale',
      ])
      .where('s.group_id', '=', group)
      .where('s.present', '=', 1)
    if (query.find) some = some.where('s.name_key', 'like', `${nameKey(query.find).replace(/[%_]/g, '')}%`)
    const rows = await some
      .orderBy('m.number')
      .limit(query.limit ?? 100)
      .execute()
    return rows.map((row) => this.#member(row as StandingRow))
  }
  #member(row: StandingRow): Member {
    const named = this.#engine.rulebooks().map((rulebook) => rulebook.roleOf(row.user))
    const best = Math.max(0, ...[row.role, row.member_role, ...named].map((role) => roles.indexOf(role as Role)))
    return {
      id: row.member_id,
      user: row.user,
      name: row.name,
      number: row.number,
      role: roles[best] as Role,
      locale: (row.locale || undefined) as Locale | undefined,
      joinedAt: row.joined_at,
      joins: row.joins,
      present: row.present === 1,
    }
  }

  panels() {
    return this.#engine.options.features.flatMap((feature) =>
      Object.keys(feature.panels ?? {}).map((name) => {
        const title = (locale: Locale) => feature.texts[locale][`panel.${name}`] ?? name
        return { feature: feature.name, name, title: { zh: title('zh'), en: title('en') } }
      }),
    )
  }
  async panel(feature: string, name: string, query: PanelAsked) {
    const read = this.#engine.options.features.find((one) => one.name === feature)?.panels?.[name]
    const rulebook = this.#engine.rulebooks().find((one) => one.id === query.community)
    if (!read || !rulebook) throw new RangeError(`no panel ${feature}/${name} in ${query.community}`)
    const ctx = await this.#panelCtx(feature, rulebook, query.locale)
    return read(query.asked === undefined ? ctx : { ...ctx, asked: query.asked })
  }
  async #panelCtx(feature: string, rulebook: Rulebook, locale: Locale, ref?: string): Promise<PanelCtx<unknown>> {
    const groups = (await this.groups()).filter((group) => group.community === rulebook.id)
    return {
      db: this.#db,
      config: rulebook.section(feature, ref ?? groups[0]?.ref ?? ''),
      community: { id: rulebook.id, name: rulebook.name },
      groups,
      now: this.#engine.options.clock.now(),
      locale,
    }
  }
  /** Offers for a field that refers to what a feature keeps. */
  async offers(ref: Ref, filling: Filling, locale: Locale): Promise<readonly Suggestion[]> {
    const rulebook = this.#engine.rulebooks().find((one) => one.group(filling.group) !== undefined)
    const feature = this.#engine.options.features.find((one) => one.suggests?.[ref] !== undefined)
    const read = feature?.suggests?.[ref]
    if (!rulebook || !feature || !read) return []
    return read(await this.#panelCtx(feature.name, rulebook, locale, filling.group), filling)
  }

  async log(query: LogQuery): Promise<readonly LogEntry[]> {
    let some = this.#entries()
    if (query.group !== undefined) some = some.where('i.group_id', '=', query.group)
    if (query.before !== undefined) some = some.where('i.at', '<', query.before)
    if (query.decidedOnly) some = some.where('i.id', 'in', this.#db.selectFrom('outbox').select('event'))
    const rows = await some.orderBy('i.at', 'desc').orderBy('i.id', 'desc').limit(query.limit).execute()
    return this.#withActions(rows as InboxJoined[])
  }
  async why(event: string): Promise<LogEntry | undefined> {
    const rows = await this.#entries().where('i.id', '=', event).execute()
    return (await this.#withActions(rows as InboxJoined[]))[0]
  }
  #entries() {
    return this.#db
      .selectFrom('inbox as i')
      .leftJoin('memberships as s', (join) =>
        join.onRef('s.group_id', '=', 'i.group_id').onRef('s.member_id', '=', 'i.member_id'),
      )
      .select(['i.id', 'i.at', 'i.group_id', 'i.type', 'i.member_id', 'i.message', 'i.why', 's.name'])
  }
  async #withActions(rows: readonly InboxJoined[]): Promise<LogEntry[]> {
    if (rows.length === 0) return []
    const ids = rows.map((row) => row.id)
    const acted = (await this.#db
      .selectFrom('outbox')
      .selectAll()
      .where('event', 'in', ids)
      .orderBy('seq')
      .execute()) as OutboxRow[]
    const byEvent = Map.groupBy(acted, (row) => row.event)
    return rows.map((row) => ({
      event: row.id,
      at: row.at,
      group: row.group_id,
      type: row.type,
      member: row.member_id ? { id: row.member_id, name: row.name ?? '' } : undefined,
      message: row.message || undefined,
      why: JSON.parse(row.why) as Record<string, Why>,
      actions: (byEvent.get(row.id) ?? []).map(logged),
    }))
  }

  async planned({ past, limit }: { past?: boolean; limit: number }): Promise<readonly Planned[]> {
    const rows = past
      ? await this.#db.selectFrom('occurrences').selectAll().orderBy('due', 'desc').limit(limit).execute()
      : await this.#db
          .selectFrom('agenda')
          .select(['feature', 'job', 'key', 'group_id', 'due', sql.lit('planned').as('state'), sql.lit('').as('note')])
          .orderBy('due')
          .limit(limit)
          .execute()
    return rows.map((row) => ({
      feature: String(row.feature),
      job: String(row.job),
      key: String(row.key),
      group: String(row.group_id),
      due: Number(row.due),
      state: row.state as Planned['state'],
      note: String(row.note),
    }))
  }

  notices() {
    return this.#engine.notices.all()
  }
  health() {
    return Object.fromEntries(this.#engine.options.adapters.map((adapter) => [adapter.name, adapter.health()]))
  }
  emit(event: Event) {
    return this.#engine.emit(event)
  }
}

const logged = (row: OutboxRow): LoggedAction => ({
  id: row.id,
  feature: row.feature,
  type: row.type,
  action: row.action ? JSON.parse(row.action) : undefined,
  state: row.state as LoggedAction['state'],
  detail: row.detail,
  at: row.at,
})
