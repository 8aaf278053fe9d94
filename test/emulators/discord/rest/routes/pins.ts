/** Pins (by both of their addresses) and reactions. */
import { messageOf } from '../../acts/find.ts'
import { pin, unpin } from '../../acts/pins.ts'
import { clearReactions, react, reactorsOf, unreact } from '../../acts/reactions.ts'
import { type Call, nothing, number, ok, param, route } from '../call.ts'
import { seen } from './messages.ts'

const reactions = '/channels/{channel_id}/messages/{message_id}/reactions'

function pinned(call: Call) {
  const channel = seen(call)
  const newestFirst = [...channel.pins].sort((a, b) => b[1] - a[1])
  return newestFirst.map(([id, at]) => ({ pinned_at: call.world.iso(at), message: messageOf(channel, id) }))
}

const put = (call: Call) => {
  pin(call.world, seen(call), call.by, param(call, 'message_id'))
  return nothing
}
const take = (call: Call) => {
  unpin(call.world, seen(call), call.by, param(call, 'message_id'))
  return nothing
}

export const pinRoutes = [
  route('GET', '/channels/{channel_id}/pins', (call) => ok(pinned(call).map(({ message }) => message))),
  route('PUT', '/channels/{channel_id}/pins/{message_id}', put),
  route('DELETE', '/channels/{channel_id}/pins/{message_id}', take),
  route('GET', '/channels/{channel_id}/messages/pins', (call) => {
    const before = call.query.get('before')
    const older = pinned(call).filter(({ pinned_at }) => !before || Date.parse(pinned_at) < Date.parse(before))
    const limit = number(call, 'limit', 50, 50)
    return ok({ items: older.slice(0, limit), has_more: older.length > limit })
  }),
  route('PUT', '/channels/{channel_id}/messages/pins/{message_id}', put),
  route('DELETE', '/channels/{channel_id}/messages/pins/{message_id}', take),
]

export const reactionRoutes = [
  route('GET', `${reactions}/{emoji_name}`, (call) => {
    const who = reactorsOf(messageOf(seen(call), param(call, 'message_id'))).get(param(call, 'emoji_name')) ?? []
    const after = call.query.get('after')
    const ids = [...who]
      .sort((a, b) => Number(BigInt(a) - BigInt(b)))
      .filter((id) => !after || BigInt(id) > BigInt(after))
    const page = ids.slice(0, number(call, 'limit', 25, 100))
    return ok(page.map((id) => call.world.users.get(id)?.api).filter((user) => user !== undefined))
  }),
  route('PUT', `${reactions}/{emoji_name}/@me`, (call) => {
    react(call.world, seen(call), call.by, param(call, 'message_id'), param(call, 'emoji_name'))
    return nothing
  }),
  route('DELETE', `${reactions}/{emoji_name}/@me`, (call) => {
    unreact(call.world, seen(call), call.by, param(call, 'message_id'), param(call, 'emoji_name'), call.by.id)
    return nothing
  }),
  route('DELETE', `${reactions}/{emoji_name}/{user_id}`, (call) => {
    const [message, emoji] = [param(call, 'message_id'), param(call, 'emoji_name')]
    unreact(call.world, seen(call), call.by, message, emoji, param(call, 'user_id'))
    return nothing
  }),
  route('DELETE', `${reactions}/{emoji_name}`, (call) => {
    clearReactions(call.world, seen(call), call.by, param(call, 'message_id'), param(call, 'emoji_name'))
    return nothing
  }),
  route('DELETE', reactions, (call) => {
    clearReactions(call.world, seen(call), call.by, param(call, 'message_id'))
    return nothing
  }),
]
