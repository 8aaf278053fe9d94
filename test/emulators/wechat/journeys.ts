/** What has to work on both ways to the simulated WeChat. */
import { FileBox } from 'file-box'
import { afterEach, describe, expect, it } from 'vitest'
import type { Contact, Room as WechatyRoom } from 'wechaty'
import type { Bed } from './bed.ts'
import type { Person } from './person.ts'
import type { Room } from './room.ts'
import { World } from './world.ts'

export type Open = (world: World) => Promise<Bed>

/** A room the bot owns, with 小明, its friend, and 小花, a stranger. */
function reading() {
  const world = new World()
  const ming = world.person('小明').befriends()
  const hua = world.person('小花')
  const room = world.room('读书会', { owner: world.bot, members: [ming] })
  const other = world.room('别人的群', { members: [ming] })
  return { world, ming, hua, room, other }
}
async function roomOf({ bot }: Bed, room: Room): Promise<WechatyRoom> {
  const found = await bot.Room.find({ id: room.id })
  if (!found) throw new Error(`wechaty does not know ${room.topic}`)
  return found
}
async function contactOf({ bot }: Bed, person: Person): Promise<Contact> {
  const found = await bot.Contact.find({ id: person.id })
  if (!found) throw new Error(`wechaty does not know ${person.name}`)
  return found
}
const bytes = new Uint8Array(70_000).map((_, index) => index % 251)

export function journeys(name: string, begin: Open): void {
  const beds: Bed[] = []
  const open: Open = async (world) => {
    const one = await begin(world)
    beds.push(one)
    return one
  }
  afterEach(async () => {
    for (const one of beds.splice(0)) await one.stop()
  })
  describe(`messages, ${name}`, () => messages(open))
  describe(`rooms, ${name}`, () => rooms(open))
  describe(`friends, ${name}`, () => friends(open))
  describe(`the login, ${name}`, () => login(open))
}

