/** Invites, scheduled events, threads and what the bot reads about itself. */
import {
  ChannelType,
  Events,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type GuildTextBasedChannel,
} from 'discord.js'
import { expect, test } from 'vitest'
import { openStage, refusal } from './stage.ts'

const stage = openStage()

test('invites are counted before the join is told, and paused on demand', async () => {
  const code = stage.inn.invites('mona', 'general', { maxUses: 2 })
  stage.inn.join('ann', { invite: code })
  expect((await stage.guild.invites.fetch()).get(code)?.uses).toBe(1)
  await stage.guild.setIncidentActions({ invitesDisabledUntil: new Date(Date.now() + 3_600_000) })
  expect(stage.inn.invitesPausedUntil).not.toBeNull()
  expect(() => stage.inn.join('bob', { invite: code })).toThrow('Unknown Invite')
  await stage.guild.setIncidentActions({ invitesDisabledUntil: null })
  stage.inn.join('bob', { invite: code })
  expect((await stage.guild.invites.fetch()).has(code)).toBe(false)
  const made = await stage.guild.invites.create(stage.general.id, { maxAge: 60 })
  await made.delete()
  await stage.guild.disableInvites()
  expect(stage.inn.features).toContain('INVITES_DISABLED')
})

test('scheduled events are made, changed and taken away', async () => {
  const event = await stage.guild.scheduledEvents.create({
    name: 'Reading night',
    scheduledStartTime: Date.now() + 3_600_000,
    scheduledEndTime: Date.now() + 7_200_000,
    privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
    entityType: GuildScheduledEventEntityType.External,
    entityMetadata: { location: 'the inn' },
  })
  await event.setName('Poetry night')
  expect(stage.inn.scheduledEvents.map(({ name }) => name)).toEqual(['Poetry night'])
  stage.inn.signsUp('tom', 'Poetry night')
  expect((await event.fetchSubscribers()).map(({ user }) => user.username)).toEqual(['tom'])
  await event.delete()
  expect(stage.inn.scheduledEvents).toEqual([])
})

test('threads and forum posts, archived and locked', async () => {
  const asked = stage.inn.opensThread('tom', 'help', 'How do I…', 'please?')
  const thread = (await stage.client.channels.fetch(asked.id)) as GuildTextBasedChannel
  await thread.send('like this')
  if (!thread.isThread()) throw new Error('a thread')
  await thread.setLocked(true)
  await thread.setArchived(true)
  expect(await refusal(thread.setName('x'))).toBe(50083)
  const message = await stage.general.send('let us talk')
  const talk = await message.startThread({ name: 'talk' })
  await talk.members.add(stage.discord.user('tom').id)
  expect((await talk.members.fetch()).size).toBe(2)
  expect((await stage.guild.channels.fetchActiveThreads()).threads.size).toBe(1)
  await talk.delete()
  const made = await stage.guild.channels.create({ name: 'new', type: ChannelType.GuildText, topic: 't' })
  await made.delete()
  expect(await refusal(made.send('gone'))).toBe(10003)
})

test('the bot reads about itself', async () => {
  const application = await stage.client.application.fetch()
  expect(application.flags.toArray()).toContain('GatewayMessageContentLimited')
  expect((await stage.guild.fetch()).approximateMemberCount).toBe(5)
  expect((await stage.guild.members.search({ query: 'to' })).size).toBe(1)
  expect((await stage.guild.members.list({ limit: 3 })).size).toBe(3)
  expect((await stage.client.guilds.fetch()).size).toBe(1)
  expect((await stage.client.users.fetch(stage.discord.user('olga').id, { force: true })).username).toBe('olga')
  expect(await refusal(stage.client.users.fetch('1'))).toBe(10013)
  expect((await stage.guild.channels.fetch()).size).toBe(4)
  await stage.guild.leave()
  await stage.discord.until(() => stage.client.guilds.cache.size === 0)
  expect(stage.client.guilds.cache.size).toBe(0)
})

test('a newcomer agrees to the rules screen; people edit, delete, rename, grant and time out', async () => {
  const agreed = new Promise((resolve) =>
    stage.client.on(Events.GuildMemberUpdate, (before, after) => before.pending && !after.pending && resolve(after.id)),
  )
  const { id } = stage.inn.join('newt', { pending: true, createdAt: Date.now() - 60_000 })
  await stage.member('newt')
  stage.inn.agrees('newt')
  expect(await agreed).toBe(id)
  const said = stage.inn.says('newt', 'general', 'helo')
  expect(stage.inn.edits('newt', said, 'hello').content).toBe('hello')
  stage.inn.deletes('mona', said)
  stage.inn.grants('olga', 'newt', 'guest')
  stage.inn.renames('olga', 'newt', 'Newt the New')
  stage.inn.timesOut('mona', 'newt', 60_000, 'calm down')
  expect(stage.inn.member('newt')).toMatchObject({ nick: 'Newt the New' })
  expect(() => stage.inn.says('newt', 'general', 'but')).toThrow('Missing Permissions')
  stage.inn.bans('mona', 'shy', 'ads')
  stage.inn.unbans('mona', 'shy')
  stage.inn.leave('newt')
  expect(stage.inn.memberCount).toBe(4)
  expect(stage.inn.auditLog.at(-1)).toMatchObject({ action_type: 23, user_id: stage.discord.user('mona').id })
})

test('permissions are set, channels are added, and the bot is kicked like anyone', async () => {
  stage.inn.addsChannel({ name: 'news', type: 'announcement' })
  await stage.discord.until(() => stage.guild.channels.cache.some(({ name }) => name === 'news'))
  stage.inn.setPermissions('guest', ['ManageMessages'])
  await stage.discord.until(() =>
    stage.guild.roles.cache.some(({ name, permissions }) => name === 'guest' && permissions.has('ManageMessages')),
  )
  const gone = new Promise((resolve) => stage.client.once(Events.GuildDelete, ({ name }) => resolve(name)))
  stage.inn.kicks('olga', 'Innkeeper')
  expect(await gone).toBe('Inn')
  expect(stage.inn.says('tom', 'general', 'is it gone?').content).toBe('is it gone?')
})
