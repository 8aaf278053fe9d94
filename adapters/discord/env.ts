/** What the environment says: the token, and where Discord is, for servers that are compatible with it. */
import { InnkeeperError } from '../../src/core/errors.ts'

export interface DiscordEnv {
  readonly token: string
  /** REST without the version: "https://discord.com/api". */
  readonly apiUrl: string
  readonly apiVersion: string
  readonly cdnUrl: string
  /** Of the gateway; undefined: where REST says it is. */
  readonly gatewayUrl: string | undefined
}

type Variables = Readonly<Record<string, string | undefined>>

/** Throws `discord/no-token` where there is none. */
export function discordEnv(variables: Variables): DiscordEnv {
  // Tokens are often pasted with the word that stands before them in a header.
  const token = variables.DISCORD_TOKEN?.trim().replace(/^Bot\s+/i, '')
  if (!token) throw new InnkeeperError('discord/no-token')
  return {
    token,
    apiUrl: address(variables.DISCORD_API_URL, 'https://discord.com/api'),
    apiVersion: variables.DISCORD_API_VERSION?.trim() || '10',
    cdnUrl: address(variables.DISCORD_CDN_URL, 'https://cdn.discordapp.com'),
    gatewayUrl: variables.DISCORD_GATEWAY_URL?.trim() ? address(variables.DISCORD_GATEWAY_URL, '') : undefined,
  }
}
const address = (raw: string | undefined, usual: string) => (raw?.trim() || usual).replace(/\/+$/, '')
