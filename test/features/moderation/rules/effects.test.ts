/** Every effect, as it reaches the platform, in both languages where it speaks. */
import { describe, expect, test } from 'vitest'
import { effectNames } from '../../../../src/features/moderation/rules/schema/effects.ts'
import { cases, inForce, toldTo } from '../house.ts'
import { ruled } from './inn.ts'

const day = 86_400_000
/** The effect, and the actions it leads to (those to staff left out), as parts of what is sent. */
const table: Readonly<Record<string, readonly [effect: unknown, actions: readonly object[]]>> = {
  delete: [
    'delete',
    [
      { type: 'delete', message: 'b1' },
      { type: 'whisper', user: 'test:tom' },
    ],
  ],
  purge: [{ purge: { count: 3, within: '1h' } }, [{ type: 'purge', messages: ['a1', 'a2', 'b1'] }]],
  warn: ['warn', [{ type: 'whisper', user: 'test:tom' }]],
  mute: [{ mute: '30m' }, [{ type: 'whisper' }, { type: 'mute', user: 'test:tom', forMs: 1_800_000 }]],
  kick: ['kick', [{ type: 'whisper' }, { type: 'kick', user: 'test:tom' }]],
  ban: [
    { ban: { for: '7d', deleteLast: '1d' } },
    [{ type: 'whisper' }, { type: 'ban', user: 'test:tom', deleteMs: day }],
  ],
  giveRole: [{ giveRole: { role: 'quiet', for: '1h' } }, [{ type: 'role', role: 'quiet', grant: true }]],
  takeRole: [{ takeRole: { role: 'VIP' } }, [{ type: 'role', role: 'VIP', grant: false }]],
  nick: [{ nick: 'renamed' }, [{ type: 'nick', name: 'renamed' }]],
  slow: [{ slow: { gap: '20s', for: '10m' } }, [{ type: 'slow', gapMs: 20_000, where: 'room' }]],
  lock: [{ lock: { for: '10m' } }, [{ type: 'lock', locked: true, where: 'room' }]],
  pauseInvites: [{ pauseInvites: { for: '10m' } }, [{ type: 'invites', paused: true }]],
  reply: [
    { reply: { zh: '{name}，这里是{group}', en: '@{name}, mind “{rule}”' } },
    [{ type: 'send', text: 'tom，这里是main\n@tom, mind “no fruit”', replyTo: 'b1', mentions: [{ user: 'test:tom' }] }],
  ],
  send: [{ send: { en: 'Quiet please', channel: 'hall' } }, [{ type: 'send', text: 'Quiet please', where: 'hall' }]],
  whisper: [
    { whisper: { zh: '别这样', en: 'Please don’t' } },
    [{ type: 'whisper', user: 'test:tom', text: 'Please don’t' }],
  ],
  alert: [{ alert: { en: '{name}: {found}' } }, [{ type: 'whisper', user: 'test:mod', text: 'tom: 香蕉' }]],
  ask: ['ask', [{ type: 'ask', user: 'test:mod' }]],
  pin: ['pin', [{ type: 'pin', message: 'b1' }]],
  count: [{ count: { counter: 'heat', by: 2.5 } }, []],
  reset: [{ reset: { counter: 'heat' } }, []],
  raid: [{ raid: { for: '30m' } }, [{ type: 'whisper', user: 'test:mod' }]],
  allow: ['allow', []],
  quiet: ['quiet', []],
  log: ['log', []],
}
const fruit = { name: { zh: '不谈水果', en: 'no fruit' }, when: [{ words: ['香蕉', 'banana'] }] }
async function done(effect: unknown, more: Record<string, unknown> = {}, rule: object = {}) {
  const inn = await ruled(
    [{ ...fruit, do: [effect], ...rule }],
    { counters: { heat: { half: '1h' } } },
    { languages: ['zh', 'en'], ...more },
  )
  await inn.join('tom', { locale: 'en' })
  await inn.says('tom', 'one', { id: 'a1', locale: 'en' })
  await inn.says('tom', 'two', { id: 'a2', locale: 'en' })
  inn.took()
  await inn.says('tom', '来根香蕉 a banana', { id: 'b1', where: 'room', locale: 'en' })
  return inn
}

