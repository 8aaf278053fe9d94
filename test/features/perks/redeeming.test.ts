import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EngineDesk } from '../../../src/core/engine/desk.ts'
import { books, catalogue, openPerks, quietly } from './kit.ts'

let inn: Awaited<ReturnType<typeof openPerks>>
const rich = async (user: string, points: number) => {
  await inn.says(user, 'hi')
  await inn.gives('mod', 'award', { member: `@${user}`, points, reason: 'for the test' })
  inn.took()
}
const codes = async () => (await inn.rows('perks_redemptions')).map(({ code }) => String(code))

beforeEach(async () => {
  inn = await openPerks({ ...quietly, catalogue, budget: { perMonth: 40, unit: '元' } })
})
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await books(inn)
  await inn.close()
})

describe('/perks', () => {
  it('shows what points buy and what is left', async () => {
    await rich('tom', 100)
    await inn.gives('tom', 'redeem', { perk: 'call' })
    inn.took()
    await inn.gives('tom', 'perks')
    await inn.gives('ann', 'perks', {}, { locale: 'zh' })
    expect(inn.sent()).toEqual([
      '🎁 Perks (you have 85 points)\n1. Tea – 10 points – 2 left\n2. A call – 15 points – 1 for each member (you took 1)\nTo redeem one: /redeem and its number, for example /redeem 1',
      '🎁 福利（你有 0 积分）\n1. 奶茶　10 积分　剩 2 份\n2. 一对一　15 积分　每人限 1 份（已换 0）\n想换就发「兑换 编号」，例如：兑换 1',
    ])
  })
})

describe('/redeem', () => {
  it('without a perk shows what there is', async () => {
    await inn.says('ann', '兑换')
    expect(inn.sent()[0]).toMatch(/^🎁 Perks \(you have 0 points\)\n1\. Tea/)
  })

  it('gives a code, tells the staff, and moves the points', async () => {
    await rich('tom', 25)
    await inn.says('tom', '兑换 奶茶')
    const [code] = await codes()
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    const told = inn.took().map(({ action }) => action)
    expect(told).toMatchObject([
      {
        type: 'whisper',
        user: 'test:mod',
        text: expect.stringContaining(`tom redeemed “Tea” for 10 points, code ${code}`),
      },
      { type: 'whisper', user: 'test:tom', text: expect.stringContaining(`15 remain. Your code: ${code}`) },
    ])
    expect((await books(inn)).get('perk:tea')).toBe(10)
  })

  it.each([
    ['twice what is limited to one', 100, ['call', 'call'], 'perks/limit'],
    ['more than there is', 100, ['1', '1', '1'], 'perks/gone'],
    ['more than one has', 9, ['tea'], 'perks/short'],
    ['what there is not', 100, ['pony'], 'perks/perk'],
    ['a number beyond the list', 100, ['3'], 'perks/perk'],
  ])('refuses %s', async (_, points, wanted, code) => {
    await rich('tom', points)
    const receipts = []
    for (const perk of wanted) receipts.push(await inn.gives('tom', 'redeem', { perk }))
    expect(receipts.slice(0, -1).every(({ ok }) => ok)).toBe(true)
    expect(receipts.at(-1)).toMatchObject({ ok: false, errors: [{ field: 'perk', code }] })
  })

  it('stays within the month’s budget, and begins anew with the next month', async () => {
    await inn.rules({ sections: { perks: { ...quietly, catalogue, budget: { perMonth: 20 } } } })
    await rich('tom', 100)
    await inn.gives('tom', 'redeem', { perk: 'tea' })
    expect(await inn.gives('tom', 'redeem', { perk: 'tea' })).toMatchObject({ errors: [{ code: 'perks/budget' }] })
    // The last minute of March in Shanghai, and the first of April
    await inn.passes(Date.UTC(2026, 2, 31, 15, 59) - inn.now)
    expect(await inn.gives('tom', 'redeem', { perk: 'tea' })).toMatchObject({ errors: [{ code: 'perks/budget' }] })
    await inn.passes('1m')
    expect(await inn.gives('tom', 'redeem', { perk: 'tea' })).toMatchObject({ ok: true })
  })
})

describe('/fulfil', () => {
  it('notes the handing over, and takes back: points and stock return', async () => {
    await rich('tom', 20)
    await inn.gives('tom', 'redeem', { perk: 'tea' })
    await inn.gives('tom', 'redeem', { perk: 'tea' })
    const [first, second] = await codes()
    inn.took()
    await inn.gives('mod', 'fulfil', { code: first!.toLowerCase() })
    await inn.gives('mod', 'fulfil', { code: second, outcome: 'refund' })
    expect(inn.sent()).toEqual([
      `📦 Your “Tea” (${first}) has been handed over. Enjoy!`,
      `${first} is noted as handed over.`,
      `↩️ Your “Tea” (${second}) could not be handed over; you have your 10 points back.`,
      `${second} is taken back; the member has the 10 points again.`,
    ])
    expect(await inn.gives('mod', 'fulfil', { code: first })).toMatchObject({
      errors: [{ code: 'perks/already.done' }],
    })
    expect(await inn.gives('mod', 'fulfil', { code: second })).toMatchObject({
      errors: [{ code: 'perks/already.refunded' }],
    })
    expect(await inn.gives('mod', 'fulfil', { code: 'X' })).toMatchObject({
      errors: [{ field: 'code', code: 'perks/code' }],
    })
    expect(await inn.gives('tom', 'redeem', { perk: 'tea' })).toMatchObject({ ok: true })
  })
})

it('shows in the office what is to be handed over, and that the books balance', async () => {
  await rich('tom', 30)
  await inn.gives('tom', 'redeem', { perk: 'tea' })
  const desk = new EngineDesk(inn.engine)
  const query = { community: 'here', locale: 'zh' } as const
  const open = await desk.panel('perks', 'redemptions', query)
  expect(open.rows).toMatchObject([{ cells: { name: 'tom', perk: '奶茶', cost: 10, price: 15, state: '待发放' } }])
  expect(open.rows[0]!.acts!.map(({ input }) => input.outcome)).toEqual(['done', 'refund'])
  const ledger = await desk.panel('perks', 'ledger', query)
  expect(ledger.rows.map(({ cells }) => [cells.what, cells.points])).toEqual([
    ['成员持有', 20],
    ['已发行', -30],
    ['已花在「奶茶」', 10],
    ['合计（应为 0）', 0],
  ])
})
