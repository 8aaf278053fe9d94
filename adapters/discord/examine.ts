/** While running: what a server lacks is told to the owner when the bot comes to it, and whenever rights change there. */
import { type AnyThreadChannel, Events, type Guild, type GuildBasedChannel } from 'discord.js'
import { type Locale, type Localised, locales } from '../../src/core/words.ts'
import { type Finding, say } from './doctor/finding.ts'
import type { SeenChannel, SeenServer } from './doctor/seen.ts'
import { findingsIn } from './doctor/server.ts'
import type { Ground } from './ground.ts'
import { inviteLink } from './invite.ts'
import { saidInBoth } from './texts.ts'

/** Rights are changed one after the other; the owner is told once they rest. */
const settleMs = 3000

export interface Examinations {
  /** Another rulebook is in force. */
  again(): void
  stop(): void
}

export function examinations(ground: Ground): Examinations {
  const timers = new Map<string, NodeJS.Timeout>()
  const told = new Map<string, () => void>()
  const forget = (id: string) => {
    clearTimeout(timers.get(id))
    timers.delete(id)
    told.get(id)?.()
    told.delete(id)
  }
  const examine = (id: string) => {
    timers.delete(id)
    const guild = ground.client.guilds.cache.get(id)
    if (!guild?.available || !ground.rules(id)) return forget(id)
    const text = noticeOf(guild.name, findingsIn(seen(guild), ground.section(id), ground.door.needs()))
    if (!text) return forget(id)
    told.set(id, ground.door.tell({ key: `rights:${id}`, text }))
  }
  /** Nobody stands above a timer: what it throws would end the process. */
  const tried = (id: string) => {
    try {
      examine(id)
    } catch (error) {
      ground.log.error({ guild: id, error }, 'what a server lacks could not be looked at')
    }
  }
  const soon = ({ id }: { readonly id: string }) => {
    clearTimeout(timers.get(id))
    timers.set(id, setTimeout(() => tried(id), settleMs).unref())
  }
  const again = () => ground.client.guilds.cache.forEach(soon)
  hearChanges(ground, { soon, again, forget })
  return {
    again,
    stop: () => {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

interface Hearer {
  soon(guild: { readonly id: string }): void
  again(): void
  forget(id: string): void
}
function hearChanges(ground: Ground, { soon, again, forget }: Hearer): void {
  ground.on(Events.ClientReady, again)
  ground.on(Events.GuildCreate, soon)
  ground.on(Events.GuildAvailable, soon)
  ground.on(Events.GuildDelete, ({ id }) => forget(id))
  ground.on(Events.GuildRoleCreate, ({ guild }) => soon(guild))
  ground.on(Events.GuildRoleDelete, ({ guild }) => soon(guild))
  ground.on(Events.GuildRoleUpdate, (_before, { guild }) => soon(guild))
  ground.on(Events.ChannelCreate, ({ guild }) => soon(guild))
  ground.on(Events.ChannelDelete, (channel) => 'guild' in channel && soon(channel.guild))
  ground.on(Events.ChannelUpdate, (_before, after) => 'guild' in after && soon(after.guild))
  ground.on(Events.GuildMemberUpdate, (_before, { id, guild }) => id === ground.client.user.id && soon(guild))
}

/** What discord.js keeps of it. */
function seen(guild: Guild): SeenServer {
  const { me } = guild.members
  return {
    id: guild.id,
    name: guild.name,
    bot: guild.client.user.id,
    mine: me?.roles.cache.map(({ id }) => id) ?? [],
    roles: guild.roles.cache.map(({ id, name, position, permissions, managed, tags }) => ({
      id,
      name,
      position,
      permissions: permissions.bitfield,
      managed,
      bot: tags?.botId,
    })),
    channels: [...guild.channels.cache.values()].flatMap((channel) =>
      channel.isThread() ? [] : [seenChannel(channel)],
    ),
  }
}

const seenChannel = ({
  id,
  name,
  permissionOverwrites,
}: Exclude<GuildBasedChannel, AnyThreadChannel>): SeenChannel => ({
  id,
  name,
  overwrites: permissionOverwrites.cache.map(({ id: holder, type, allow, deny }) => ({
    id: holder,
    type,
    allow: allow.bitfield,
    deny: deny.bitfield,
  })),
})

/** Undefined where nothing is wrong. */
export function noticeOf(server: string, findings: readonly Finding[]): Localised | undefined {
  if (findings.length === 0) return undefined
  const lines = (locale: Locale) => [
    say('runtime.head', { server })[locale],
    ...findings.map(
      ({ detail, remedy }) =>
        say('runtime.line', { detail: detail[locale] ?? '', remedy: remedy?.[locale] ?? '' })[locale],
    ),
  ]
  return Object.fromEntries(locales.map((locale) => [locale, lines(locale).join('\n')]))
}

/** How to add it to a server: for the log, and for the terminal at start. */
export function invitation({ client, door, sections }: Ground): Localised {
  const link = inviteLink({ application: client.application.id, needs: door.needs(), configs: sections() })
  return saidInBoth('start', { bot: client.user.displayName, servers: client.guilds.cache.size, link })
}