describe.each(Object.entries(table))('%s', (_name, [effect, actions]) => {
  test('is done', async () => {
    const inn = await done(effect)
    const sent = inn.took().map(({ action }) => action)
    expect(inn.log.errors).toEqual([])
    expect(sent).toMatchObject(expect.arrayContaining(actions.map((action) => expect.objectContaining(nested(action)))))
    if (actions.length === 0) expect(sent).toEqual([])
    expect((await inn.why('b1')).moderation?.checks).toContainEqual({ name: 'rule', found: 'r1: words (香蕉)' })
    await inn.close()
  })
  test('is only noted where the group watches', async () => {
    const inn = await done(effect, { observe: true })
    const sent = inn.took().filter(({ action }) => !('user' in action) || action.user !== 'test:mod')
    expect(sent).toEqual([])
    expect((await inn.rows('moderation_standing')).flatMap(({ sanctions }) => JSON.parse(String(sanctions)))).toEqual(
      [],
    )
    await inn.close()
  })
  test('is never done to staff (complaint 10)', async () => {
    const inn = await ruled([{ ...fruit, do: [effect], if: [{ rank: ['moderator'] }] }], { counters: { heat: {} } })
    await inn.says('mod', 'banana', { id: 'b1' })
    expect(await cases(inn)).toEqual([])
    const against = ['delete', 'purge', 'mute', 'kick', 'ban', 'role', 'nick']
    expect(inn.took().filter(({ action }) => against.includes(action.type))).toEqual([])
    await inn.close()
  })
})
const nested = (action: object) =>
  Object.fromEntries(
    Object.entries(action).map(([key, value]) => [
      key,
      key === 'mentions' ? [expect.objectContaining(value[0])] : value,
    ]),
  )
test('no effect is without a row', () => {
  expect(effectNames.filter((name) => !(name in table))).toEqual([])
})

