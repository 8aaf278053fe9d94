/** What members wrote, as everybody but Discord writes it: names for accounts, channels and roles. */
import type { APIUser } from 'discord-api-types/v10'
import { mint } from '../ids.ts'

export interface Named {
  user(id: string): string | undefined
  channel(id: string): string | undefined
  role(id: string): string | undefined
}

/** `exact`: accounts stay ids of ours, for lines in which a command is typed: names may be anybody's. */
export function read(content: string, named: Named, exact = false): string {
  return content
    .replace(/<@!?(\d{1,20})>/g, (whole, id: string) =>
      exact ? `@${mint(id)}` : named.user(id) === undefined ? whole : `@${named.user(id)}`,
    )
    .replace(/<@&(\d{1,20})>/g, (whole, id: string) => (named.role(id) === undefined ? whole : `@${named.role(id)}`))
    .replace(/<#(\d{1,20})>/g, (whole, id: string) =>
      named.channel(id) === undefined ? whole : `#${named.channel(id)}`,
    )
    .replace(/<a?:(\w{1,32}):\d{1,20}>/g, ':$1:')
    .replace(/<\/([^:>\n]{1,100}):\d{1,20}>/g, '/$1')
}

/** As shown in the guild: nickname, display name, user name. */
export const shownName = (user: Pick<APIUser, 'username' | 'global_name'>, nick?: string | null): string =>
  (nick || user.global_name || user.username).slice(0, 100)
