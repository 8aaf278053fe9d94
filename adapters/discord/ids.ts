/**
 * Ids of ours and Discord's. Groups and accounts are `discord:<snowflake>`, channels the bare snowflake, messages
 * `discord:<channel>/<message>`: whoever is given one can reach the message without asking where it is. What was too
 * long for one message is `discord:<channel>/<first>+<second>…`.
 */

const prefix = 'discord:'
/** Discord's milliseconds begin in 2015; https://discord.com/developers/docs/reference#snowflakes */
const epoch = 1_420_070_400_000

/** A guild or an account, as events and actions name it. */
export const mint = (snowflake: string) => `${prefix}${snowflake}`
/** Discord's id in one of ours; undefined where it is none of ours. */
export function bareId(id: string): string | undefined {
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return /^\d{1,20}$/.test(rest) ? rest : undefined
}

/** The account that somebody typed: an id as Discord shows it to staff, a mention, or one of ours. */
export function accountOf(typed: string): string | undefined {
  const [, id] = /^(?:@?discord:|<@!?|@)?(\d{15,20})>?$/.exec(typed.normalize('NFKC').trim()) ?? []
  return id && mint(id)
}

export interface MessageAt {
  readonly channel: string
  /** The first, where there are several. */
  readonly message: string
  readonly all: readonly string[]
}
/** As many as an id of ours has room for. */
export const mostParts = 10
export const mintMessage = (channel: string, ...messages: readonly string[]) =>
  `${prefix}${channel}/${messages.slice(0, mostParts).join('+')}`
export function messageAt(id: string): MessageAt | undefined {
  const [, channel, messages] = /^discord:(\d{1,20})\/(\d{1,20}(?:\+\d{1,20})*)$/.exec(id) ?? []
  const all = messages?.split('+') ?? []
  const [message] = all
  return channel && message ? { channel, message, all } : undefined
}

/** When a snowflake was minted, epoch milliseconds. */
export const madeAt = (snowflake: string) => Number(BigInt(snowflake) >> 22n) + epoch
