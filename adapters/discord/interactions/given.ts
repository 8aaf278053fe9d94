/** An interaction as Discord sent it, read without trusting that all of it is there. */
import type { APIInteraction, APIUser } from 'discord-api-types/v10'
import type { Locale } from '../../../src/core/words.ts'
import { localeOf } from '../commands/words.ts'
import { madeAt, mint } from '../ids.ts'

export interface Given {
  readonly id: string
  /** Never to be logged: whoever has it can speak for the bot. */
  readonly token: string
  readonly application: string
  /** The event's: the same when Discord delivers the interaction again. */
  readonly event: string
  /** Epoch milliseconds, by Discord's clock. */
  readonly at: number
  /** Undefined in private. */
  readonly guild: string | undefined
  readonly channel: string
  readonly user: APIUser
  readonly nick: string | undefined
  /** Ids; undefined where the server does not say. */
  readonly roles: readonly string[] | undefined
  readonly locale: Locale | undefined
}

/** Undefined where it cannot be answered or nobody gave it. `application` is our own, where the server does not say. */
export function givenIn(raw: APIInteraction, application: string): Given | undefined {
  const { member, guild_id } = raw
  const user = member?.user ?? raw.user
  const channel = raw.channel?.id ?? ('channel_id' in raw ? raw.channel_id : undefined)
  if (!raw.id || !raw.token || !user || !channel) return undefined
  return {
    id: raw.id,
    token: raw.token,
    application: raw.application_id || application,
    event: mint(raw.id),
    at: madeAt(raw.id),
    guild: guild_id,
    channel,
    user,
    nick: member?.nick ?? undefined,
    roles: member?.roles,
    locale: 'locale' in raw ? localeOf(raw.locale) : undefined,
  }
}
