/** Pins and reactions. */
import { AuditLogEvent, MessageType } from 'discord-api-types/v10'
import { DiscordError } from '../errors.ts'
import { limits } from '../limits.ts'
import { needInChannel } from '../permissions.ts'
import type { Channel } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'
import { audit } from './audit.ts'
import { messageOf } from './find.ts'
import { compose } from './messages.ts'
import { tellMessage } from './tell.ts'

export function pin(world: World, channel: Channel, by: Actor, id: string): void {
  needInChannel(channel, by.id, world.now(), 'PinMessages')
  const message = messageOf(channel, id)
  if (message.pinned) return
  if (channel.pins.size >= limits.pins) throw new DiscordError('tooManyPins')
  message.pinned = true
  channel.pins.set(id, world.now())
  channel.api.last_pin_timestamp = world.iso()
  tellPins(world, channel)
  tellMessage(world, channel, 'MESSAGE_UPDATE', message)
  announcePin(world, channel, by, id)
  recordPin(world, channel, by, AuditLogEvent.MessagePin, message.author.id, id)
}

function announcePin(world: World, channel: Channel, by: Actor, id: string): void {
  const reference = { type: 0, channel_id: channel.api.id, message_id: id, guild_id: channel.guild?.id }
  const fields = { message_reference: reference }
  const note = compose(world, channel, by.id, {}, { type: MessageType.ChannelPinnedMessage, fields })
  channel.messages.add(note)
  tellMessage(world, channel, 'MESSAGE_CREATE', note)
}

export function unpin(world: World, channel: Channel, by: Actor, id: string): void {
  needInChannel(channel, by.id, world.now(), 'PinMessages')
  const message = messageOf(channel, id)
  if (!channel.pins.delete(id)) return
  message.pinned = false
  tellPins(world, channel)
  tellMessage(world, channel, 'MESSAGE_UPDATE', message)
  recordPin(world, channel, by, AuditLogEvent.MessageUnpin, message.author.id, id)
}

function tellPins(world: World, channel: Channel): void {
  const guild = channel.guild
  const d = { channel_id: channel.api.id, last_pin_timestamp: channel.api.last_pin_timestamp ?? null }
  world.tell({
    t: 'CHANNEL_PINS_UPDATE',
    d: { ...d, ...(guild && { guild_id: guild.id }) },
    channel,
    ...(guild && { guild }),
  })
}

function recordPin(
  world: World,
  channel: Channel,
  by: Actor,
  event: AuditLogEvent,
  author: string,
  message: string,
): void {
  const options = { channel_id: channel.api.id, message_id: message }
  if (channel.guild) audit(world, channel.guild, by, event, { target: author, options })
}
