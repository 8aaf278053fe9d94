/**
 * What is due when. A row per recurring wish and per one-off job; every occurrence runs once, or its skip is logged
 * with a reason.
 */
import { lastRun, nextRun, runsBetween } from '../../time/cron.ts'
import type { AnyFeature, Later, Recurrence } from '../feature.ts'
import type { Records, Tables } from '../tables.ts'
import type { Consultation } from './consultations.ts'
import type { Place } from './people.ts'
import { Upcoming, window } from './upcoming.ts'

export type AgendaRow = {
  id: string
  feature: string
  job: string
  key: string
  group_id: string
  due: number
  /** '' for one-off work. */
  cron: string
  late: string
  late_within: number
  /** JSON */
  payload: string
  /** JSON: the event that it answers, where and to whom; '' for all else. */
  origin: string
}
/** Of the event whose handling goes on later. */
export interface Origin {
  readonly event: string
  readonly where?: string | undefined
  /** The member who wrote it to Innkeeper alone. */
  readonly alone?: string | undefined
}
type OccurrenceRow = {
  id: string
  feature: string
  job: string
  key: string
  group_id: string
  due: number
  state: string
  note: string
  at: number
}
export interface Due {
  readonly row: AgendaRow
  /** Occurrences missed before this one, newest last. */
  readonly skipped: readonly number[]
  /** Whether the one at `row.due` is to be run, and if not, why. */
  readonly skip: string | undefined
}

/** A run this late is still on time: ticks come once a second, batches may hold it up. */
const onTimeMs = 60_000
/** Peers' value: late by up to an hour is sent once, else a logged skip. */
const lateWithinMs = 3_600_000
/** Of one wish after one stop; a week of an hourly one. */
const notedMisses = 500

const oneOff = { cron: '', late: 'once', late_within: 0 }
export const agendaId = (feature: string, job: string, key: string, group: string) =>
  `${feature}:${job}:${key}:${group}`
export const occurrenceId = (row: AgendaRow) => `job:${row.id}:${row.due}`
export const originOf = ({ origin }: AgendaRow): Origin | undefined => (origin ? JSON.parse(origin) : undefined)

export class Agenda {
  readonly #tables: Tables
  readonly #rows: Records<AgendaRow, 'id'>
  readonly #occurrences: Records<OccurrenceRow, 'id'>
  readonly #upcoming = new Upcoming()

