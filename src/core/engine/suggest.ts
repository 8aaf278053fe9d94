/** Offers for a field while it is being filled in. Reads beside the loop: nothing waits for it. */
import { formatDuration, parseDuration } from '../../time/duration.ts'
import type { Door, Suggestion } from '../adapter.ts'
import { type Locale, mayDo, type Role } from '../words.ts'
import { EngineDesk } from './desk.ts'
import type { Engine } from './engine.ts'

type Asked = Parameters<Door['suggest']>[0]
/** What platforms show at most; longer labels are cut by them. */
const most = 25
const usualMs = ['10m', '1h', '12h', '1d', '3d', '7d', '28d'].map((one) => parseDuration(one) ?? 0)

export async function suggest(engine: Engine, asked: Asked): Promise<readonly Suggestion[]> {
  const { command, field, locale, group, user, typed } = asked
  const card = engine.commands.cards.find((one) => one.name === command)
  const ref = card?.fields.find((one) => one.name === field)?.ref
  if (!card || !ref || !(await mayGive(engine, asked, card.role))) return []
  if (ref === 'duration') return durations(typed, locale)
  const desk = new EngineDesk(engine)
  const found =
    ref === 'member'
      ? await members(desk, asked)
      : await desk.offers(ref, { group, user, typed, role: card.role }, locale)
  return found.slice(0, most)
}

/** Who may not give the command is offered nothing of what it is about. */
async function mayGive(engine: Engine, { group, user }: Asked, needed: Role): Promise<boolean> {
  if (needed === 'member') return true
  const rulebook = engine.rulebooks().find((one) => one.group(group) !== undefined)
  const named = rulebook?.roleOf(user)
  if (named && mayDo(named, needed)) return true
  const rows = await engine.options.reader
    .selectFrom('memberships as s')
    .innerJoin('groups as g', 'g.id', 's.group_id')
    .innerJoin('members as m', 'm.id', 's.member_id')
    .select(['s.role', 'm.role as everywhere'])
    .where('g.ref', '=', group)
    .where('s.user', '=', user)
    .execute()
  return rows.some((row) => mayDo(row.role as Role, needed) || mayDo(row.everywhere as Role, needed))
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
