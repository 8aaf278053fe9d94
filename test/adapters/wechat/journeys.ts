/** What has to work by both ways to the simulated WeChat. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Wished, World } from '../../emulators/wechat/world.ts'
import { reading, type WechatInn, type Wish } from './kit.ts'

/** An inn on this world, with its account logged in. */
export type Open = (world: World, wish?: Wish) => Promise<WechatInn>

const sections = {
  welcome: { windowSeconds: 0, text: { zh: '欢迎 {name}，你是第 {number} 位' }, requests: { answer: 'admit' } },
  rules: { text: { zh: '一、友善待人\n二、**不发广告**' }, post: false },
}
/** A room that 掌柜 runs, with 小明, its friend and 小花, who is none; the room's owner is a moderator by the rulebook. */
function circle(wished: Wished = {}) {
  const world = new World(wished)
  const ming = world.person('小明').befriends()
  const hua = world.person('小花')
  const boss = world.person('老板').befriends()
  const room = world.room('灯下读书会', { owner: boss, members: [ming, hua] })
  return { world, ming, hua, boss, room }
}

export function journeys(name: string, openWith: Open): void {
  describe(name, () => {
    let inn: WechatInn | undefined
    const open: Open = async (world, wish = {}) => {
      inn = await openWith(world, { ...wish, sections: { ...sections, ...wish.sections } })
      await inn.isUp()
      return inn
    }
    beforeEach(() => {
      inn = undefined
    })
    afterEach(async () => {
      const errors = inn?.log.errors ?? []
      await inn?.close()
      expect(errors).toEqual([])
    })
    commands(open)
    people(open)
    choosing(open)
    doings(open)
    lettingIn(open)
  })
}

function commands(open: Open): void {
  it.each([['群规'], ['/rules'], ['／群规'], ['  ／ｒｕｌｅｓ　'], ['/ 群规']])('answers %j', async (said) => {
    const { world, hua, room } = circle()
    await open(world)
    hua.says(room, said)
    await world.until(() => room.sent.length > 0, 'the rules')
    expect(room.sent[0]?.text).toMatch(/^@小花\u2005一、友善待人\n二、不发广告/u)
    expect(room.sent[0]?.mentions).toEqual([hua])
  })
  it.each([
    ['phone', '掌柜'],
    ['pc', '掌柜'],
    ['phone', '灯下 掌柜'],
    ['pc', '灯下 掌柜'],
  ] as const)('answers a mention from a %s by the name %s', async (from, called) => {
    const { world, hua, room } = circle({ mentionIds: false })
    world.bot.calls(room, called)
    await open(world)
    hua.says(room, 'rules', { mention: world.bot, from })
    await world.until(() => room.sent.length > 0, 'the rules')
    expect(room.sent[0]?.text).toContain('友善待人')
  })
  it('hears each kind, whoever is mentioned, and never itself', async () => {
    const { world, ming, hua, room } = circle()
    const inn = await open(world)
    ming.sends(room, { name: 'a.png', bytes: new Uint8Array([1]) })
    ming.sends(room, { name: 'a.pdf', bytes: new Uint8Array([1]) })
    ming.sends(room, { link: { title: '好文', url: 'https://example.org/a' } })
    ming.sends(room, { miniProgram: { title: '报名', appid: 'wx1', username: 'gh_1', pagePath: '' } })
    hua.says(room, '谢谢', { mention: ming })
    await inn.waits(async () => (await inn.heard('message')).length === 5, 'five messages')
  })
}

