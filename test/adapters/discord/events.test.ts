/** What is heard of Discord, as events of ours. */
import { afterEach, describe, expect, it } from 'vitest'
import { type DoorOptions, type OpenDoor, openDoor, teaHouse } from './door.ts'

let at: OpenDoor
afterEach(() => at?.close())
const open = async (options: DoorOptions = {}) => {
  at = await openDoor(options)
  return at.guild()
}
/** Long enough for what must not come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 150))

describe('messages', () => {
  it('say who wrote, where, in which role, and names for ids', async () => {
    const tea = await open()
    const text = `hi <@${tea.userId('tom')}>, see <#${tea.channelId('rules')}>, <@&${tea.roleId('Mods')}> <:tea:123456789012345678>`
    const written = tea.says('mia', 'general', text)
    expect(await at.told('message')).toMatchObject({
      id: `discord:${tea.channelId('general')}/${written.id}`,
      where: tea.channelId('general'),
      user: at.user('mia'),
      name: 'mia',
      role: 'moderator',
      text: 'hi @tom, see #rules, @Mods :tea:',
      mentions: [at.user('tom')],
    })
  })
  it('say how old the account is, by its id, and whether it has a picture', async () => {
    const tea = await open()
    const written = tea.says('tom', 'general', 'hello')
    const accountAt = Number((BigInt(tea.userId('tom')) >> 22n) + 1_420_070_400_000n)
    expect(await at.told('message')).toMatchObject({ accountAt, avatar: false })
    written.author.avatar = 'a_0123456789abcdef'
    tea.edits('tom', written, 'hello again')
    expect(await at.told('edit')).toMatchObject({ accountAt, avatar: true })
  })
  it('keep accounts as ids where a command is typed', async () => {
    const tea = await open()
    tea.says('mia', 'general', `/mute <@${tea.userId('tom')}> 10m`)
    expect((await at.told('message')).text).toBe(`/mute @${at.user('tom')} 10m`)
  })
  it('say what came along', async () => {
    const tea = await open()
    tea.says('tom', 'general', 'look https://example.org', {
      files: [{ name: 'cat.png', type: 'image/png', bytes: new Uint8Array(4) }],
    })
    const { kinds = [], attachments, files, fileUrls = [] } = await at.told('message')
    expect([...kinds].sort()).toEqual(['image', 'link'])
    expect({ attachments, files }).toEqual({ attachments: 1, files: ['cat.png'] })
    expect(fileUrls).toEqual([expect.stringMatching(/^https?:\/\/.*cat\.png/)])
  })
  it('have the title of a forum post before its text; later ones in it have not', async () => {
    const tea = await open()
    const post = tea.opensThread('tom', 'questions', 'Green or black?', 'I wonder.')
    expect((await at.told('message')).text).toBe('Green or black?\n\nI wonder.')
    tea.says('ann', post.id, 'Green.')
    expect(await at.told('message', { user: at.user('ann') })).toMatchObject({ text: 'Green.', where: post.id })
  })
  it('of other bots are left out, or heard as such where the section says so', async () => {
    const spec = { ...teaHouse, members: [...teaHouse.members, { name: 'robo', bot: true }] }
    let tea = await open({ discord: { guilds: [spec] } })
    tea.says('robo', 'general', 'beep')
    tea.says('tom', 'general', 'hello')
    await at.told('message', { user: at.user('tom') })
    expect(at.door.of('message')).toHaveLength(1)
    await at.close()
    tea = await open({ discord: { guilds: [spec] }, section: { bots: 'see' } })
    tea.says('robo', 'general', 'beep')
    expect(await at.told('message')).toMatchObject({ bot: true, text: 'beep' })
  })
  it('to the bot alone are about the group they were seen in', async () => {
    const tea = await open()
    at.discord.writes('tom', 'anybody here?')
    await quiet()
    expect(at.door.of('message')).toHaveLength(0) // seen nowhere yet
    tea.says('tom', 'general', 'hello')
    await at.told('message')
    at.discord.writes('tom', 'when do you open?')
    const heard = await at.told('message', { private: true })
    expect(heard).toMatchObject({ group: at.group, user: at.user('tom'), text: 'when do you open?' })
    expect(heard.role).toBeUndefined()
  })
  it('are empty without the intent, and the owner is told what goes without', async () => {
    const tea = await open({ discord: { guilds: [teaHouse], privileged: { content: false } } })
    tea.says('tom', 'general', 'when do you open?')
    expect(await at.told('message')).toMatchObject({ text: '', user: at.user('tom') })
    const [[key, text] = []] = [...at.door.notices]
    expect(key).toBe('discord intent MessageContent')
    expect(text?.zh).toContain('Message Content Intent')
    expect(text?.en).toContain('Message Content Intent')
    tea.says('tom', 'general', `<@${at.discord.bot.id}> when do you open?`)
    expect(await at.told('message', { mentionsBot: true })).toMatchObject({ text: '@Innkeeper when do you open?' })
  })
  it('told twice have one id', async () => {
    const tea = await open()
    at.discord.gateway.repeatNext(1)
    tea.says('tom', 'general', 'once')
    await expect.poll(() => at.door.of('message').length).toBe(2)
    expect(new Set(at.door.of('message').map(({ id }) => id)).size).toBe(1)
  })
  it('are edited and deleted, one by one and many at once', async () => {
    const tea = await open()
    const said = ['a', 'b', 'c'].map((text) => tea.says('tom', 'general', text))
    tea.edits('tom', said[0] as never, 'A')
    expect(await at.told('edit')).toMatchObject({ text: 'A', user: at.user('tom') })
    const ids = said.map(({ id, channel_id }) => `discord:${channel_id}/${id}`)
    await at.does({ type: 'purge', group: at.group, messages: ids.slice(1), reason: 'spam' })
    tea.deletes('tom', said[0] as never)
    await expect.poll(() => at.door.of('delete').length).toBe(3)
    expect(at.door.of('delete').every(({ user }) => user === at.user('tom'))).toBe(true)
    expect(
      at.door
        .of('delete')
        .map(({ message }) => message)
        .sort(),
    ).toEqual([...ids].sort())
  })
  it('that were pinned were not edited', async () => {
    const tea = await open()
    const { id, channel_id } = tea.says('tom', 'general', 'the plan')
    await at.does({ type: 'pin', group: at.group, message: `discord:${channel_id}/${id}` })
    await quiet()
    expect(at.door.of('edit')).toEqual([])
  })
})

describe('members', () => {
  it('come by somebody’s invitation', async () => {
    const tea = await open()
    const code = tea.invites('tom', 'general')
    await quiet()
    tea.join('nina', { invite: code, createdAt: Date.UTC(2020, 0, 1) })
    expect(await at.told('member.join')).toMatchObject({
      user: at.user('nina'),
      role: 'member',
      invitedBy: at.user('tom'),
      inviteSure: 1,
      accountAt: Date.UTC(2020, 0, 1),
      avatar: false,
    })
  })
  it('that come at once are as sure as the uses allow', async () => {
    const tea = await open()
    const [toms, anns] = [tea.invites('tom', 'general'), tea.invites('ann', 'general')]
    await quiet()
    tea.join('n1', { invite: toms })
    tea.join('n2', { invite: toms })
    tea.join('n3', { invite: anns })
    await expect.poll(() => at.door.of('member.join').length, { timeout: 4000 }).toBe(3)
    for (const { invitedBy, inviteSure } of at.door.of('member.join')) {
      expect(invitedBy).toBe(at.user('tom'))
      expect(inviteSure).toBe(0.67)
    }
    expect(at.discord.requestsTo('GET', '/invites').length).toBeLessThan(5)
  })
  it('by an invite that is used up', async () => {
    const tea = await open()
    const code = tea.invites('ann', 'general', { maxUses: 1 })
    await quiet()
    tea.join('nina', { invite: code })
    expect(await at.told('member.join')).toMatchObject({ invitedBy: at.user('ann'), inviteSure: 1 })
  })
  it('of whom nobody knows who invited them', async () => {
    const tea = await open({ section: { invites: false } })
    tea.join('nina')
    expect((await at.told('member.join')).invitedBy).toBeUndefined()
    expect(at.discord.requestsTo('GET', '/invites')).toHaveLength(0)
  })
  it('write only after they have come', async () => {
    const tea = await open()
    tea.join('nina')
    tea.says('nina', 'general', 'hi all')
    await at.told('message')
    expect(
      at.door.events.filter((event) => 'user' in event && event.user === at.user('nina')).map(({ type }) => type),
    ).toEqual(['member.join', 'message'])
  })
  it('leave, are kicked, are banned', async () => {
    const tea = await open()
    tea.leave('tom')
    expect(await at.told('member.leave', { user: at.user('tom') })).toMatchObject({ how: 'left' })
    tea.kicks('mia', 'ann', 'spam')
    expect(await at.told('member.leave', { user: at.user('ann') })).toMatchObject({ how: 'kicked' })
    tea.join('nina')
    tea.bans('olive', 'nina')
    expect(await at.told('member.leave', { user: at.user('nina') })).toMatchObject({ how: 'banned' })
  })
  it('leave once, however often it is told', async () => {
    const tea = await open()
    at.discord.gateway.repeatNext(1)
    tea.leave('tom')
    await at.told('member.leave')
    await quiet()
    expect(at.door.of('member.leave')).toHaveLength(1)
  })
  it('change their names and roles', async () => {
    const tea = await open()
    tea.renames('olive', 'tom', 'Tommy')
    const tom = { user: at.user('tom') }
    expect(await at.told('member.update', tom)).toMatchObject({ name: 'Tommy', role: 'member' })
    tea.grants('olive', 'tom', 'Mods')
    expect(await at.told('member.update', { ...tom, role: 'moderator' } as never)).toMatchObject(tom)
  })
  it('have the roles of the section, and without permissions where it says so', async () => {
    const tea = await open({ section: { roles: { moderator: ['regulars'], byPermission: false } } })
    tea.grants('olive', 'tom', 'Regulars')
    tea.says('tom', 'general', 'a')
    tea.says('mia', 'general', 'b')
    tea.says('olive', 'general', 'c')
    expect((await at.told('message', { user: at.user('tom') })).role).toBe('moderator')
    expect((await at.told('message', { user: at.user('mia') })).role).toBe('member')
    expect((await at.told('message', { user: at.user('olive') })).role).toBe('owner')
  })
})

describe('staff by Discord’s own means', () => {
  it('time out, take it back, kick, ban and unban', async () => {
    const tea = await open()
    tea.timesOut('mia', 'tom', 600_000, 'too loud')
    const muted = await at.told('moderated', { act: 'mute' } as never)
    expect(muted).toMatchObject({
      user: at.user('mia'),
      role: 'moderator',
      target: at.user('tom'),
      targetName: 'tom',
      reason: 'too loud',
    })
    expect(Math.abs((muted.forMs ?? 0) - 600_000)).toBeLessThan(2000)
    tea.timesOut('mia', 'tom', 0)
    await at.told('moderated', { act: 'unmute' } as never)
    tea.kicks('mia', 'tom', 'again')
    expect(await at.told('moderated', { act: 'kick' } as never)).toMatchObject({
      target: at.user('tom'),
      reason: 'again',
    })
    tea.bans('mia', 'ann')
    await at.told('moderated', { act: 'ban' } as never)
    tea.unbans('mia', 'ann')
    await at.told('moderated', { act: 'unban' } as never)
  })
  it('delete others’ messages', async () => {
    const tea = await open()
    tea.deletes('olive', tea.says('tom', 'general', 'spam'))
    expect(await at.told('moderated')).toMatchObject({
      act: 'delete',
      count: 1,
      target: at.user('tom'),
      user: at.user('olive'),
      role: 'owner',
    })
  })
  it('what the bot itself does is not told as theirs', async () => {
    await open()
    await at.does({ type: 'mute', group: at.group, user: at.user('tom'), forMs: 60_000, reason: 'case 7' })
    await quiet()
    expect(at.door.of('moderated')).toEqual([])
  })
})

describe('reactions', () => {
  it('come and go, each once', async () => {
    const tea = await open()
    const said = tea.says('tom', 'general', 'tea?')
    at.discord.gateway.repeatNext(1)
    tea.reacts('ann', said, '👍')
    tea.unreacts('ann', said, '👍')
    await at.told('reaction', { added: false })
    expect(at.door.of('reaction').map(({ emoji, added, user }) => [emoji, added, user])).toEqual([
      ['👍', true, at.user('ann')],
      ['👍', false, at.user('ann')],
    ])
  })
  it('come again after all were cleared away', async () => {
    let skip = 0
    await open({ now: () => Date.now() + skip })
    const tea = at.guild()
    const said = tea.says('tom', 'general', 'tea?')
    tea.reacts('ann', said, '👍')
    await at.told('reaction')
    skip = 60_000
    const all = `${at.discord.url}/v10/channels/${said.channel_id}/messages/${said.id}/reactions`
    const cleared = await fetch(all, { method: 'DELETE', headers: { authorization: `Bot ${at.discord.token}` } })
    expect(cleared.status).toBe(204)
    tea.reacts('ann', said, '👍')
    await expect.poll(() => at.door.of('reaction').length).toBe(2)
  })
})

describe('AutoMod', () => {
  it('tells once what it held back, whatever it did about it', async () => {
    const tea = await open({ section: { channels: { moderation: 'staff' } } })
    const outcome = await at.does({ type: 'filters', group: at.group, words: ['casino'], invites: false, links: false })
    expect(outcome).toMatchObject({ ok: true })
    expect(() => tea.says('tom', 'general', 'best casino in town')).toThrow()
    expect(await at.told('filtered')).toMatchObject({
      user: at.user('tom'),
      name: 'tom',
      where: tea.channelId('general'),
      text: 'best casino in town',
      matched: 'casino',
      rule: tea.automodRules[0]?.name,
    })
    await quiet()
    expect(at.door.of('filtered')).toHaveLength(1)
  })
})

describe('servers', () => {
  it('are told when they come, are renamed and throw the bot out', async () => {
    await open()
    expect(await at.told('group')).toMatchObject({ group: at.group, name: 'Tea House' })
    const inn = at.discord.adds({ name: 'Inn' })
    expect(await at.told('group', { name: 'Inn' })).toMatchObject({ group: `discord:${inn.id}` })
    inn.removesBot()
    expect(await at.told('group', { gone: true })).toMatchObject({ group: `discord:${inn.id}` })
  })
  it('that are dark for a while are told as here once more only where it took long', async () => {
    let now = Date.now()
    const tea = await open({ now: () => now })
    tea.goesDark()
    await expect.poll(() => at.does({ type: 'send', group: at.group, text: 'hi' })).toMatchObject({ kind: 'busy' })
    now += 3_600_000
    tea.comesBack()
    await expect.poll(() => [...at.door.notices.keys()]).toContain(`discord gap ${tea.id}`)
    expect(at.door.of('group')).toHaveLength(1)
    await expect.poll(() => at.does({ type: 'send', group: at.group, text: 'hi' })).toMatchObject({ ok: true })
  })
})
