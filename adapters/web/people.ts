/** Accounts of the hall and their places in its groups. */
import { randomUUID } from 'node:crypto'
import type { Locale, Role } from '../../src/core/words.ts'
import type { Named } from './names.ts'
import type { HallDb, MembershipRow, UserRow } from './tables.ts'
import type { Person, Room } from './wire.ts'

export const newUserId = () => `web:u_${randomUUID().replaceAll('-', '').slice(0, 20)}`

export const findUser = (db: HallDb, user: string): Promise<UserRow | undefined> =>
  db.selectFrom('web_users').selectAll().where('id', '=', user).executeTakeFirst()

/** Makes the account, or gives the one with this id another name. */
export async function putUser(
  db: HallDb,
  user: { readonly id: string; readonly role: Role; readonly locale: Locale | undefined; readonly at: number } & Named,
) {
  const { id, name, folded, role } = user
  await db
    .insertInto('web_users')
    .values({ id, name, folded, role, locale: user.locale ?? null, created_at: user.at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name, folded, role }))
    .execute()
}

export const membership = (db: HallDb, group: string, user: string): Promise<MembershipRow | undefined> =>
  db
    .selectFrom('web_memberships')
    .selectAll()
    .where('group_id', '=', group)
    .where('user_id', '=', user)
    .executeTakeFirst()

/** Lets the account in; a former member comes back as a new one, still muted if it was. */
export async function putMember(db: HallDb, group: string, user: string, at: number, seq: number) {
  await db
    .insertInto('web_memberships')
    .values({ group_id: group, user_id: user, state: 'in', titles: '[]', joined_at: at, muted_until: 0, read_seq: seq })
    .onConflict((conflict) =>
      conflict.columns(['group_id', 'user_id']).doUpdateSet({ state: 'in', joined_at: at, titles: '[]' }),
    )
    .execute()
}

export async function changeMember(db: HallDb, group: string, user: string, change: Partial<MembershipRow>) {
  await db
    .updateTable('web_memberships')
    .set(change)
    .where('group_id', '=', group)
    .where('user_id', '=', user)
    .execute()
}

/** Those in the group, staff first, then by name. */
export async function peopleOf(db: HallDb, group: string): Promise<Person[]> {
  const rows = await db
    .selectFrom('web_memberships')
    .innerJoin('web_users', 'web_users.id', 'web_memberships.user_id')
    .select(['web_users.id', 'web_users.name', 'web_users.role', 'web_memberships.titles'])
    .where('web_memberships.group_id', '=', group)
    .where('web_memberships.state', '=', 'in')
    .orderBy('web_users.folded')
    .execute()
  const people = rows.map((row) => ({ user: row.id, name: row.name, role: row.role, titles: titlesOf(row.titles) }))
  const rank: Readonly<Record<Role, number>> = { owner: 0, moderator: 1, member: 2 }
  return people.sort((one, other) => rank[one.role] - rank[other.role])
}

export const titlesOf = (json: string): string[] => JSON.parse(json) as string[]

/** Who has been away for a year need not have every message counted. */
export const mostUnread = 100
/** The groups an account is in, with how much of each it has not read, up to `mostUnread`. */
export async function roomsOf(db: HallDb, user: string): Promise<Room[]> {
  const rows = await db
    .selectFrom('web_memberships as membership')
    .innerJoin('web_groups as room', 'room.id', 'membership.group_id')
    .select(['room.id', 'room.name', 'membership.read_seq', 'membership.muted_until'])
    .select((select) =>
      select
        .selectFrom(
          select
            .selectFrom('web_messages as message')
            .select('message.id')
            .whereRef('message.group_id', '=', 'membership.group_id')
            .whereRef('message.seq', '>', 'membership.read_seq')
            .where('message.user_id', '!=', user)
            .where('message.only_for', 'in', ['', user])
            .where('message.kind', 'in', ['post', 'say', 'announce', 'whisper'])
            .limit(mostUnread)
            .as('news'),
        )
        .select(({ fn }) => fn.countAll().as('unread'))
        .as('unread'),
    )
    .where('membership.user_id', '=', user)
    .where('membership.state', '=', 'in')
    .where('room.closed_at', 'is', null)
    .orderBy('room.created_at')
    .orderBy('room.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unread: Number(row.unread ?? 0),
    readSeq: Number(row.read_seq),
    mutedUntil: Number(row.muted_until),
  }))
}