function people(open: Open): void {
  it('greets whoever joins, once, and knows who invited them', async () => {
    const { world, ming, room } = circle()
    const inn = await open(world)
    world.person('小红').joins(room, { inviter: ming })
    await world.until(() => room.sent.length > 0, 'a welcome')
    expect(room.sent[0]?.text).toContain('欢迎')
    expect(room.sent[0]?.text).toContain('小红')
    await inn.adapter.look()
    expect(await inn.heard('member.join')).toHaveLength(1)
  })
  it('knows of a picture where the puppet does, and holds nothing against who has none', async () => {
    const { world, room } = circle()
    const inn = await open(world)
    const pictured = world.person('小红')
    pictured.picture = 'https://wx.example/head/1'
    pictured.joins(room, { inviter: 'unknown' })
    world.person('小绿').joins(room, { inviter: 'unknown' })
    await inn.waits(async () => (await inn.heard('member.join')).length === 2, 'two joins')
    const came = (await inn.rows('moderation_arrivals')).map(({ name, avatar }) => `${name} ${avatar}`)
    expect(came.sort()).toEqual(['小红 2', '小绿 0'])
  })
  it('greets those whose inviter nobody knows', async () => {
    const { world, room } = circle()
    await open(world)
    world.person('小红').joins(room, { inviter: 'unknown' })
    await world.until(() => room.sent.length > 0, 'a welcome')
    expect(room.sent[0]?.text).toContain('小红')
  })
  it('hears of those who leave, by themselves, shown out, or nobody says who', async () => {
    const { world, ming, hua, boss, room } = circle()
    const inn = await open(world)
    ming.leaves(room)
    boss.removes(room, hua)
    await inn.waits(async () => (await inn.heard('member.leave')).length === 2, 'two leaves')
    const ping = world.person('阿平')
    ping.joins(room)
    await inn.waits(async () => (await inn.heard('member.join')).length === 1, 'a join')
    ping.leaves(room, { unknown: true })
    await inn.waits(async () => (await inn.heard('member.leave')).length === 3, 'a third leave')
  })
  it('keeps its group when the room is renamed', async () => {
    const { world, ming, boss, room } = circle()
    const inn = await open(world)
    boss.retitles(room, '灯下共读')
    await inn.waits(async () => (await inn.rows('groups'))[0]?.name === '灯下共读', 'the new name')
    ming.says(room, '群规')
    await world.until(() => ming.sent.length > 0, 'the rules')
    expect((await inn.rows('groups')).map((row) => row.ref)).toEqual([reading])
  })
  it('hears that a message was recalled', async () => {
    const { world, ming, room } = circle()
    const inn = await open(world)
    const said = ming.says(room, '说错了')
    await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
    ming.recalls(said)
    await inn.waits(async () => (await inn.heard('delete')).length === 1, 'the recall')
  })
}

function choosing(open: Open): void {
  it.each(['1', '２'])('asks the owner in private whether to let somebody in, who answers %j', async (said) => {
    const { world, boss, room } = circle()
    const asked = { ...sections.welcome, requests: { answer: 'ask' } }
    const inn = await open(world, { sections: { welcome: asked } })
    await inn.waits(async () => (await inn.heard('member.update')).length === 1, 'the owner is known')
    const hong = world.person('小红')
    hong.asksFriend('我想参加读书')
    await world.until(() => boss.sent.length > 0, 'the question')
    expect(boss.sent[0]?.text).toMatch(/小红[\s\S]*^1\. .+\n2\. .+$/mu)
    boss.says(world.bot, said)
    await world.until(() => boss.sent.length > 1, 'the answer')
    if (said === '1') await world.until(() => room.has(hong), 'in the room')
    expect(room.has(hong)).toBe(said === '1')
  })
}

