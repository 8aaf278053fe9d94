/** Gathers what the engine decided and filed, piece by piece, before any retention takes it away. */
import type { Engine } from '../core/engine/engine.ts'
import type { Why } from '../core/feature.ts'

export interface ActionRecord {
  readonly id: string
  /** An event's id, or that of a planned occurrence. */
  readonly event: string
  readonly feature: string
  readonly group: string
  readonly type: string
  readonly action: {
    readonly text?: unknown
    readonly replyTo?: string
    readonly options?: readonly { readonly label: string }[]
  }
  readonly state: string
  readonly detail: string
  readonly at: number
}
export interface OccurrenceRecord {
  readonly id: string
  readonly feature: string
  readonly job: string
  readonly key: string
  readonly due: number
  readonly state: string
  readonly note: string
}
const idsAtOnce = 500

export class Recording {
  /** Only of events of which a feature decided something. */
  readonly whys = new Map<string, Readonly<Record<string, Why>>>()
  readonly actions: ActionRecord[] = []
  readonly occurrences = new Map<string, OccurrenceRecord>()
  readonly #engine: Engine
  #seq = 0
  #since = 0

  constructor(engine: Engine) {
    this.#engine = engine
  }
  /** Call when the engine is idle; `ids` are those of the events since the last call. */
  async gather(ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += idsAtOnce) await this.#decisions(ids.slice(from, from + idsAtOnce))
    await this.#filed()
    await this.#ran()
  }
  async #decisions(ids: readonly string[]) {
    const { reader } = this.#engine.options
    const rows = await reader.selectFrom('inbox').select(['id', 'why']).where('id', 'in', ids).execute()
    for (const { id, why } of rows) {
      if (!String(why).includes('"decided":"') || onlyNothing.test(why)) continue
      this.whys.set(id, JSON.parse(why))
    }
  }
  async #filed() {
    const { reader } = this.#engine.options
    const rows = await reader.selectFrom('outbox').selectAll().where('seq', '>', this.#seq).orderBy('seq').execute()
    for (const row of rows) {
      this.#seq = Number(row.seq)
      const { id, event, feature, group_id: group, type, state, detail, at } = row
      this.actions.push({ id, event, feature, group, type, action: JSON.parse(row.action), state, detail, at })
    }
  }
  async #ran() {
    const { reader } = this.#engine.options
    const rows = await reader.selectFrom('occurrences').selectAll().where('at', '>=', this.#since).execute()
    for (const { id, feature, job, key, due, state, note, at } of rows) {
      this.#since = Math.max(this.#since, Number(at))
      this.occurrences.set(id, { id, feature, job, key, due: Number(due), state, note })
    }
  }
}
/** `{"a":{"decided":"nothing"},"b":{"decided":"nothing"}}`: by far the most there are. */
const onlyNothing = /^\{(?:"\w+":\{"decided":"nothing"\},?)*\}$/
