/** Rooms and people keep our ids when WeChat's change, and nobody is taken for another without the owner's word. */
import '../../emulators/wechat/quiet.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { type Wished, World } from '../../emulators/wechat/world.ts'
import { openWechat, reading, type WechatInn, type Wish } from './kit.ts'

const sections = { welcome: { windowSeconds: 0, text: { zh: '欢迎 {name}' } }, rules: { post: false } }
const unstable = { stableIds: 'no' }
let inn: WechatInn | undefined
async function open(world: World, wechat: Record<string, unknown> = {}, wish: Wish = {}) {
  inn = await openWechat(world, { sections, wechat, ...wish })
  await inn.isUp()
  return inn
}
afterEach(async () => {
  const errors = inn?.log.errors ?? []
  await inn?.close()
  inn = undefined
  expect(errors).toEqual([])
})
function circle(wished: Wished = {}) {
  const world = new World({ stableIds: false, ...wished })
  const ming = world.person('小明')
  const hua = world.person('小花')
  const room = world.room('灯下读书会', { members: [ming, hua] })
  return { world, ming, hua, room }
}
/** Out and in again, with other ids for everybody. */
async function logsInAnew(world: World, at: WechatInn) {
  const since = (await at.rows('wechat_rooms'))[0]?.compared_at
  world.logsOut()
  await at.waits(() => at.adapter.health().state === 'down', 'out')
  await new Promise((resolve) => setTimeout(resolve, 20))
  world.logsIn()
  await at.isUp()
  await at.waits(async () => (await at.rows('wechat_rooms'))[0]?.compared_at !== since, 'compared again')
}
const speakers = async (at: WechatInn) => [...new Set((await at.heard('message')).map((row) => row.member_id))]

describe('after a login with new ids', () => {
  it('the room and those in it are who they were, and nobody is welcomed anew', async () => {
    const { world, ming, hua, room } = circle()
    const at = await open(world, unstable)
    ming.says(room, '早')
    hua.says(room, '早')
    await at.waits(async () => (await speakers(at)).length === 2, 'two speak')
    await logsInAnew(world, at)
    ming.says(room, '又见面了')
    await at.waits(async () => (await at.heard('message')).length === 3, 'one speaks')
    expect(await speakers(at)).toHaveLength(2)
    expect(await at.heard('member.join')).toEqual([])
    expect(await at.heard('member.leave')).toEqual([])
    expect((await at.rows('groups')).map((row) => row.ref)).toEqual([reading])
    expect(room.sent).toEqual([])
  })
  it('those who came and went meanwhile are told', async () => {
    const { world, hua, room } = circle()
    const at = await open(world, unstable)
    world.logsOut()
    await at.waits(() => at.adapter.health().state === 'down', 'out')
    hua.leaves(room, { quietly: true })
    world.person('小红').joins(room, { quietly: true })
    await new Promise((resolve) => setTimeout(resolve, 20))
    world.logsIn()
    await at.isUp()
    await at.waits(async () => (await at.heard('member.leave')).length === 1, 'a leave')
    await at.waits(async () => (await at.heard('member.join')).length === 1, 'a join')
  })
  it('two of one name are nobody’s guess: the owner is asked, and settles it', async () => {
    const { world, room } = circle()
    const first = world.person('可乐')
    const second = world.person('可乐')
    first.joins(room)
    second.joins(room)
    const at = await open(world, unstable)
    first.says(room, '我是第一个')
    second.says(room, '我是第二个')
    await at.waits(async () => (await speakers(at)).length === 2, 'two speak')
    const [one] = (await at.heard('message')).map((row) => row.member_id)
    const before = (await at.rows('wechat_people')).filter((row) => row.name === '可乐').map((row) => row.user)
    await logsInAnew(world, at)
    expect(at.told()[0]).toContain('认不准')
    const matches = await at.rows('wechat_matches')
    expect(matches).toHaveLength(4)
    expect(Math.max(...matches.map((row) => Number(row.confidence)))).toBeLessThan(0.8)
    expect(await at.heard('member.leave')).toEqual([])
    first.says(room, '还是我')
    await at.waits(async () => (await at.heard('message')).length === 3, 'the third message')
    expect(await speakers(at)).toHaveLength(3)

    const match = matches.find((row) => row.found === first.id && row.known === before[0])
    await at.store.db.updateTable('wechat_matches').set({ state: 'same' }).where('id', '=', match?.id).execute()
    await at.adapter.look()
    first.says(room, '这下认得了')
    await at.waits(async () => (await at.heard('message')).length === 4, 'the fourth message')
    const last = (await at.heard('message')).map((row) => row.member_id).at(-1)
    expect([one, ...(await speakers(at))]).toContain(last)
    expect((await at.rows('wechat_people')).find((row) => row.contact === first.id)?.user).toBe(before[0])
  })
  it('somebody with the name of one of the staff is not one of the staff', async () => {
    const { world, room } = circle()
    const mei = world.person('梅老师')
    mei.remark = '群主梅'
    mei.joins(room)
    const people = { mei: { remark: '群主梅' } }
    const at = await open(world, { ...unstable, people })
    mei.says(room, '大家好')
    await at.waits(async () => (await at.rows('wechat_people')).some((row) => row.user === 'wechat:mei'), 'known')
    const fake = world.person('梅老师')
    fake.joins(room)
    fake.says(room, '我是梅老师')
    await at.waits(async () => (await at.heard('message')).length === 2, 'both speak')
    await logsInAnew(world, at)
    mei.says(room, '又是我')
    await at.waits(async () => (await at.heard('message')).length === 3, 'she speaks')
    expect((await at.rows('wechat_people')).find((row) => row.user === 'wechat:mei')?.contact).toBe(mei.id)
  })
})

