/** How a raid begins, grows and ends: with everything a platform can do, and with little. */
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import gate from '../../../src/features/gate/index.ts'
import moderation from '../../../src/features/moderation/index.ts'
import welcome from '../../../src/features/welcome/index.ts'
import { type Inn, openInn } from '../../kit/inn.ts'
import { people, trickle } from './crowds.ts'

type Options = Partial<Parameters<typeof openInn>[0]>
let inn: Inn
afterEach(() => inn.close())

async function house(raid: Record<string, unknown> = {}, more: Options = {}): Promise<Inn> {
  inn = await openInn({
    features: [moderation, gate, welcome],
    languages: ['en'],
    budgets: { removals: 500, bans: 5, mutes: 500, deletions: 500, whispers: 500, posts: 60 },
    sections: { moderation: { raid }, welcome: {} },
    ...more,
  })
  await inn.says('mod', 'good morning')
  await inn.join('rosa', { name: 'Rosa' })
  await inn.passes('2d')
  inn.took()
  return inn
}
/** `count` strangers within `seconds`, the engine given them all at once. */
async function storm(count: number, seconds: number, name: (n: number) => string, from = 0): Promise<void> {
  const begin = inn.now + 1000
  const events = Array.from({ length: count }, (_, n) => ({
    type: 'member.join' as const,
    id: `storm${from + n}`,
    at: begin + Math.floor((n * seconds * 1000) / count),
    group: 'test:main',
    user: `test:r${from + n}`,
    name: name(from + n),
  }))
  await Promise.all(events.map((event) => inn.engine.emit(event)))
  await inn.engine.idle()
}
const acts = () => inn.took().map(({ action }) => action)
const of = <K extends Action['type']>(all: readonly Action[], type: K) =>
  all.filter((action): action is Extract<Action, { type: K }> => action.type === type)
const toStaff = (all: readonly Action[]) =>
  all.filter((action) => (action.type === 'whisper' || action.type === 'ask') && action.user === 'test:mod')
const publicly = (all: readonly Action[]) =>
  all.filter((action) => (action.type === 'send' || action.type === 'ask') && !('user' in action && action.user))
const raiders = (n: number) => `FreeGift${n}`

describe('two hundred in ten seconds', () => {
  it('complaint 7: the bot does not become the spammer', async () => {
    await house()
    await storm(200, 10, raiders)
    for (const time of ['15s', '30s', '3m', '3m', '20m']) await inn.passes(time)
    const all = acts()
    expect(publicly(all).length).toBeLessThanOrEqual(3) // one call, one reminder, and those who were asked anew
    expect(toStaff(all).length).toBeLessThanOrEqual(8)
    expect(of(all, 'whisper').filter(({ user }) => user !== 'test:mod').length).toBeLessThanOrEqual(10)
  })
  it('complaint 8: fifty accounts that write one message each are met all the same', async () => {
    await house()
    await storm(50, 10, (n) => people[n % people.length] as string)
    await inn.passes('2s')
    const all = acts()
    expect(of(all, 'slow')).toHaveLength(1)
    expect(of(all, 'invites')).toMatchObject([{ paused: true }])
    expect(of(all, 'mute')).toHaveLength(50)
    expect(await inn.rows('moderation_raids')).toMatchObject([{ level: 3, cause: 'joins', joins: 50, acted: 50 }])
  })
  it('budgets hold: what is beyond them is held, and staff reads so', async () => {
    await house({}, { budgets: { removals: 5, bans: 5, mutes: 20, deletions: 60, whispers: 120, posts: 60 } })
    await storm(60, 10, raiders)
    await inn.passes('2s')
    expect(of(acts(), 'mute')).toHaveLength(20)
    await inn.passes('15m')
    const summary = toStaff(acts()).at(-1)
    expect(summary && 'text' in summary && summary.text).toMatch(/20 muted[\s\S]*40 could not be dealt with/)
  })
})

it('slow-drip: one of a kind every half hour is a raid by evening, and staff is told once', async () => {
  await house()
  for (let n = 0; n < 8; n++) {
    await inn.join(`drip${n}`, { name: `AirdropHelper${n}` })
    await inn.passes('35m')
  }
  const all = acts()
  const told = toStaff(all).flatMap((action) => ('text' in action && action.text.startsWith('🛡') ? action.text : []))
  expect(told).toEqual([
    expect.stringMatching(/Guarded[\s\S]*6 newcomers of the same kind trickled in within 24 hours/),
  ])
  const [row] = await inn.rows('moderation_raids')
  expect(row).toMatchObject({ cause: 'drip', joins: 8, level: 2 })
  // Whoever is of another kind is no part of it.
  await inn.join('bea', { name: 'Beatrix' })
  expect((await inn.rows('moderation_raids'))[0]).toMatchObject({ joins: 8 })
})

