/** What REST says of a server, brought to what the findings are made from. Never more than four requests at once. */
import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type APIOverwrite,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord-api-types/v10'
import type { SeenChannel, SeenServer } from './seen.ts'

/** `get` of discord.js’s REST. */
export interface Asking {
  get(route: `/${string}`, options?: { readonly query?: URLSearchParams }): Promise<unknown>
}
const page = 200

/** All servers the bot is in, in Discord’s order; `most` at most, and one more where there are more. */
export async function serversOf(rest: Asking, most: number): Promise<readonly RESTAPIPartialCurrentUserGuild[]> {
  const all: RESTAPIPartialCurrentUserGuild[] = []
  while (all.length <= most) {
    const query = new URLSearchParams({ limit: String(page), ...(all.length > 0 && { after: all.at(-1)?.id ?? '' }) })
    const some = (await rest.get(Routes.userGuilds(), { query })) as RESTAPIPartialCurrentUserGuild[]
    all.push(...some)
    if (some.length < page) break
  }
  return all
}

export async function look(rest: Asking, guild: string, bot: string): Promise<SeenServer> {
  const [server, channels, me] = (await Promise.all([
    rest.get(Routes.guild(guild)),
    rest.get(Routes.guildChannels(guild)),
    rest.get(Routes.guildMember(guild, bot)),
  ])) as [APIGuild, APIChannel[], APIGuildMember]
  return {
    id: guild,
    name: server.name,
    bot,
    mine: me.roles,
    roles: server.roles.map(({ id, name, position, permissions, managed, tags }) => ({
      id,
      name,
      position,
      permissions: BigInt(permissions),
      managed,
      bot: tags?.bot_id,
    })),
    channels: channels.map(seenChannel),
  }
}
const seenChannel = (channel: APIChannel): SeenChannel => ({
  id: channel.id,
  name: channel.name ?? '',
  overwrites: overwritesOf(channel).map(({ id, type, allow, deny }) => ({
    id,
    type,
    allow: BigInt(allow),
    deny: BigInt(deny),
  })),
})
const overwritesOf = (channel: APIChannel): readonly APIOverwrite[] =>
  ('permission_overwrites' in channel && channel.permission_overwrites) || []