it('somebody whom the rulebook begins to name is no newcomer', async () => {
  const { world, ming, room } = circle({ stableIds: true })
  ming.remark = '小明老师'
  const at = await open(world)
  ming.says(room, '早')
  await at.waits(async () => (await at.heard('message')).length === 1, 'heard')
  await at.close(true)
  inn = await openWechat(world, { sections, store: at.store, wechat: { people: { ming: { remark: '小明老师' } } } })
  await inn.isUp()
  ming.says(room, '又是我')
  await inn.waits(async () => (await inn?.heard('message'))?.length === 2, 'heard again')
  const people = (await inn.rows('wechat_people')).filter((row) => row.name === '小明')
  expect(people.map((row) => row.user)).toEqual(['wechat:ming'])
  expect(await inn.heard('member.join')).toEqual([])
  expect(room.sent).toEqual([])
})

describe('rooms', () => {
  it('of the same name are not chosen between', async () => {
    const { world, ming } = circle({ stableIds: true })
    world.room('灯下读书会', { owner: ming })
    inn = await openWechat(world, { sections })
    await inn.waits(() => (inn?.told() ?? []).some((text) => text.includes('不知道是哪一个')), 'a question')
    expect(await inn.rows('wechat_rooms')).toEqual([])
  })
  it('with another id where ids are stable are another room until the owner says', async () => {
    const { world, ming, hua, room } = circle({ stableIds: true })
    const at = await open(world)
    await at.close(true)
    world.account.quit(room.id)
    const next = world.room('灯下读书会', { owner: ming, members: [hua] })
    inn = await openWechat(world, { sections, store: at.store })
    await inn.waits(async () => (await inn?.rows('wechat_matches'))?.length === 1, 'a question')
    hua.says(next, '有人吗')
    await inn.store.db.updateTable('wechat_matches').set({ state: 'same' }).execute()
    await inn.waits(async () => (await inn?.rows('wechat_rooms'))?.[0]?.room === next.id, 'the new room')
    hua.says(next, '有人吗')
    await inn.waits(async () => (await inn?.heard('message'))?.length === 1, 'heard')
    expect((await inn.rows('groups')).map((row) => row.ref)).toEqual([reading])
  })
  it('that are not listed are left alone', async () => {
    const { world, ming } = circle({ stableIds: true })
    const other = world.room('别的群', { owner: ming })
    const at = await open(world)
    ming.says(other, '群规')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await at.heard('message')).toEqual([])
    expect(other.sent).toEqual([])
    expect(other.has(world.bot)).toBe(true)
  })
  it('that are not listed are left, if the owner wants that', async () => {
    const { world, ming } = circle({ stableIds: true })
    const other = world.room('别的群', { owner: ming })
    const at = await open(world, { unlisted: 'leave', leaveAfterMinutes: 0 })
    await at.waits(() => !other.has(world.bot), 'out of it')
    expect(at.told()[0]).toContain('别的群')
  })
  it('that are not listed are served, if the owner wants that', async () => {
    const { world, ming } = circle({ stableIds: true })
    const other = world.room('别的群', { owner: ming })
    const at = await open(world, { unlisted: 'serve' })
    ming.says(other, '群规')
    await world.until(() => other.sent.length > 0, 'an answer')
    expect((await at.rows('groups')).map((row) => row.name).sort()).toEqual(['别的群', '灯下读书会'])
  })
})

describe('lists of members', () => {
  it('show who joined unseen: welcomed late', async () => {
    const { world, room } = circle({ stableIds: true })
    const at = await open(world, { members: { compareMinutes: { least: 0, most: 0 } } })
    world.person('小红').joins(room, { quietly: true })
    await at.waits(() => room.sent.length > 0, 'a welcome')
    expect(room.sent[0]?.text).toContain('小红')
    expect(await at.heard('member.join')).toHaveLength(1)
  })
  it('do not welcome those who joined too long ago: they are counted', async () => {
    let now = Date.now()
    const { world, room } = circle({ stableIds: true, now: () => now })
    const at = await open(world, {}, { now: () => now })
    await at.close(true)
    for (const name of ['小红', '小绿']) world.person(name).joins(room, { quietly: true })
    now += 3 * 3_600_000
    inn = await openWechat(world, { sections, store: at.store, now: () => now })
    await inn.waits(() => (inn?.told() ?? []).some((text) => text.includes('新进 2 人')), 'the count')
    expect(await inn.heard('member.join')).toEqual([])
    expect(room.sent).toEqual([])
  })
})
