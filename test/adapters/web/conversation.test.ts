/** The hall's conversation, on both databases: what people do with it, and what the bot does. */
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import type { Actor } from '../../../adapters/web/index.ts'
import { newDatabase } from '../../kit/postgres.ts'
import { openHall, reading, type TestHall } from './kit.ts'

const places = {
  sqlite: async () => ':memory:',
  postgres: () => newDatabase(inject('postgres'), `hall_${process.pid}`),
}

describe.each(Object.entries(places))('on %s', (_name, place) => {
  let hall: TestHall
  let tom: Actor
  let mei: Actor
  beforeEach(async () => {
    hall = await openHall([], await place())
    tom = await hall.joins('Tom')
    mei = await hall.joins('小美', 'moderator')
  })
  afterEach(async () => {
    expect(hall.log.errors).toEqual([])
    await hall.close()
  })
  const texts = async (by: Actor) =>
    (await hall.sees(by)).filter((post) => post.kind === 'post').map((post) => post.text)
  const last = async (by: Actor) => (await hall.sees(by)).at(-1)

  test('a message sent again after a break is one message and one event', async () => {
    const nonce = hall.nonce()
    const first = await hall.says(tom, 'hello', { nonce })
    const again = await hall.says(tom, 'hello', { nonce })
    expect(again).toBe(first)
    expect(await texts(mei)).toEqual(['hello'])
    expect(hall.door.events.filter((event) => event.type === 'message')).toHaveLength(1)
  })

  test('an event says who, in which role and language, what is answered and who is meant', async () => {
    const asked = await hall.says(tom, 'when do we meet?')
    await hall.says(mei, '@Tom 周六', { replyTo: asked, mentions: [tom.user, 'web:stranger'] })
    expect(hall.door.events.at(-1)).toMatchObject({
      type: 'message',
      group: reading,
      user: mei.user,
      name: '小美',
      role: 'moderator',
      locale: 'en',
      text: '@Tom 周六',
      replyTo: asked,
      mentions: [tom.user],
      mentionsBot: false,
    })
    expect((await last(tom))?.quote).toEqual({ id: asked, name: 'Tom', text: 'when do we meet?' })
  })

  test('one edits and deletes what is one’s own; staff may remove anybody’s', async () => {
    const message = await hall.says(tom, 'helo')
    const by = { nonce: hall.nonce(), group: reading, message }
    await expect(hall.adapter.hall.edit(mei, { ...by, type: 'edit', text: 'mine now' })).rejects.toThrow('not_allowed')
    await hall.adapter.hall.edit(tom, { ...by, type: 'edit', text: 'hello' })
    expect(await last(mei)).toMatchObject({ text: 'hello', edited: true })
    const other = await hall.says(mei, 'keep this')
    const remove = { ...by, type: 'remove' as const, message: other }
    await expect(hall.adapter.hall.remove(tom, remove)).rejects.toThrow('not_allowed')
    await hall.adapter.hall.remove(mei, { ...remove, message, nonce: hall.nonce() })
    expect((await hall.sees(tom)).find((post) => post.id === message)).toMatchObject({ text: '', deleted: 'staff' })
    expect(hall.door.types().slice(-3)).toEqual(['edit', 'message', 'delete'])
  })

  test('reactions are counted once an account and can be taken back', async () => {
    const message = await hall.says(tom, 'chapter three!')
    const react = (by: Actor, added: boolean) =>
      hall.adapter.hall.react(by, { type: 'react', nonce: hall.nonce(), group: reading, message, emoji: '👍', added })
    await react(mei, true)
    await react(mei, true)
    await react(tom, true)
    await react(tom, false)
    expect((await last(tom))?.reactions).toEqual([{ emoji: '👍', users: [mei.user] }])
    const text = { type: 'react', nonce: hall.nonce(), group: reading, message, emoji: 'buy now', added: true } as const
    await expect(hall.adapter.hall.react(tom, text)).rejects.toThrow('emoji')
  })

  test('a whisper is seen by its reader alone, also in pages, changes and quotes', async () => {
    const since = (await last(mei))?.changed ?? 0
    await hall.does('e1/faq.0', { type: 'whisper', group: reading, user: tom.user, text: 'psst' })
    expect(await last(tom)).toMatchObject({ text: 'psst', onlyYou: true })
    expect((await hall.sees(mei)).map((post) => post.text)).not.toContain('psst')
    const missed = await hall.adapter.hall.open(mei, reading, since)
    expect(missed).toMatchObject({ fresh: false, page: { posts: [] } })
    expect(hall.news.filter((news) => news.type === 'post' && news.post.text === 'psst')).toMatchObject([
      { only: tom.user },
    ])
    await expect(hall.says(mei, 'what?', { replyTo: 'e1/faq.0' })).rejects.toThrow('not_found')
  })

  test('an action delivered twice is done once', async () => {
    const send = {
      type: 'send',
      group: reading,
      text: '**hi**',
      image: { png: 'aGk=', alt: 'a chart' },
      pin: true,
    } as const
    for (const _ of [1, 2]) expect(await hall.does('e1/rules.0', send)).toEqual({ ok: true, message: 'e1/rules.0' })
    const posts = (await hall.sees(tom)).filter((post) => post.kind === 'say')
    expect(posts).toMatchObject([{ id: 'e1/rules.0', picture: 'a chart' }])
    expect((await hall.adapter.hall.picture(tom, 'e1/rules.0')).toString()).toBe('hi')
    const mute = { type: 'mute', group: reading, user: tom.user, forMs: 60_000, reason: 'flood' } as const
    await hall.does('e2/moderation.0', mute)
    hall.now += 50_000
    await hall.does('e2/moderation.0', mute)
    await expect(hall.says(tom, 'still here')).rejects.toThrow(String(hall.now + 10_000))
    hall.now += 10_000
    await hall.says(tom, 'sorry')
  })

  test('the bot edits, removes and pins by the message’s id', async () => {
    await hall.does('e1/perks.draw', { type: 'send', group: reading, text: 'The draw is open' })
    const edit = { type: 'edit', group: reading, of: 'e1/perks.draw', text: 'The draw is over' } as const
    await hall.does('e2/perks.0', edit, 'e1/perks.draw')
    await hall.does('e3/perks.0', { type: 'pin', group: reading, message: 'e1/perks.draw' })
    expect(await last(tom)).toMatchObject({ text: 'The draw is over', pinnedAt: hall.now })
    expect((await hall.adapter.hall.open(tom, reading, 0)).pinned).toHaveLength(1)
    await hall.does('e4/perks.0', { type: 'delete', group: reading, message: 'e1/perks.draw', reason: 'old' })
    expect(await last(tom)).toMatchObject({ text: '', deleted: 'self' })
    const spam = await hall.says(tom, 'cheap watches')
    await hall.does('e5/moderation.0', { type: 'delete', group: reading, message: spam, reason: 'spam' })
    expect(await last(mei)).toMatchObject({ text: '', deleted: 'staff' })
    const options = [{ id: 'agree', label: 'I agree' }]
    await hall.does('e7/rules.0', {
      type: 'ask',
      group: reading,
      ask: 'rules:agree',
      text: 'Rules',
      options,
      pin: true,
    })
    expect((await hall.adapter.hall.open(tom, reading, 0)).pinned).toMatchObject([{ id: 'e7/rules.0' }])
    const gone = await hall.does('e6/x.0', { type: 'pin', group: reading, message: 'nowhere' })
    expect(gone).toMatchObject({ ok: false, kind: 'gone' })
  })

  test('kick and ban end a membership, are told to the engine once, and a ban keeps one out', async () => {
    const kick = { type: 'kick', group: reading, user: tom.user, reason: 'spam' } as const
    await hall.does('e1/moderation.0', kick)
    await hall.does('e1/moderation.0', kick)
    const left = hall.door.events.filter((event) => event.type === 'member.leave')
    expect(left).toMatchObject([{ user: tom.user, how: 'kicked', id: 'e1/moderation.0/out' }])
    await expect(hall.says(tom, 'hey')).rejects.toThrow('not_allowed')
    const wish = { group: reading, role: 'member' as const, by: mei.user, forMs: 60_000, mostUses: 0 }
    const { token } = await hall.adapter.hall.createInvite(wish)
    await hall.adapter.hall.join({ token, name: '', locale: 'en' }, tom)
    await hall.does('e2/moderation.0', { ...kick, type: 'ban' })
    await expect(hall.adapter.hall.join({ token, name: '', locale: 'en' }, tom)).rejects.toThrow('banned')
    await hall.does('e3/moderation.0', { ...kick, type: 'unban' })
    await hall.adapter.hall.join({ token, name: '', locale: 'en' }, tom)
    await hall.says(tom, 'back again')
  })

  test('titles are given and taken; nobody moves the owner', async () => {
    const role = { type: 'role', group: reading, user: tom.user, role: '书虫', grant: true, reason: 'level' } as const
    await hall.does('e1/perks.0', role)
    const titlesOf = async () => (await hall.adapter.hall.people(reading)).find((one) => one.user === tom.user)?.titles
    expect(await titlesOf()).toEqual(['书虫'])
    await hall.does('e2/perks.0', { ...role, grant: false })
    expect(await titlesOf()).toEqual([])
    await hall.adapter.hall.enterAsOwner({ user: 'web:owner', name: 'Lin', role: 'owner', locale: 'zh' })
    const ban = { type: 'ban', group: reading, user: 'web:owner', reason: 'no' } as const
    expect(await hall.does('e3/x.0', ban)).toMatchObject({ ok: false, kind: 'denied' })
  })

  test('history comes in pages that join without gap or overlap', async () => {
    for (let n = 0; n < 120; n++) await hall.says(tom, `line ${n}`)
    const latest = (await hall.adapter.hall.open(mei, reading, 0)).page
    expect(latest).toMatchObject({ more: true })
    const second = await hall.adapter.hall.history(mei, reading, latest.posts[0]?.seq ?? 0)
    const third = await hall.adapter.hall.history(mei, reading, second.posts[0]?.seq ?? 0)
    const all = [...third.posts, ...second.posts, ...latest.posts].filter((post) => post.kind === 'post')
    expect(all.map((post) => post.text)).toEqual(Array.from({ length: 120 }, (_, n) => `line ${n}`))
    expect(third.more).toBe(false)
  })

  test('a page that was away gets what is new and what changed, and nothing else', async () => {
    const first = await hall.says(tom, 'one')
    await hall.says(tom, 'two')
    const since = (await last(mei))?.changed ?? 0
    await hall.says(tom, 'three')
    await hall.adapter.hall.edit(tom, {
      type: 'edit',
      nonce: hall.nonce(),
      group: reading,
      message: first,
      text: 'ONE',
    })
    const { fresh, page } = await hall.adapter.hall.open(mei, reading, since)
    expect({ fresh, texts: page.posts.map((post) => post.text) }).toEqual({ fresh: false, texts: ['ONE', 'three'] })
  })

  test('unread is counted from where one has read to, without one’s own and others’ whispers', async () => {
    await hall.says(tom, 'one')
    await hall.says(mei, 'two')
    await hall.does('e1/faq.0', { type: 'whisper', group: reading, user: tom.user, text: 'psst' })
    const unread = async (by: Actor) => (await hall.adapter.hall.rooms(by.user))[0]?.unread
    expect([await unread(tom), await unread(mei)]).toEqual([2, 1])
    await hall.adapter.hall.read(tom, reading, (await last(tom))?.seq ?? 0)
    expect(await unread(tom)).toBe(0)
  })

  test('too much, nothing, and texts no database can keep', async () => {
    await expect(hall.says(tom, 'x'.repeat(4001))).rejects.toThrow('4000')
    await expect(hall.says(tom, ' \n ')).rejects.toThrow('text')
    await hall.says(tom, 'nul\0 half \ud800 字')
    expect((await last(mei))?.text).toBe('nul half \ufffd 字')
  })
})
