/** What Discord's refusals mean to an interaction, and errors without the token that stands in their addresses. */
import { DiscordAPIError } from 'discord.js'
import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10'

const late: ReadonlySet<number | string> = new Set([
  Code.UnknownInteraction,
  Code.UnknownWebhook,
  Code.InvalidWebhookToken,
])
/** Three seconds or fifteen minutes are over. */
export const isTooLate = (error: unknown) => error instanceof DiscordAPIError && late.has(error.code)
/** It has its first word already: the request before was cut off on its way back to us. */
export const isTaken = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === Code.InteractionHasAlreadyBeenAcknowledged

/** For the log: errors of REST carry the address they were sent to, and there stands the token. */
export function withoutToken(error: unknown, token: string): { name: string; message: string; code?: string } {
  if (!(error instanceof Error)) return { name: 'unknown', message: typeof error }
  const code = 'code' in error ? { code: String(error.code) } : {}
  return { name: error.name, message: error.message.replaceAll(token, '…').slice(0, 500), ...code }
}
