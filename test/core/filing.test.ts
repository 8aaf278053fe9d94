/** What stands between a feature's wish and the platform: rank, observe mode, budgets, quiet hours, substitutes. */
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/core/action.ts'
import { openInn } from '../kit/inn.ts'
import { against, auto, deeds, feature, filed, group, hands, open, told } from './hands.ts'

describe('staff', () => {
  const staff = [
    { user: 'test:named', role: 'moderator' as const },
    { user: 'test:boss', role: 'owner' as const },
  ]
  /** Who acts, on whom, and whether it may be: undefined is Innkeeper by itself. */
  const table: [by: string | undefined, on: string, done: boolean][] = [
    [undefined, 'ann', true],
    [undefined, 'mod1', false],
    [undefined, 'owner1', false],
    [undefined, 'named', false],
    [undefined, 'boss', false],
    ['mod1', 'ann', true],
    ['mod1', 'mod2', false],
    ['mod1', 'mod1', false],
    ['mod1', 'named', false],
    ['mod1', 'owner1', false],
    ['mod1', 'boss', false],
    ['named', 'mod1', false],
    ['owner1', 'mod1', true],
    ['owner1', 'named', true],
    ['owner1', 'boss', false],
    ['boss', 'mod1', true],
  ]
  it.each(Object.keys(deeds) as (keyof typeof deeds)[])('are not touched by %s but from above', async (deed) => {
    const inn = await open({ staff })
    for (const user of ['ann', 'mod1', 'mod2', 'owner1', 'named', 'boss', 'tom']) await inn.says(user, 'hello')
    for (const [by, on, done] of table) {
      await (by === undefined ? auto(inn, [against(deed, on)]) : told(inn, by, [against(deed, on)]))
      const acted = inn.took().filter(({ action }) => action.type === deed)
      expect(acted.length, `${by ?? 'Innkeeper'} → ${on}`).toBe(done ? 1 : 0)
    }
    const held = (await filed(inn)).filter(({ state }) => state === 'held')
    expect(held).toHaveLength(table.filter(([, , done]) => !done).length)
    expect(held.every(({ detail }) => detail === 'staff are never acted upon')).toBe(true)
    await inn.close()
  })
  it('of the rulebook are known before they have said a word', async () => {
    const inn = await open({ staff })
    await auto(inn, [against('ban', 'boss'), against('ban', 'stranger')])
    expect((await filed(inn)).map(({ state }) => state)).toEqual(['held', 'done'])
    await inn.close()
  })
  it('made by the platform later is staff from then on, and no longer when it is taken back', async () => {
    const inn = await open()
    await inn.says('ann', 'hello', { role: 'moderator' })
    await auto(inn, [against('mute', 'ann')])
    await inn.says('ann', 'hello', { role: 'member' })
    await auto(inn, [against('mute', 'ann')])
    expect((await filed(inn)).map(({ state }) => state)).toEqual(['held', 'done'])
    await inn.close()
  })
  it('are not touched by way of a platform that cannot, either', async () => {
    const inn = await open({ does: ['send', 'whisper'] })
    await inn.says('mod1', 'hello')
    await inn.says('owner1', 'hello')
    await auto(inn, [against('kick', 'mod1')])
    expect(inn.sent()).toEqual([])
    await inn.close()
  })
})

describe('observe mode', () => {
  it('decides and notes, delivers nothing, and still answers people', async () => {
    const inn = await open({ observe: true })
    await inn.says('ann', 'hello')
    await auto(inn, [
      { type: 'send', group, text: 'hi' },
      { type: 'announce', group, text: 'hi', priority: 'post' },
      { type: 'whisper', group, user: 'test:ann', text: 'hi' },
      { type: 'ask', group, ask: 'hands:x', text: '?', options: [{ id: 'y', label: 'y' }] },
      ...(Object.keys(deeds) as (keyof typeof deeds)[]).map((deed) => against(deed, 'ann')),
    ])
    const before = await filed(inn)
    expect(before).toHaveLength(9)
    expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['observed']))
    expect(inn.took()).toEqual([])
    await told(inn, 'mod', [against('mute', 'ann')])
    expect(inn.took().map(({ action }) => action.type)).toEqual(['mute', 'send'])
    expect((await inn.rows('budgets')).length, 'what is not done costs no budget').toBe(0)
    await inn.close()
  })
  it('tells staff what would be done, asks them nothing of a platform that cannot, and ends with an edit', async () => {
    const inn = await open({ observe: true, does: ['send', 'whisper'] })
    await inn.says('mod', 'hello')
    await auto(inn, [{ type: 'whisper', group, user: 'test:mod', text: 'a case' }, against('mute', 'tom')])
    expect(inn.sent()).toEqual(['a case'])
    await inn.rules({ observe: false })
    await auto(inn, [{ type: 'send', group, text: 'now' }])
    expect(inn.sent()).toEqual(['now'])
    await inn.close()
  })
})

