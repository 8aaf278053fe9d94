/** Coming and going: by invite, by the owner's key, of one's own will. */
import { randomUUID } from 'node:crypto'
import { mayDo, type Role } from '../../src/core/words.ts'
import { type Actor, done, type Ground, placeOf, record, tellPost } from './ground.ts'
import { openInvite, spendInvite } from './invites.ts'
import { checkName, fold } from './names.ts'
import { changeMember, findUser, membership, newUserId, putMember, putUser } from './people.ts'
import { insertPost } from './posts.ts'
import { Problem } from './problem.ts'
import type { HallDb, HallTransaction } from './tables.ts'
import type { JoinRequest } from './wire.ts'

/**
 * Joins by an invite: as the account that is signed in, or as a new one under the name given.
 * Throws `invite_wrong`, `banned`, `name_bad`, `name_taken`.
 */
export async function join(
  ground: Ground,
  request: JoinRequest,
  signedIn: Actor | undefined,
): Promise<{ user: string; group: string }> {
  const invite = await openInvite(ground.db, request.token, ground.now())
  if (!invite) throw new Problem('invite_wrong')
  const group = invite.group_id
  const place = signedIn && (await membership(ground.db, group, signedIn.user))
  if (place?.state === 'banned') throw new Problem('banned')
  const by = signedIn ?? (await newcomer(ground, request, group))
  const role = higher(by.role, invite.role)
  if (place?.state === 'in' && role === by.role) return { user: by.user, group }
  const enter = place?.state === 'in' ? keepPlace : comeIn
  await enter(ground, { ...by, role }, group, { token: invite.token, by: invite.created_by })
  return { user: by.user, group }
}

async function newcomer(ground: Ground, request: JoinRequest, group: string): Promise<Actor> {
  const named = await checkName(ground.db, request.name, { group, role: 'member' })
  if (typeof named === 'string') throw new Problem(named)
  const { name } = named
  return { user: newUserId(), name, role: 'member', locale: request.locale }
}
const higher = (one: Role, other: Role): Role => (mayDo(one, other) ? one : other)

type By = { readonly token: string; readonly by: string }
/** Somebody who is in already, with an invite that makes them more than they were. */
async function keepPlace(ground: Ground, who: Actor, group: string, invite: By) {
  await ground.db.transaction().execute(async (open) => {
    await spendInvite(open, invite.token, ground.now())
    await open.updateTable('web_users').set({ role: who.role }).where('id', '=', who.user).execute()
  })
  ground.tell({ type: 'people', group })
}

async function comeIn(ground: Ground, who: Actor, group: string, invite: By | undefined) {
  const id = `web:j_${randomUUID()}`
  const seq = ground.sequence.next()
  const event = {
    ...done(ground, who, group, id),
    type: 'member.join' as const,
    ...(invite?.by && { invitedBy: invite.by }),
  }
  await record(ground, event, async (open) => {
    if (invite) await spendInvite(open, invite.token, event.at)
    await putUser(open, {
      id: who.user,
      name: who.name,
      folded: fold(who.name),
      role: who.role,
      locale: who.locale,
      at: event.at,
    })
    await putMember(open, group, who.user, event.at, seq)
    await noteOf(open, 'joined', who, group, { id, seq, at: event.at })
  })
  await tellPost(ground, id)
  ground.tell({ type: 'people', group })
}

const noteOf = (
  db: HallDb,
  kind: 'joined' | 'left',
  who: Pick<Actor, 'user' | 'name'>,
  group: string,
  at: { id: string; seq: number; at: number },
) => insertPost(db, { ...at, group_id: group, kind, user_id: who.user, name: who.name })

/** The owner, who is in every group. Throws `name_bad`. */
export async function enterAsOwner(ground: Ground, owner: Actor): Promise<void> {
  const known = await findUser(ground.db, owner.user)
  const named = known && known.name === owner.name ? known : await checkName(ground.db, owner.name, { role: 'owner' })
  if (typeof named === 'string' && !(known && named === 'name_taken')) throw new Problem(named)
  const name = typeof named === 'string' ? (known?.name ?? owner.name) : named.name
  await putUser(ground.db, {
    id: owner.user,
    name,
    folded: fold(name),
    role: 'owner',
    locale: owner.locale,
    at: ground.now(),
  })
  const groups = await ground.db.selectFrom('web_groups').select('id').where('closed_at', 'is', null).execute()
  for (const { id } of groups) await bringOwner(ground, { ...owner, name }, id)
}

/** Where the owner is not in the group yet. */
export async function bringOwner(ground: Ground, owner: Actor, group: string) {
  const place = await membership(ground.db, group, owner.user)
  if (place?.state !== 'in') await comeIn(ground, owner, group, undefined)
}

export const leave = async (ground: Ground, by: Actor, group: string) => {
  await placeOf(ground, by, group)
  await goOut(ground, by, group, { how: 'left', id: `web:l_${randomUUID()}` })
}

interface Going {
  readonly how: 'left' | 'kicked' | 'banned'
  readonly id: string
  /** In the same transaction: false where this was done before. */
  readonly first?: (open: HallTransaction) => Promise<boolean>
}
/** Ends a membership. */
export async function goOut(ground: Ground, who: Actor, group: string, { how, id, first }: Going) {
  const seq = ground.sequence.next()
  const event = { ...done(ground, who, group, id), type: 'member.leave' as const, how }
  const gone = await record(ground, event, async (open) => {
    if (first && !(await first(open))) return false
    await changeMember(open, group, who.user, { state: how === 'banned' ? 'banned' : 'out' })
    return noteOf(open, 'left', who, group, { id, seq, at: event.at })
  })
  if (!gone) return
  await tellPost(ground, id)
  ground.tell({ type: 'out', group, only: who.user, how })
  ground.tell({ type: 'people', group })
}
