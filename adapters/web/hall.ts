/** What the hall's server may ask of the adapter. Every deed checks the actor's place and role by itself. */

import { enterAsOwner, join, leave } from './come.ts'
import type { Actor, Ground, News } from './ground.ts'
import { placeOf } from './ground.ts'
import { createGroup } from './groups.ts'
import { createInvite, invitation, listInvites, revokeInvite } from './invites.ts'
import { choose, command } from './order.ts'
import { findUser, peopleOf, roomsOf } from './people.ts'
import { changesSince, findPost, historyPage, pinnedPosts } from './posts.ts'
import { Problem } from './problem.ts'
import { edit, post, react, remove } from './speak.ts'
import { dismiss } from './staff.ts'
import type { Said } from './wire.ts'

type Deed<K extends Said['type']> = Extract<Said, { type: K }>
export type Hall = ReturnType<typeof hall>

export const hall = (ground: Ground, listeners: Set<(news: News) => void>) => ({
  ...reading(ground),
  post: (by: Actor, said: Deed<'post'>) => post(ground, by, said),
  edit: (by: Actor, said: Deed<'edit'>) => edit(ground, by, said),
  remove: (by: Actor, said: Deed<'remove'>) => remove(ground, by, said),
  react: (by: Actor, said: Deed<'react'>) => react(ground, by, said),
  command: (by: Actor, said: Deed<'command'>) => command(ground, by, said),
  choose: (by: Actor, said: Deed<'choose'>) => choose(ground, by, said),
  join: (request: Parameters<typeof join>[1], signedIn: Actor | undefined) => join(ground, request, signedIn),
  leave: (by: Actor, group: string) => leave(ground, by, group),
  enterAsOwner: (owner: Actor) => enterAsOwner(ground, owner),
  createGroup: (name: string) => createGroup(ground, name),
  createInvite: (wish: Parameters<typeof createInvite>[1]) => createInvite(ground.db, wish, ground.now()),
  invites: (group: string) => listInvites(ground.db, group, ground.now()),
  /** Makes a moderator a member again. */
  dismiss: (user: string) => dismiss(ground, user),
  revokeInvite: (token: string) => revokeInvite(ground.db, token, ground.now()),
  invitation: (token: string) => invitation(ground.db, token, ground.now()),
  /** Calls back with everything that open pages should hear of; returns the way to stop it. */
  listen(listener: (news: News) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
})

const reading = (ground: Ground) => ({
  user: (user: string) => findUser(ground.db, user),
  rooms: (user: string) => roomsOf(ground.db, user),
  /** Those in the group, for somebody in it. */
  people: (group: string) => peopleOf(ground.db, group),
  commands: () => ground.commands(),
  place: (by: Actor, group: string) => placeOf(ground, by, group),
  /** The latest page, or what changed since a place where that is little. */
  async open(by: Actor, group: string, since: number) {
    await placeOf(ground, by, group)
    const missed = since > 0 ? await changesSince(ground.db, group, by.user, since) : undefined
    const page = missed ?? (await historyPage(ground.db, group, by.user))
    const [people, pinned] = await Promise.all([peopleOf(ground.db, group), pinnedPosts(ground.db, group, by.user)])
    return { fresh: missed === undefined, page, people, pinned }
  },
  async history(by: Actor, group: string, before: number) {
    await placeOf(ground, by, group)
    return historyPage(ground.db, group, by.user, before)
  },
  async read(by: Actor, group: string, seq: number) {
    await ground.db
      .updateTable('web_memberships')
      .set({ read_seq: seq })
      .where('group_id', '=', group)
      .where('user_id', '=', by.user)
      .where('read_seq', '<', seq)
      .execute()
  },
  /** PNG bytes of a message's picture, for somebody who may see the message. */
  async picture(by: Actor, message: string): Promise<Buffer> {
    const found = await findPost(ground.db, message)
    if (!found || (found.only_for !== '' && found.only_for !== by.user)) throw new Problem('not_found')
    await placeOf(ground, by, found.group_id)
    const row = await ground.db
      .selectFrom('web_pictures')
      .select('png')
      .where('message_id', '=', message)
      .executeTakeFirst()
    if (!row) throw new Problem('not_found')
    return Buffer.from(row.png, 'base64')
  },
})
