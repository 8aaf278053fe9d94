/** What is done on Discord, and what is said where it cannot be done. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Action, Outcome } from '../../../src/core/action.ts'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { type DoorOptions, type OpenDoor, openDoor, teaHouse } from './door.ts'

let at: OpenDoor
afterEach(() => at?.close())
const open = async (options: DoorOptions = {}) => {
  at = await openDoor(options)
  return at.guild()
}
const reason = 'flood (case 12)'
const send = (text: string, more: object = {}): Action => ({ type: 'send', group: at.group, text, ...more })
const denied = (outcome: Outcome) => {
  expect(outcome).toMatchObject({ ok: false, kind: 'denied' })
  return outcome.ok ? '' : outcome.detail
}
const day = 86_400_000
/** What was changed before has been heard when this has. */
const caughtUp = async () => {
  const { id } = at.guild().says('olive', 'rules', 'tick')
  await at.told('message', { id: `discord:${at.guild().channelId('rules')}/${id}` })
}

describe('what is said', () => {
  it('goes where it answers, where its feature belongs, else where all talk', async () => {
    const tea = await open({ section: { channels: { rules: 'Rules', moderation: 'staff' } } })
    await at.does(send('one', { where: tea.channelId('questions') }), { feature: 'rules' }).then(denied)
    await at.does(send('two'), { feature: 'rules' })
    await at.does(send('three', { to: 'staff' }), { feature: 'rules' })
    await at.does(send('four'), { feature: 'welcome' })
    expect(['rules', 'staff', 'general'].map((name) => tea.botMessages(name).map(textOf))).toEqual([
      ['two'],
      ['three'],
      ['four'],
    ])
    expect(at.adapter.staffRoom?.(at.group)).toBe(true)
  })
  it('tells the owner of a channel that is not there, until it is', async () => {
    const tea = await open({ section: { channels: { rules: 'house-rules' } } })
    await at.does(send('here'), { feature: 'rules' })
    expect(textOf(tea.botMessages('general')[0] as never)).toBe('here')
    const key = `discord channel ${tea.id} rules`
    expect(at.door.notices.get(key)?.en).toContain('house-rules')
    tea.addsChannel({ name: 'house-rules' })
    await expect
      .poll(() => at.does(send('there'), { feature: 'rules' }).then(() => tea.botMessages('house-rules').length))
      .toBeGreaterThan(0)
    expect(at.door.notices.has(key)).toBe(false)
  })
  it('calls those it names and nobody else', async () => {
    const tea = await open()
    const text = `@Tom Smith @everyone @here <@&${tea.roleId('Mods')}> <@${tea.userId('ann')}> \`@Tom Smith\``
    await at.does(send(text, { mentions: [{ user: at.user('tom'), name: 'Tom Smith' }] }))
    const [said] = tea.botMessages('general')
    expect(said?.mentions.map(({ username }) => username)).toEqual(['tom'])
    expect(said?.mention_everyone).toBe(false)
    expect(said?.mention_roles).toEqual([])
    expect(said?.content).toContain(`<@${tea.userId('tom')}>`)
    expect(said?.content).toContain('`@Tom Smith`')
    const [request] = at.discord.requestsTo('POST', '/messages')
    expect(request?.body).toMatchObject({
      allowed_mentions: {
        parse: [],
        users: [tea.userId('tom')],
        replied_user: false,
      },
    })
  })
  it('is cut between paragraphs, and is still one message to edit', async () => {
    const tea = await open()
    const lines = Array.from({ length: 300 }, (_, n) => `line ${n}`)
    const sent = await at.does(send(lines.join('\n')))
    expect(tea.botMessages('general')).toHaveLength(2)
    const message = sent.ok ? (sent.message ?? '') : ''
    const edit = (text: string): Action => ({ type: 'edit', group: at.group, of: 'x', text })
    expect(await at.does(edit('short'), { message })).toMatchObject({ ok: true })
    expect(tea.botMessages('general').map(textOf)).toEqual(['short'])
  })
  it('replies, with a picture and its words', async () => {
    const tea = await open()
    const asked = tea.says('tom', 'general', 'and the week?')
    const image = { png: 'iVBORw0KGgo=', alt: 'this week' }
    await at.does(send('look', { replyTo: `discord:${asked.channel_id}/${asked.id}`, where: asked.channel_id, image }))
    const [said] = tea.botMessages('general')
    expect(said?.message_reference?.message_id).toBe(asked.id)
    expect(said?.attachments[0]?.description).toBe('this week')
  })
  it('to what is deleted meanwhile is said all the same', async () => {
    const tea = await open()
    const asked = tea.says('tom', 'general', 'hm?')
    tea.deletes('tom', asked)
    const outcome = await at.does(
      send('yes', { replyTo: `discord:${asked.channel_id}/${asked.id}`, where: asked.channel_id }),
    )
    expect(outcome).toMatchObject({ ok: true })
  })
  it('to what the bot may not read is said all the same', async () => {
    const tea = await open()
    const asked = tea.says('tom', 'general', 'hm?')
    tea.denies('general', ['ReadMessageHistory'])
    await caughtUp()
    const reply = send('yes', { replyTo: `discord:${asked.channel_id}/${asked.id}`, where: asked.channel_id })
    expect(await at.does(reply)).toMatchObject({ ok: true })
    expect(tea.botMessages('general').map(textOf)).toEqual(['yes'])
    expect(at.discord.invalidRequests).toBe(0)
  })
  it('as an announcement has its heading as the title, and room for twice as much', async () => {
    const tea = await open()
    await at.does({ type: 'announce', group: at.group, text: `# Week 12\n\n${'a line\n'.repeat(500)}` })
    const [said] = tea.botMessages('general')
    expect(tea.botMessages('general')).toHaveLength(1)
    expect(said?.embeds[0]).toMatchObject({ title: 'Week 12' })
  })
  it('in private is denied where they take none, so that it can be said otherwise', async () => {
    await open()
    at.discord.closesDms('tom')
    const whisper: Action = { type: 'whisper', group: at.group, user: at.user('tom'), text: 'psst' }
    expect(denied(await at.does(whisper))).toContain('private messages')
    at.discord.closesDms('tom', false)
    expect(await at.does(whisper)).toMatchObject({ ok: true })
    expect(at.discord.dms('tom').map(({ content }) => content)).toEqual(['psst'])
  })
  it('is there once, whatever became of the answer', async () => {
    const tea = await open()
    at.discord.faults.order({ status: 502, times: 2, method: 'POST', route: '/messages', performed: true })
    const first = await at.does(send('once'), { id: 'e1/faq.0' })
    expect(first).toMatchObject({ ok: false, kind: 'busy' })
    expect(await at.does(send('once'), { id: 'e1/faq.0' })).toMatchObject({ ok: true })
    expect(tea.botMessages('general').map(textOf)).toEqual(['once'])
  })
  it('is there once even hours later, when Discord has forgotten the nonce: all of it, and no part twice', async () => {
    let skip = 0
    const now = () => Date.now() + skip
    const tea = await open({ now, discord: { guilds: [teaHouse], now } })
    const lines = Array.from({ length: 300 }, (_, n) => `line ${n}`).join('\n')
    at.discord.faults.order({ status: 502, times: 2, method: 'POST', route: '/messages', performed: true })
    expect(await at.does(send(lines), { id: 'e1/faq.0' })).toMatchObject({ ok: false, kind: 'busy' })
    await caughtUp()
    skip = 3 * 3_600_000
    expect(await at.does(send(lines), { id: 'e1/faq.0' })).toMatchObject({ ok: true })
    expect(tea.botMessages('general').map(textOf).join('\n')).toBe(lines)
  })
  it('waits where the server is unknown before the gateway says that it is dark, but not for ever', async () => {
    const tea = await open()
    tea.goesDark()
    expect(await at.does(send('soon'))).toMatchObject({ kind: 'busy' })
    tea.comesBack()
    await expect.poll(() => at.does(send('soon'))).toMatchObject({ ok: true })
    expect(await at.does(send('nowhere', { where: '1' }))).toMatchObject({ kind: 'gone' })
    tea.goesDark()
    expect(await at.does(send('never'), { attempt: 4 })).toMatchObject({ kind: 'gone' })
  })
  it('keeps its buttons when it is edited, and loses them when there are none', async () => {
    const tea = await open()
    const options = [{ id: 'yes', label: 'Yes' }]
    const asked = await at.does({ type: 'ask', group: at.group, ask: 'perks:draw-1', text: 'In?', options })
    const message = asked.ok ? (asked.message ?? '') : ''
    const edit = (more: object): Action => ({ type: 'edit', group: at.group, of: 'x', text: 'In? (3)', ...more })
    await at.does(edit({ options: [{ id: 'yes', label: 'Count me in' }] }), { message, ask: 'perks:draw-1' })
    tea.presses('tom', tea.botMessages('general')[0] as never, 'Count me in')
    expect(await at.told('choice')).toMatchObject({ ask: 'perks:draw-1', option: 'yes' })
    await at.does(edit({ options: [] }), { message })
    expect(tea.botMessages('general')[0]?.components).toEqual([])
  })
})

