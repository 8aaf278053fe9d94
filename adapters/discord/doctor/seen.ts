/** A server as far as rights in it go, whoever looked: REST for the doctor, discord.js while running. */
import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10'

export interface SeenRole {
  readonly id: string
  readonly name: string
  readonly position: number
  readonly permissions: bigint
  /** Of an integration, such as a bot’s own. */
  readonly managed: boolean
  /** The bot whose own role it is. */
  readonly bot?: string | undefined
}
export interface SeenChannel {
  readonly id: string
  readonly name: string
  readonly overwrites: readonly {
    readonly id: string
    readonly type: OverwriteType
    readonly allow: bigint
    readonly deny: bigint
  }[]
}
export interface SeenServer {
  readonly id: string
  readonly name: string
  /** The bot’s account, and its roles by id. */
  readonly bot: string
  readonly mine: readonly string[]
  readonly roles: readonly SeenRole[]
  /** Threads aside. */
  readonly channels: readonly SeenChannel[]
}

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n)
const isMine = ({ id, mine }: SeenServer, role: string) => role === id || mine.includes(role)

/** What the bot’s roles grant in the whole server. */
export function serverBits(server: SeenServer): bigint {
  const bits = server.roles.filter(({ id }) => isMine(server, id)).reduce((sum, one) => sum | one.permissions, 0n)
  return (bits & PermissionFlagsBits.Administrator) === 0n ? bits : everything
}
/** In one channel: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function channelBits(server: SeenServer, { overwrites }: SeenChannel): bigint {
  const base = serverBits(server)
  if (base === everything) return base
  const everyone = overwrites.filter(({ id }) => id === server.id)
  const roles = overwrites.filter(
    ({ id, type }) => type === OverwriteType.Role && id !== server.id && server.mine.includes(id),
  )
  const self = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === server.bot)
  return [everyone, roles, self].reduce((bits, layer) => {
    const deny = layer.reduce((sum, one) => sum | one.deny, 0n)
    return (bits & ~deny) | layer.reduce((sum, one) => sum | one.allow, 0n)
  }, base)
}

/** The bot’s highest role; undefined where it has none but everybody’s. */
export const topRole = (server: SeenServer): SeenRole | undefined =>
  server.roles.filter(({ id }) => server.mine.includes(id)).toSorted((a, b) => b.position - a.position)[0]
/** The role that Discord made for the bot, where the switches are; its highest one otherwise. */
export const ownRole = (server: SeenServer): SeenRole | undefined =>
  server.roles.find(({ bot }) => bot === server.bot) ?? topRole(server)
