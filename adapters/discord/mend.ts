/**
 * What Discord-compatible servers leave out and discord.js takes for granted is put in before discord.js reads it: a
 * guild that comes without saying whether it is available is; an interaction has no entitlements.
 */
import type { Client } from 'discord.js'
import { GatewayDispatchEvents } from 'discord-api-types/v10'

export function mend(client: Client): void {
  client.ws.on(GatewayDispatchEvents.GuildCreate, (guild: { unavailable?: boolean }) => {
    guild.unavailable ??= false
  })
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: Partial<Record<string, unknown>>) => {
    interaction.entitlements ??= []
    interaction.authorizing_integration_owners ??= {}
  })
}
