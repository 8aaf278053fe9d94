/** What stands between a feature's wish and the platform: rank, observe mode, budgets, quiet hours, substitutes. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type ActionType, actionTypes, type Draft, type Outcome } from '../../src/core/action.ts'
import { kit } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import { type Inn, type InnOptions, openInn } from '../kit/inn.ts'
import { Recorder } from '../kit/recorder.ts'

const hands = kit({ name: 'hands', config: z.strictObject({}), store: () => ({}) })
const input = z.object({ drafts: z.string() })
/** Does what it is told: by itself where a message says so, by a person's word where it is a command. */
const feature = hands.feature({
  texts: texts({ 'do.about': '照做', 'do.drafts': '动作' }, { 'do.about': 'Do', 'do.drafts': 'Actions' }),
  needs: [...actionTypes],
  migrations: {},
  personal: [],
  on: {
    message: ({ event }) => (event.text.startsWith('[') ? { actions: JSON.parse(event.text) as Draft[] } : undefined),
  },
  commands: [
    hands.command({
      name: 'do',
      aliases: ['照做'],
      role: 'member',
      input,
      run: (_ctx, { drafts }) => ({ actions: JSON.parse(drafts) as Draft[], reply: 'done' }),
    }),
  ],
})
const group = 'test:main'
const deeds = {
  delete: { type: 'delete', group, message: 'm1', user: 'test:U', reason: 'r' },
  mute: { type: 'mute', group, user: 'test:U', forMs: 60_000, reason: 'r' },
  kick: { type: 'kick', group, user: 'test:U', reason: 'r' },
  ban: { type: 'ban', group, user: 'test:U', reason: 'r' },
  role: { type: 'role', group, user: 'test:U', role: 'helper', grant: false, reason: 'r' },
} as const
const against = (deed: keyof typeof deeds, user: string): Draft => ({ ...deeds[deed], user: `test:${user}` })
const open = (more: Partial<InnOptions> = {}) => openInn({ features: [feature], languages: ['en'], ...more })
const auto = (inn: Inn, drafts: readonly Draft[], more = {}) => inn.says('tom', JSON.stringify(drafts), more)
const told = (inn: Inn, by: string, drafts: readonly Draft[]) => inn.gives(by, 'do', { drafts: JSON.stringify(drafts) })
const filed = async (inn: Inn) =>
  (await inn.rows('outbox'))
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map((row) => ({ type: row.type, state: row.state, detail: row.detail, due: Number(row.due) }))

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

