/** The action `filters`: AutoMod is brought into line with the rulebook, and what it has no room for is told. */
import { DiscordAPIError, type Guild, RateLimitError } from 'discord.js'
import { type APIAutoModerationRule, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { Outcome } from '../../../src/core/action.ts'
import { fill, type Vars } from '../../../src/core/texts.ts'
import type { Locale, Localised } from '../../../src/core/words.ts'
import type { Ground, Mirror } from '../ground.ts'
import { bareId } from '../ids.ts'
import { type Left, planned } from './plan.ts'
import { type Rooms, serverOf } from './server.ts'
import { isOwn, type Step, stepsTo } from './sync.ts'
import { filterTexts } from './texts.ts'

export { filteredEvent } from './alerts.ts'

export const mirror: Mirror = async (ground, action) => {
  const guild = ground.client.guilds.cache.get(bareId(action.group) ?? '')
  if (!guild) return { ok: false, kind: 'gone', detail: '' }
  try {
    const { rest, user } = ground.client
    const rules = (await rest.get(Routes.guildAutoModerationRules(guild.id))) as APIAutoModerationRule[]
    const section = ground.section(guild.id)
    const plan = planned(action, section, serverOf(roomsOf(guild), section, rules, user.id))
    const own = rules.filter((rule) => isOwn(rule, user.id))
    for (const step of stepsTo(plan.rules, own)) await take(ground, guild.id, step)
    tellLeft(ground, guild, plan.left)
    return { ok: true }
  } catch (error) {
    return outcomeOf(error, ground.rules(guild.id)?.languages[0] ?? 'zh')
  }
}

const roomsOf = ({ channels, roles }: Guild): Rooms => ({
  channels: channels.cache.map(({ id, name }) => ({ id, name })),
  roles: roles.cache.map(({ id, name, managed, permissions }) => ({
    id,
    name,
    managed,
    permissions: permissions.bitfield,
  })),
})

const reason = 'moderation.yaml: mirror'
async function take({ client: { rest } }: Ground, guild: string, step: Step): Promise<void> {
  if (step.does === 'create') await rest.post(Routes.guildAutoModerationRules(guild), { body: step.body, reason })
  else if (step.does === 'change')
    await rest.patch(Routes.guildAutoModerationRule(guild, step.id), { body: step.body, reason })
  else await rest.delete(Routes.guildAutoModerationRule(guild, step.id), { reason })
}

const told = new WeakMap<Ground, Map<string, () => void>>()
/** One notice a guild; taken back once everything fits. */
function tellLeft(ground: Ground, guild: Guild, left: Left): void {
  const notices = told.get(ground) ?? new Map<string, () => void>()
  told.set(ground, notices)
  const text = leftText(guild.name, left)
  if (text) notices.set(guild.id, ground.door.tell({ key: `filters:${guild.id}`, text }))
  else {
    notices.get(guild.id)?.()
    notices.delete(guild.id)
  }
}
/** Undefined where everything found room. */
export function leftText(guild: string, left: Left): Localised | undefined {
  const counted = (['words', 'long', 'allow'] as const).filter((key) => left[key] > 0)
  const full = (['mentions', 'links'] as const).filter((key) => left[key])
  if (counted.length + full.length === 0) return undefined
  const lines = (locale: Locale) => [
    say(locale, 'left.head', { guild }),
    ...counted.map((key) => `· ${say(locale, `left.${key}`, { count: left[key] })}`),
    ...full.map((key) => `· ${say(locale, `left.${key}`)}`),
  ]
  return { zh: lines('zh').join('\n'), en: lines('en').join('\n') }
}
const say = (locale: Locale, key: string, vars: Vars = {}) => fill(filterTexts[locale][key] ?? key, vars)

const rights: readonly (string | number)[] = [RESTJSONErrorCodes.MissingAccess, RESTJSONErrorCodes.MissingPermissions]
/** What Discord refused is told with its remedy; what it could not do for now is tried again. */
export function outcomeOf(error: unknown, locale: Locale): Outcome {
  const not = (kind: 'denied' | 'unsupported' | 'failed', key: string, vars: Vars = {}): Outcome => ({
    ok: false,
    kind,
    detail: say(locale, key, vars).slice(0, 1000),
  })
  if (error instanceof RateLimitError)
    return { ok: false, kind: 'busy', retryAfterMs: error.retryAfter, all: error.global, detail: '' }
  if (!(error instanceof DiscordAPIError))
    return { ok: false, kind: 'busy', retryAfterMs: 60_000, detail: String(error) }
  if (rights.includes(error.code)) return not('denied', 'denied.rights')
  if (error.status === 404 && error.method === 'GET') return not('unsupported', 'unsupported')
  // Somebody deleted a rule in between: the next try sees what is left.
  if (error.status === 404) return { ok: false, kind: 'busy', retryAfterMs: 5000, detail: error.message }
  return not('failed', 'failed.refused', { detail: error.message })
}
