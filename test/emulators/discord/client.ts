/** A real discord.js client, connected to the emulator. */
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js'
import type { Discord } from './control/discord.ts'

export const allIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildModeration,
  GatewayIntentBits.GuildInvites,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.DirectMessageReactions,
  GatewayIntentBits.MessageContent,
  GatewayIntentBits.GuildScheduledEvents,
  GatewayIntentBits.AutoModerationConfiguration,
  GatewayIntentBits.AutoModerationExecution,
]

export function newClient(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: allIntents,
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.GuildMember],
    ...options,
    rest: { api: discord.url, ...options.rest },
  })
}

/** Logged in, with every guild there. */
export async function connect(discord: Discord, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = newClient(discord, options)
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve))
  await client.login(discord.token)
  return ready
}
