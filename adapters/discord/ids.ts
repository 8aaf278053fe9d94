/** Ids of ours and Discord's. Groups and users carry the platform's name; channels and messages are bare snowflakes. */

const prefix = 'discord:'
/** A guild or an account, as events and actions name it. */
export const mint = (snowflake: string) => `${prefix}${snowflake}`
/** Discord's id in one of ours; undefined where it is none of ours. */
export function bareId(id: string): string | undefined {
  const rest = id.startsWith(prefix) ? id.slice(prefix.length) : ''
  return /^\d{1,20}$/.test(rest) ? rest : undefined
}