function messages(open: Open): void {
  it.each(['phone', 'pc'] as const)('mention the bot from a %s and are answered with a mention', async (from) => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    const message = await bed.next(() => ming.says(room, '群规', { mention: world.bot, from }))
    expect(await message.mentionSelf()).toBe(true)
    expect(await message.mentionText()).toBe('群规')
    const answer = await message.room()?.say('你好', message.talker())
    expect(answer?.self()).toBe(true)
    expect(room.sent).toMatchObject([{ kind: 'text', text: '@小明 你好', mentions: [ming] }])
  })
  it('mention by the room alias', async () => {
    const { world, ming, room } = reading()
    world.bot.calls(room, '小二')
    const message = await (await open(world)).next(() => ming.says(room, '在吗', { mention: world.bot }))
    expect([message.text(), await message.mentionSelf()]).toEqual(['@小二\u2005在吗', true])
  })
  it('quote', async () => {
    const { world, ming, room } = reading()
    const first = ming.says(room, '几点开始')
    const message = await (await open(world)).next(() => ming.quotes(first, '有人知道吗'))
    expect(message.text()).toBe('「小明：几点开始」\n- - - - - - - - - - - - - - -\n有人知道吗')
  })
  it('carry pictures and files down', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    const picture = await bed.next(() => ming.sends(room, { name: '图.png', bytes }))
    expect(picture.type()).toBe(bed.bot.Message.Type.Image)
    const shown = await (await picture.toFileBox()).toBuffer()
    expect(shown.equals(bytes)).toBe(true)
    const file = await bed.next(() => ming.sends(room, { name: '书单.pdf', bytes }))
    expect([file.type(), (await file.toFileBox()).name]).toEqual([bed.bot.Message.Type.Attachment, '书单.pdf'])
  })
  it('carry pictures and files up', async () => {
    const { world, room } = reading()
    const bed = await open(world)
    const there = await roomOf(bed, room)
    await there.say(FileBox.fromBuffer(Buffer.from(bytes), '周报.png'))
    await there.say(FileBox.fromBuffer(Buffer.from(bytes), '周报.pdf'))
    expect(room.sent.map(({ kind, text }) => [kind, text])).toEqual([
      ['image', '周报.png'],
      ['file', '周报.pdf'],
    ])
    expect(room.sent.map(({ file }) => Buffer.from(file?.bytes ?? []).equals(bytes))).toEqual([true, true])
  })
  it('carry links, mini-programs and cards', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    const link = { title: '共读', url: 'https://example.com/reading', description: '每周一章' }
    const shared = await bed.next(() => ming.sends(room, { link }))
    expect((await shared.toUrlLink()).payload).toMatchObject(link)
    const program = await bed.next(() => ming.sends(room, { miniProgram: { title: '打卡', appid: 'wx1' } }))
    expect((await program.toMiniProgram()).payload).toMatchObject({ title: '打卡', appid: 'wx1' })
    const there = await roomOf(bed, room)
    await there.say(new bed.bot.UrlLink(link))
    await there.say(new bed.bot.MiniProgram({ title: '打卡' }))
    await there.say(await contactOf(bed, ming))
    expect(room.sent).toMatchObject([
      { kind: 'link', link },
      { kind: 'mini-program', miniProgram: { title: '打卡' } },
      { kind: 'card', person: ming },
    ])
  })
  it('are recalled, by either', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    const said = await (await roomOf(bed, room)).say('说错了')
    expect(await said?.recall()).toBe(true)
    expect([room.sent[0]?.recalled, world.deeds.map(({ what }) => what)]).toEqual([true, ['recall']])
    const theirs = await bed.next(() => ming.says(room, '也错了'))
    expect(await theirs.recall()).toBe(false)
    const news = await bed.next(() => ming.recalls([...world.messages.values()].at(-1)!))
    expect([news.type(), news.text()]).toEqual([bed.bot.Message.Type.Recalled, theirs.id])
  })
  it('may be sent without getting an id back', async () => {
    const { world, room } = reading()
    world.habits.sayReturns = false
    expect(await (await roomOf(await open(world), room)).say('嗯')).toBeUndefined()
    expect(room.sent).toHaveLength(1)
  })
  it('come back as the bot’s own, unless the puppet keeps them', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    await (await roomOf(bed, room)).say('一')
    await world.until(() => bed.messages.length === 1, 'its own message')
    expect(bed.messages[0]?.self()).toBe(true)
    world.habits.echoes = false
    await (await roomOf(bed, room)).say('二')
    await bed.next(() => ming.says(room, '三'))
    expect(bed.messages.map((message) => message.text())).toEqual(['一', '三'])
  })
  it('are refused when there are too many', async () => {
    const { world, ming, room, other } = reading()
    const bed = await open(world)
    world.frequent(room)
    await expect((await roomOf(bed, room)).say('一')).rejects.toThrow('操作过于频繁')
    await (await roomOf(bed, other)).say('二')
    world.frequent()
    await expect((await contactOf(bed, ming)).say('三')).rejects.toThrow('操作过于频繁')
    world.calms()
    await (await roomOf(bed, room)).say('四')
    expect(world.sent().map(({ text }) => text)).toEqual(['二', '四'])
  })
  it('reach friends only, who do not refuse them', async () => {
    const { world, ming, hua } = reading()
    const bed = await open(world)
    await (await contactOf(bed, ming)).say('悄悄话')
    await expect((await contactOf(bed, hua)).say('悄悄话')).rejects.toThrow('开启了朋友验证')
    ming.blocks = true
    await expect((await contactOf(bed, ming)).say('还在吗')).rejects.toThrow('拒收')
    expect([ming.sent.length, hua.sent.length]).toEqual([1, 0])
  })
}