describe('what is done to members', () => {
  it('says in the audit log which case it was', async () => {
    const tea = await open()
    for (const type of ['mute', 'unmute', 'kick'] as const) {
      const action = {
        type,
        group: at.group,
        user: at.user('tom'),
        reason: `${reason}\n${'x'.repeat(490)}`.slice(0, 500),
        forMs: 60_000,
      }
      const { forMs, ...rest } = action
      expect(await at.does((type === 'mute' ? { ...rest, forMs } : rest) as Action)).toMatchObject({ ok: true })
    }
    const reasons = tea.auditLog
      .filter(({ user_id }) => user_id === at.discord.bot.id)
      .map((entry) => entry.reason ?? '')
    expect(reasons).toHaveLength(3)
    expect(reasons.every((one) => one.startsWith(reason) && one.length <= 512)).toBe(true)
  })
  it('is done where the answer was lost and it is tried again', async () => {
    const tea = await open()
    for (const type of ['kick', 'ban', 'unban'] as const) {
      const user = at.user(type === 'kick' ? 'tom' : 'ann')
      at.discord.faults.order({ status: 502, times: 1, performed: true })
      expect(await at.does({ type, group: at.group, user, reason })).toMatchObject({ ok: true })
    }
    expect([tea.member('tom'), tea.isBanned('ann')]).toEqual([undefined, false])
  })
  it('bans with what they wrote, and those who are gone already', async () => {
    const tea = await open()
    tea.says('tom', 'general', 'spam')
    const ban: Action = { type: 'ban', group: at.group, user: at.user('tom'), reason, deleteMs: day }
    expect(await at.does(ban)).toMatchObject({ ok: true })
    expect(tea.isBanned('tom')).toBe(true)
    expect(tea.messages('general').some(({ content }) => content === 'spam')).toBe(false)
    tea.leave('ann')
    expect(await at.does({ type: 'ban', group: at.group, user: at.user('ann'), reason })).toMatchObject({ ok: true })
    expect(await at.does({ type: 'kick', group: at.group, user: at.user('ann'), reason })).toMatchObject({
      kind: 'gone',
    })
    expect(await at.does({ type: 'unban', group: at.group, user: at.user('ann'), reason })).toMatchObject({ ok: true })
  })
  it('sets a long time-out anew before Discord’s ends, and lets it end', async () => {
    let now = Date.now()
    const tea = await open({ now: () => now, discord: { guilds: [teaHouse], now: () => now } })
    const mute: Action = { type: 'mute', group: at.group, user: at.user('tom'), forMs: 40 * day, reason }
    expect(await at.does(mute)).toMatchObject({ ok: true })
    const until = () => Date.parse(tea.member('tom')?.communication_disabled_until ?? '')
    const begun = now
    const again = async () => {
      await at.adapter.stop()
      await at.adapter.start(at.door)
    }
    expect(until() - begun).toBeLessThanOrEqual(28 * day)
    now = begun + 27.5 * day
    await again()
    await expect.poll(until).toBe(begun + 40 * day)
    now = begun + 39.5 * day
    await again()
    await expect.poll(() => at.db.selectFrom('discord_mutes').selectAll().execute()).toEqual([])
    expect(at.discord.requestsTo('PATCH', '/members/')).toHaveLength(2)
  })
  it('forgets a long time-out that is taken back, by us or by a moderator’s hand', async () => {
    const tea = await open()
    const about = { group: at.group, user: at.user('tom'), reason }
    const rows = () => at.db.selectFrom('discord_mutes').selectAll().execute()
    await at.does({ type: 'mute', ...about, forMs: 40 * day })
    expect(await rows()).toHaveLength(1)
    await at.does({ type: 'unmute', ...about })
    expect(await rows()).toHaveLength(0)
    await at.does({ type: 'mute', ...about, forMs: 40 * day })
    tea.timesOut('mia', 'tom', 0)
    await expect.poll(rows).toHaveLength(0)
  })
  it('gives roles by name or id, and takes them', async () => {
    const tea = await open()
    const role = (name: string, grant = true): Action => ({
      type: 'role',
      group: at.group,
      user: at.user('tom'),
      role: name,
      grant,
      reason,
    })
    await at.does(role('regulars'))
    expect(tea.rolesOf('tom')).toEqual(['Regulars'])
    await at.does(role(tea.roleId('Regulars'), false))
    expect(tea.rolesOf('tom')).toEqual([])
    expect(denied(await at.does(role('Kings')))).toContain('Kings')
    tea.lowerBot(1)
    await expect.poll(() => at.does(role('Captains')).then((outcome) => outcome.ok)).toBe(false)
    expect(denied(await at.does(role('Captains')))).toContain('drag')
  })
  it('names them', async () => {
    const tea = await open()
    const nick = (name: string): Action => ({ type: 'nick', group: at.group, user: at.user('tom'), name, reason })
    await at.does(nick('Tommy'))
    expect(tea.member('tom')?.nick).toBe('Tommy')
    await at.does(nick(''))
    expect(tea.member('tom')?.nick).toBeNull()
  })
})

