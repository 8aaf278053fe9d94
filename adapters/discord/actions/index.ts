/** Our actions as Discord's requests. */
import { DiscordAPIError, type Guild } from 'discord.js'
import { RESTJSONErrorCodes } from 'discord-api-types/v10'
import type { ActionType, Outcome } from '../../../src/core/action.ts'
import type { Filed } from '../../../src/core/adapter.ts'
import { gone, outcomeOf } from '../errors.ts'
import { mirror } from '../filters/index.ts'
import type { Ground, Interactions } from '../ground.ts'
import { edit } from './edit.ts'
import { lock } from './lock.ts'
import { ban, kick, mute, nick, role, unban, unmute } from './members.ts'
import { purge, remove } from './messages.ts'
import { guildOf, type Perform, type Performing } from './performing.ts'
import { Privates } from './privates.ts'
import { gathering, invites, slow } from './rooms.ts'
import { announce, ask, pin, send, whisper } from './say.ts'
import { Sent } from './sent.ts'

/** All but `admit`: Discord lets no bot answer requests to join. */
const performers = {
  send,
  announce,
  whisper,
  ask,
  edit,
  delete: remove,
  purge,
  pin,
  mute,
  unmute,
  kick,
  ban,
  unban,
  role,
  nick,
  slow,
  lock,
  invites,
  gathering,
  filters: ({ ground }, action) => mirror(ground, action),
} satisfies { readonly [K in ActionType]?: Perform<K> }

export const performs = Object.keys(performers) as ActionType[]

/**
 * A server that becomes unavailable is unknown to REST a moment before the gateway says so; and of a channel that is
 * deleted, the gateway says so at once. Until then it is not taken for gone.
 */
const isDark = (error: unknown, guild: Guild): boolean =>
  error instanceof DiscordAPIError &&
  (error.code === RESTJSONErrorCodes.UnknownGuild ||
    (error.code === RESTJSONErrorCodes.UnknownChannel &&
      guild.channels.cache.has(/\/channels\/(\d+)/.exec(error.url)?.[1] ?? '')))
const darkTries = 3
const darkMs = 10_000
const busy = (retryAfterMs: number, detail: string): Outcome => ({ ok: false, kind: 'busy', retryAfterMs, detail })

export function performer(ground: Ground, interactions: Interactions): (filed: Filed) => Promise<Outcome> {
  const privates = new Privates()
  const sent = new Sent(ground)
  return async (filed) => {
    const { action } = filed
    const guild = guildOf(ground, action)
    if (!guild) return gone('the bot is not in this server')
    if (!guild.available) return busy(30_000, 'the server is unavailable')
    const languages = ground.rules(guild.id)?.languages ?? []
    try {
      const answered = await interactions.answer(filed)
      if (answered) return answered
      if (!(action.type in performers)) return { ok: false, kind: 'unsupported', detail: '' }
      const perform = performers[action.type as keyof typeof performers] as Perform<ActionType>
      const performing: Performing = { ground, guild, filed, languages, interactions, privates, sent }
      return await perform(performing, action)
    } catch (error) {
      if (filed.attempt <= darkTries && isDark(error, guild)) return busy(darkMs, 'the server is going dark')
      return outcomeOf(error, languages)
    }
  }
}
