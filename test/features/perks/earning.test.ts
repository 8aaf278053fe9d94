import { afterEach, describe, expect, it } from 'vitest'
import { books, held, openPerks, quietly } from './kit.ts'

let inn: Awaited<ReturnType<typeof openPerks>>
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})

describe('talking', () => {
  it('earns once within the cooldown, and so much a day', async () => {
    inn = await openPerks({ points: { perMessage: 2, cooldown: '1m', minLength: 4, perDay: 5 } })
    for (const wait of ['1s', '30s', '40s', '2m', '2m', '2m']) {
      await inn.passes(wait)
      await inn.says('tom', 'hello everybody')
    }
    expect(held(await books(inn))).toBe(5)
    await inn.passes('1d')
    await inn.says('tom', 'a new day')
    expect(held(await books(inn))).toBe(7)
    expect(await inn.rows('perks_members')).toMatchObject([{ earned_today: 2 }])
  })

  it('earns nothing for a word, for a bot, for a command, or where the owner says so', async () => {
    inn = await openPerks({})
    await inn.says('tom', '  ok  ')
    await inn.says('ann', '/points')
    await inn.says('bob', '积分')
    await inn.says('bob', '/pionts please')
    await inn.says('bob', '／签道签道')
    await inn.says('robot', 'a long advertisement', { bot: true })
    expect(await inn.rows('perks_journal')).toEqual([])
    await inn.rules({ sections: { perks: quietly } })
    await inn.says('tom', 'a sentence long enough')
    expect(await inn.rows('perks_journal')).toEqual([])
  })

  it('notes why, and opens an account that does not tell whose it is', async () => {
    inn = await openPerks({})
    const id = await inn.says('tom', 'hello everybody')
    expect(await inn.why(id)).toMatchObject({ perks: { decided: 'earned' } })
    const [row] = await inn.rows('perks_members')
    expect(String(row!.account)).not.toContain(String(row!.member_id).slice(1))
  })
})

describe('/checkin', () => {
  it('counts days in a row by the clock of the group, with a bonus', async () => {
    inn = await openPerks() // 18:00 in Shanghai
    await inn.gives('tom', 'checkin')
    await inn.passes('5h')
    await inn.says('tom', '签到')
    await inn.passes('1h')
    await inn.gives('tom', 'checkin')
    await inn.passes('1d')
    await inn.says('tom', '打卡')
    expect(inn.sent()).toEqual([
      '✅ Checked in: +10 points, 10 in all. Days in a row: 1.\nDays in a row until the next bonus: 2.',
      'You have checked in today; see you tomorrow. Days in a row: 1. Points: 10.',
      '✅ Checked in: +10 points, 20 in all. Days in a row: 2.\nDays in a row until the next bonus: 1.',
      '✅ Checked in: +17 points, 37 in all. Days in a row: 3.\n🎉 3 days in a row: 7 of them are a bonus!',
    ])
    await books(inn)
  })

  it('begins anew after a day without, and keeps the best', async () => {
    inn = await openPerks()
    await inn.gives('tom', 'checkin')
    await inn.passes('1d')
    await inn.gives('tom', 'checkin')
    await inn.passes('2d')
    inn.took()
    await inn.gives('tom', 'points')
    await inn.gives('tom', 'checkin')
    expect(inn.sent()).toEqual([
      '💰 tom: 20 points – days in a row: 0 (best 2) – from talking today: 0/30\nYou have not checked in today: /checkin.',
      '✅ Checked in: +10 points, 30 in all. Days in a row: 1.\nDays in a row until the next bonus: 2.',
    ])
  })
})

describe('/points', () => {
  it('shows staff the points of others, and nobody else', async () => {
    inn = await openPerks()
    await inn.gives('tom', 'checkin')
    inn.took()
    await inn.gives('mod', 'points', { member: '@tom' })
    expect(inn.sent()[0]).toMatch(/^💰 tom: 10 points/)
    expect(await inn.gives('ann', 'points', { member: '@tom' })).toMatchObject({ errors: [{ field: 'member' }] })
  })

  it('speaks Chinese to those who read it', async () => {
    inn = await openPerks()
    await inn.gives('tom', 'points', {}, { locale: 'zh' })
    expect(inn.sent()).toEqual([
      '💰 tom：0 积分　连续签到 0 天（最长 0 天）　今天聊天得 0/30\n今天还没签到，发「签到」就行。',
    ])
  })
})

describe('/award', () => {
  it('gives and takes aloud, never below nothing', async () => {
    inn = await openPerks({ ...quietly, awardMax: 50 })
    await inn.says('tom', 'hi')
    await inn.gives('mod', 'award', { member: '@tom', points: 30, reason: 'wrote the guide' })
    await inn.gives('mod', 'award', { member: '@tom', points: -10, reason: 'lost the guide' })
    expect(inn.sent()).toEqual([
      '🏅 30 points for tom: wrote the guide (now 30)',
      '10 points taken from tom: lost the guide (now 20)',
    ])
    const refused = async (user: string, input: object) => {
      const receipt = await inn.gives(user, 'award', { member: '@tom', reason: 'x', ...input })
      return receipt.ok ? 'ok' : receipt.errors.map(({ field, code }) => `${field} ${code}`).join()
    }
    expect(await refused('mod', { points: -21 })).toBe('points perks/debt')
    expect(await refused('mod', { points: 51 })).toBe('points perks/amount')
    expect(await refused('mod', { points: 0 })).toBe('points perks/amount')
    expect(await refused('mod', { points: 1, member: '@mod' })).toBe('member perks/self')
    expect(await refused('tom', { points: 1 })).toBe('undefined command/not-allowed')
    expect(held(await books(inn))).toBe(20)
    expect(await inn.rows('perks_awards')).toMatchObject([{ points: 30, reason: 'wrote the guide' }, { points: -10 }])
  })
})
