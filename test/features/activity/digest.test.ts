import { afterEach, describe, expect, it } from 'vitest'
import type { ActionOf } from '../../../src/core/action.ts'
import activity from '../../../src/features/activity/index.ts'
import { type Inn, type InnOptions, openInn } from '../../kit/inn.ts'

let inn: Inn
const open = async (options: Partial<InnOptions> = {}) => {
  inn = await openInn({ features: [activity], languages: ['zh'], timezone: 'Asia/Shanghai', ...options })
}
afterEach(async () => {
  expect(inn.log.errors).toEqual([])
  await inn.close()
})
const posts = () => inn.took().flatMap(({ action }) => (action.type === 'send' ? [action as ActionOf<'send'>] : []))
/** Monday 18:00 in Shanghai to the Sunday after: as many messages a day as given. */
async function week(counts: readonly number[]) {
  for (const count of counts) {
    for (let n = 0; n < count; n++) await inn.says(`user${n % 3}`, `a message about number ${n}`)
    await inn.passes(86_400_000 - count * 1000)
  }
}

describe('the weekly digest', () => {
  it('comes on Monday at nine with the week, what changed, and thanks', async () => {
    await open()
    await inn.join('user0')
    await week([2, 3, 1, 4, 2, 0, 1])
    const [post, ...more] = posts()
    expect(more).toEqual([])
    expect(post?.text.split('\n')).toEqual([
      '📊 **main 上周小结**（03-02 至 03-08）',
      '大家一共聊了 13 条，3 人发言。',
      '新来 1 人，离开 0 人。',
      '最热闹的是周四，有 4 条。',
      '特别感谢热心的群友：user0、user2、user1 🏮',
    ])
    expect(post?.image?.alt).toBe('每天消息数：上周 ▅▆▃█▅▁▃（2 3 1 4 2 0 1），前一周 ▁▁▁▁▁▁▁（0 0 0 0 0 0 0）')
    expect(
      Buffer.from(post?.image?.png ?? '', 'base64')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    await week([5, 3, 8, 2, 2, 1, 4])
    const [next] = posts()
    expect(next?.text).toContain('大家一共聊了 25 条（比前一周 +92%），3 人发言（±0%）。')
  })
  it('speaks the languages of the group, each in one piece', async () => {
    await open({ languages: ['en', 'zh'] })
    await week([4, 4, 4, 0, 0, 0, 0])
    const [post] = posts()
    expect(post?.text.split('\n').map((line) => /[\u4e00-\u9fff]/.test(line))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(post?.text).toContain('Liveliest day: Monday, with 4 messages.')
  })
  it('brings the bars as text where there is no picture', async () => {
    await open({ sections: { activity: { digest: { chart: false, top: 0 } } } })
    await week([4, 4, 4, 0, 2, 0, 1])
    const [post] = posts()
    expect(post?.image).toBeUndefined()
    expect(post?.text.split('\n').at(-1)).toBe('上周 ███▁▅▁▃  前一周 ▁▁▁▁▁▁▁')
  })
  it('keeps quiet after a quiet week, and where it is switched off', async () => {
    await open()
    await week([1, 1, 0, 0, 0, 0, 0])
    expect(posts()).toEqual([])
    await inn.rules({ sections: { activity: { digest: { on: false } } } })
    await week([9, 9, 0, 0, 0, 0, 0])
    expect(posts()).toEqual([])
  })
  it('missed by less than half a day is sent once', async () => {
    await open()
    await inn.says('tom', 'hello')
    inn.took()
    await week([9, 9])
    await inn.passes('5d')
    await inn.passes('1d')
    expect(posts()).toHaveLength(1)
  })
  it('of many groups do not come all at once', async () => {
    await open({ budgets: { posts: 100 } })
    const groups = Array.from({ length: 20 }, (_, n) => `g${n}`)
    for (const group of groups) for (let n = 0; n < 10; n++) await inn.says('tom', `message number ${n}`, { group })
    await inn.passes('6d')
    const nine = Date.UTC(2026, 2, 9, 1)
    await inn.passes(nine - inn.now)
    expect(posts()).toHaveLength(0)
    await inn.passes('150s')
    const first = posts().length
    await inn.passes('150s')
    expect(first + posts().length).toBe(20)
    expect(first).toBeGreaterThan(4)
    expect(first).toBeLessThan(16)
  })
})

describe('old counts', () => {
  it.each([true, false])('go after as many days as the owner says (digest %s); totals stay', async (on) => {
    await open({ sections: { activity: { keepDays: 60, digest: { on } } } })
    await inn.says('tom', 'hello')
    await inn.passes('59d')
    expect(await inn.rows('activity_days')).toHaveLength(1)
    await inn.passes('14d')
    expect(await inn.rows('activity_days')).toHaveLength(0)
    expect(await inn.rows('activity_hours')).toHaveLength(0)
    expect(await inn.rows('activity_members')).toMatchObject([{ messages: 1 }])
  })
})
