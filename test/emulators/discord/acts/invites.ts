/** Invites: made, counted and withdrawn. */
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError, Form } from '../errors.ts'
import { needInChannel } from '../permissions.ts'
import type { Channel, Guild, Invite } from '../state/records.ts'
import type { Actor, World } from '../state/world.ts'
import { audit } from './audit.ts'

export interface InviteBody {
  max_age?: number | null
  max_uses?: number | null
  temporary?: boolean | null
  unique?: boolean | null
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Eight letters and digits out of an id: as short as Discord's, and never the same twice. */
function codeFrom(id: string): string {
  let rest = BigInt(id) * 2_654_435_761n
  let code = ''
  for (let i = 0; i < 10; i++) {
    code += letters[Number(rest % 62n)]
    rest /= 62n
  }
  return code
}

export function createInvite(world: World, channel: Channel, by: Actor, body: InviteBody): Invite {
  const { guild } = channel
  if (!guild) throw new DiscordError('notInDm')
  needInChannel(channel, by.id, world.now(), 'CreateInstantInvite')
  const form = new Form()
  form.within('max_age', body.max_age, 0, 5_184_000)
  form.within('max_uses', body.max_uses, 0, 100)
  form.done()
  const invite: Invite = {
    code: codeFrom(world.id()),
    channel: channel.api.id,
    inviter: world.users.get(by.id)?.api,
    createdAt: world.now(),
    maxAge: body.max_age ?? 86_400,
    maxUses: body.max_uses ?? 0,
    temporary: body.temporary ?? false,
    uses: 0,
  }
  guild.invites.set(invite.code, invite)
  const { inviter, max_age, max_uses, temporary, uses, code, created_at } = inviteShape(world, guild, invite)
  const d = {
    channel_id: invite.channel,
    guild_id: guild.id,
    inviter,
    max_age,
    max_uses,
    temporary,
    uses,
    code,
    created_at,
  }
  world.tell({ t: 'INVITE_CREATE', d, guild })
  audit(world, guild, by, AuditLogEvent.InviteCreate, { changes: [{ key: 'code', new_value: code }] })
  return invite
}

/** Those that have not run out. Discord tells nobody when one does. */
export function liveInvites(world: World, guild: Guild): Invite[] {
  return [...guild.invites.values()].filter(
    ({ createdAt, maxAge }) => maxAge === 0 || world.now() <= createdAt + maxAge * 1000,
  )
}

export function deleteInvite(world: World, guild: Guild, by: Actor, invite: Invite): void {
  const channel = guild.channels.get(invite.channel)
  if (channel) needInChannel(channel, by.id, world.now(), 'ManageChannels')
  guild.invites.delete(invite.code)
  const d = { code: invite.code, channel_id: invite.channel, guild_id: guild.id }
  world.tell({ t: 'INVITE_DELETE', d, guild })
  audit(world, guild, by, AuditLogEvent.InviteDelete, { changes: [{ key: 'code', old_value: invite.code }] })
}

export function inviteShape(world: World, guild: Guild, invite: Invite) {
  const channel = guild.channels.get(invite.channel)?.api
  const { info } = guild
  return {
    type: 0,
    code: invite.code,
    ...(invite.inviter && { inviter: invite.inviter }),
    max_age: invite.maxAge,
    max_uses: invite.maxUses,
    uses: invite.uses,
    temporary: invite.temporary,
    created_at: world.iso(invite.createdAt),
    expires_at: invite.maxAge ? world.iso(invite.createdAt + invite.maxAge * 1000) : null,
    guild_id: guild.id,
    channel: { id: invite.channel, type: channel?.type ?? 0, name: channel?.name ?? null },
    guild: {
      id: guild.id,
      name: info.name,
      splash: null,
      banner: null,
      description: info.description,
      icon: null,
      features: info.features,
      verification_level: info.verification_level,
      vanity_url_code: null,
      nsfw_level: info.nsfw_level,
      nsfw: false,
      premium_subscription_count: 0,
    },
  }
}
