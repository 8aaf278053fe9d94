/**
 * The Client of discord.js as we want it. What it keeps, and why: guilds, roles and channels (roles of members,
 * permissions and names are read from them at every message; discord.js needs them whole), at most 200 members a guild
 * (for role order, fetched when wanted), no messages, presences, reactions or voice states: we hear raw events and ask
 * REST. Archived threads go after an hour, users nobody refers to are swept.
 */
import { Client, DefaultRestOptions, Options, Partials, type RESTOptions, SimpleShardingStrategy } from 'discord.js'
import type { DiscordConfig } from './config.ts'
import type { DiscordEnv } from './env.ts'
import type { Storms } from './storms.ts'

export interface ClientNeeds {
  readonly env: DiscordEnv
  /** Bits. */
  readonly intents: number
  readonly shards: DiscordConfig['shards']
  readonly storms: Storms
  readonly stopped: AbortSignal
  /** An authorised request was answered 401: discord.js has just forgotten the token. */
  readonly unauthorised: () => void
}

/** Within so long a request is answered, or tried once more. */
const timeoutMs = 10_000
/** Longer waits for a rate limit are the engine's: meanwhile it serves other groups. */
const longestWaitMs = 20_000
const membersKept = 200

export function makeClient(needs: ClientNeeds): Client {
  const { env, shards } = needs
  return new Client({
    intents: needs.intents,
    ...(shards === 'auto' ? { shards: 'auto' as const } : { shardCount: shards }),
    partials: [Partials.Channel, Partials.GuildMember, Partials.Message, Partials.User],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    waitGuildTimeout: 5000,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildEmojiManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      GuildBanManager: 0,
      GuildMemberManager: { maxSize: membersKept, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    sweepers: {
      threads: { interval: 3600, lifetime: 3600 },
      users: { interval: 3600, filter: () => (user) => user.id !== user.client.user.id },
    },
    rest: restOptions(needs),
    ws: { version: Number(env.apiVersion) || 10, buildStrategy: (manager) => strategy(manager, env.gatewayUrl) },
  })
}

function restOptions({ env, storms, stopped, unauthorised }: ClientNeeds): Partial<RESTOptions> {
  return {
    api: env.apiUrl,
    version: env.apiVersion,
    cdn: env.cdnUrl,
    timeout: timeoutMs,
    retries: 1,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > longestWaitMs,
    makeRequest: async (url, init) => {
      stopped.throwIfAborted()
      storms.pass()
      const answer = await DefaultRestOptions.makeRequest(url, init)
      storms.heard(answer.status, routeOf(url, env.apiUrl), answer.headers.get('x-ratelimit-scope'))
      if (answer.status === 401 && 'Authorization' in (init.headers ?? {})) unauthorised()
      return answer
    },
  }
}
/** Without ids and tokens: for the owner's notice. */
const routeOf = (url: string, api: string) =>
  url
    .slice(api.length)
    .replace(/\?.*$/, '')
    .replace(/\/v\d+/, '')
    .replace(/\d{15,20}/g, '…')
    .replace(/(\/(?:webhooks|interactions)\/…\/)[^/]+/, '$1…')

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0]
/** Where the gateway's address is set, it holds against what REST and the gateway itself say. */
function strategy(manager: Manager, address: string | undefined) {
  if (address) {
    const ask = manager.fetchGatewayInformation.bind(manager)
    manager.fetchGatewayInformation = async (force) => ({ ...(await ask(force).catch(() => alone)), url: address })
    const keep = manager.options.updateSessionInfo
    manager.options.updateSessionInfo = (shard, session) => keep(shard, session && { ...session, resumeURL: address })
  }
  return new SimpleShardingStrategy(manager)
}
/** Compatible servers may not say how many shards they want. */
const alone = {
  url: '',
  shards: 1,
  session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
}