test('what is done for a while is taken back by itself, the last word counting', async () => {
  for (const [effect, back] of [
    [{ giveRole: { role: 'quiet', for: '1h' } }, { type: 'role', role: 'quiet', grant: false }],
    [{ takeRole: { role: 'VIP', for: '1h' } }, { type: 'role', role: 'VIP', grant: true }],
    [{ slow: { gap: '20s', for: '1h' } }, { type: 'slow', gapMs: 0, where: 'room' }],
    [{ lock: { for: '1h' } }, { type: 'lock', locked: false, where: 'room' }],
    [{ pauseInvites: { for: '1h' } }, { type: 'invites', paused: false }],
  ] as const) {
    const inn = await done(effect)
    await inn.passes('30m')
    await inn.says('tom', 'banana', { where: 'room' })
    inn.took()
    await inn.passes('31m')
    expect(inn.took()).toEqual([])
    await inn.passes('30m')
    expect(inn.took().map(({ action }) => action)).toMatchObject([back])
    await inn.close()
  }
})
test('a word that is to stand for a while is deleted again', async () => {
  const inn = await done({ reply: { en: 'Shh', for: '30s' } })
  const [word] = inn.took()
  await inn.passes('31s')
  expect(inn.took().map(({ action }) => action)).toMatchObject([{ type: 'delete', message: `sent:${word?.id}` }])
  await inn.close()
})
test('a deleted message is not answered as one that is there', async () => {
  const inn = await ruled([{ ...fruit, do: ['delete', { reply: { en: 'No fruit here' } }] }])
  await inn.says('tom', 'banana')
  const said = inn.took().find(({ action }) => action.type === 'send')?.action
  expect(said).toMatchObject({ text: 'No fruit here' })
  expect(said).not.toHaveProperty('replyTo')
  await inn.close()
})
test('several at once are one case, with the strictest of each kind, told in one message', async () => {
  const inn = await ruled([
    { ...fruit, do: ['warn', { mute: '10m' }] },
    { when: [{ words: ['banana'] }], do: ['delete', { mute: '1h' }, 'warn'] },
  ])
  await inn.join('tom')
  await inn.says('tom', 'banana', { id: 'b1' })
  const sent = inn.took().map(({ action }) => action)
  expect(sent.map(({ type }) => type)).toEqual(['delete', 'whisper', 'mute', 'ask'])
  expect(sent[2]).toMatchObject({ forMs: 3_600_000 })
  expect(await cases(inn)).toMatchObject([{ number: 1, rule: 'rule:r1', state: 'done', messages: 'b1' }])
  expect((await inForce(inn)) as object[]).toHaveLength(3)
  await inn.close()
})
test('the same trouble is one case: warnings count each, nobody is muted twice, staff is asked once', async () => {
  const inn = await ruled([{ ...fruit, do: ['warn', 'delete', { mute: '10m' }] }], { warnings: { ladder: [] } })
  await inn.join('tom')
  for (const id of ['b1', 'b2', 'b3']) await inn.says('tom', 'banana', { id })
  const types = inn.took().map(({ action }) => action.type)
  expect(types.filter((type) => type === 'mute')).toHaveLength(1)
  expect(types.filter((type) => type === 'ask')).toHaveLength(1)
  expect(types.filter((type) => type === 'delete')).toHaveLength(3)
  expect(await cases(inn)).toHaveLength(1)
  expect(((await inForce(inn)) as { kind: string }[]).filter(({ kind }) => kind === 'warn')).toHaveLength(3)
  await inn.close()
})
test('the member is told in their language which rule it was', async () => {
  const inn = await ruled([{ ...fruit, do: ['warn'] }], {}, { languages: ['zh', 'en'] })
  for (const [user, locale, name] of [
    ['tom', 'en', 'no fruit'],
    ['lan', 'zh', '不谈水果'],
  ] as const) {
    await inn.join(user, { locale })
    await inn.says(user, 'banana', { locale })
    expect(toldTo(inn, user).join()).toContain(name)
  }
  await inn.close()
})
test('a rule that is tried out opens a case that can be decided, and touches nothing (complaint 14)', async () => {
  const inn = await ruled(
    [{ ...fruit, do: ['delete', { mute: '1h' }, { count: { counter: 'heat' } }], observe: true }],
    {
      counters: { heat: {} },
    },
  )
  await inn.join('tom')
  const id = await inn.says('tom', 'banana')
  expect(inn.took()).toEqual([])
  expect(await inn.rows('moderation_counts')).toEqual([])
  expect((await inn.why(id)).moderation).toMatchObject({
    decided: 'observed',
    checks: [{ found: 'r1: words (banana) (observe)' }, {}],
  })
  const [row] = await cases(inn)
  expect(row).toMatchObject({ state: 'open' })
  expect(JSON.parse(String(row?.steps))).toMatchObject([
    { does: 'delete', observed: true },
    { does: 'mute', observed: true },
  ])
  await inn.gives('mod', 'dismiss', { case: '1' })
  expect(await cases(inn)).toMatchObject([{ state: 'dismissed' }])
  await inn.close()
})
test('what a rule allows no check looks at; what it keeps quiet no other feature hears', async () => {
  const advert = 'Earn money fast! DM me on telegram @richman99 and join https://t.me/+abcdef'
  const inn = await ruled([{ when: [{ domains: ['t.me'] }], if: [{ channels: ['ads'] }], do: ['allow'] }], {
    ask: 0.5,
    act: 0.85,
    contact: {},
    links: {},
  })
  await inn.join('tom')
  await inn.says('tom', advert, { where: 'ads' })
  expect(await cases(inn)).toEqual([])
  await inn.says('tom', advert, { where: 'main' })
  expect(await cases(inn)).toHaveLength(1)
  await inn.close()
})
