/**
 * Ban lists of other communities that a rulebook follows by their address: fetched again and again beside the loop, kept
 * only whole, with every line signed. What cannot be fetched leaves the list that is there, and is told once.
 */
import type { Engine } from './core/engine/engine.ts'
import { InnkeeperError } from './core/errors.ts'
import { fill, type Vars } from './core/texts.ts'
import { type Locale, locales } from './core/words.ts'
import { type SubscriptionRow, subscriptionsOf } from './features/moderation/case-store.ts'
import type { Config } from './features/moderation/config.ts'
import type { SharedList } from './features/moderation/shared/config.ts'
import { checked, fetched } from './features/moderation/shared/fetching.ts'
import { moderationTexts } from './features/moderation/texts.ts'

/** One that failed is tried again after so long, or sooner where it is wanted more often. */
const againMs = 3_600_000

interface Followed {
  readonly community: string
  readonly list: SharedList & { readonly url: string }
}

export class Subscriptions {
  readonly #engine: Engine
  readonly #now: () => number
  /** By community and list: what takes the notice of its failure back. */
  readonly #told = new Map<string, () => void>()
  #looking = false

  constructor(engine: Engine, now: () => number) {
    this.#engine = engine
    this.#now = now
  }

  /** Fetches what is due, one after the other; does nothing while that is under way. */
  async look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      const rows = await this.#rows()
      for (const one of await this.#followed()) {
        const row = rows.get(nameOf(one.community, one.list.name))
        if (isDue(one, row, this.#now())) await this.#refresh(one, row)
      }
    } finally {
      this.#looking = false
    }
  }

  /** Of every rulebook in force, and of its groups that follow others. */
  async #followed(): Promise<readonly Followed[]> {
    const groups = await this.#engine.options.reader.selectFrom('groups').select('ref').where('gone', '=', 0).execute()
    const all = new Map<string, Followed>()
    for (const rulebook of this.#engine.rulebooks())
      for (const ref of ['', ...groups.map((group) => String(group.ref))]) {
        if (ref !== '' && rulebook.group(ref) === undefined) continue
        const section = rulebook.section('moderation', ref) as Config | undefined
        for (const list of section?.sharedBans ?? [])
          if (list.url !== undefined)
            all.set(nameOf(rulebook.id, list.name), { community: rulebook.id, list: { ...list, url: list.url } })
      }
    return [...all.values()]
  }
  async #rows(): Promise<ReadonlyMap<string, SubscriptionRow>> {
    const { reader } = this.#engine.options
    const rows = await reader.selectFrom('moderation_subscriptions').selectAll().$castTo<SubscriptionRow>().execute()
    return new Map(rows.map((row) => [nameOf(row.community, row.list), row]))
  }

  async #refresh({ community, list }: Followed, row: SubscriptionRow | undefined): Promise<void> {
    const { name, url, key } = list
    const now = this.#now()
    const before: SubscriptionRow = row ?? {
      community,
      list: name,
      url,
      key: '',
      content: '',
      changed_at: 0,
      tried_at: 0,
      failed: '',
    }
    try {
      const content = await fetched(url)
      const { lines } = await checked(content, url, key)
      // Who is let in again has a line that says so: a list that is empty all of a sudden is a host's mistake.
      if (lines === 0 && before.content !== '' && before.key === key)
        throw new InnkeeperError('bans/unreachable', { place: url, detail: 'There is nothing in it any more.' })
      const isNew = content !== before.content || key !== before.key
      const changed_at = isNew ? Math.max(now, Number(before.changed_at) + 1) : Number(before.changed_at)
      await this.#keep({ community, list: name, url, key, content, changed_at, tried_at: now, failed: '' })
      this.#told.get(nameOf(community, name))?.()
      this.#told.delete(nameOf(community, name))
    } catch (error) {
      if (!(error instanceof InnkeeperError)) throw error
      await this.#keep({ ...before, changed_at: Number(before.changed_at), url, tried_at: now, failed: error.message })
      this.#engine.options.log.warn({ community, list: name, error }, 'a ban list could not be fetched')
      if (before.failed === '') this.#tell({ community, list }, before, error.code, now)
    }
  }
  #tell({ community, list: { name, url } }: Followed, { changed_at }: SubscriptionRow, code: string, at: number): void {
    const date = new Date(Number(changed_at)).toISOString().slice(0, 10)
    const says = inEach((say) => {
      const kept = Number(changed_at) > 0 ? say('shared.failed.kept', { date }) : say('shared.failed.none')
      return say('shared.failed', { list: name, url, detail: say(`shared.failed.${code}`), kept })
    })
    const text = locales.map((locale) => says[locale]).join('\n')
    this.#told.set(nameOf(community, name), this.#engine.notices.add({ at, kind: 'feature', text, says, over: false }))
  }
  #keep(row: SubscriptionRow): Promise<void> {
    const { unit } = this.#engine.options
    return this.#engine.work(async () => unit.writing(() => subscriptionsOf(unit).put(row)))
  }
}

const nameOf = (community: string, list: string) => `${community} ${list}`
/** Another address or key is another list, and is fetched at once. */
function isDue({ list }: Followed, row: SubscriptionRow | undefined, now: number): boolean {
  if (row === undefined || row.url !== list.url || (row.failed === '' && row.key !== list.key)) return true
  const wait = row.failed === '' ? list.every : Math.min(list.every, againMs)
  return now - Number(row.tried_at) >= wait
}
type Say = (key: string, vars?: Vars) => string
const inEach = (text: (say: Say) => string): Record<Locale, string> => {
  const one = (locale: Locale) => text((key, vars) => fill(moderationTexts[locale][key] ?? key, vars))
  return { zh: one('zh'), en: one('en') }
}
