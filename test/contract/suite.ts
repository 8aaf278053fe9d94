/**
 * What every adapter keeps, whatever its platform: events that are events, with ids that stay; actions whose effect
 * people see; outcomes instead of exceptions. What an adapter does not claim to do is not asked of it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Action, actionTypes } from '../../src/core/action.ts'
import { eventTypes } from '../../src/core/event.ts'
import { does, type Platform, type Town, type Townsman } from './town.ts'

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
/** What leads to the fallback table. */
const refusal = /^(unsupported|denied)$/
const soon = { timeout: 10_000, interval: 20 }

export function contract(name: string, platform: Platform) {
  const about = platform.describe()
  const can = (...types: Action['type'][]) => types.every((type) => about.does.includes(type))
  const tells = (type: (typeof eventTypes)[number]) => about.emits.includes(type)

  describe(`the contract, kept by ${name}`, () => {
    describe('before it is started', () => {
      it('says what it is and can', () => {
        expect(about.name).toMatch(/^[a-z]+$/)
        expect(new Set(about.does).size).toBe(about.does.length)
        expect(about.does.every((type) => actionTypes.includes(type))).toBe(true)
        expect(about.emits.every((type) => eventTypes.includes(type))).toBe(true)
        expect(Object.values(about.limits).every((limit) => typeof limit !== 'number' || limit >= 0)).toBe(true)
      })
      it('is not up', () => expect(about.health().state).not.toBe('up'))
    })

    describe('in a group', () => {
      let town: Town
      let ann: Townsman
      beforeEach(async () => {
        town = await platform.open()
        ann = await town.comes('Ann')
      })
      afterEach(() => town.close())
      const texts = async (who: Townsman) => (await who.reads()).map(({ text }) => text)
      const readsOf = (who: Townsman, part: string) =>
        expect.poll(async () => (await who.reads()).find(({ text }) => text.includes(part)), soon)
      const told = (type: (typeof eventTypes)[number], part: object) =>
        expect.poll(() => town.door.of(type).at(-1), soon).toMatchObject(part)

      it('is up', () => expect(town.adapter.health()).toMatchObject({ state: 'up' }))
      it('tells who comes, under ids of its own minting', async () => {
        await told('member.join', { group: town.group, user: ann.user, name: 'Ann' })
        expect(town.group).toMatch(new RegExp(`^${about.name}:`))
        expect(ann.user).toMatch(new RegExp(`^${about.name}:`))
      })
      it('tells who goes', async () => {
        await ann.leaves()
        await told('member.leave', { group: town.group, user: ann.user })
      })
      it.each(['hello', '你好，掌柜！', '👩‍👩‍👧 café ﷽ ‮abc', '`code` **not bold** <b>x</b>', '/rules'])(
        'tells what is written, as it is written: %s',
        async (text) => {
          await ann.says(text)
          await expect.poll(() => town.door.events.length, soon).toBeGreaterThan(1)
          if (!text.startsWith('/')) await told('message', { group: town.group, user: ann.user, text })
        },
      )
      it('tells when Innkeeper itself is spoken to, and what is answered', async () => {
        const first = await ann.says('when do we meet?')
        await told('message', { text: 'when do we meet?' })
        await ann.says('hello?', { toBot: true })
        await expect.poll(() => town.door.of('message').at(-1)?.mentionsBot, soon).toBe(true)
        await ann.says('that was me', { replyTo: first })
        await told('message', { replyTo: first })
      })
      it('gives every event an id of its own', async () => {
        for (const text of ['a', 'b', 'a']) await ann.says(text)
        await expect.poll(() => town.door.of('message').length, soon).toBe(3)
        const ids = town.door.events.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      })
      it('goes on where the engine cannot take an event', async () => {
        town.door.answer = async () => ({ ok: false, errors: [{ code: 'x/y', message: 'no' }] })
        await ann.says('one')
        town.door.answer = async () => ({ ok: true, seen: 'first' })
        await ann.says('two')
        await told('message', { text: 'two' })
        expect(town.adapter.health().state).toBe('up')
      })
      it('tells nothing of what the bot itself says', async () => {
        await does(town, { type: 'send', group: town.group, text: 'from the bot' })
        await readsOf(ann, 'from the bot').toBeDefined()
        await ann.says('after it')
        await told('message', { text: 'after it' })
        expect(town.door.of('message').map(({ text }) => text)).toEqual(['after it'])
      })
      if (tells('edit'))
        it('tells what is edited', async () => {
          const message = await ann.says('helo')
          await ann.edits?.(message, 'hello')
          await told('edit', { message, text: 'hello', user: ann.user })
        })
      if (tells('delete'))
        it('tells what is deleted', async () => {
          const message = await ann.says('oops')
          await ann.deletes?.(message)
          await told('delete', { message, group: town.group })
        })
      if (tells('reaction'))
        it('tells a reaction', async () => {
          const message = await ann.says('chapter three')
          await ann.reacts?.(message, '👍')
          await told('reaction', { message, emoji: '👍', added: true, user: ann.user })
        })

      it('sends what everybody can read', async () => {
        const bob = await town.comes('Bob')
        const outcome = await does(town, { type: 'send', group: town.group, text: 'Welcome, all of you 欢迎' })
        expect(outcome).toMatchObject({ ok: true })
        for (const who of [ann, bob]) await readsOf(who, 'Welcome, all of you 欢迎').toBeDefined()
      })
      it('sends a long text whole', async () => {
        const lines = Array.from({ length: 400 }, (_, n) => `line ${n} of the house rules`)
        expect(await does(town, { type: 'send', group: town.group, text: lines.join('\n') })).toMatchObject({
          ok: true,
        })
        await readsOf(ann, 'line 399 of the house rules').toBeDefined()
        const all = (await texts(ann)).join('\n')
        expect(lines.filter((line) => !all.includes(line))).toEqual([])
      })
      it('sends a picture', async () => {
        const image = { png, alt: 'this week' }
        const outcome = await does(town, { type: 'send', group: town.group, text: 'The digest', image })
        expect(outcome).toMatchObject({ ok: true })
        await expect.poll(async () => (await ann.reads()).some(({ picture }) => picture), soon).toBe(true)
      })
      if (can('whisper'))
        it('whispers to one alone', async () => {
          const bob = await town.comes('Bob')
          await does(town, { type: 'whisper', group: town.group, user: ann.user, text: 'only for you' })
          await readsOf(ann, 'only for you').toMatchObject({ alone: true })
          expect(await texts(bob)).not.toContain('only for you')
        })
      if (can('announce'))
        it('announces', async () => {
          expect(await does(town, { type: 'announce', group: town.group, text: 'Hear, hear' })).toMatchObject({
            ok: true,
          })
          await readsOf(ann, 'Hear, hear').toBeDefined()
        })
      if (can('ask'))
        it('asks, and tells what is chosen', async () => {
          const options = [
            { id: 'yes', label: 'Yes' },
            { id: 'no', label: 'No' },
          ]
          await does(town, { type: 'ask', group: town.group, ask: 'test:tea', text: 'Tea?', options })
          await readsOf(ann, 'Tea?').toMatchObject({ options: ['Yes', 'No'] })
          await ann.presses?.('Yes')
          await told('choice', { ask: 'test:tea', option: 'yes', user: ann.user, group: town.group })
        })
      if (can('edit'))
        it('edits what it sent', async () => {
          const sent = await does(
            town,
            { type: 'send', group: town.group, text: 'the draw is open' },
            { id: 'e/test.draw' },
          )
          const message = sent.ok ? sent.message : undefined
          const edit: Action = { type: 'edit', group: town.group, of: 'e/test.draw', text: 'the draw is over' }
          expect(await does(town, edit, message === undefined ? {} : { message })).toMatchObject({ ok: true })
          await readsOf(ann, 'the draw is over').toBeDefined()
          expect(await texts(ann)).not.toContain('the draw is open')
        })
      if (can('delete'))
        it('deletes what somebody wrote, and what is gone already', async () => {
          const message = await ann.says('cheap watches')
          const act: Action = { type: 'delete', group: town.group, message, user: ann.user, reason: 'spam' }
          expect(await does(town, act)).toMatchObject({ ok: true })
          await expect.poll(() => texts(ann), soon).not.toContain('cheap watches')
          const again = await does(town, act)
          expect(again.ok || again.kind === 'gone').toBe(true)
        })
      if (can('purge'))
        it('deletes many at once', async () => {
          const messages = [await ann.says('spam 1'), await ann.says('spam 2')]
          expect(await does(town, { type: 'purge', group: town.group, messages, reason: 'spam' })).toMatchObject({
            ok: true,
          })
          await expect.poll(async () => (await texts(ann)).filter((text) => text.startsWith('spam')), soon).toEqual([])
        })
      if (can('pin'))
        it('pins', async () => {
          const message = await ann.says('the plan')
          expect(await does(town, { type: 'pin', group: town.group, message })).toMatchObject({ ok: true })
          await readsOf(ann, 'the plan').toMatchObject({ pinned: true })
        })
      if (can('mute', 'unmute'))
        it('mutes and unmutes', async () => {
          const about = { group: town.group, user: ann.user, reason: 'flood' }
          expect(await does(town, { type: 'mute', ...about, forMs: 600_000 })).toMatchObject({ ok: true })
          await expect.poll(() => ann.standing(), soon).toBe('muted')
          expect(await does(town, { type: 'unmute', ...about })).toMatchObject({ ok: true })
          await expect.poll(() => ann.standing(), soon).toBe('in')
        })
      if (can('kick'))
        it('shows somebody out', async () => {
          expect(await does(town, { type: 'kick', group: town.group, user: ann.user, reason: 'spam' })).toMatchObject({
            ok: true,
          })
          await expect.poll(() => ann.standing(), soon).toBe('out')
        })
      if (can('ban', 'unban'))
        it('bans and lifts the ban', async () => {
          const about = { group: town.group, user: ann.user, reason: 'spam' }
          expect(await does(town, { type: 'ban', ...about })).toMatchObject({ ok: true })
          await expect.poll(() => ann.standing(), soon).toBe('banned')
          expect(await does(town, { type: 'unban', ...about })).toMatchObject({ ok: true })
          await expect.poll(() => ann.standing(), soon).toBe('out')
        })
      if (about.idempotent)
        it('does the same id once', async () => {
          const send: Action = { type: 'send', group: town.group, text: 'only once' }
          for (const _ of [1, 2]) expect(await does(town, send, { id: 'e1/test.once' })).toMatchObject({ ok: true })
          await ann.says('and then')
          await expect.poll(async () => (await texts(ann)).filter((text) => text === 'only once'), soon).toHaveLength(1)
        })
      it('has an outcome for what cannot be, and throws nothing', async () => {
        const nowhere = `${about.name}:nowhere`
        const nobody = `${about.name}:nobody`
        const reason = 'r'
        const bad: Action[] = [
          { type: 'send', group: nowhere, text: 'hi' },
          { type: 'whisper', group: town.group, user: nobody, text: 'hi' },
          { type: 'kick', group: town.group, user: nobody, reason },
          { type: 'delete', group: town.group, message: 'nothing', reason },
          { type: 'edit', group: town.group, of: 'nothing', text: 'x' },
        ]
        for (const action of bad) {
          const outcome = await does(town, action)
          if (!town.trusted) expect(outcome, action.type).toMatchObject({ ok: false })
        }
      })
      it('refuses what it does not claim to do', async () => {
        const missing = actionTypes.filter((type) => !about.does.includes(type))
        const all: Action[] = [
          { type: 'ask', group: town.group, ask: 'test:x', text: '?', options: [{ id: 'a', label: 'A' }] },
          { type: 'mute', group: town.group, user: ann.user, forMs: 1000, reason: 'r' },
          { type: 'delete', group: town.group, message: 'm', reason: 'r' },
          { type: 'nick', group: town.group, user: ann.user, name: 'x', reason: 'r' },
          { type: 'lock', group: town.group, locked: true, reason: 'r' },
        ]
        for (const action of all.filter(({ type }) => missing.includes(type)))
          expect(await does(town, action), action.type).toMatchObject({
            ok: false,
            kind: expect.stringMatching(refusal),
          })
      })
      it('is not up once it is stopped, and tells nothing any more', async () => {
        await town.adapter.stop()
        expect(town.adapter.health().state).not.toBe('up')
        const before = town.door.events.length
        await ann.says('anybody here?').catch(() => undefined)
        expect(town.door.events.length).toBe(before)
      })
    })
  })
}