describe('budgets', () => {
  const budgets = { removals: 2, bans: 1, mutes: 3, deletions: 2, whispers: 2, posts: 1 }
  const kinds: [keyof typeof budgets, Draft][] = [
    ['removals', against('kick', 'ann')],
    ['bans', against('ban', 'ann')],
    ['mutes', against('mute', 'ann')],
    ['deletions', against('delete', 'ann')],
    ['whispers', { type: 'whisper', group, user: 'test:ann', text: 'hi' }],
    ['posts', { type: 'send', group, text: 'hi', priority: 'post' }],
    ['posts', { type: 'announce', group, text: 'hi', priority: 'post' }],
  ]
  it.each(kinds)('of %s hold per hour, tell the owner once an hour, and bind no person', async (kind, draft) => {
    const inn = await open({ budgets, start: Date.UTC(2026, 2, 2, 10, 1) })
    await inn.says('ann', 'hello')
    const cap = budgets[kind]
    for (let n = 0; n < cap + 3; n++) await auto(inn, [draft])
    expect(inn.took()).toHaveLength(cap)
    const notices = () => inn.engine.notices.all().filter((notice) => notice.kind === 'budget')
    expect(notices()).toHaveLength(1)
    expect(notices()[0]?.text).toContain(String(cap))
    expect((await filed(inn)).at(-1)).toMatchObject({
      state: 'held',
      detail: `budget of ${kind} reached for this hour`,
    })
    await told(inn, 'mod', [draft])
    expect(inn.took().filter(({ action }) => action.type === draft.type).length).toBeGreaterThan(0)
    await inn.passes('1h')
    for (let n = 0; n < cap + 1; n++) await auto(inn, [draft])
    expect(inn.took()).toHaveLength(cap)
    expect(notices()).toHaveLength(2)
    await inn.close()
  })
  it('are of the community, whatever the group, and of nothing else', async () => {
    const inn = await open({ budgets: { ...budgets, posts: 1 } })
    const post = (group: string): Draft => ({ type: 'send', group: `test:${group}`, text: 'hi', priority: 'post' })
    await auto(inn, [post('one')], { group: 'one' })
    await auto(inn, [post('two')], { group: 'two' })
    expect(inn.took()).toHaveLength(1)
    for (let n = 0; n < 30; n++) await auto(inn, [{ type: 'send', group, text: 'a reply' }])
    expect(inn.took()).toHaveLength(30)
    await inn.close()
  })
  it('are not used up by a batch that is rolled back', async () => {
    const saving = hands.feature({
      ...feature,
      commands: [],
      on: {
        message: ({ event }) => ({
          actions: [{ type: 'send', group, text: event.text, priority: 'post' }],
          save: () => {
            if (event.text === 'bad') throw new Error('a bug in save')
          },
        }),
      },
    })
    const inn = await openInn({ features: [saving], languages: ['en'], budgets: { posts: 2 } })
    await inn.says('tom', 'one')
    const message = (id: string, text: string) =>
      inn.engine.emit({ type: 'message', id, at: inn.now, group, user: 'test:tom', text })
    await Promise.all([message('x1', 'bad'), message('x2', 'two'), message('x3', 'bad'), message('x4', 'three')])
    await inn.engine.idle()
    expect(inn.sent()).toEqual(['one', 'two'])
    expect(inn.engine.notices.all().filter(({ kind }) => kind === 'budget')).toHaveLength(1)
    await inn.close()
  })
})

describe('quiet hours', () => {
  const quiet = { from: '22:00', to: '08:00' }
  it.each([
    ['moderation', false],
    ['reply', false],
    ['welcome', false],
    ['post', true],
  ] as const)('let %s wait: %s', async (priority, waits) => {
    const start = Temporal.ZonedDateTime.from('2026-03-02T23:00[Asia/Shanghai]').epochMilliseconds
    const inn = await open({ quiet, timezone: 'Asia/Shanghai', start })
    await auto(inn, [{ type: 'send', group, text: 'hi', priority }])
    expect(inn.sent()).toEqual(waits ? [] : ['hi'])
    await inn.passes('8h')
    expect(inn.sent()).toEqual([])
    await inn.passes('1h')
    expect(inn.sent()).toEqual(waits ? ['hi'] : [])
    await inn.close()
  })
  it('do not hold up what is said meanwhile, nor what comes after', async () => {
    const start = Temporal.ZonedDateTime.from('2026-03-02T23:00[Asia/Shanghai]').epochMilliseconds
    const inn = await open({ quiet, timezone: 'Asia/Shanghai', start })
    await auto(inn, [
      { type: 'send', group, text: 'post', priority: 'post' },
      { type: 'send', group, text: 'answer' },
    ])
    expect(inn.sent()).toEqual(['answer'])
    await inn.close()
  })
})
