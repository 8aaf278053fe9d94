/**
 * People whom the engine has never heard of and is about to: who invites before writing a word, who is named in a typed
 * command. They are told to it first, by name and role.
 */
import type { Ground } from '../ground.ts'
import { mint } from '../ids.ts'
import { by } from '../people.ts'
import { Recent } from '../recent.ts'

const most = 20_000

/** Once told they are known; resolves when the engine has them, or when they are no members. */
export type Acquaint = (guild: string, user: string) => Promise<void>

export function acquainting(ground: Ground): Acquaint {
  const told = new Recent<true>(most)
  return async (guildId, user) => {
    const key = `${guildId}/${user}`
    if (told.get(key)) return
    try {
      const member = await ground.client.guilds.cache.get(guildId)?.members.fetch(user)
      if (!member || member.user.bot) return
      told.set(key, true)
      const { id, username, globalName } = member.user
      const account = { id, username, global_name: globalName }
      await ground.emit({
        type: 'member.update',
        id: `discord:met:${guildId}:${user}`,
        at: ground.now(),
        group: mint(guildId),
        ...by(ground, guildId, account, { nick: member.nickname, roles: [...member.roles.cache.keys()] }),
      })
    } catch (error) {
      ground.log.info({ guild: guildId, error: String(error) }, 'whom an event names is no member')
    }
  }
}
