/**
 * People whom the engine has never heard of and is about to: who invites before writing a word, who is named in a typed
 * command. They are told to it first, by name and role.
 */
import { DiscordAPIError } from 'discord.js'
import { RESTJSONErrorCodes } from 'discord-api-types/v10'
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'

const most = 20_000

interface Named {
  readonly id: string
  /** As an event carries them: told where Discord cannot be asked. */
  readonly username?: string
  readonly global_name?: string | null
  readonly bot?: boolean
}
/** Once told they are known; resolves when the engine has them, or when they are no members. */
export type Acquaint = (guild: string, user: Named) => Promise<void>

export function acquainting(ground: Ground): Acquaint {
  const told = new Recent<true>(most)
  return async (guildId, named) => {
    const key = `${guildId}/${named.id}`
    if (named.bot || told.get(key)) return
    const who = await asked(ground, guildId, named)
    if (!who || who.bot) return
    told.set(key, true)
    const about = { id: `discord:met:${guildId}:${named.id}`, at: ground.now(), group: mint(guildId) }
    await ground.emit({ ...about, type: 'member.update', ...who })
  }
}

/** By name and role; by name alone where Discord does not answer; undefined where they are no member. */
async function asked(ground: Ground, guildId: string, { id, username, global_name = null }: Named) {
  try {
    const member = await ground.client.guilds.cache.get(guildId)?.members.fetch(id)
    if (!member) return undefined
    const { user, nickname: nick, roles } = member
    const account = { id, username: user.username, global_name: user.globalName, bot: user.bot }
    return by(ground, guildId, account, { nick, roles: [...roles.cache.keys()] })
  } catch (error) {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember) return undefined
    ground.log.info({ guild: guildId, error: String(error) }, 'whom an event names could not be asked for')
    return username === undefined ? undefined : by(ground, guildId, { id, username, global_name })
  }
}