describe('a platform that cannot', () => {
  const all: readonly ActionType[] = actionTypes
  const without = (...types: ActionType[]) => all.filter((type) => !types.includes(type))
  const ask: Draft = {
    type: 'ask',
    group,
    ask: 'hands:x',
    text: 'Tea?',
    options: [
      { id: 'y', label: 'Yes' },
      { id: 'n', label: 'No' },
    ],
  }
  const plea = (what: string, why = 'the platform cannot do this') =>
    `I cannot do this in “main”: ${what} (ann). Why: ${why}. Please see to it. r`
  type Sent = [type: string, text: string, to?: string]
  const table: [name: string, does: readonly ActionType[], draft: Draft, sent: Sent[]][] = [
    ['announce', without('announce'), { type: 'announce', group, text: 'News' }, [['send', 'News']]],
    [
      'whisper',
      without('whisper'),
      { type: 'whisper', group, user: 'test:ann', text: 'psst' },
      [['send', '@ann psst']],
    ],
    ['ask', without('ask'), ask, [['send', 'Tea?\n1. Yes\n2. No']]],
    ['ask one person', without('ask'), { ...ask, user: 'test:ann' }, []],
    [
      'delete',
      without('delete'),
      against('delete', 'ann'),
      [
        ['whisper', plea('delete a message'), 'mod'],
        ['whisper', plea('delete a message'), 'owner'],
      ],
    ],
    [
      'mute',
      without('mute'),
      against('mute', 'ann'),
      [
        ['whisper', plea('mute'), 'mod'],
        ['whisper', plea('mute'), 'owner'],
      ],
    ],
    [
      'kick',
      without('kick'),
      against('kick', 'ann'),
      [
        ['whisper', plea('remove'), 'mod'],
        ['whisper', plea('remove'), 'owner'],
      ],
    ],
    [
      'ban',
      without('ban'),
      against('ban', 'ann'),
      [
        ['whisper', plea('ban'), 'mod'],
        ['whisper', plea('ban'), 'owner'],
      ],
    ],
    [
      'unmute',
      without('unmute'),
      { type: 'unmute', group, user: 'test:ann', reason: 'r' },
      [
        ['whisper', plea('unmute'), 'mod'],
        ['whisper', plea('unmute'), 'owner'],
      ],
    ],
    [
      'role',
      without('role'),
      against('role', 'ann'),
      [
        ['whisper', plea('change a role'), 'mod'],
        ['whisper', plea('change a role'), 'owner'],
      ],
    ],
    [
      'kick and whisper',
      without('kick', 'whisper'),
      against('kick', 'ann'),
      [['send', `@mod @owner ${plea('remove')}`]],
    ],
    ['pin', without('pin'), { type: 'pin', group, message: 'm1' }, []],
    ['edit', without('edit'), { type: 'edit', group, of: 'x', text: 'y' }, []],
    ['anything', [], { type: 'send', group, text: 'hi' }, []],
    ['anything, to a person', [], against('kick', 'ann'), []],
  ]
  const seen = (inn: Inn): Sent[] =>
    inn.took().map(({ action }): Sent => {
      const text = 'text' in action ? action.text : ''
      return 'user' in action && action.user ? [action.type, text, action.user.slice(5)] : [action.type, text]
    })
  const known = async (more: Partial<InnOptions>) => {
    const inn = await open({ groups: [{ match: 'test:main', name: 'main' }], ...more })
    for (const user of ['mod', 'owner', 'ann']) await inn.says(user, 'hello')
    return inn
  }
  it.each(table)('%s', async (_name, does, draft, sent) => {
    const inn = await known({ does })
    await auto(inn, [draft])
    expect(seen(inn)).toEqual(sent)
    if (sent.length === 0)
      // what was wanted is not lost without a word
      expect(await filed(inn)).toMatchObject([{ state: 'failed', detail: expect.stringContaining('unsupported') }])
    await inn.close()
  })
  it('says so in the language of each', async () => {
    const inn = await open({
      does: without('mute'),
      languages: ['zh', 'en'],
      groups: [{ match: 'test:main', name: 'main' }],
    })
    await inn.says('mod', 'hello', { locale: 'en' })
    await inn.says('owner', '你好', { locale: 'zh' })
    await inn.says('ann', 'hello')
    await auto(inn, [against('mute', 'ann')])
    expect(inn.sent()).toEqual([plea('mute'), '我在「main」做不到：禁言（ann）。原因：平台不支持。请您处理。r'])
    await inn.close()
  })

  const deny = (types: readonly ActionType[], kind: 'denied' | 'unsupported' = 'denied') => {
    const adapter = new Recorder()
    adapter.answer = ({ id, action }): Outcome =>
      types.includes(action.type) ? { ok: false, kind, detail: 'needs admin' } : { ok: true, message: `sent:${id}` }
    return adapter
  }
  const refused = plea('remove', 'I lack the right · needs admin')
  it('at the time, for want of a right: as if it never could, with the platform’s reason', async () => {
    const inn = await known({ adapter: deny(['kick']) })
    await auto(inn, [against('kick', 'ann')])
    expect(seen(inn)).toEqual([
      ['whisper', refused, 'mod'],
      ['whisper', refused, 'owner'],
    ])
    expect((await filed(inn))[0]).toMatchObject({ type: 'kick', state: 'failed', detail: 'denied: needs admin' })
    await inn.close()
  })
  it('at the time, nor reach staff: one word in the group for all of them', async () => {
    const inn = await known({ adapter: deny(['kick', 'whisper']) })
    await auto(inn, [against('kick', 'ann')])
    expect(seen(inn)).toEqual([['send', `@mod ${refused}`]])
    await inn.close()
  })
  it('nor send: it ends there', async () => {
    const inn = await known({ adapter: deny(actionTypes) })
    await auto(inn, [against('kick', 'ann')])
    expect(inn.took()).toEqual([])
    expect((await filed(inn)).every(({ state }) => state === 'failed')).toBe(true)
    await inn.close()
  })
  it('and says so later than it was asked', async () => {
    const inn = await known({})
    await auto(inn, [against('kick', 'ann')], { id: 'late' })
    inn.took()
    const settle = (outcome: Outcome) => inn.adapter.door?.settle('late/hands.0', outcome)
    await settle({ ok: false, kind: 'denied', detail: 'needs admin' })
    await settle({ ok: false, kind: 'denied', detail: 'needs admin' })
    await inn.engine.idle()
    expect(seen(inn)).toEqual([
      ['whisper', refused, 'mod'],
      ['whisper', refused, 'owner'],
    ])
    await inn.close()
  })
})
