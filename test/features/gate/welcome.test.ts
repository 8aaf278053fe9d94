/** Who has to be verified is greeted once: when they have passed; who fails, never. */
import { afterEach, describe, expect, it } from 'vitest'
import gate from '../../../src/features/gate/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import rules from '../../../src/features/rules/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'
import { gated, type Options, wechat } from './house.ts'

let inn: Inn
afterEach(() => inn.close())
const text = { en: 'Hi {name}, welcome to {group}! {rules}.', zh: '欢迎 {name} 来到{group}！{rules}。' }
const house = (section: Record<string, unknown> = {}, more: Options = {}) =>
  gated(section, {
    features: [moderation, rules, gate, welcome],
    sections: {
      gate: { mode: 'always', ...section },
      rules: { text: { en: '1. Be kind.', zh: '一、友善。' } },
      welcome: { text, merged: { en: 'Hi {names}! {rules}.' }, farewell: { en: 'Bye {name}' } },
    },
    ...more,
  })
const texts = () => inn.took().flatMap(({ action }) => ('text' in action ? [action.text] : []))
const greets = (some: readonly string[]) => some.filter((one) => /^Hi|welcome|欢迎/iu.test(one))

describe('where every newcomer is verified', () => {
  it('the welcome waits until they have passed, and is the only one', async () => {
    inn = await house()
    await inn.join('tom', { id: 'came' })
    await inn.passes('45s')
    expect((await inn.why('came')).welcome).toMatchObject({ decided: 'silent', checks: [{ name: 'gate' }] })
    const called = texts()
    expect(called).toEqual([expect.stringContaining('press the button')])
    expect(greets(called)).toEqual([])
    await inn.passes('2m')
    await inn.chooses('tom', 'gate:start', 'start')
    expect(texts().at(-1)).toBe('All done, tom. You can chat now.')
    await inn.passes('1m')
    const welcomed = inn.took().map(({ action }) => action)
    expect(welcomed).toMatchObject([
      { type: 'ask', text: 'Hi @tom, welcome to main! send /rules to read the house rules.' },
    ])
    await inn.passes('2h')
    expect(greets(texts())).toEqual([])
  })
  it('in Chinese and on WeChat, where a number is written back: the rules are told of once', async () => {
    inn = await house({ by: 'sum' }, { does: [...wechat], languages: ['zh'] })
    await inn.join('tom', { name: '汤姆' })
    await inn.passes('45s')
    const [call = ''] = texts()
    expect(call).toMatch(/^@汤姆 为了挡住机器人/)
    const [, a, b] = /(\d+) \+ (\d+)/.exec(call) ?? []
    await inn.says('tom', String(Number(a) + Number(b)), { name: '汤姆' })
    await inn.passes('1m')
    const after = texts()
    expect(after).toEqual(['好了，汤姆，可以正常聊天了。', '欢迎 @汤姆 来到main！发送「群规」可以看群规。'])
  })
  it('several who pass at about the same time are welcomed together, and only they', async () => {
    inn = await house()
    for (const user of ['tom', 'ann', 'eve']) await inn.join(user)
    await inn.passes('15s')
    inn.took()
    await inn.chooses('tom', 'gate:start', 'start')
    await inn.chooses('ann', 'gate:start', 'start')
    await inn.passes('1m')
    expect(greets(texts())).toEqual(['Hi @tom and @ann! send /rules to read the house rules.'])
  })
  it('who runs out of time is neither welcomed nor bidden farewell, and is welcomed when they come again and pass', async () => {
    inn = await house()
    await inn.join('tom')
    for (const time of ['70s', '3m', '3m']) await inn.passes(time)
    expect(inn.adapter.all.map(({ action }) => action.type)).toContain('kick')
    await inn.leave('tom', { how: 'kicked' })
    await inn.passes('10m')
    expect(greets(texts())).toEqual([])
    await inn.join('tom')
    await inn.passes('15s')
    await inn.chooses('tom', 'gate:start', 'start')
    await inn.passes('1m')
    expect(greets(texts())).toEqual([expect.stringMatching(/^Hi @tom,/)])
  })
  it('who leaves before is not bidden farewell', async () => {
    inn = await house()
    await inn.join('tom')
    await inn.passes('15s')
    await inn.leave('tom')
    await inn.passes('1h')
    expect(texts().filter((one) => one.includes('Bye'))).toEqual([])
  })
  it('whom staff lets in is welcomed; whom staff removes is not', async () => {
    inn = await house({ late: 'staff' })
    await inn.join('tom')
    await inn.join('ann')
    await inn.passes('70s')
    await inn.gives('mod', 'let-in', { member: 'test:tom' })
    await inn.passes('1m')
    expect(greets(texts())).toEqual([expect.stringMatching(/^Hi @tom,/)])
    for (const time of ['3m', '3m']) await inn.passes(time)
    const asked = inn
      .took()
      .flatMap(({ action }) => (action.type === 'ask' && action.user === 'test:mod' ? [action] : []))
    await inn.chooses('mod', asked.at(-1)?.ask ?? '', 'out')
    await inn.passes('1h')
    expect(greets(texts())).toEqual([])
  })
  it('whom nobody is there to decide about is let in and welcomed', async () => {
    inn = await openInn({
      features: [moderation, gate, welcome],
      languages: ['en'],
      sections: { gate: { mode: 'always', tries: 1 }, welcome: { text } },
    })
    await inn.join('tom')
    for (const time of ['70s', '3m', '3m', '1m']) await inn.passes(time)
    expect(greets(texts())).toEqual([expect.stringMatching(/^Hi @tom,/)])
  })
  it('who need not be verified is welcomed as ever', async () => {
    inn = await house()
    await inn.join('friend', { invitedBy: 'test:mod' })
    await inn.passes('1m')
    expect(greets(texts())).toEqual([expect.stringMatching(/^Hi @friend,/)])
  })
  it('with a welcome that is switched off, the gate says it', async () => {
    inn = await house({}, { sections: { gate: { mode: 'always' }, welcome: { enabled: false } } })
    await inn.join('tom')
    await inn.passes('15s')
    expect(texts()).toEqual([expect.stringContaining('@tom: welcome! To keep bots out')])
    await inn.chooses('tom', 'gate:start', 'start')
    await inn.passes('1m')
    expect(texts()).toEqual(['All done, tom. Welcome! You can chat now.'])
  })
  it('where the group only watches, both are shown', async () => {
    inn = await house({}, { observe: true })
    await inn.join('tom')
    await inn.passes('1m')
    const seen = (await inn.rows('outbox')).filter(({ state }) => state === 'observed').map(({ feature }) => feature)
    expect(seen).toEqual(expect.arrayContaining(['gate', 'welcome']))
    expect(inn.took()).toEqual([])
  })
  it('over a restart between the press and the welcome', async () => {
    const { mkdtempSync, rmSync } = await import('node:fs')
    const { tmpdir } = await import('node:os')
    const folder = mkdtempSync(`${tmpdir()}/innkeeper-gate-`)
    const options = {
      features: [gate, welcome],
      languages: ['en' as const],
      place: `${folder}/house.db`,
      sections: { gate: { mode: 'always' }, welcome: { text } },
    }
    inn = await openInn(options)
    await inn.join('tom', { id: 'join-tom' })
    await inn.passes('15s')
    await inn.chooses('tom', 'gate:start', 'start', { id: 'press' })
    const { now } = inn
    await inn.close()
    inn = await openInn({ ...options, start: now })
    await inn.passes('1m')
    expect(greets(texts())).toEqual([expect.stringMatching(/^Hi @tom,/)])
    rmSync(folder, { recursive: true, force: true })
  })
})

