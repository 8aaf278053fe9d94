/** Done twice is done once: by the bot, whatever happened between; by people, whose page sends again what was not acknowledged. */
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Actor } from '../../../adapters/web/index.ts'
import { mostUnread } from '../../../adapters/web/people.ts'
import { performs } from '../../../adapters/web/perform.ts'
import { insertPost } from '../../../adapters/web/posts.ts'
import { hallDb } from '../../../adapters/web/tables.ts'
import type { Action, ActionType } from '../../../src/core/action.ts'
import { openHall, reading, type TestHall } from './kit.ts'

let hall: TestHall
let tom: Actor
let mei: Actor
beforeEach(async () => {
  hall = await openHall()
  tom = await hall.joins('Tom')
  mei = await hall.joins('Mei')
})
afterEach(async () => {
  expect(hall.log.errors).toEqual([])
  await hall.close()
})

/** Everything in the hall's tables. */
async function stored() {
  const tables = ['web_messages', 'web_memberships', 'web_pictures', 'web_reactions', 'web_users', 'web_done']
  return Promise.all(tables.map((table) => hall.store.db.selectFrom(table).selectAll().execute()))
}

const group = reading
const reason = 'because'
const options = [{ id: 'yes', label: 'Yes' }]
/** Of every type one, about Tom or about the bot's post "e0/x.post". */
const one = {
  send: () => ({ type: 'send', group, text: 'hi', pin: true, image: { png: 'aGk=', alt: 'hi' } }),
  announce: () => ({ type: 'announce', group, text: 'hear' }),
  whisper: (user) => ({ type: 'whisper', group, user, text: 'psst' }),
  ask: () => ({ type: 'ask', group, ask: 'x:1', text: 'Well?', options }),
  edit: () => ({ type: 'edit', group, of: 'e0/x.post', text: 'other', options }),
  delete: () => ({ type: 'delete', group, message: 'e0/x.post', reason }),
  purge: () => ({ type: 'purge', group, messages: ['e0/x.post'], reason }),
  pin: () => ({ type: 'pin', group, message: 'e0/x.post' }),
  mute: (user) => ({ type: 'mute', group, user, forMs: 60_000, reason }),
  unmute: (user) => ({ type: 'unmute', group, user, reason }),
  kick: (user) => ({ type: 'kick', group, user, reason }),
  ban: (user) => ({ type: 'ban', group, user, reason }),
  unban: (user) => ({ type: 'unban', group, user, reason }),
  role: (user) => ({ type: 'role', group, user, role: 'Reader', grant: true, reason }),
} satisfies { readonly [K in ActionType]?: (user: string) => Extract<Action, { type: K }> }

test.each(performs)('%s', async (type) => {
  await hall.does('e0/x.post', { type: 'send', group, text: 'a post' })
  const action = one[type as keyof typeof one](tom.user)
  const first = await hall.does(`e1/x.${type}`, action)
  expect(first).toMatchObject({ ok: true })
  const [before, events] = [await stored(), hall.door.events.length]
  hall.now += 30_000
  expect(await hall.does(`e1/x.${type}`, action)).toEqual(first)
  const changed = (rows: unknown) => JSON.stringify(rows, (key, value) => (key === 'changed' ? 0 : value))
  expect(changed(await stored())).toEqual(changed(before))
  expect(hall.door.events.length).toBe(events)
})

test('who was shown out and has come back is not shown out again by the same action', async () => {
  const kick = one.kick(tom.user)
  await hall.does('e1/moderation.0', kick)
  const { token } = await hall.adapter.hall.createInvite({
    group,
    role: 'member',
    by: 'web:owner',
    forMs: 60_000,
    mostUses: 0,
  })
  await hall.adapter.hall.join({ token, name: '', locale: 'en' }, tom)
  expect(await hall.does('e1/moderation.0', kick)).toEqual({ ok: true })
  await hall.says(tom, 'back again')
})

test('a change that breaks off half-way is not remembered as done', async () => {
  const db = hall.store.db
  await sql`create trigger broken before update on web_memberships begin select raise(abort, 'pulled'); end`.execute(db)
  await expect(hall.does('e1/moderation.0', one.mute(tom.user))).rejects.toThrow('pulled')
  await expect(hall.does('e2/moderation.0', one.kick(tom.user))).rejects.toThrow('pulled')
  await sql`drop trigger broken`.execute(db)
  await hall.does('e1/moderation.0', one.mute(tom.user))
  await expect(hall.says(tom, 'hm')).rejects.toThrow(String(hall.now + 60_000))
  await hall.does('e2/moderation.0', one.kick(tom.user))
  expect(hall.door.events.at(-1)).toMatchObject({ type: 'member.leave', how: 'kicked' })
})

test('what was written before a mute, or removed, is acknowledged when it is sent again', async () => {
  const nonce = hall.nonce()
  const id = await hall.says(tom, 'just in time', { nonce })
  await hall.does('e1/moderation.0', one.mute(tom.user))
  expect(await hall.says(tom, 'just in time', { nonce })).toBe(id)
  const remove = { type: 'remove', nonce: hall.nonce(), group, message: id } as const
  await hall.adapter.hall.remove(tom, remove)
  await hall.adapter.hall.remove(tom, remove)
  expect(hall.door.types().filter((type) => type === 'delete')).toHaveLength(1)
})

test('the same words from two pages at once are one message and one event', async () => {
  const nonce = hall.nonce()
  await Promise.all([1, 2, 3].map(() => hall.says(mei, 'hello', { nonce })))
  expect(hall.door.types().filter((type) => type === 'message')).toHaveLength(1)
})

test('an event that waited and cannot be read keeps nobody out', async () => {
  await hall.store.db
    .insertInto('web_waiting')
    .values({ id: 'old', seq: 1, user_id: '', event: '{"type":"of another version"}' })
    .execute()
  await hall.restart()
  expect(hall.log.errors.splice(0)).toHaveLength(1)
  await hall.says(tom, 'open as ever')
})

test('a page of a long history is found by an index, whatever is asked for', async () => {
  const ours = sql`group_id = 'g' and only_for in ('', 'u')`
  const queries = {
    web_messages_order: sql`select * from web_messages where ${ours} order by seq desc limit 51`,
    web_messages_changed: sql`select * from web_messages where ${ours} and changed > 5 order by seq limit 301`,
    web_messages_pinned: sql`select * from web_messages where ${ours} and pinned_at > 0 order by pinned_at desc limit 5`,
  }
  for (const [index, query] of Object.entries(queries)) {
    const { rows } = await sql<{ detail: string }>`explain query plan ${query}`.execute(hall.store.db)
    expect(rows[0]?.detail).toContain(`USING INDEX ${index} (group_id=?`)
  }
})

test('a member long away has so many unread and no more', async () => {
  const db = hallDb(hall.store.db)
  for (let n = 0; n < mostUnread + 20; n++)
    await insertPost(db, {
      id: `p${n}`,
      group_id: group,
      seq: 9e15 + n,
      at: n,
      kind: 'post',
      text: 'x',
      user_id: 'web:m',
    })
  expect((await hall.adapter.hall.rooms(tom.user))[0]?.unread).toBe(mostUnread)
})
