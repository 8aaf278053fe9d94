/** What the schedule did and is about to do, with the names that owners gave their posts. */
import type { Desk, Planned } from '../../core/desk.ts'
import type { Community, Group } from '../../core/people.ts'
import type { Locale } from '../../core/words.ts'
import { panelOf } from './panels.ts'
import type { Occasion } from './wire.ts'

/** How many occurrences are read at most: the desk has no page after the first. */
const most = 2000
/** Jobs that throw away what is out of date, or see whether all is as it should be: nothing that a group sees. */
const upkeep = /\btidy\b|^(?:told|gone|mirror|shared-look)$/

export async function occasions(
  desk: Desk,
  about: {
    readonly community: Community
    readonly groups: readonly Group[]
    readonly locale: Locale
    readonly past: boolean
    readonly upkeep: boolean
  },
): Promise<Occasion[]> {
  const [all, posts] = await Promise.all([
    desk.planned({ past: about.past, limit: most }),
    panelOf(desk, 'schedule', 'posts', about.community, about.locale),
  ])
  const names = new Map(posts?.rows.map((row) => [row.id, String(row.cells.name ?? '')]))
  const ours = new Set(about.groups.map((group) => group.id))
  const nameOf = (one: Planned) => (one.feature === 'schedule' ? names.get(`${one.group}/${one.key}`) : undefined)
  return all
    .filter((one) => ours.has(one.group) && (about.upkeep || !upkeep.test(one.job)))
    .toSorted((a, b) => (about.past ? b.due - a.due : a.due - b.due))
    .map((one) => ({ ...one, name: nameOf(one) ?? '' }))
}
