/** Links that let people in: they expire, can be limited to so many, and revoked. */
import { randomBytes } from 'node:crypto'
import type { Role } from '../../src/core/words.ts'
import { Problem } from './problem.ts'
import type { HallDb, InviteRow } from './tables.ts'
import type { Invitation, Invite } from './wire.ts'

export interface InviteWish {
  readonly group: string
  readonly role: Role
  readonly by: string
  readonly forMs: number
  /** 0 is without limit. */
  readonly mostUses: number
}

export async function createInvite(db: HallDb, wish: InviteWish, at: number): Promise<Invite> {
  const row: InviteRow = {
    token: randomBytes(12).toString('base64url'),
    group_id: wish.group,
    role: wish.role,
    created_by: wish.by,
    created_at: at,
    expires_at: at + wish.forMs,
    uses: 0,
    most_uses: wish.mostUses,
    revoked_at: 0,
  }
  await db.insertInto('web_invites').values(row).execute()
  return shown(row, at)
}

/** Newest first. */
export async function listInvites(db: HallDb, group: string, at: number): Promise<Invite[]> {
  const rows = await db
    .selectFrom('web_invites')
    .selectAll()
    .where('group_id', '=', group)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => shown(row, at))
}

export async function revokeInvite(db: HallDb, token: string, at: number) {
  await db
    .updateTable('web_invites')
    .set({ revoked_at: at })
    .where('token', '=', token)
    .where('revoked_at', '=', 0)
    .execute()
}

export async function openInvite(db: HallDb, token: string, at: number): Promise<InviteRow | undefined> {
  const row = await db.selectFrom('web_invites').selectAll().where('token', '=', token).executeTakeFirst()
  return row && shown(row, at).state === 'open' ? row : undefined
}

/** Counts one use, in the transaction that lets somebody in. Throws `invite_wrong` where it was the last or has ended meanwhile. */
export async function spendInvite(db: HallDb, token: string, at: number) {
  const spent = await db
    .updateTable('web_invites')
    .set((update) => ({ uses: update('uses', '+', 1) }))
    .where('token', '=', token)
    .where('revoked_at', '=', 0)
    .where('expires_at', '>', at)
    .where((where) => where.or([where('most_uses', '=', 0), where('uses', '<', where.ref('most_uses'))]))
    .executeTakeFirst()
  if (spent.numUpdatedRows === 0n) throw new Problem('invite_wrong')
}

export async function invitation(db: HallDb, token: string, at: number): Promise<Invitation | undefined> {
  const invite = await openInvite(db, token, at)
  if (!invite) return undefined
  const room = await db.selectFrom('web_groups').selectAll().where('id', '=', invite.group_id).executeTakeFirst()
  const count = await db
    .selectFrom('web_memberships')
    .select(({ fn }) => fn.countAll().as('people'))
    .where('group_id', '=', invite.group_id)
    .where('state', '=', 'in')
    .executeTakeFirst()
  return room && { group: room.id, name: room.name, people: Number(count?.people ?? 0) }
}

function shown(row: InviteRow, at: number): Invite {
  const used = Number(row.most_uses) > 0 && Number(row.uses) >= Number(row.most_uses)
  const ended = used ? 'used' : Number(row.expires_at) <= at ? 'expired' : 'open'
  return {
    token: row.token,
    group: row.group_id,
    role: row.role,
    createdAt: Number(row.created_at),
    expiresAt: Number(row.expires_at),
    uses: Number(row.uses),
    mostUses: Number(row.most_uses),
    state: Number(row.revoked_at) > 0 ? 'revoked' : ended,
  }
}
