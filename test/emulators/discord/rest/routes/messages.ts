/** Messages: list, read, send, edit, delete; pins; reactions; typing. */
import type { APIMessage } from 'discord-api-types/v10'
import { mayDm } from '../../acts/dms.ts'
import { channelOf, messageOf } from '../../acts/find.ts'
import { edit, type MessageBody, post, remove, removeMany } from '../../acts/messages.ts'
import { needInChannel } from '../../permissions.ts'
import type { Channel } from '../../state/records.ts'
import type { World } from '../../state/world.ts'
import { bodyOf, type Call, nothing, number, ok, param, route } from '../call.ts'

const base = '/channels/{channel_id}/messages'

/** The channel of the path, seen by the bot. */
export function seen(call: Call): Channel {
  const channel = channelOf(call.world, param(call, 'channel_id'))
  needInChannel(channel, call.by.id, call.world.now())
  return channel
}

/** Without the privileged intent in the portal, REST blanks what others wrote just as the gateway does. */
export function readable(world: World, channel: Channel, message: APIMessage): APIMessage {
  const own = message.author.id === world.bot.id || message.mentions.some(({ id }) => id === world.bot.id)
  if (world.options.privileged.content || !channel.guild || own) return message
  return { ...message, content: '', embeds: [], attachments: [], components: [] }
}

export const messageRoutes = [
  route('GET', base, (call) => {
    const channel = seen(call)
    needInChannel(channel, call.by.id, call.world.now(), 'ReadMessageHistory')
    const [before, after, around] = ['before', 'after', 'around'].map((name) => call.query.get(name) ?? undefined)
    const where = { ...(before && { before }), ...(after && { after }), ...(around && { around }) }
    const page = channel.messages.page({ ...where, limit: number(call, 'limit', 50, 100) })
    return ok(page.map((message) => readable(call.world, channel, message)))
  }),
  route('POST', base, (call) => {
    const channel = seen(call)
    mayDm(call.world, channel)
    return ok(post(call.world, channel, call.by, bodyOf<MessageBody>(call), { files: call.files }))
  }),
  route('POST', `${base}/bulk-delete`, (call) => {
    removeMany(call.world, seen(call), call.by, bodyOf<{ messages: string[] }>(call).messages)
    return nothing
  }),
  route('GET', `${base}/{message_id}`, (call) => {
    const channel = seen(call)
    needInChannel(channel, call.by.id, call.world.now(), 'ReadMessageHistory')
    return ok(readable(call.world, channel, messageOf(channel, param(call, 'message_id'))))
  }),
  route('PATCH', `${base}/{message_id}`, (call) =>
    ok(edit(call.world, seen(call), call.by, param(call, 'message_id'), bodyOf<MessageBody>(call), call.files)),
  ),
  route('DELETE', `${base}/{message_id}`, (call) => {
    remove(call.world, seen(call), call.by, param(call, 'message_id'))
    return nothing
  }),
  route('POST', '/channels/{channel_id}/typing', (call) => {
    seen(call)
    return nothing
  }),
]
