/** The application as the portal and the gateway describe it. */
import { ApplicationFlags } from 'discord-api-types/v10'
import type { World } from './world.ts'

/** Which privileged intents the portal allows: the "limited" flags, as for bots in fewer than 100 guilds. */
export function applicationFlags(world: World): number {
  const { members, presences, content } = world.options.privileged
  return (
    (members ? ApplicationFlags.GatewayGuildMembersLimited : 0) |
    (presences ? ApplicationFlags.GatewayPresenceLimited : 0) |
    (content ? ApplicationFlags.GatewayMessageContentLimited : 0)
  )
}

export const gatewayOf = (world: World) => `${world.origin.replace(/^http/, 'ws')}/gateway`
