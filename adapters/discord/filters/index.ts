/** The action `filters`: AutoMod is brought into line with the rulebook, and what it has no room for is told. */
import { DiscordAPIError, type Guild, type REST } from 'discord.js'
import { type APIAutoModerationRule, Routes } from 'discord-api-types/v10'
import { fill, type Vars } from '../../../src/core/texts.ts'
import type { Locale, Localised } from '../../../src/core/words.ts'
import { done, gone } from '../errors.ts'
import type { Ground, Mirror } from '../ground.ts'
import { bareId } from '../ids.ts'
import { lackingInGuild } from '../safety.ts'
import { type Left, planned } from './plan.ts'
import { type Rooms, serverOf } from './server.ts'
import { isOwn, type Step, stepsTo } from './sync.ts'
import { filterTexts } from './texts.ts'

export const mirror: Mirror = async (ground, action) => {
  const guild = ground.client.guilds.cache.get(bareId(action.group) ?? '')
  if (!guild) return gone('the bot is not in this server')
  const lacks = lackingInGuild(ground, guild, 'filters')
  if (lacks) return lacks
  const { rest, user } = ground.client
  const rules = await rulesOf(ground, guild.id)
  if (!rules) return { ok: false, kind: 'unsupported', detail: 'this server has no AutoMod' }
  const section = ground.section(guild.id)
  const plan = planned(action, section, serverOf(roomsOf(guild), section, rules, user.id))
  for (const step of stepsTo(
    plan.rules,
    rules.filter((rule) => isOwn(rule, user.id)),
  ))
    await take(rest, guild.id, step)
  tellLeft(ground, guild, plan.left)
  return done
}
/** Undefined on servers that are compatible with Discord, and have nothing of the kind. */
async function rulesOf({ client }: Ground, guild: string): Promise<APIAutoModerationRule[] | undefined> {
  try {
    return (await client.rest.get(Routes.guildAutoModerationRules(guild))) as APIAutoModerationRule[]
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 404) return undefined
    throw error
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
async function take(rest: REST, guild: string, step: Step): Promise<void> {
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
