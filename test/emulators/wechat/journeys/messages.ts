/** What is said. */
import { FileBox } from 'file-box'
import { expect, it } from 'vitest'
import { contactOf, type Open, reading, roomOf } from './ground.ts'

const bytes = new Uint8Array(70_000).map((_, index) => index % 251)

export function messages(open: Open): void {
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
