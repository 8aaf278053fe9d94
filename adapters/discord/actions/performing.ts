/** What each performer is given, and the requests that several of them make. */
import { createHash } from 'node:crypto'
import type { Guild } from 'discord.js'
import type { Action, ActionOf, ActionType, Outcome } from '../../../src/core/action.ts'
import type { Filed } from '../../../src/core/adapter.ts'
import type { Locale } from '../../../src/core/words.ts'
import { gone } from '../errors.ts'
import type { Ground, Interactions } from '../ground.ts'
import { bareId } from '../ids.ts'
import type { Privates } from './privates.ts'
import type { Sent } from './sent.ts'

export interface Performing {
  readonly ground: Ground
  readonly guild: Guild
  readonly filed: Filed
  readonly languages: readonly Locale[]
  readonly interactions: Interactions
  readonly privates: Privates
  readonly sent: Sent
}
export type Perform<K extends ActionType> = (performing: Performing, action: ActionOf<K>) => Promise<Outcome>

/** The guild of an action; undefined where the bot is not in it. */
export const guildOf = (ground: Ground, action: Action): Guild | undefined =>
  ground.client.guilds.cache.get(bareId(action.group) ?? '')

/** Discord takes the same nonce from one author once within some minutes; at most 25 characters. */
export const nonceOf = (id: string, part: number) =>
  `${createHash('sha256').update(id).digest('base64url').slice(0, 22)}${part.toString(36)}`

/** Discord keeps 512 characters in the audit log. */
export const auditReason = (reason: string) => reason.replace(/\s+/g, ' ').trim().slice(0, 512)

/** Discord's id of the account an action is about, or why there is none. */
export const accountOf = (action: { readonly user: string }): { readonly id: string } | Outcome => {
  const id = bareId(action.user)
  return id === undefined ? gone('no account of Discord') : { id }
}