  constructor(tables: Tables) {
    this.#tables = tables
    this.#rows = tables.records<AgendaRow, 'id'>({
      table: 'agenda',
      key: ['id'],
      empty: { feature: '', job: '', key: '', group_id: '', due: 0, ...oneOff, payload: '', origin: '' },
      cache: 0,
    })
    this.#occurrences = tables.records<OccurrenceRow, 'id'>({
      table: 'occurrences',
      key: ['id'],
      empty: { feature: '', job: '', key: '', group_id: '', due: 0, state: '', note: '', at: 0 },
      cache: 0,
    })
  }
  /** After a rollback, or a change by other hands, what is due has to be asked again. */
  forget() {
    this.#upcoming.forget()
  }

  /** One-off work of a verdict. Call within a save. */
  plan(from: string, place: Place, later: readonly Later[], origin?: Origin): void {
    for (const { feature = from, job, key, at, payload = {}, here } of later) {
      const id = agendaId(feature, job, key, place.group.id)
      if (at === null) this.#drop(id)
      else
        this.#put({
          id,
          feature,
          job,
          key,
          group_id: place.group.id,
          due: at,
          ...oneOff,
          payload: JSON.stringify(payload),
          origin: here && origin ? JSON.stringify(origin) : '',
        })
    }
  }
  /** The occurrence as it was planned, unless it was called off, planned anew or run already. */
  async take(planned: Consultation): Promise<Due | undefined> {
    const row = await this.#rows.find({ id: planned.row })
    return row?.due === planned.due ? { row, skipped: [], skip: undefined } : undefined
  }

  /** Brings a group's recurring work into line with the rulebook. Call within a save. */
  async align(place: Place, features: readonly AnyFeature[], now: number): Promise<void> {
    const open = await this.#tables.sql(['agenda'])
    const rows = (await open
      .selectFrom('agenda')
      .selectAll()
      .where('group_id', '=', place.group.id)
      .where('cron', '!=', '')
      .execute()) as AgendaRow[]
    const stale = new Map(rows.map((row) => [row.id, row]))
    for (const feature of features)
      for (const job of feature.jobs ?? []) {
        const config = place.rulebook.section(feature.name, place.group.ref)
        for (const wish of job.recurs?.(config, place.group) ?? []) {
          const made = this.#recurring(feature.name, job.name, wish, place, now)
          if (!made) continue
          const known = stale.get(made.id)
          stale.delete(made.id)
          if (known && known.cron !== made.cron) this.#dropped(known, now)
          this.#put(known?.cron === made.cron ? { ...made, due: known.due } : made)
        }
      }
    for (const row of stale.values()) {
      this.#dropped(row, now)
      this.#drop(row.id)
    }
  }
  /** What was due of a wish that the rulebook no longer has, and was not run. */
  #dropped(row: AgendaRow, now: number): void {
    const { feature, job, key, group_id, due } = row
    if (due > now) return
    const about = { feature, job, key, group_id, due, at: now }
    const note = 'missed while away; the rulebook has changed since'
    this.#occurrences.put({ ...about, id: occurrenceId(row), state: 'skipped', note })
  }
  #recurring(feature: string, job: string, wish: Recurrence, place: Place, now: number): AgendaRow | undefined {
    const cron = `${place.group.timezone} ${wish.cron}`
    const due = nextRun(wish.cron, now, place.group.timezone)
    if (due === null) return undefined
    return {
      id: agendaId(feature, job, wish.key, place.group.id),
      feature,
      job,
      key: wish.key,
      group_id: place.group.id,
      due,
      cron,
      late: wish.late,
      late_within: wish.lateWithin ?? lateWithinMs,
      payload: JSON.stringify(wish.payload ?? {}),
      origin: '',
    }
  }

  /** The first thing due by `now`, in order of time. `asTime` is true where time is the events': then nothing is late. */
  async due(now: number, asTime: boolean): Promise<Due | undefined> {
    if (now < this.#upcoming.next) return undefined
    if (!this.#upcoming.known) this.#upcoming.load(await this.#soonest(window))
    const row = this.#upcoming.first()
    if (!row || row.due > now) return undefined
    return asTime || now - row.due <= onTimeMs ? { row, skipped: [], skip: undefined } : this.#late(row, now)
  }

  async #soonest(limit: number): Promise<AgendaRow[]> {
    const open = await this.#tables.sql(['agenda'])
    const rows = open.selectFrom('agenda').selectAll().orderBy('due').orderBy('id').limit(limit)
    return (await rows.execute()) as AgendaRow[]
  }

  #late(row: AgendaRow, now: number): Due {
    if (row.cron === '') return { row, skipped: [], skip: undefined } // one-off work is never dropped
    const [zone, cron] = zoned(row.cron)
    const last = lastRun(cron, row.due, now, zone) ?? row.due
    const skipped = [row.due, ...runsBetween(cron, row.due, last - 1, zone, notedMisses)].filter((run) => run < last)
    const late = { ...row, due: last }
    if (now - last <= onTimeMs) return { row: late, skipped, skip: undefined }
    if (row.late === 'skip') return { row: late, skipped, skip: 'missed while away; policy: skip' }
    if (now - last > row.late_within) return { row: late, skipped, skip: 'missed while away; too late to make up' }
    return { row: late, skipped, skip: undefined }
  }

  /** Notes what became of an occurrence and moves the row on. Call within a save. */
  done({ row, skipped }: Due, state: 'done' | 'skipped' | 'failed', note: string, now: number): void {
    const { feature, job, key, group_id } = row
    const about = { feature, job, key, group_id, at: now }
    for (const [n, due] of skipped.entries()) {
      const id = occurrenceId({ ...row, due })
      const note = n < notedMisses ? 'missed while away' : 'missed while away, as were all until the next that is noted'
      this.#occurrences.put({ ...about, id, due, state: 'skipped', note })
    }
    this.#occurrences.put({ ...about, id: occurrenceId(row), due: row.due, state, note })
    if (row.cron === '') {
      this.#drop(row.id)
      return
    }
    const [zone, cron] = zoned(row.cron)
    const due = nextRun(cron, row.due, zone)
    if (due === null) this.#drop(row.id)
    else this.#put({ ...row, due })
  }
  #put(row: AgendaRow) {
    this.#rows.put(row)
    this.#upcoming.put(row)
  }
  #drop(id: string) {
    this.#rows.drop({ id })
    this.#upcoming.drop(id)
  }
}
const zoned = (cron: string): [string, string] => {
  const at = cron.indexOf(' ')
  return [cron.slice(0, at), cron.slice(at + 1)]
}
