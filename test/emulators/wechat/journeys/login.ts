/** Coming in, being put out, and what that brings. */
import { expect, it } from 'vitest'
import { type Open, reading } from './ground.ts'

export function login(open: Open): void {
  it('answers a ding, or not', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    bed.bot.ding('一')
    await bed.hears('dong 一')
    world.habits.dongs = false
    bed.bot.ding('二')
    await bed.next(() => ming.says(room, '在'))
    expect(bed.heard).not.toContain('dong 二')
  })
  it('is ended on the phone and begun by a scan', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    world.logsOut('在手机上退出')
    await bed.hears('logout 掌柜: 在手机上退出')
    await bed.hears('scan 2 with a code')
    await bed.out()
    world.scan('scanned')
    world.scan('confirmed')
    world.scan('timeout')
    for (const line of ['scan 3 without', 'scan 4 without', 'scan 5 with a code']) await bed.hears(line)
    expect(bed.bot.isLoggedIn).toBe(false)
    ming.says(room, '有人吗')
    world.logsIn()
    await world.until(() => bed.heard.filter((line) => line === 'login 掌柜').length === 2, 'the second login')
    await bed.next(() => ming.says(room, '回来了'))
    expect(bed.messages.map((message) => message.text())).toEqual(['回来了'])
  })
  it('may give everything a new id', async () => {
    const { world, ming, room } = reading()
    world.habits.stableIds = false
    const bed = await open(world)
    const before = [world.bot.id, room.id, ming.id]
    world.logsOut()
    await bed.out()
    world.logsIn()
    await world.until(() => bed.heard.filter((line) => line === 'login 掌柜').length === 2, 'the second login')
    const after = [world.bot.id, room.id, ming.id]
    expect(after.filter((id) => before.includes(id))).toEqual([])
    expect(bed.bot.currentUser.id).toBe(world.bot.id)
    const message = await bed.next(() => ming.says(room, '我还是我'))
    expect([message.room()?.id, message.talker().id, message.talker().name()]).toEqual([room.id, ming.id, '小明'])
    await message.room()?.say('认得', message.talker())
    expect(room.sent).toMatchObject([{ mentions: [ming] }])
  })
  it('may bring what was missed, and what is old', async () => {
    const { world, ming, room } = reading()
    const seconds = (ago: number) => Date.now() - ago * 1000
    for (let count = 1; count <= 600; count += 1) ming.says(room, `旧 ${count}`, { at: seconds(3600) })
    world.habits.replays = 500
    const bed = await open(world)
    await world.until(() => bed.messages.length === 500, '500 old messages')
    expect(bed.messages.map((message) => message.text()).sort()[0]).toBe('旧 101')
    expect(bed.messages.every((message) => message.age() >= 3600)).toBe(true)
    world.habits.replays = 0
    world.habits.catchesUp = true
    world.logsOut()
    await bed.out()
    ming.says(room, '你不在的时候')
    world.logsIn()
    await world.until(() => bed.messages.at(-1)?.text() === '你不在的时候', 'what was missed')
    expect(bed.messages).toHaveLength(601)
  })
}
