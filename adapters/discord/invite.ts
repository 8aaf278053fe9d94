/** The link by which an owner adds the bot: https://docs.discord.com/developers/topics/oauth2#bot-users */
import type { DiscordConfig } from './config.ts'
import { bitsOf, type Needs, wantedRights } from './permissions.ts'

const authorize = 'https://discord.com/oauth2/authorize'

export interface InviteOptions {
  /** The application’s id. */
  readonly application: string
  readonly needs: Needs
  readonly configs: readonly DiscordConfig[]
}
/** Asks for exactly what the features in use need: `bot` to be a member, `applications.commands` for slash commands. */
export function inviteLink({ application, needs, configs }: InviteOptions): string {
  const link = new URL(authorize)
  link.searchParams.set('client_id', application)
  link.searchParams.set('permissions', String(bitsOf(wantedRights(needs, configs).map(({ permission }) => permission))))
  link.searchParams.set('scope', 'bot applications.commands')
  return link.href
}