describe('an announced event', () => {
  it.each([1, 2, 3, 4, 5])('brings thirty people in an hour and is no raid (%i)', async (seed) => {
    await house()
    for (const { name, after } of trickle(30, 3_600_000, seed)) {
      await inn.passes(Math.max(1, after))
      await inn.join(`guest-${seed}-${name}`, { name, accountAt: inn.now - 400 * 86_400_000 })
    }
    expect(await inn.rows('moderation_raids')).toEqual([])
    expect(of(acts(), 'slow')).toEqual([])
  })
  it('nor is a moderator who brings ten friends along', async () => {
    await house()
    for (let n = 0; n < 10; n++) await inn.join(`f${n}`, { name: people[n] as string, invitedBy: 'test:mod' })
    expect(await inn.rows('moderation_raids')).toEqual([])
  })
  it('and a regular who does is watched at most', async () => {
    await house()
    await inn.says('rosa', 'look who is coming')
    for (let n = 0; n < 12; n++)
      await inn.join(`f${n}`, { name: people[n] as string, invitedBy: 'test:rosa', at: inn.now })
    expect(await inn.rows('moderation_raids')).toMatchObject([{ level: 1 }])
    expect(acts().filter(({ type }) => type === 'slow' || type === 'mute')).toEqual([])
  })
})

it('complaint 6: joins that the platform tells again are none', async () => {
  await house()
  for (let n = 0; n < 20; n++) {
    await inn.join(`old${n}`, { name: people[n] as string })
    await inn.passes('5m')
  }
  inn.took()
  for (let n = 0; n < 20; n++) await inn.join(`old${n}`, { name: people[n] as string })
  await inn.passes('1m')
  expect(acts()).toEqual([])
  expect(await inn.rows('moderation_raids')).toEqual([])
})

it('first messages alike give it away, however quietly they came', async () => {
  await house()
  for (let n = 0; n < 5; n++) {
    await inn.join(`q${n}`, { name: people[n] as string })
    await inn.passes('4m')
  }
  inn.took()
  const line = 'hello friends I found a lovely shop with cheap watches and bags, have a look at my profile please'
  for (let n = 0; n < 5; n++) await inn.says(`q${n}`, `${line} ${n}`)
  expect(await inn.rows('moderation_raids')).toMatchObject([{ cause: 'messages', level: 2 }])
  expect(of(acts(), 'slow')).toHaveLength(1)
})

