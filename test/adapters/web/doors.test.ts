/** Invites, names, groups, what waits for the engine, commands, being forgotten. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forget, personal } from '../../../adapters/web/index.ts'
import { fold } from '../../../adapters/web/names.ts'
import type { Receipt } from '../../../src/core/adapter.ts'
import { card, openHall, reading, type TestHall } from './kit.ts'

let hall: TestHall
beforeEach(async () => {
  hall = await openHall([card('rules'), card('warn', { private: true, role: 'moderator' })])
})
afterEach(() => hall.close())

const invite = (more: object = {}) =>
  hall.adapter.hall.createInvite({
    group: reading,
    role: 'member',
    by: 'web:owner',
    forMs: 60_000,
    mostUses: 0,
    ...more,
  })
const joins = (token: string, name: string) => hall.adapter.hall.join({ token, name, locale: 'zh' }, undefined)

test('an invite ends by its time, by its uses, and when it is revoked', async () => {
  const twice = await invite({ mostUses: 2 })
  await joins(twice.token, 'Ann')
  await joins(twice.token, 'Bob')
  await expect(joins(twice.token, 'Cid')).rejects.toThrow('invite_wrong')
  const revoked = await invite()
  await hall.adapter.hall.revokeInvite(revoked.token)
  await expect(joins(revoked.token, 'Cid')).rejects.toThrow('invite_wrong')
  const short = await invite()
  hall.now += 60_001
  await expect(joins(short.token, 'Cid')).rejects.toThrow('invite_wrong')
  await expect(joins('no-such-token', 'Cid')).rejects.toThrow('invite_wrong')
  const states = (await hall.adapter.hall.invites(reading)).map((one) => one.state)
  expect(states.sort()).toEqual(['expired', 'revoked', 'used'])
})

test('the last use of an invite is not given to two at once', async () => {
  const { token } = await invite({ mostUses: 1 })
  const results = await Promise.allSettled(['Ann', 'Bob', 'Cid'].map((name) => joins(token, name)))
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
})

test('nobody takes a name that looks like the bot’s, like staff’s, or like that of somebody there', async () => {
  await hall.joins('Mei Lin', 'moderator')
  await hall.joins('Tom')
  const { token } = await invite()
  for (const name of [
    '掌柜',
    ' Innkeeper',
    'ＩＮＮＫＥＥＰＥＲ',
    'Іnnkеeper',
    '群主',
    'a-d-m-i-n',
    'MEI·LIN',
    'mei\u200blin',
    'tom',
  ])
    await expect(joins(token, name), name).rejects.toThrow('name_taken')
  for (const name of ['', '  ', '…', '\u200b', 'x'.repeat(33)])
    await expect(joins(token, name), name).rejects.toThrow('name_bad')
  await joins(token, 'Tommy')
})

test('a joiner is noted, told to the engine with who invited, and one who is in joins no second time', async () => {
  const ann = await hall.joins('Ann')
  expect(hall.door.events.at(-1)).toMatchObject({
    type: 'member.join',
    user: ann.user,
    name: 'Ann',
    invitedBy: 'web:owner',
  })
  const { token } = await invite()
  await hall.adapter.hall.join({ token, name: '', locale: 'en' }, ann)
  expect(hall.door.types().filter((type) => type === 'member.join')).toHaveLength(1)
  await hall.adapter.hall.leave(ann, reading)
  expect(hall.door.events.at(-1)).toMatchObject({ type: 'member.leave', how: 'left' })
})

test('what the engine had not committed when the process died is offered again, in order', async () => {
  hall.door.answer = () => new Promise<Receipt>(() => undefined)
  const ann = await hall.joins('Ann')
  await hall.says(ann, 'one')
  await hall.says(ann, 'two')
  const before = hall.door.events.splice(0)
  await hall.restart()
  expect(hall.door.events).toEqual(before.slice(-3))
  hall.door.answer = async () => ({ ok: true, seen: 'again' })
  hall.door.events.length = 0
  await hall.restart()
  await expect.poll(() => hall.store.db.selectFrom('web_waiting').select('id').execute()).toEqual([])
  expect((await hall.sees(ann)).filter((post) => post.kind === 'post')).toHaveLength(2)
})

test('an engine that fails once is offered the event again while it runs', async () => {
  let failures = 1
  hall.door.answer = async () => {
    if (failures-- > 0) throw new Error('the disk is full')
    return { ok: true, seen: 'first' }
  }
  const ann = await hall.joins('Ann')
  await expect.poll(() => hall.door.events.length, { timeout: 5000 }).toBe(3)
  expect(hall.door.events[2]).toEqual(hall.door.events[1])
  expect(hall.log.warnings).toHaveLength(1)
  await hall.says(ann, 'all is well')
})

test('places in the conversation go on after a restart, even with a clock that went back', async () => {
  const ann = await hall.joins('Ann')
  await hall.says(ann, 'one')
  hall.now -= 3_600_000
  await hall.restart()
  await hall.says(ann, 'two')
  expect((await hall.sees(ann)).slice(-2).map((post) => post.text)).toEqual(['one', 'two'])
})

test('groups of the rulebook are made once and renamed; the owner is in every one', async () => {
  await hall.adapter.hall.enterAsOwner({ user: 'web:owner', name: 'Lin', role: 'owner', locale: 'zh' })
  await hall.adapter.ensureGroups([
    { ref: reading, name: '读书会' },
    { ref: 'web:films', name: '电影' },
  ])
  await hall.adapter.ensureGroups([
    { ref: reading, name: '读书会' },
    { ref: 'web:films', name: '电影' },
  ])
  const made = await hall.adapter.hall.createGroup('旅行')
  const rooms = await hall.adapter.hall.rooms('web:owner')
  expect(rooms.map((room) => room.name)).toEqual(['读书会', '电影', '旅行'])
  expect(made).toMatch(/^web:/)
  const named = hall.door.events.flatMap((event) => (event.type === 'group' ? [event.name] : []))
  expect(named).toEqual(['Reading circle', '读书会', '电影', '旅行'])
})

test('a command waits for the engine’s answer: errors come back, success is noted for those who may know', async () => {
  const ann = await hall.joins('Ann')
  const mod = await hall.joins('Mod One', 'moderator')
  const give = (by: typeof ann, name: string, nonce = hall.nonce()) =>
    hall.adapter.hall.command(by, { type: 'command', nonce, group: reading, name, input: { member: 'x' } })
  const errors = [{ field: 'member', code: 'command/no-such-member', message: 'nobody' }]
  hall.door.answer = async () => ({ ok: false, errors })
  expect(await give(mod, 'warn')).toEqual(errors)
  hall.door.answer = async () => ({ ok: true, seen: 'first' })
  const nonce = hall.nonce()
  await give(ann, 'rules', nonce)
  await give(ann, 'rules', nonce)
  await give(mod, 'warn')
  const notes = async (by: typeof ann) =>
    (await hall.sees(by)).filter((post) => post.kind === 'command').map((post) => post.text)
  expect(await notes(ann)).toEqual(['rules'])
  expect(await notes(mod)).toEqual(['rules', 'warn'])
  await expect(give(ann, 'nonsense')).rejects.toThrow('not_found')
})

test('a choice is taken only from options that were offered to the one who chooses', async () => {
  const ann = await hall.joins('Ann')
  const bob = await hall.joins('Bob')
  const options = [{ id: 'yes', label: 'Yes' }]
  await hall.does('e1/rules.0', { type: 'ask', group: reading, ask: 'rules:agree', text: '?', options, user: ann.user })
  const choice = (option: string, ask = 'rules:agree') =>
    ({ type: 'choose', nonce: hall.nonce(), group: reading, message: 'e1/rules.0', ask, option }) as const
  await hall.adapter.hall.choose(ann, choice('yes'))
  expect(hall.door.events.at(-1)).toMatchObject({ type: 'choice', ask: 'rules:agree', option: 'yes', user: ann.user })
  await expect(hall.adapter.hall.choose(bob, choice('yes'))).rejects.toThrow('not_found')
  await expect(hall.adapter.hall.choose(ann, choice('no'))).rejects.toThrow('not_found')
  await expect(hall.adapter.hall.choose(ann, choice('yes', 'perks:draw'))).rejects.toThrow('not_found')
})

test('who is forgotten leaves no row behind, and the others’ conversation stays', async () => {
  const ann = await hall.joins('Ann')
  const bob = await hall.joins('Bob')
  const message = await hall.says(ann, 'my secret')
  await hall.says(bob, 'an answer', { replyTo: message })
  await hall.adapter.hall.react(ann, {
    type: 'react',
    nonce: hall.nonce(),
    group: reading,
    message,
    emoji: '👍',
    added: true,
  })
  await hall.does('e1/x.0', { type: 'whisper', group: reading, user: ann.user, text: 'for Ann' })
  await forget(hall.store.db, ann.user)
  for (const { table, column } of personal) {
    const rows = await hall.store.db.selectFrom(table).selectAll().where(column, '=', ann.user).execute()
    expect(rows, table).toEqual([])
  }
  const everything = JSON.stringify(await hall.store.db.selectFrom('web_messages').selectAll().execute())
  for (const trace of ['my secret', 'for Ann', '"Ann"', ann.user]) expect(everything).not.toContain(trace)
  expect((await hall.sees(bob)).at(-1)?.text).toBe('an answer')
})

test('names are compared by what they look like', () => {
  expect(fold('Ｍｅｉ Ｌｉｎ')).toBe(fold('mei-lin'))
  expect(fold('小明')).not.toBe(fold('小红'))
})
