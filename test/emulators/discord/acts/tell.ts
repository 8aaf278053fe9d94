/** How the gateway tells of a message. */
import type { APIMessage, APIUser } from 'discord-api-types/v10'
import type { Channel } from '../state/records.ts'
import { memberShape } from '../state/shapes.ts'
import type { World } from '../state/world.ts'

/** Tells a message as the gateway does: with its guild and member, and blank to those without the content intent. */
export function tellMessage(world: World, channel: Channel, t: string, message: APIMessage): void {
  const member = channel.guild?.members.get(message.author.id)
  const place = channel.guild && { guild_id: channel.guild.id, ...(member && { member: memberShape(member) }) }
  const d = { ...message, channel_type: channel.api.type, ...place }
  const told = { t, d, channel, ...(channel.guild && { guild: channel.guild }) }
  const open = !channel.guild || message.author.id === world.bot.id || mentionsBot(world, message)
  world.tell(
    open ? told : { ...told, blanked: () => ({ ...d, content: '', embeds: [], attachments: [], components: [] }) },
  )
}

function mentionsBot(world: World, message: APIMessage): boolean {
  return message.mentions.some((user: APIUser) => user.id === world.bot.id)
}
