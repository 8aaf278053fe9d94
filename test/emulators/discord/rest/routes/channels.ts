/** Channels, overwrites and threads. */
import { type APIOverwrite, ChannelType } from 'discord-api-types/v10'
import {
  type ChannelBody,
  clearOverwrite,
  createChannel,
  deleteChannel,
  patchChannel,
  setOverwrite,
  startThread,
  type ThreadBody,
} from '../../acts/channels.ts'
import { memberOf, messageOf } from '../../acts/find.ts'
import { DiscordError } from '../../errors.ts'
import type { Channel } from '../../state/records.ts'
import { bodyOf, type Call, created, nothing, ok, param, type Route, route } from '../call.ts'
import { inGuild } from './members.ts'
import { seen } from './messages.ts'

function threadMember(thread: Channel, user: string) {
  const since = thread.threadMembers.get(user)
  if (!since) throw new DiscordError('unknownMember')
  return { id: thread.api.id, user_id: user, join_timestamp: since, flags: 0 }
}

function enter(call: Call, user: string) {
  const thread = seen(call)
  if (!thread.api.thread_metadata) throw new DiscordError('unknownChannel')
  if (thread.api.thread_metadata.archived) throw new DiscordError('threadArchived')
  if (thread.guild) memberOf(call.world, thread.guild, user)
  thread.threadMembers.set(user, thread.threadMembers.get(user) ?? call.world.iso())
  thread.api.member_count = thread.threadMembers.size
  return nothing
}

function withdraw(call: Call, user: string) {
  const thread = seen(call)
  thread.threadMembers.delete(user)
  thread.api.member_count = thread.threadMembers.size
  return nothing
}

function newThread(call: Call) {
  const body = bodyOf<ThreadBody>(call)
  const { thread, first } = startThread(call.world, seen(call), call.by, body, undefined, call.files)
  return created({ ...thread.api, ...(first && { message: first }) })
}

function threads(call: Call, wanted: (thread: Channel) => boolean) {
  const found = [...inGuild(call).channels.values()].filter((channel) => channel.api.thread_metadata && wanted(channel))
  const mine = found.filter(({ threadMembers }) => threadMembers.has(call.by.id))
  const members = mine.map((thread) => threadMember(thread, call.by.id))
  return ok({ threads: found.map(({ api }) => api), members, has_more: false })
}

function archived(call: Call) {
  const parent = seen(call)
  const found = [...(parent.guild?.channels.values() ?? [])].filter(
    ({ api }) =>
      api.parent_id === parent.api.id && api.thread_metadata?.archived && api.type !== ChannelType.PrivateThread,
  )
  return ok({ threads: found.map(({ api }) => api), members: [], has_more: false })
}

const overwrites = '/channels/{channel_id}/permissions/{overwrite_id}'
const inThread = '/channels/{channel_id}/thread-members'

export const channelRoutes: readonly Route[] = [
  route('GET', '/channels/{channel_id}', (call) => ok(seen(call).api)),
  route('PATCH', '/channels/{channel_id}', (call) =>
    ok(patchChannel(call.world, seen(call), call.by, bodyOf<ChannelBody>(call)).api),
  ),
  route('DELETE', '/channels/{channel_id}', (call) => {
    const channel = seen(call)
    deleteChannel(call.world, channel, call.by)
    return ok(channel.api)
  }),
  route('GET', '/guilds/{guild_id}/channels', (call) =>
    ok([...inGuild(call).channels.values()].filter(({ api }) => !api.thread_metadata).map(({ api }) => api)),
  ),
  route('POST', '/guilds/{guild_id}/channels', (call) =>
    created(createChannel(call.world, inGuild(call), call.by, bodyOf<ChannelBody & { name: string }>(call)).api),
  ),
  route('PUT', overwrites, (call) => {
    const { type, allow, deny } = bodyOf<Partial<APIOverwrite>>(call)
    const id = param(call, 'overwrite_id')
    setOverwrite(call.world, seen(call), call.by, {
      id,
      type: type ?? 0,
      allow: String(allow ?? 0),
      deny: String(deny ?? 0),
    })
    return nothing
  }),
  route('DELETE', overwrites, (call) => {
    clearOverwrite(call.world, seen(call), call.by, param(call, 'overwrite_id'))
    return nothing
  }),
  route('POST', '/channels/{channel_id}/threads', newThread),
  route('POST', '/channels/{channel_id}/messages/{message_id}/threads', (call) => {
    const parent = seen(call)
    const from = messageOf(parent, param(call, 'message_id'))
    return created(startThread(call.world, parent, call.by, bodyOf<ThreadBody>(call), from).thread.api)
  }),
  route('GET', '/channels/{channel_id}/threads/archived/public', archived),
  route('GET', '/guilds/{guild_id}/threads/active', (call) =>
    threads(call, ({ api }) => !api.thread_metadata?.archived),
  ),
  route('GET', inThread, (call) => {
    const thread = seen(call)
    return ok([...thread.threadMembers.keys()].map((user) => threadMember(thread, user)))
  }),
  route('PUT', `${inThread}/@me`, (call) => enter(call, call.by.id)),
  route('DELETE', `${inThread}/@me`, (call) => withdraw(call, call.by.id)),
  route('GET', `${inThread}/{user_id}`, (call) => ok(threadMember(seen(call), param(call, 'user_id')))),
  route('PUT', `${inThread}/{user_id}`, (call) => enter(call, param(call, 'user_id'))),
  route('DELETE', `${inThread}/{user_id}`, (call) => withdraw(call, param(call, 'user_id'))),
]
