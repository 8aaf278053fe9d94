/** Members and bans. */
import type { APIUser } from 'discord-api-types/v10'
import { guildOf, memberOf } from '../../acts/find.ts'
import { ban, grant, kick, type MemberPatch, patchMember, unban } from '../../acts/members.ts'
import { DiscordError } from '../../errors.ts'
import { needInGuild } from '../../permissions.ts'
import type { Guild } from '../../state/records.ts'
import { byAge } from '../../state/snowflake.ts'
import { bodyOf, type Call, nothing, number, ok, param, route } from '../call.ts'

const members = '/guilds/{guild_id}/members'
const bans = '/guilds/{guild_id}/bans'

export const inGuild = (call: Call): Guild => guildOf(call.world, param(call, 'guild_id'))

/** A page by id, as lists of members and bans are paged. */
function page<T extends { user: APIUser }>(call: Call, all: Iterable<T>, preset: number): T[] {
  const after = call.query.get('after')
  const before = call.query.get('before')
  return [...all]
    .sort((a, b) => byAge(a.user.id, b.user.id))
    .filter(({ user }) => (!after || byAge(user.id, after) > 0) && (!before || byAge(user.id, before) < 0))
    .slice(0, number(call, 'limit', preset, 1000))
}

interface BanBody {
  delete_message_seconds?: number
  delete_message_days?: number
}

const seconds = (body: BanBody) => body.delete_message_seconds ?? (body.delete_message_days ?? 0) * 86_400

export const memberRoutes = [
  route('GET', members, (call) => {
    if (!call.world.options.privileged.members) throw new DiscordError('missingAccess')
    return ok(page(call, inGuild(call).members.values(), 1))
  }),
  route('GET', `${members}/search`, (call) => {
    const start = (call.query.get('query') ?? '').toLowerCase()
    const found = [...inGuild(call).members.values()].filter((member) =>
      [member.nick, member.user.username, member.user.global_name].some((name) =>
        name?.toLowerCase().startsWith(start),
      ),
    )
    return ok(found.slice(0, number(call, 'limit', 1, 1000)))
  }),
  route('GET', `${members}/{user_id}`, (call) => ok(memberOf(call.world, inGuild(call), param(call, 'user_id')))),
  route('PATCH', `${members}/@me`, (call) =>
    ok(patchMember(call.world, inGuild(call), call.by, call.by.id, bodyOf<MemberPatch>(call))),
  ),
  route('PATCH', `${members}/{user_id}`, (call) =>
    ok(patchMember(call.world, inGuild(call), call.by, param(call, 'user_id'), bodyOf<MemberPatch>(call))),
  ),
  route('DELETE', `${members}/{user_id}`, (call) => {
    kick(call.world, inGuild(call), call.by, param(call, 'user_id'))
    return nothing
  }),
  ...(['PUT', 'DELETE'] as const).map((method) =>
    route(method, `${members}/{user_id}/roles/{role_id}`, (call) => {
      grant(call.world, inGuild(call), call.by, param(call, 'user_id'), param(call, 'role_id'), method === 'PUT')
      return nothing
    }),
  ),
]

export const banRoutes = [
  route('GET', bans, (call) => {
    needInGuild(inGuild(call), call.by.id, 'BanMembers')
    return ok(page(call, inGuild(call).bans.values(), 1000))
  }),
  route('GET', `${bans}/{user_id}`, (call) => {
    needInGuild(inGuild(call), call.by.id, 'BanMembers')
    const found = inGuild(call).bans.get(param(call, 'user_id'))
    if (!found) throw new DiscordError('unknownBan')
    return ok(found)
  }),
  route('PUT', `${bans}/{user_id}`, (call) => {
    ban(call.world, inGuild(call), call.by, param(call, 'user_id'), seconds(bodyOf<BanBody>(call)))
    return nothing
  }),
  route('DELETE', `${bans}/{user_id}`, (call) => {
    unban(call.world, inGuild(call), call.by, param(call, 'user_id'))
    return nothing
  }),
  route('POST', '/guilds/{guild_id}/bulk-ban', (call) => {
    const body = bodyOf<BanBody & { user_ids: string[] }>(call)
    needInGuild(inGuild(call), call.by.id, 'BanMembers', 'ManageGuild')
    return ok(banMany(call, body.user_ids, seconds(body)))
  }),
]

/** Those whom the bot may not ban fail without stopping the rest. */
function banMany(call: Call, ids: readonly string[], deleteSeconds: number) {
  const result = { banned_users: [] as string[], failed_users: [] as string[] }
  for (const id of ids) {
    try {
      ban(call.world, inGuild(call), call.by, id, deleteSeconds)
      result.banned_users.push(id)
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error
      result.failed_users.push(id)
    }
  }
  return result
}
