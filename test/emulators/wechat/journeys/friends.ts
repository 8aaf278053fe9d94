/** Becoming friends. */
import { expect, it } from 'vitest'
import { contactOf, type Open, reading } from './ground.ts'

export function friends(open: Open): void {
  it('ask, and are accepted', async () => {
    const { world, hua } = reading()
    const bed = await open(world)
    const asked = new Promise<void>((resolve) => {
      bed.bot.once('friendship', async (friendship) => resolve(friendship.accept()))
    })
    hua.asksFriend('入群 读书会')
    await asked
    await bed.hears('friendship 2 小花 入群 读书会')
    await bed.hears('friendship 1 小花 ')
    await (await contactOf(bed, hua)).say('欢迎')
    expect([hua.friend, hua.sent.length]).toEqual([true, 1])
    expect(world.deeds).toMatchObject([{ what: 'accept friend', person: hua, text: '入群 读书会' }])
  })
  it('are asked, and accept', async () => {
    const { world, hua } = reading()
    const bed = await open(world)
    await bed.bot.Friendship.add(await contactOf(bed, hua), { hello: '我是掌柜' })
    expect(world.deeds).toMatchObject([{ what: 'befriend', person: hua, text: '我是掌柜' }])
    hua.acceptsFriend()
    await bed.hears('friendship 1 小花 ')
  })
}
