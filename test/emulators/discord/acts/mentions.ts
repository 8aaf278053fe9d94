/** Whom a message pings: its text, what `allowed_mentions` lets through, and what the author may. */
import { type APIUser, PermissionFlagsBits } from 'discord-api-types/v10'
import { channelPermissions } from '../permissions.ts'
import type { Channel } from '../state/records.ts'
import type { World } from '../state/world.ts'

export interface AllowedMentions {
  parse?: ('everyone' | 'users' | 'roles')[]
  users?: string[]
  roles?: string[]
  replied_user?: boolean
}

export interface Mentions {
  mentions: APIUser[]
  mention_roles: string[]
  mention_everyone: boolean
}

/** @param replyTo author of the message answered, who is pinged unless `replied_user` is false */
export function mentionsIn(
  world: World,
  channel: Channel,
  author: string,
  text: string,
  allowed: AllowedMentions | null | undefined,
  replyTo?: APIUser,
): Mentions {
  const users = new Set([...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1]!))
  const roles = new Set([...text.matchAll(/<@&(\d+)>/g)].map((match) => match[1]!))
  const may = (kind: 'everyone' | 'users' | 'roles') => !allowed || allowed.parse?.includes(kind)
  const pinged = [...users].filter((id) => may('users') || allowed?.users?.includes(id))
  const mentions = pinged.map((id) => world.users.get(id)?.api).filter((user) => user !== undefined)
  const pingsAuthor = replyTo && (allowed ? allowed.replied_user === true : true)
  if (replyTo && pingsAuthor && !mentions.some((user) => user.id === replyTo.id)) mentions.push(replyTo)
  const loud = mayPingAll(world, channel, author)
  return {
    mentions,
    mention_roles: [...roles].filter(
      (id) =>
        (may('roles') || allowed?.roles?.includes(id)) && (loud || channel.guild?.roles.get(id)?.mentionable === true),
    ),
    mention_everyone: /@(everyone|here)\b/.test(text) && may('everyone') === true && loud,
  }
}

function mayPingAll(world: World, channel: Channel, author: string): boolean {
  const member = channel.guild?.members.get(author)
  if (!channel.guild || !member) return false
  return Boolean(channelPermissions(channel.guild, member, channel, world.now()) & PermissionFlagsBits.MentionEveryone)
}