describe('safety', () => {
  it('asks Discord nothing that it would refuse, and says what to click', async () => {
    const tea = await open({ discord: { guilds: [{ ...teaHouse, bot: { below: ['Captains'] } }] } })
    tea.grants('olive', 'ann', 'Captains')
    await at.told('member.update')
    const mute = (name: string): Action => ({
      type: 'mute',
      group: at.group,
      user: at.user(name),
      forMs: 60_000,
      reason,
    })
    expect(denied(await at.does(mute('olive')))).toContain('owns the server')
    expect(denied(await at.does(mute('ann')))).toContain('Administrator')
    expect(denied(await at.does({ type: 'kick', group: at.group, user: at.user('ann'), reason }))).toMatch(
      /“Captains”.*drag/,
    )
    expect(
      denied(await at.does({ type: 'ban', group: at.group, user: `discord:${at.discord.bot.id}`, reason })),
    ).toContain('itself')
    tea.withdraw('KickMembers')
    await caughtUp()
    expect(denied(await at.does({ type: 'kick', group: at.group, user: at.user('tom'), reason }))).toContain(
      'Kick Members',
    )
    expect([...at.discord.statuses.keys()].filter((status) => status >= 400)).toEqual([])
  })
  it('knows what it may in a channel', async () => {
    const tea = await open()
    const said = tea.says('tom', 'general', 'hm')
    tea.denies('general', ['SendMessages', 'ManageMessages'])
    await caughtUp()
    expect(denied(await at.does(send('hi', { where: said.channel_id })))).toMatch(/#general.*Send Messages/)
    const remove: Action = { type: 'delete', group: at.group, message: `discord:${said.channel_id}/${said.id}`, reason }
    expect(denied(await at.does(remove))).toContain('Manage Messages')
    expect(at.discord.invalidRequests).toBe(0)
  })
})