function rooms(open: Open): void {
  it('are joined and left', async () => {
    const { world, ming, hua, room } = reading()
    const bed = await open(world)
    hua.joins(room, { inviter: ming })
    await bed.hears('join 读书会: 小花 by 小明')
    hua.leaves(room)
    await bed.hears('leave 读书会: 小花 by 小花')
    const jia = world.person('甲')
    jia.joins(room, { quietly: true })
    jia.leaves(room, { unknown: true })
    await bed.hears('leave 读书会: nobody by 甲')
    expect(room.has(jia)).toBe(false)
  })
  it('lose who joins by an unknown inviter, or quietly, but for the list', async () => {
    const { world, ming, hua, room } = reading()
    const bed = await open(world)
    const there = await roomOf(bed, room)
    hua.joins(room, { inviter: 'unknown' })
    world.person('甲').joins(room, { quietly: true })
    await bed.hears('error no inviter found for id: ')
    expect(bed.heard.filter((line) => line.startsWith('join'))).toEqual([])
    expect((await there.memberAll()).map((member) => member.name())).toEqual(['掌柜', '小明', '小花', '甲'])
    expect([...room.members.keys()]).toContain(ming)
  })
  it('are run by their owner: remove, announce', async () => {
    const { world, ming, room, other } = reading()
    const bed = await open(world)
    const mine = await roomOf(bed, room)
    const theirs = await roomOf(bed, other)
    await expect(theirs.remove(await contactOf(bed, ming))).rejects.toThrow('只有群主和管理员')
    await expect(theirs.announce('公告')).rejects.toThrow('只有群主和管理员')
    expect((await roomOf(bed, other)).owner()?.id).toBe(other.owner.id)
    await mine.remove(await contactOf(bed, ming))
    await bed.hears('leave 读书会: 小明 by 掌柜')
    await mine.announce('周六共读')
    expect([room.announcement, await mine.announce(), room.sent.at(-1)?.kind]).toEqual([
      '周六共读',
      '周六共读',
      'announcement',
    ])
    expect([room.has(ming), other.has(ming)]).toEqual([false, true])
    other.admins.add(world.bot)
    await theirs.remove(await contactOf(bed, ming))
    expect(other.has(ming)).toBe(false)
  })
  it('take friends in; large ones ask them first', async () => {
    const { world, ming, hua, room } = reading()
    const bed = await open(world)
    const there = await roomOf(bed, room)
    await expect(there.add(await contactOf(bed, hua))).rejects.toThrow('不是你的好友')
    ming.leaves(room)
    await there.add(await contactOf(bed, ming))
    await bed.hears('join 读书会: 小明 by 掌柜')
    room.invitesFrom = 2
    hua.befriends()
    await there.add(await contactOf(bed, hua))
    expect(room.has(hua)).toBe(false)
    hua.acceptsInvitation(room)
    await bed.hears('join 读书会: 小花 by 掌柜')
    expect(world.deeds.map(({ what }) => what)).toEqual(['add', 'invite'])
  })
  it('are renamed, by members and by the bot', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    ming.retitles(room, '夜读')
    await bed.hears('topic 读书会 → 夜读 by 小明')
    await (await roomOf(bed, room)).topic('晨读')
    await bed.hears('topic 夜读 → 晨读 by 掌柜')
    expect(room.topic).toBe('晨读')
  })
  it('invite the bot, and let it go', async () => {
    const { world, ming } = reading()
    const club = world.room('新群', { bot: false, members: [ming] })
    const bed = await open(world)
    const invited = new Promise<void>((resolve) => {
      bed.bot.once('room-invite', async (invitation) => resolve(invitation.accept()))
    })
    ming.invitesTo(club)
    await invited
    await bed.hears('join 新群: 掌柜 by 小明')
    const there = await roomOf(bed, club)
    await there.quit()
    expect([club.has(world.bot), world.deeds.map(({ what }) => what)]).toEqual([false, ['enter', 'quit']])
    await expect(there.say('还在吗')).rejects.toThrow('你已不在群聊')
  })
  it('can throw the bot out', async () => {
    const { world, other } = reading()
    const bed = await open(world)
    const there = await roomOf(bed, other)
    other.owner.removes(other, world.bot)
    await bed.hears('leave 别人的群: 掌柜 by 别人的群群主')
    await expect(there.say('还在吗')).rejects.toThrow('你已不在群聊')
    expect(await bed.bot.Room.find({ topic: '别人的群' })).toBeUndefined()
  })
  it('have a code to join by', async () => {
    const { world, room } = reading()
    expect(await (await roomOf(await open(world), room)).qrCode()).toContain('weixin.qq.com/g/')
  })
  it('know their members by aliases, friends have a remark', async () => {
    const { world, ming, room } = reading()
    const bed = await open(world)
    ming.calls(room, '班长')
    const contact = await contactOf(bed, ming)
    const there = await roomOf(bed, room)
    await there.sync()
    expect(await there.alias(contact)).toBe('班长')
    await contact.alias('读书会小明')
    expect([await contact.alias(), ming.remark]).toEqual(['读书会小明', '读书会小明'])
    ming.renames('大明')
    expect(contact.name()).toBe('小明')
    await contact.sync()
    expect(contact.name()).toBe('大明')
  })
}

function friends(open: Open): void {
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

function login(open: Open): void {
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