describe('its end', () => {
  it('gives slow mode and invites back as staff had them, and no more', async () => {
    await house({ channels: ['talk', 'shop', 'den'] })
    await inn.gives('mod', 'slowmode', { seconds: 5 }, { where: 'talk' })
    await inn.gives('mod', 'slowmode', { seconds: 60 }, { where: 'shop' })
    inn.took()
    await storm(30, 10, raiders)
    await inn.gives('mod', 'slowmode', { seconds: 2 }, { where: 'den' })
    const begun = acts()
    expect(of(begun, 'slow').map(({ where, gapMs }) => [where, gapMs])).toEqual([
      ['talk', 10_000],
      ['den', 10_000],
      ['den', 2000],
    ])
    await inn.passes('1h')
    const ended = acts()
    expect(of(ended, 'slow').map(({ where, gapMs }) => [where, gapMs])).toEqual([['talk', 5000]])
    expect(of(ended, 'invites')).toMatchObject([{ paused: false }])
  })
  it('has the platform keep what it found, and put back what only the platform knows', async () => {
    await house()
    await storm(30, 10, raiders)
    const set = [
      ...of(acts(), 'slow'),
      ...of(
        inn.adapter.all.map(({ action }) => action),
        'invites',
      ),
    ]
    expect(set).toMatchObject([
      { type: 'slow', gapMs: 10_000, keep: 'raid' },
      { type: 'invites', paused: true, keep: 'raid' },
    ])
    await inn.passes('1h')
    const ended = acts()
    expect([...of(ended, 'slow'), ...of(ended, 'invites')]).toMatchObject([
      { type: 'slow', gapMs: 0, back: 'raid' },
      { type: 'invites', paused: false, back: 'raid' },
    ])
  })
  it('level by level: staff lets it fall, what the milder one does not take is given back, and it ends by itself', async () => {
    await house({}, { features: [moderation], sections: {} })
    await storm(6, 5, (n) => people[n] as string)
    expect(of(acts(), 'slow')).toEqual([])
    await storm(12, 5, (n) => people[20 + n] as string, 100)
    expect(of(acts(), 'slow')).toMatchObject([{ gapMs: 10_000 }])
    await storm(30, 5, (n) => people[40 + n] as string, 200)
    expect(of(acts(), 'invites')).toMatchObject([{ paused: true }])
    await inn.gives('mod', 'raid', { action: 'on', level: 'guarded', for: '30m' })
    const fallen = acts()
    expect(of(fallen, 'invites')).toMatchObject([{ paused: false, back: 'raid' }])
    expect(of(fallen, 'slow')).toEqual([])
    expect(toStaff(fallen).map((action) => ('text' in action ? action.text : ''))).toEqual([
      expect.stringContaining('goes down to “Guarded”'),
      expect.stringContaining('Raid mode is on (Guarded)'),
    ])
    await inn.join('late', { name: 'Latecomer' })
    expect(of(acts(), 'mute')).toEqual([])
    await inn.gives('mod', 'raid', { action: 'on', level: 'watch', for: '30m' })
    expect(of(acts(), 'slow')).toMatchObject([{ gapMs: 0, back: 'raid' }])
    await inn.passes('29m')
    expect(acts()).toEqual([])
    await inn.passes('2m')
    const ended = acts()
    expect(ended.map(({ type }) => type)).toEqual(['ask'])
    expect(toStaff(ended)[0]).toMatchObject({
      text: expect.stringMatching(/at most “Locked”[\s\S]*slow mode.*invites paused/),
    })
  })
  it('leaves invites paused that staff had paused', async () => {
    await house()
    await inn.gives('mod', 'pause-invites', {})
    inn.took()
    await storm(30, 10, raiders)
    await inn.passes('1h')
    expect(of(acts(), 'invites')).toEqual([])
  })
  it('is told to staff with who came, what was done, and one button for all of it', async () => {
    await house({}, { languages: ['zh', 'en'] })
    await inn.says('modEn', 'morning', { role: 'moderator', locale: 'en' })
    await storm(30, 10, raiders)
    await inn.passes('2s')
    inn.took()
    await inn.passes('12m')
    const asked = of(acts(), 'ask').filter(({ ask }) => ask.startsWith('moderation:raid:'))
    expect(asked.map(({ user }) => user)).toEqual(['test:mod', 'test:modEn'])
    expect(asked[0]?.text).toMatch(
      /防突袭结束了[\s\S]*30 人加入[\s\S]*FreeGift0、FreeGift1[\s\S]*另有 15 人[\s\S]*禁言 30 人[\s\S]*案件 #1–#30/,
    )
    expect(asked[1]?.text).toMatch(/is over[\s\S]*30 people joined[\s\S]*and 15 more[\s\S]*30 muted[\s\S]*Cases #1–#30/)
    await inn.chooses('modEn', asked[1]?.ask ?? '', 'undo')
    await inn.passes('5s')
    expect(of(acts(), 'unmute')).toHaveLength(30)
    const cases = await inn.rows('moderation_cases')
    expect(cases.map(({ state }) => state)).toEqual(cases.map(() => 'undone'))
    const late = await inn.chooses('mod', asked[0]?.ask ?? '', 'undo')
    expect(late).toMatchObject({ ok: false, errors: [{ code: 'moderation/decided' }] })
  })
})

describe('on a platform that can little', () => {
  it('staff is asked to do it by hand, once, in one message', async () => {
    await house({}, { does: ['send', 'whisper', 'kick'], languages: ['zh'] })
    await storm(30, 10, raiders)
    await inn.passes('15s')
    const all = acts()
    const told = toStaff(all).map((action) => ('text' in action ? action.text : ''))
    expect(told.at(-1)).toMatch(/请管理员手动处理：放慢发言.*暂停进群.*必要时移出/)
    expect(all.filter(({ type }) => type !== 'whisper' && type !== 'send')).toEqual([])
    expect(publicly(all)).toHaveLength(1)
  })
  it('and where nobody can be whispered to, in one post for all of them', async () => {
    await house({}, { does: ['send'] })
    await inn.says('mod2', 'here too')
    inn.took()
    for (let n = 0; n < 5; n++) await inn.join(`p${n}`, { name: people[n] as string })
    expect(inn.sent()).toEqual([expect.stringMatching(/^@mod @mod2\n🛡 Raid mode is on/)])
  })
})

it('in observe mode it is shown and nothing is done', async () => {
  await house({}, { observe: true })
  await storm(40, 10, raiders)
  await inn.passes('1h')
  expect(acts().filter(({ type }) => type !== 'whisper' && type !== 'ask')).toEqual([])
  expect(await inn.rows('moderation_cases')).toEqual([])
  const seen = await inn.rows('outbox')
  expect(seen.some(({ type, state }) => type === 'mute' && state === 'observed')).toBe(true)
})

it('regulars are left alone, and nobody who was here before is muted, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(fc.constant('regular'), fc.constant('again'), fc.constant('stranger'), fc.constant('burst')), {
        minLength: 5,
        maxLength: 25,
      }),
      fc.constantFrom('mute', 'kick'),
      async (steps, does) => {
        await house({ does, joins: 3, seconds: 60 })
        let n = 0
        for (const step of steps) {
          if (step === 'regular') await inn.says('rosa', `what is going on here ${n++}`)
          if (step === 'again') {
            await inn.leave('rosa')
            await inn.join('rosa', { name: `FreeGift${n++}` })
          }
          if (step === 'stranger') await inn.join(`s${n}`, { name: `FreeGift${n++}` })
          if (step === 'burst') await storm(6, 5, raiders, 1000 + 10 * n++)
        }
        await inn.passes('2s')
        const against = acts().filter(({ type }) => type === 'mute' || type === 'kick' || type === 'ban')
        expect(
          against.filter((action) => 'user' in action && ['test:rosa', 'test:mod'].includes(action.user ?? '')),
        ).toEqual([])
        expect(inn.log.errors).toEqual([])
        await inn.close()
      },
    ),
    { numRuns: 12 },
  )
  await house()
})
