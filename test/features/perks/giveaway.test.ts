import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { ranking } from '../../../src/features/perks/draw.ts'
import { openPerks } from './kit.ts'

let inn: Awaited<ReturnType<typeof openPerks>>
beforeEach(async () => {
  inn = await openPerks()
})
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const people = ['ann', 'ben', 'cat', 'dan', 'eve']
/** Starts one and returns its id and commitment, as a member reads them. */
async function start(input: object = {}) {
  expect(
    await inn.gives('mod', 'giveaway', { action: 'start', what: 'A book', time: '2h', winners: 2, ...input }),
  ).toEqual({ ok: true, seen: 'first', answer: true })
  const ask = inn
    .took()
    .map(({ action }) => action)
    .find((action) => action.type === 'ask')!
  const commitment = /Commitment: `([0-9a-f]{64})`/.exec(ask.text)![1]!
  return { ask: ask.ask, id: ask.ask.split(':').at(-1)!, commitment, text: ask.text }
}
const result = (texts: string[]) => texts.find((text) => text.startsWith('🎉 **Draw'))!

describe('a giveaway', () => {
  it('is drawn on time, and anyone can check the draw with a hash function alone', async () => {
    const { ask, commitment } = await start()
    for (const [index, user] of people.entries()) {
      await inn.chooses(user, ask, 'enter')
      expect(inn.sent()).toEqual([`🎟️ You are in for “A book” with ticket ${index + 1}. Remember it for the draw.`])
    }
    await inn.passes('2h')
    const said = result(inn.sent())
    const seed = /Seed: `([0-9a-f]{64})`/.exec(said)![1]!
    expect(sha256(seed)).toBe(commitment)
    const lots = people.map((name, index) => ({ name, ticket: index + 1, lot: sha256(`${seed}:${index + 1}`) }))
    const lucky = lots.sort((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, 2)
    const winners = [...said.matchAll(/^\d\. (\w+) \(ticket (\d)\)$/gm)].map(([, name, ticket]) => ({
      name,
      ticket: Number(ticket),
    }))
    expect(winners).toEqual(lucky.map(({ name, ticket }) => ({ name, ticket })))
  })

  it('tells nothing of the seed before its end', async () => {
    const { text } = await start()
    expect(text).toContain('Draw: Mon 2 Mar, 20:00 (Asia/Shanghai)')
    expect(await inn.rows('perks_giveaways')).toMatchObject([{ seed: '', state: 'open' }])
    const [{ value }] = (await inn.rows('perks_secrets')) as [{ value: string }]
    expect(value).toMatch(/^[0-9a-f]{64}$/)
    const other = await openPerks()
    expect((await other.rows('perks_secrets'))[0]!.value).not.toBe(value)
    await other.close()
  })

  it('takes each member once, by button or command, and none too late', async () => {
    const { ask, id } = await start()
    await inn.chooses('ann', ask, 'enter')
    await inn.gives('ann', 'giveaway', { action: 'enter', what: id })
    await inn.gives('ben', 'giveaway', { action: 'enter', what: id })
    await inn.passes('2h')
    inn.took()
    await inn.chooses('cat', ask, 'enter')
    expect(inn.sent()).toEqual(['This giveaway is over, or there is none with this id.'])
    expect((await inn.rows('perks_entries')).map(({ ticket }) => ticket)).toEqual([1, 2])
  })

  it('passes over tickets whose holders have left, and says so', async () => {
    const { ask, id } = await start({ winners: 1 })
    for (const user of people) await inn.chooses(user, ask, 'enter')
    for (const user of people.slice(1)) await inn.leave(user)
    inn.took()
    await inn.gives('mod', 'giveaway', { action: 'end', what: id })
    const said = result(inn.sent())
    expect(said).toContain('1. ann (ticket 1)')
    const seed = /Seed: `([0-9a-f]{64})`/.exec(said)![1]!
    const luckier = ranking(seed, [1, 2, 3, 4, 5])
    const passed = luckier.slice(0, luckier.indexOf(1)).sort()
    for (const ticket of passed) expect(said).toContain(`#${ticket}`)
  })

  it('ends early by command, once, and takes its button away', async () => {
    const { id } = await start()
    await inn.gives('mod', 'giveaway', { action: 'end', what: id })
    const actions = inn.took().map(({ action }) => action)
    expect(actions.map(({ type }) => type)).toEqual(['send', 'edit', 'whisper'])
    expect(actions[1]).toMatchObject({ options: [], of: expect.stringMatching(/perks\.giveaway$/) })
    await inn.passes('1d')
    expect(inn.sent()).toEqual([])
    expect(await inn.gives('mod', 'giveaway', { action: 'end', what: id })).toMatchObject({
      errors: [{ field: 'what' }],
    })
  })

  it('lists all that one needs to check it', async () => {
    const { ask, id, commitment } = await start({ winners: 1 })
    await inn.chooses('ann', ask, 'enter')
    await inn.passes('2h')
    inn.took()
    await inn.gives('ben', 'giveaway')
    await inn.gives('ben', 'giveaway', { what: id })
    const [all, one] = inn.sent()
    expect(all).toContain(`· ${id} – A book – entered: 1, drawn: Mon 2 Mar, 20:00`)
    expect(one).toContain(commitment)
    expect(one).toContain('#1 ann 🏆 1')
    const panel = await new EngineDesk(inn.engine).panel('perks', 'giveaways', { community: 'here', locale: 'en' })
    expect(panel.rows).toMatchObject([{ id, cells: { state: 'Drawn', won: 'ann #1', entries: 1, commitment } }])
  })

  it.each([
    ['mod', { action: 'start' }, 'what', 'perks/prize'],
    ['mod', { action: 'start', what: 'A book', time: 'soon' }, 'time', 'perks/time'],
    ['mod', { action: 'start', what: 'A book', time: '100d' }, 'time', 'perks/time'],
    ['mod', { action: 'start', what: 'A book', winners: 0 }, 'winners', 'command/invalid'],
    ['mod', { action: 'end', what: 'nope' }, 'what', 'perks/which'],
    ['tom', { action: 'start', what: 'A book' }, 'action', 'perks/staff'],
    ['tom', { action: 'enter' }, 'what', 'perks/which'],
  ])('refuses %s %j at the field', async (user, input, field, code) => {
    expect(await inn.gives(user, 'giveaway', input)).toMatchObject({ ok: false, errors: [{ field, code }] })
  })

  it('is posted in both languages where the group has both', async () => {
    await inn.close()
    inn = await openPerks({}, { languages: ['zh', 'en'] })
    await inn.gives('mod', 'giveaway', { action: 'start', what: '一本书 / A book' })
    const ask = inn
      .took()
      .map(({ action }) => action)
      .find((action) => action.type === 'ask')
    expect(ask?.options[0]?.label).toBe('参加 / Enter')
    expect(ask?.text).toMatch(/抽奖：一本书[\s\S]*Giveaway: 一本书/)
  })
})

describe('the draw', () => {
  const seed = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
  const tickets = fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { maxLength: 60 })

  it('is the same whatever the order of the tickets, and leaves none out', () => {
    fc.assert(
      fc.property(seed, tickets, (with_, some) => {
        const ranked = ranking(with_, some)
        expect(ranking(with_, some.toReversed())).toEqual(ranked)
        expect(ranked.toSorted((a, b) => a - b)).toEqual(some.toSorted((a, b) => a - b))
      }),
    )
  })

  it('favours no ticket', () => {
    const wins = new Map<number, number>()
    for (let n = 0; n < 4000; n += 1) {
      const [first] = ranking(sha256(`seed ${n}`), [1, 2, 3, 4])
      wins.set(first!, (wins.get(first!) ?? 0) + 1)
    }
    // 1000 each are expected; 5 standard deviations of a binomial(4000, 1/4) are 137
    for (const count of wins.values()) expect(Math.abs(count - 1000)).toBeLessThan(137)
  })
})
