/** Why a connection was closed for good, or not let in. */
import { GatewayCloseCodes } from 'discord-api-types/v10'
import { InnkeeperError } from '../../src/core/errors.ts'

export class IntentsRefused extends Error {
  constructor() {
    super('Discord refused an intent')
    this.name = 'IntentsRefused'
  }
}
export const closedWith = (code: number): Error => {
  if (code === GatewayCloseCodes.DisallowedIntents) return new IntentsRefused()
  if (code === GatewayCloseCodes.AuthenticationFailed) return new InnkeeperError('discord/token-refused')
  return new Error(`Discord closed the connection: ${GatewayCloseCodes[code] ?? code}`)
}
/** As discord.js words it; the close code comes by another event, often later. */
export function notLetIn(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  if ('code' in error && error.code === 'TokenInvalid')
    return new InnkeeperError('discord/token-refused', { cause: error })
  if (/disallowed intents/i.test(error.message)) return new IntentsRefused()
  if (/authentication failed/i.test(error.message)) return new InnkeeperError('discord/token-refused', { cause: error })
  return error
}
export const isTokenRefused = (error: unknown) =>
  error instanceof InnkeeperError && error.code === 'discord/token-refused'