describe('while a raid asks for it', () => {
  const storm = async () => {
    for (let n = 0; n < 8; n++) await inn.join(`FreeGift${n}`)
    await inn.passes('15s')
    inn.took()
  }
  const raided = () =>
    house(
      {},
      {
        sections: {
          gate: { mode: 'raid' },
          moderation: { raid: { seconds: 60, locked: { joins: 60 } } },
          welcome: { text, merged: { en: 'Hi {names}!' }, windowSeconds: 30 },
        },
      },
    )
  it('who passes is welcomed when it is over, together; the others never', async () => {
    inn = await raided()
    await storm()
    for (const n of [2, 5]) await inn.chooses(`FreeGift${n}`, 'gate:start', 'start')
    await inn.passes('4m')
    expect(greets(texts())).toEqual([])
    await inn.passes('20m')
    expect(greets(texts())).toEqual(['Hi @FreeGift2 and @FreeGift5!'])
    await inn.passes('3h')
    expect(greets(texts())).toEqual([])
  })
  it('not any more after an hour', async () => {
    inn = await raided()
    await storm()
    await inn.gives('mod', 'raid', { action: 'on', for: '3h' })
    await inn.chooses('FreeGift2', 'gate:start', 'start')
    for (let n = 0; n < 14; n++) await inn.passes('20m')
    expect(greets(texts())).toEqual([])
    expect(await inn.rows('welcome_newcomers')).not.toContainEqual(expect.objectContaining({ state: 'waiting' }))
  })
})
