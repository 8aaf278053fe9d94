/** Names people may take: nobody may look like the bot or like staff. */
import { clean, type Role } from '../../src/core/words.ts'
import { normalise } from '../../src/text/normalise.ts'
import type { HallDb } from './tables.ts'
import { longestName } from './wire.ts'

/** What a name is compared by: case, width, look-alikes, spaces and marks do not make it another. */
export const fold = (name: string) => normalise(name).text.replace(/[^\p{L}\p{N}]/gu, '')

/** How the bot and those in charge are called, in both languages. */
const reserved = new Set(
  [
    '掌柜',
    'Innkeeper',
    '群主',
    '店主',
    '管理员',
    '系统',
    '机器人',
    '官方',
    'admin',
    'administrator',
    'moderator',
    'owner',
    'system',
    'bot',
  ].map(fold),
)

export type NameFault = 'name_bad' | 'name_taken'
export interface Named {
  readonly name: string
  readonly folded: string
}

/** The name as it will be shown, or what is wrong with it. */
export async function checkName(
  db: HallDb,
  raw: string,
  by: { readonly group?: string; readonly role: Role },
): Promise<Named | NameFault> {
  const name = tidy(raw)
  const folded = fold(name)
  if (folded === '' || name.length > longestName) return 'name_bad'
  if (by.role === 'member' && reserved.has(folded)) return 'name_taken'
  return (await taken(db, folded, by.group)) ? 'name_taken' : { name, folded }
}

const tidy = (raw: string) =>
  clean(raw)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** By staff anywhere, or by somebody who is in the group. */
async function taken(db: HallDb, folded: string, group: string | undefined): Promise<boolean> {
  const row = await db
    .selectFrom('web_users')
    .leftJoin('web_memberships', (join) =>
      join
        .onRef('web_memberships.user_id', '=', 'web_users.id')
        .on('web_memberships.group_id', '=', group ?? '')
        .on('web_memberships.state', '=', 'in'),
    )
    .select('web_users.id')
    .where('web_users.folded', '=', folded)
    .where((where) =>
      where.or([where('web_users.role', '!=', 'member'), where('web_memberships.user_id', 'is not', null)]),
    )
    .executeTakeFirst()
  return row !== undefined
}
