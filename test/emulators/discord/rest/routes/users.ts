/** The bot itself, other users, private channels, and the application. */
import { dmWith } from '../../acts/dms.ts'
import { guildOf, memberOf, userOf } from '../../acts/find.ts'
import { leave } from '../../acts/members.ts'
import { guildPermissions } from '../../permissions.ts'
import { applicationFlags, gatewayOf } from '../../state/application.ts'
import { bodyOf, type Call, nothing, number, ok, param, route } from '../call.ts'

function application({ world }: Call): object {
  return {
    id: world.application,
    name: world.bot.username,
    icon: null,
    description: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world),
    flags_new: String(applicationFlags(world)),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: world.maker.api,
    approximate_guild_count: world.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
  }
}

function myGuilds(call: Call): object[] {
  const { world } = call
  const after = BigInt(call.query.get('after') ?? '0')
  const mine = [...world.guilds.values()].filter((guild) => guild.members.has(world.bot.id) && BigInt(guild.id) > after)
  const page = mine.sort((a, b) => Number(BigInt(a.id) - BigInt(b.id))).slice(0, number(call, 'limit', 200, 200))
  return page.map((guild) => ({
    id: guild.id,
    name: guild.info.name,
    icon: null,
    banner: null,
    owner: guild.info.owner_id === world.bot.id,
    permissions: String(guildPermissions(guild, memberOf(world, guild, world.bot.id))),
    features: guild.info.features,
  }))
}

export const userRoutes = [
  route('GET', '/users/@me', ({ world }) =>
    ok({ ...world.bot, mfa_enabled: true, locale: 'en-US', email: null, verified: true }),
  ),
  route('GET', '/users/@me/guilds', (call) => ok(myGuilds(call))),
  route('DELETE', '/users/@me/guilds/{guild_id}', (call) => {
    leave(call.world, guildOf(call.world, param(call, 'guild_id')), call.world.bot)
    return nothing
  }),
  route('POST', '/users/@me/channels', (call) =>
    ok(dmWith(call.world, bodyOf<{ recipient_id: string }>(call).recipient_id).api),
  ),
  route('GET', '/users/{user_id}', (call) => ok(userOf(call.world, param(call, 'user_id')).api)),
  route('GET', '/applications/@me', (call) => ok(application(call))),
  route('GET', '/oauth2/applications/@me', (call) => ok(application(call))),
  route('GET', '/gateway', ({ world }) => ok({ url: gatewayOf(world) })),
  route('GET', '/gateway/bot', ({ world }) =>
    ok({
      url: gatewayOf(world),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
    }),
  ),
]
