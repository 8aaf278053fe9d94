/** Staff are known before they write a word, and no longer than they are staff. */
import '../../emulators/wechat/quiet.ts'
import { afterEach, expect, it } from 'vitest'
import { migrations } from '../../../adapters/wechaty/migrations.ts'
import { features } from '../../../src/features.ts'
import { openStore } from '../../../src/store/open.ts'
import { type Wished, World } from '../../emulators/wechat/world.ts'
import { openWechat, type WechatInn, type Wish } from './kit.ts'

const inns: WechatInn[] = []
afterEach(async () => {
  const errors = inns.flatMap((inn) => inn.log.errors)
  for (const inn of inns.splice(0)) await inn.close()
  expect(errors).toEqual([])
})
async function open(world: World, wish: Wish = {}) {
  const inn = await openWechat(world, wish)
  inns.push(inn)
  await inn.isUp()
  return inn
}
function circle(wished: Wished = {}) {
  const world = new World(wished)
  const boss = world.person('老板')
  const mei = world.person('梅').befriends()
  mei.remark = '群主梅'
  const room = world.room('灯下读书会', { owner: boss, members: [mei, world.person('小明')] })
  return { world, boss, mei, room }
}
const roles = async (inn: WechatInn) => {
  const rows = await inn.rows('memberships')
  return rows.map(({ user, role }) => `${/^wechat:p/u.test(String(user)) ? 'somebody' : user} ${role}`).sort()
}
const named: Wish = {
  wechat: { people: { mei: { remark: '群主梅' } } },
  community: { staff: [{ user: 'wechat:mei', role: 'moderator' }] },
}

it.each([true, false])('who owns the room, and whom the rulebook names; ids stable: %s', async (stableIds) => {
  const { world } = circle({ stableIds })
  const wechat = { ...named.wechat, stableIds: stableIds ? 'yes' : 'no' }
  const inn = await open(world, { ...named, wechat })
  await inn.waits(async () => (await inn.heard('member.update')).length === 2, 'both are told')
  expect(await roles(inn)).toEqual(['somebody owner', 'wechat:mei member'])
})

it('who was made administrator, and is none any more after a restart', async () => {
  const { world, mei, room } = circle()
  const store = await openStore(':memory:', [...features.map((feature) => feature.migrations), migrations])
  room.admins.add(mei)
  const before = await open(world, { ...named, store })
  await before.waits(async () => (await roles(before)).includes('wechat:mei moderator'), 'an administrator')
  inns.length = 0
  await before.close(true)
  room.admins.delete(mei)
  const after = await open(world, { ...named, store })
  await after.waits(async () => (await roles(after)).includes('wechat:mei member'), 'a member')
  const told = (await after.heard('member.update')).length
  await after.adapter.look()
  expect(await after.heard('member.update')).toHaveLength(told)
})

it('nobody who only calls themselves as staff', async () => {
  const { world, mei, room } = circle()
  mei.remark = ''
  const impostor = world.person('群主梅').befriends()
  room.members.set(impostor, {})
  const inn = await open(world, named)
  await inn.waits(async () => (await inn.heard('member.update')).length === 1, 'the owner is told')
  impostor.says(room, '我是群主')
  await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
  expect(await roles(inn)).toEqual(['somebody member', 'somebody owner'])
})
