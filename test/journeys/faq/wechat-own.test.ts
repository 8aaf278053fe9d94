/** As people ask and teach on WeChat: without a slash, by quoting, by number, in private, and after a restart. */
import '../../emulators/wechat/quiet.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { migrations } from '../../../adapters/wechaty/migrations.ts'
import { features } from '../../../src/features.ts'
import { openStore } from '../../../src/store/open.ts'
import { openWechat, type WechatInn, type Wish } from '../../adapters/wechat/kit.ts'
import { World } from '../../emulators/wechat/world.ts'
import { entries, halfKnown } from '../../features/faq/entries.ts'

let inn: WechatInn | undefined
afterEach(async () => {
  const errors = inn?.log.errors ?? []
  await inn?.close()
  inn = undefined
  expect(errors).toEqual([])
})
/** A room with 小明, a friend of the bot's, and 小花, who is none; its owner is a moderator by the rulebook. */
function circle() {
  const world = new World()
  const ming = world.person('小明').befriends()
  const hua = world.person('小花')
  const boss = world.person('老板').befriends()
  const room = world.room('灯下读书会', { owner: boss, members: [ming, hua] })
  const sent = () => room.sent.map(({ text }) => text)
  const hears = (part: string) => world.until(() => sent().some((text) => text.includes(part)), part)
  return { world, ming, hua, boss, room, sent, hears }
}
async function open(world: World, wish: Wish = {}): Promise<WechatInn> {
  inn = await openWechat(world, { sections: { faq: { entries, keepText: true } }, ...wish })
  await inn.isUp()
  return inn
}
const heard = (here: WechatInn, many: number) =>
  here.waits(async () => (await here.heard('message')).length >= many, `${many} messages`)
const [checkIn, replay] = ['发「签到」两个字就行', '回放在群公告的链接里']

describe('looking up', () => {
  it.each([
    ['群问答 签到', checkIn],
    ['群问答　回放', replay],
    ['问 直播错过了在哪里看回放？', replay],
    ['/faq check in', 'Write “checkin”'],
    ['群问答 1', checkIn],
  ])('%s', async (said, answer) => {
    const { world, hua, room, hears } = circle()
    await open(world)
    hua.says(room, said)
    await hears(answer)
  })
  it('群问答 alone lists the questions', async () => {
    const { world, hua, room, hears, sent } = circle()
    await open(world)
    hua.says(room, '群问答')
    await hears('1. 怎么签到？')
    expect(sent().join('\n')).toContain('5. 怎么邀请朋友进群？')
  })
})

it('who is no friend chooses by number in the group, full-width or in words, and is answered there', async () => {
  const { text, first, second } = halfKnown('zh')
  for (const [said, entry] of [
    ['２', second],
    ['第一个', first],
  ] as const) {
    const { world, hua, room, hears } = circle()
    const here = await open(world)
    hua.says(room, text)
    await hears('1. ')
    hua.says(room, said)
    await hears(String(entries.find(({ id }) => id === entry)?.answer.zh.slice(0, 8)))
    await here.close()
  }
  inn = undefined
})
it('asked in private it is answered in private; the group’s answer is another', async () => {
  const { world, ming, hua, room, hears } = circle()
  const here = await open(world)
  ming.says(room, '早上好')
  await heard(here, 1)
  ming.says(world.bot, '怎么签到？')
  await world.until(() => ming.sent.some(({ text }) => text.includes(checkIn)), 'the private answer')
  expect(room.sent).toEqual([])
  hua.says(room, '怎么签到？')
  await hears(checkIn)
})
it('a member’s reply is made the answer by quoting it with 教: the asker is told, and a restart keeps it', async () => {
  const { world, ming, hua, boss, room, hears, sent } = circle()
  const store = await openStore(':memory:', [...features.map((feature) => feature.migrations), migrations])
  let here = await open(world, { store })
  boss.says(room, '早')
  await heard(here, 1)
  const question = hua.says(room, '停车场在几楼？')
  await heard(here, 2)
  const reply = ming.quotes(question, '地下二层')
  await heard(here, 3)
  boss.quotes(reply, '教')
  await hears('记住了')
  await hears('地下二层')
  await here.close(true)
  here = await open(world, { store })
  const before = room.sent.length
  ming.says(room, '停车场在几楼？')
  await world.until(() => room.sent.length > before, 'the answer after the restart')
  expect(sent().at(-1)).toContain('地下二层')
})
it('「没解决」 reaches the owner with the question', async () => {
  const { world, hua, boss, room, hears } = circle()
  const here = await open(world)
  boss.says(room, '早')
  await heard(here, 1)
  hua.says(room, '怎么签到？')
  await hears('没解决就回一句')
  hua.says(room, '没解决')
  await world.until(() => boss.sent.some(({ text }) => text.includes('小花 问「怎么签到？」')), 'the owner is told')
  await hears('已经转告管理员')
})
