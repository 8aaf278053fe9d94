/** One server under one section: what is missing there, what goes without it, and what to click. */
import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { ActionType } from '../../../src/core/action.ts'
import type { Localised } from '../../../src/core/words.ts'
import type { ChannelUse, DiscordConfig } from '../config.ts'
import { named, nearestName } from '../naming.ts'
import {
  lacking,
  listening,
  type Needs,
  nameOf,
  type Permission,
  perChannel,
  rightsFor,
  wantedRights,
  whyOf,
} from '../permissions.ts'
import { type Finding, here, say } from './finding.ts'
import { channelBits, ownRole, type SeenChannel, type SeenServer, serverBits, topRole } from './seen.ts'

/** All that is wrong, and nothing where nothing is. */
export function findingsIn(server: SeenServer, config: DiscordConfig, needs: Needs): readonly Finding[] {
  return [
    ...missingInServer(server, config, needs),
    ...Object.entries(config.channels).flatMap(([use, wanted]) =>
      wanted === undefined ? [] : inChannel(server, use as ChannelUse, wanted, needs),
    ),
    ...missingRoles(server, config),
    ...outOfReach(server),
  ]
}
const ours = (server: SeenServer) => ownRole(server)?.name ?? '@everyone'

/** Those of a channel count there, where the server’s may have been taken away or given. */
function missingInServer(server: SeenServer, config: DiscordConfig, needs: Needs): Finding[] {
  const wanted = wantedRights(needs, [config]).filter(({ permission }) => !perChannel.has(permission))
  const names = lacking(
    wanted.map(({ permission }) => permission),
    serverBits(server),
  )
  return wanted
    .filter(({ permission }) => names.includes(permission))
    .map(({ permission, features, whys }) => ({
      what: here(server.name),
      state: 'warn',
      detail: say('server.lacks', (locale) => ({
        permission: nameOf(permission)[locale] ?? '',
        why: whys.map((why) => whyOf(why)[locale]).join(say('between')[locale]),
        features: features.map((one) => (one === listening ? say('listening')[locale] : one)).join(', '),
      })),
      remedy: say('server.grant', (locale) => ({ permission: nameOf(permission)[locale] ?? '', role: ours(server) })),
    }))
}

/** What each channel is for, in actions: a feature’s own where it is one, else what is said there. */
const said: readonly ActionType[] = ['send', 'announce', 'ask']
const uses: Readonly<Partial<Record<ChannelUse, readonly ActionType[]>>> = {
  default: said,
  moderation: ['send', 'ask', 'edit'],
  alerts: [],
}
const saying: ReadonlySet<ActionType> = new Set([...said, 'pin', 'edit'])
function rightsIn(use: ChannelUse, needs: Needs): readonly Permission[] {
  const own = needs.find(({ feature }) => feature === use)?.actions.filter((action) => saying.has(action))
  const rights = (uses[use] ?? own ?? said).flatMap((action) => rightsFor[action].map(({ permission }) => permission))
  return [...new Set(rights)].filter((permission) => perChannel.has(permission))
}

function inChannel(server: SeenServer, use: ChannelUse, wanted: string, needs: Needs): Finding[] {
  const channel = named(server.channels, wanted)
  const key = `channels.${use}`
  if (!channel) return [absent(server, { key, wanted, list: server.channels, text: 'channel' })]
  const missing = lacking(rightsIn(use, needs), channelBits(server, channel))
  return missing.length === 0 ? [] : [shut(server, channel, key, missing)]
}
const listed = (permissions: readonly Permission[], locale: keyof Localised) =>
  permissions.map((one) => nameOf(one)[locale]).join(say('between')[locale])
const shut = (server: SeenServer, { name }: SeenChannel, key: string, missing: readonly Permission[]): Finding => ({
  what: here(server.name),
  state: missing.some((one) => one === 'ViewChannel' || one === 'SendMessages') ? 'bad' : 'warn',
  detail: say('channel.lacks', (locale) => ({ channel: name, key, permissions: listed(missing, locale) })),
  remedy: say('channel.grant', (locale) => ({
    channel: name,
    role: ours(server),
    permissions: listed(missing, locale),
  })),
})

interface Absent {
  readonly key: string
  readonly wanted: string
  readonly list: readonly { readonly id: string; readonly name: string }[]
  readonly text: 'channel' | 'role'
}
function absent(server: SeenServer, { key, wanted, list, text }: Absent): Finding {
  const near = nearestName(list, wanted)
  return {
    what: here(server.name),
    state: 'bad',
    detail: say(`${text}.absent`, { name: wanted, key }),
    remedy: near === undefined ? say(`${text}.make`, { name: wanted, key }) : say('meant', { name: near, key }),
  }
}

function missingRoles(server: SeenServer, { roles, automod }: DiscordConfig): Finding[] {
  const lists = {
    'roles.owner': roles.owner,
    'roles.moderator': roles.moderator,
    'automod.exemptRoles': automod.exemptRoles,
  }
  const missing = Object.entries(lists).flatMap(([key, names]) =>
    names
      .filter((wanted) => !named(server.roles, wanted))
      .map((wanted) => absent(server, { key, wanted, list: server.roles, text: 'role' })),
  )
  const channels = automod.exemptChannels
    .filter((wanted) => !named(server.channels, wanted))
    .map((wanted) => absent(server, { key: 'automod.exemptChannels', wanted, list: server.channels, text: 'channel' }))
  return [...missing, ...channels]
}

const mostNamed = 10
/** Discord lets nobody act on members whose highest role is not below one’s own. */
function outOfReach(server: SeenServer): Finding[] {
  const top = topRole(server)?.position ?? 0
  const above = server.roles
    .filter(({ id, position, managed, permissions }) => {
      const admin = (permissions & PermissionFlagsBits.Administrator) !== 0n
      return id !== server.id && position >= top && !managed && !admin && !server.mine.includes(id)
    })
    .toSorted((a, b) => b.position - a.position)
  if (above.length === 0) return []
  const names = above.slice(0, mostNamed).map(({ name }) => name)
  return [
    {
      what: here(server.name),
      state: 'warn',
      detail: say('order', (locale) => ({
        roles: names.map((name) => `“${name}”`).join(say('between')[locale]),
        role: ours(server),
      })),
      remedy: say('order.drag', { role: ours(server), above: names[0] ?? '' }),
    },
  ]
}