function doings(open: Open): void {
  const act = (inn: WechatInn, action: Record<string, unknown>) =>
    inn.adapter.perform({ id: 'e/test.0', action: { group: reading, ...action } as never, attempt: 1, feature: 'test' })
  const userOf = async (inn: WechatInn, name: string) =>
    String((await inn.rows('wechat_people')).find((row) => row.name === name)?.user)

  it('mentions, sends a picture and takes back what it said', async () => {
    const { world, ming, room } = circle()
    const inn = await open(world)
    ming.says(room, '在吗')
    await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
    const user = await userOf(inn, '小明')
    const png = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
    const outcome = await act(inn, {
      type: 'send',
      text: '@小明 **看图**',
      mentions: [{ user, name: '小明' }],
      image: { png, alt: 'a chart' },
    })
    expect(outcome).toMatchObject({ ok: true })
    expect(room.sent).toMatchObject([{ kind: 'image' }, { kind: 'text', text: '@小明\u2005看图', mentions: [ming] }])
    expect([...(room.sent[0]?.file?.bytes ?? [])]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const message = outcome.ok ? outcome.message : ''
    expect(await act(inn, { type: 'delete', message, reason: '' })).toEqual({ ok: true })
    expect(room.sent[1]?.recalled).toBe(true)
    const theirs = room.sent[0]?.id === message
    expect(theirs).toBe(false)
  })
  it('sends although nothing tells the id of what was sent', async () => {
    const { world, room } = circle({ sayReturns: false })
    const inn = await open(world)
    expect(await act(inn, { type: 'send', text: '早' })).toEqual({ ok: true, message: 'wechat:sent:e/test.0' })
    expect(room.sent).toHaveLength(1)
  })
  it('announces as the owner, and else says that it is an announcement', async () => {
    const { world, room } = circle()
    const inn = await open(world)
    await act(inn, { type: 'announce', text: '周五见' })
    expect(room.sent).toMatchObject([{ kind: 'text', text: '【公告】\n周五见' }])
    room.owner = world.bot
    await inn.close()
    const again = await open(world)
    await act(again, { type: 'announce', text: '周五见' })
    expect(room.announcement).toBe('周五见')
  })
  it('removes where it runs the room, and else says who can', async () => {
    const { world, hua, room } = circle()
    const inn = await open(world)
    hua.says(room, '广告')
    await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
    const kick = { type: 'kick', user: await userOf(inn, '小花'), reason: '' }
    expect(await act(inn, kick)).toMatchObject({ ok: false, kind: 'denied', detail: /管理员.*administrator/su })
    room.admins.add(world.bot)
    await inn.close()
    const again = await open(world)
    hua.says(room, '又是广告')
    await again.waits(async () => (await again.heard('message')).length === 1, 'the message')
    expect(await act(again, kick)).toEqual({ ok: true })
    expect(room.has(hua)).toBe(false)
    await again.waits(async () => (await again.heard('member.leave')).length === 1, 'the leave')
  })
  it('whispers to friends, and says why not to others', async () => {
    const { world, ming, hua, room } = circle()
    const inn = await open(world)
    ming.says(room, '在')
    hua.says(room, '在')
    await inn.waits(async () => (await inn.heard('message')).length === 2, 'the messages')
    expect(await act(inn, { type: 'whisper', user: await userOf(inn, '小明'), text: '悄悄话' })).toMatchObject({
      ok: true,
    })
    expect(ming.sent).toMatchObject([{ text: '悄悄话' }])
    const refused = await act(inn, { type: 'whisper', user: await userOf(inn, '小花'), text: '悄悄话' })
    expect(refused).toMatchObject({ ok: false, kind: 'denied', detail: /好友/u })
  })
  it('splits what is too long, and leaves WeChat alone when it is told to', async () => {
    const { world, room } = circle()
    const inn = await open(world)
    await act(inn, { type: 'send', text: '很长的一句话。'.repeat(600) })
    expect(room.sent.map(({ text }) => text.length <= 2000)).toEqual([true, true, true])
    expect(room.sent.map(({ text }) => text).join('')).toBe('很长的一句话。'.repeat(600))
    world.frequent()
    const busy = { ok: false, kind: 'busy', all: true, retryAfterMs: 6 * 3_600_000 }
    expect(await act(inn, { type: 'send', text: '再来' })).toMatchObject(busy)
    expect(inn.told()[0]).toContain('操作过于频繁')
  })
}

function lettingIn(open: Open): void {
  it('accepts a friend by the code word and brings them into the room', async () => {
    const { world, room } = circle()
    const inn = await open(world)
    const hong = world.person('小红')
    hong.asksFriend('你好')
    hong.asksFriend('我想参加读书')
    await world.until(() => room.has(hong), 'in the room')
    expect(hong.friend).toBe(true)
    expect(await inn.heard('request')).toHaveLength(1)
    await world.until(() => room.sent.length > 0, 'a welcome')
  })
  it('brings in a friend who writes the code word in private', async () => {
    const { world, room } = circle()
    await open(world)
    const hong = world.person('小红').befriends()
    hong.says(world.bot, ' 读书 ')
    await world.until(() => room.has(hong), 'in the room')
  })
  it('asks once of each who writes the code word in private, and of those shown out whatever the rulebook says', async () => {
    const { world, ming, boss, room } = circle()
    boss.befriends()
    const asked = { ...sections.welcome, requests: { answer: 'ask' } }
    const inn = await open(world, { sections: { welcome: asked } })
    await inn.waits(async () => (await inn.heard('member.update')).length === 1, 'the owner is known')
    for (const name of ['小红', '小兰']) {
      const person = world.person(name).befriends()
      for (let n = 0; n < 3; n++) person.says(world.bot, '读书')
    }
    await inn.waits(async () => (await inn.heard('request')).length === 6, 'six requests')
    await inn.engine.idle()
    expect(boss.sent.map(({ text }) => text.slice(0, 2))).toEqual(['小红', '小兰'])
    ming.says(room, '早') // heard after the news of the removal: no join
    boss.removes(room, ming)
    await inn.waits(async () => (await inn.heard('member.leave')).length === 1, 'shown out')
    expect(await inn.heard('member.join')).toEqual([])
    ming.says(world.bot, '读书')
    await world.until(() => boss.sent.length === 3, 'the question')
    expect(boss.sent[2]?.text).toContain('小明 曾被请出')
    expect(room.has(ming)).toBe(false)
  })
  it('neither answers nor keeps who is in no room and says no code word, nor who has left', async () => {
    const { world, ming, room } = circle()
    const inn = await open(world)
    const stranger = world.person('推销员').befriends()
    const official = world.person('公众号').befriends()
    for (const text of ['群规', '你好', '/kick 小明', '我想读书', '1']) stranger.says(world.bot, text)
    official.sends(world.bot, { link: { title: '好文', url: 'https://example.org/a' } })
    ming.says(room, '再见')
    await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
    ming.leaves(room)
    await inn.waits(async () => (await inn.heard('member.leave')).length === 1, 'gone')
    ming.says(world.bot, '群规')
    ming.says(world.bot, '最后一句')
    world.person('小红').joins(room)
    await inn.waits(async () => (await inn.heard('member.join')).length === 1, 'a later event')
    await inn.engine.idle()
    expect([...stranger.sent, ...official.sent, ...ming.sent]).toEqual([])
    expect(await inn.heard('message')).toHaveLength(1)
    expect((await inn.rows('wechat_people')).map((row) => row.name)).not.toContain('推销员')
  })
  it('answers in private what is asked in private', async () => {
    const { world, ming, room } = circle()
    const inn = await open(world)
    ming.says(room, '早上好')
    await inn.waits(async () => (await inn.heard('message')).length === 1, 'the message')
    ming.says(world.bot, '群规')
    await world.until(() => ming.sent.length > 0, 'the rules')
    expect(ming.sent[0]?.text).toContain('友善待人')
    expect(room.sent).toEqual([])
  })
  it('goes only into rooms that are listed', async () => {
    const { world, ming } = circle()
    const other = world.room('别人的群', { owner: ming, bot: false })
    const craft = world.room('灯下手作', { owner: ming, bot: false })
    const rooms = { reading: { topic: '灯下读书会' }, craft: { topic: '灯下手作' } }
    const inn = await open(world, { wechat: { rooms } })
    await inn.waits(() => inn.told().join().includes('灯下手作'), 'what is missing is told')
    ming.invitesTo(other)
    ming.invitesTo(craft)
    await world.until(() => craft.has(world.bot), 'in the room')
    await inn.waits(async () => (await inn.rows('groups')).length === 2, 'the group')
    expect(other.has(world.bot)).toBe(false)
  })
}
