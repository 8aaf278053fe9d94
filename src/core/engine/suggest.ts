/** Offers for a field while it is being filled in. Reads beside the loop: nothing waits for it. */
import { formatDuration, parseDuration } from '../../time/duration.ts'
import type { Door, Suggestion } from '../adapter.ts'
import type { Locale } from '../words.ts'
import { EngineDesk } from './desk.ts'
import type { Engine } from './engine.ts'

type Asked = Parameters<Door['suggest']>[0]
/** What platforms show at most; longer labels are cut by them. */
const most = 25
const usualMs = ['10m', '1h', '12h', '1d', '3d', '7d', '28d'].map((one) => parseDuration(one) ?? 0)

export async function suggest(engine: Engine, asked: Asked): Promise<readonly Suggestion[]> {
  const { command, field, locale, group, typed } = asked
  const card = engine.commands.cards.find((one) => one.name === command)
  const ref = card?.fields.find((one) => one.name === field)?.ref
  if (!ref) return []
  if (ref === 'duration') return durations(typed, locale)
  const desk = new EngineDesk(engine)
  const found = ref === 'member' ? await members(desk, asked) : await desk.offers(ref, { group, typed, locale })
  return found.slice(0, most)
}

function durations(typed: string, locale: Locale): Suggestion[] {
  const own = parseDuration(typed)
  const all = own === undefined ? usualMs : [own, ...usualMs.filter((ms) => ms !== own)]
  return all.map((ms) => ({ value: formatDuration(ms, 'en'), label: formatDuration(ms, locale) }))
}

async function members(desk: EngineDesk, { group, typed }: Asked): Promise<Suggestion[]> {
  const here = (await desk.groups()).find((one) => one.ref === group)
  if (!here) return []
  const found = await desk.members(here.id, { find: typed.replace(/^[@＠]/u, ''), limit: most })
  return found.map(({ user, name }) => ({ value: user, label: name }))
}
