/** The emulator under a real discord.js client; all of the traffic is held to Discord's own document at the end. */
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type Client,
  EmbedBuilder,
  Events,
  type Guild,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type GuildTextBasedChannel,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type Discord, DiscordError, openDiscord } from './index.ts'
import { openContract, undescribed } from './openapi.ts'
import type { LoggedRequest } from './rest/log.ts'
import { routes } from './rest/routes/index.ts'

const contract = openContract()
const traffic: LoggedRequest[] = []

let discord: Discord
let client: Client<true>
let guild: Guild
let general: GuildTextBasedChannel

beforeEach(async () => {
  discord = await openDiscord({
    guilds: [
      {
        name: 'Inn',
        owner: 'olga',
        channels: [
          'general',
          'log',
          { name: 'help', type: 'forum', tags: ['solved'] },
          { name: 'hall', type: 'voice' },
        ],
        roles: [
          { name: 'mod', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers', 'ManageMessages'] },
          'guest',
        ],
        members: [{ name: 'mona', roles: ['mod'] }, 'tom', { name: 'shy', dmsClosed: true }],
      },
    ],
  })
  client = await connect(discord)
  guild = client.guilds.cache.first()!
  general = guild.channels.cache.find((channel) => channel.name === 'general') as GuildTextBasedChannel
})

afterEach(async () => {
  traffic.push(...discord.requests)
  await client.destroy()
  await discord.close()
})

afterAll(() => {
  if (!contract) return
  const found = contract.check(traffic)
  expect(found.violations).toEqual([])
  expect(found.uncovered).toEqual(undescribed)
})

/** What a promise was refused with, as Discord's code. */
async function refusal(attempt: Promise<unknown>): Promise<unknown> {
  return attempt.then(
    () => 'allowed',
    (error: { code?: unknown }) => error.code,
  )
}

const inn = () => discord.guild()
const fetchMember = (name: string) => guild.members.fetch(discord.user(name).id)

describe('messages', () => {
  test('sent with embed, buttons, menu and picture; edited, pinned, listed, deleted', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000030806000000', 'hex')
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
      new ButtonBuilder().setCustomId('yes').setLabel('Yes').setStyle(ButtonStyle.Primary),
    )
    const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'A', value: 'a' }),
    )
    const sent = await general.send({
      content: 'hello',
      embeds: [new EmbedBuilder().setTitle('Rules').setDescription('be kind').addFields({ name: 'a', value: 'b' })],
      components: [row, menu],
      files: [new AttachmentBuilder(png, { name: 'week.png', description: 'the week' })],
    })
    const file = sent.attachments.first()!
    expect(file).toMatchObject({ name: 'week.png', width: 2, height: 3, description: 'the week' })
    expect(Buffer.from(await (await fetch(file.url)).arrayBuffer())).toEqual(png)
    await sent.edit({ content: 'hello again', components: [] })
    await sent.pin('worth keeping')
    expect(
      inn()
        .pins('general')
        .map((message) => message.content),
    ).toEqual(['hello again'])
    expect((await general.messages.fetchPins()).items).toHaveLength(1)
    await sent.unpin()
    expect((await general.messages.fetch({ limit: 10 })).size).toBe(2)
    await sent.delete()
    expect(
      inn()
        .messages('general')
        .map(({ type }) => type),
    ).toEqual([6])
  })

  test('an enforced nonce makes a second sending the first', async () => {
    const once = { content: 'only once', nonce: '42', enforceNonce: true }
    const [first, second] = [await general.send(once), await general.send(once)]
    expect(second.id).toBe(first.id)
    expect(inn().messages('general')).toHaveLength(1)
  })

  test('what is too long, empty or malformed is refused with 50035 or 50006', async () => {
    expect(await refusal(general.send('x'.repeat(2001)))).toBe(50035)
    expect(await refusal(general.send({ content: '' }))).toBe(50006)
    expect(await refusal(general.send({ embeds: [{ description: 'x'.repeat(4097) }] }))).toBe(50035)
    const embeds = [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }]
    expect(await refusal(general.send({ embeds }))).toBe(50035)
    expect(await refusal(general.send({ content: 'x', reply: { messageReference: '1' } }))).toBe(50035)
  })

  test('only those ping whom allowedMentions names', async () => {
    const silent = await general.send({
      content: `@everyone <@${discord.user('tom').id}>`,
      allowedMentions: { parse: [] },
    })
    expect([silent.mentions.everyone, silent.mentions.users.size]).toEqual([false, 0])
    const loud = await general.send({ content: '@everyone' })
    expect(loud.mentions.everyone).toBe(true)
    expect(inn().says('tom', 'general', '@everyone').mention_everyone).toBe(false)
  })

  test('bulk deletion takes 2 to 100, none older than 14 days', async () => {
    const said = ['a', 'b', 'c'].map((text) => inn().says('tom', 'general', text).id)
    await general.bulkDelete(said)
    expect(inn().messages('general')).toEqual([])
    const old = String((BigInt(Date.now() - 15 * 86_400_000 - 1_420_070_400_000) << 22n) | 1n)
    expect(await refusal(general.bulkDelete([said[0]!, old]))).toBe(50034)
    const raw = (messages: string[]) =>
      client.rest.post(`/channels/${general.id}/messages/bulk-delete`, { body: { messages } })
    expect(await refusal(raw([said[0]!]))).toBe(50016)
  })

  test('reactions are counted and told', async () => {
    const said = inn().says('tom', 'general', 'vote')
    const added = new Promise<string | null>((resolve) =>
      client.once(Events.MessageReactionAdd, (reaction) => resolve(reaction.emoji.name)),
    )
    inn().reacts('mona', said, '👍')
    expect(await added).toBe('👍')
    const message = await general.messages.fetch({ message: said.id, force: true })
    await message.react('👍')
    expect(inn().messages('general')[0]?.reactions?.[0]).toMatchObject({ count: 2, me: true })
    expect((await message.reactions.resolve('👍')!.users.fetch()).size).toBe(2)
    inn().unreacts('mona', said, '👍')
    await message.reactions.removeAll()
    expect(inn().messages('general')[0]?.reactions).toEqual([])
  })

  test('private messages reach those who let them', async () => {
    const tom = await fetchMember('tom')
    await tom.send('psst')
    expect(discord.dms('tom').map(({ content }) => content)).toEqual(['psst'])
    expect(await refusal((await fetchMember('shy')).send('psst'))).toBe(50007)
    const heard = new Promise<string>((resolve) => client.once(Events.MessageCreate, ({ content }) => resolve(content)))
    discord.writes('tom', 'yes?')
    expect(await heard).toBe('yes?')
  })
})

describe('moderation', () => {
  test('time-out silences, for 28 days at most; staff and owner stand above it', async () => {
    const tom = await fetchMember('tom')
    await tom.timeout(60_000, 'case #1')
    expect(inn().mayWrite('tom', 'general')).toBe(false)
    expect(() => inn().says('tom', 'general', 'but')).toThrow(DiscordError)
    expect(inn().auditLog.at(-1)).toMatchObject({ action_type: 24, reason: 'case #1', target_id: tom.id })
    expect(await refusal(tom.timeout(29 * 86_400_000))).toBe(50035)
    await tom.timeout(null)
    expect(inn().says('tom', 'general', 'thanks').content).toBe('thanks')
    expect(await refusal((await fetchMember('olga')).timeout(60_000))).toBe(50013)
    inn().lowerBot(1)
    expect(await refusal((await fetchMember('mona')).timeout(60_000))).toBe(50013)
  })

  test('kick, ban with message days, unban; a moderator’s own click is in the audit log', async () => {
    inn().says('tom', 'general', 'spam')
    const left: string[] = []
    client.on(Events.GuildMemberRemove, (member) => left.push(member.user.username))
    await guild.members.ban(discord.user('tom').id, { deleteMessageSeconds: 3600, reason: '案件 7' })
    expect(inn().messages('general')).toEqual([])
    expect(inn().isBanned('tom')).toBe(true)
    expect((await guild.bans.fetch(discord.user('tom').id)).reason).toBe('案件 7')
    expect(() => inn().join('tom')).toThrow('banned')
    await guild.members.unban(discord.user('tom').id)
    expect(await refusal(guild.members.unban(discord.user('tom').id))).toBe(10026)
    inn().join('tom')
    const entry = new Promise((resolve) =>
      client.once(Events.GuildAuditLogEntryCreate, ({ action, executorId }) => resolve([action, executorId])),
    )
    inn().kicks('mona', 'tom', 'enough')
    expect(await entry).toEqual([20, discord.user('mona').id])
    await discord.until(() => left.length === 2)
    expect(left).toEqual(['tom', 'tom'])
    expect((await guild.fetchAuditLogs({ limit: 5 })).entries.first()?.reason).toBe('enough')
    expect(() => inn().bans('shy', 'mona')).toThrow('Missing Permissions')
    expect(await refusal(fetchMember('tom'))).toBe(10007)
  })

  test('several are banned at once; those above the bot fail', async () => {
    const ids = ['tom', 'olga', 'shy'].map((name) => discord.user(name).id)
    const result = await guild.members.bulkBan(ids, { reason: 'raid' })
    expect(result.bannedUsers).toEqual([ids[0], ids[2]])
    expect(result.failedUsers).toEqual([ids[1]])
    expect((await guild.bans.fetch()).size).toBe(2)
  })

  test('roles are given below one’s own only; nicknames and new roles', async () => {
    const tom = await fetchMember('tom')
    const named = (name: string) => guild.roles.cache.find((role) => role.name === name)!
    await tom.roles.add(named('guest'), 'perk')
    expect(inn().rolesOf('tom')).toEqual(['guest'])
    expect(await refusal(tom.roles.add(named('Innkeeper')))).toBe(50013)
    await tom.roles.remove(named('guest'))
    await tom.setNickname('Tommy')
    expect(inn().member('tom')?.nick).toBe('Tommy')
    const regular = await guild.roles.create({ name: 'regular', mentionable: true })
    await regular.setName('old regular')
    await regular.delete()
    expect(await refusal(guild.roles.create({ permissions: ['Administrator'] }))).toBe(50013)
    inn().withdraw('ManageRoles')
    expect(await refusal(tom.roles.add(named('guest')))).toBe(50013)
  })

  test('slow mode, lock, and a channel that the bot may not see', async () => {
    if (!('setRateLimitPerUser' in general) || !('permissionOverwrites' in general)) throw new Error('a text channel')
    await general.setRateLimitPerUser(30)
    inn().says('tom', 'general', 'one')
    expect(() => inn().says('tom', 'general', 'two')).toThrow('slowmode')
    await general.permissionOverwrites.edit(guild.id, { SendMessages: false })
    expect(inn().mayWrite('shy', 'general')).toBe(false)
    await general.permissionOverwrites.delete(guild.id)
    expect(inn().mayWrite('shy', 'general')).toBe(true)
    inn().denies('general', ['ViewChannel'])
    expect(await refusal(general.send('anyone?'))).toBe(50001)
  })

  test('AutoMod: six keyword rules, thousand words; it blocks, alerts and tells', async () => {
    const rule = (i: number, words: string[]) =>
      guild.autoModerationRules.create({
        name: `words ${i}`,
        eventType: AutoModerationRuleEventType.MessageSend,
        triggerType: AutoModerationRuleTriggerType.Keyword,
        triggerMetadata: { keywordFilter: words },
        actions: [
          { type: AutoModerationActionType.BlockMessage },
          { type: AutoModerationActionType.SendAlertMessage, metadata: { channel: inn().channelId('log') } },
        ],
        enabled: true,
      })
    const first = await rule(1, ['casino*', '加微信'])
    const executed = new Promise((resolve) =>
      client.once(Events.AutoModerationActionExecution, ({ matchedKeyword, userId }) =>
        resolve([matchedKeyword, userId]),
      ),
    )
    expect(() => inn().says('tom', 'general', 'CASINOs are open')).toThrow('blocked')
    expect(await executed).toEqual(['casino*', discord.user('tom').id])
    expect(inn().messages('log')[0]?.type).toBe(24)
    expect(inn().says('olga', 'general', 'casino').content).toBe('casino')
    await first.setEnabled(false)
    expect(inn().says('tom', 'general', 'casino').content).toBe('casino')
    expect(await refusal(rule(2, Array(1001).fill('x')))).toBe(50035)
    for (let i = 2; i <= 6; i++) await rule(i, [`word${i}`])
    expect(await refusal(rule(7, ['x']))).toBe(50035)
    await first.delete()
    expect((await guild.autoModerationRules.fetch()).size).toBe(5)
    const limit = { name: 'mentions', eventType: 1, triggerType: 5, triggerMetadata: { mentionTotalLimit: 3 } }
    await guild.autoModerationRules.create({ ...limit, actions: [{ type: 1 }], enabled: true })
    expect(() => inn().says('tom', 'general', '<@1> <@2> <@3> <@4>')).toThrow('blocked')
  })
})

describe('the guild', () => {
  test('invites are counted before the join is told, and paused on demand', async () => {
    const code = inn().invites('mona', 'general', { maxUses: 2 })
    inn().join('ann', { invite: code })
    expect((await guild.invites.fetch()).get(code)?.uses).toBe(1)
    await guild.setIncidentActions({ invitesDisabledUntil: new Date(Date.now() + 3_600_000) })
    expect(inn().invitesPausedUntil).not.toBeNull()
    expect(() => inn().join('bob', { invite: code })).toThrow('Unknown Invite')
    await guild.setIncidentActions({ invitesDisabledUntil: null })
    inn().join('bob', { invite: code })
    expect((await guild.invites.fetch()).has(code)).toBe(false)
    const made = await guild.invites.create(general.id, { maxAge: 60 })
    await made.delete()
    await guild.disableInvites()
    expect(inn().features).toContain('INVITES_DISABLED')
  })

  test('scheduled events are made, changed and taken away', async () => {
    const event = await guild.scheduledEvents.create({
      name: 'Reading night',
      scheduledStartTime: Date.now() + 3_600_000,
      scheduledEndTime: Date.now() + 7_200_000,
      privacyLevel: GuildScheduledEventPrivacyLevel.GuildOnly,
      entityType: GuildScheduledEventEntityType.External,
      entityMetadata: { location: 'the inn' },
    })
    await event.setName('Poetry night')
    expect(inn().scheduledEvents.map(({ name }) => name)).toEqual(['Poetry night'])
    await event.delete()
    expect(inn().scheduledEvents).toEqual([])
  })

  test('threads and forum posts, archived and locked', async () => {
    const asked = inn().opensThread('tom', 'help', 'How do I…', 'please?')
    const thread = (await client.channels.fetch(asked.id)) as GuildTextBasedChannel
    await thread.send('like this')
    if (!thread.isThread()) throw new Error('a thread')
    await thread.setLocked(true)
    await thread.setArchived(true)
    expect(await refusal(thread.setName('x'))).toBe(50083)
    const message = await general.send('let us talk')
    const talk = await message.startThread({ name: 'talk' })
    await talk.members.add(discord.user('tom').id)
    expect((await talk.members.fetch()).size).toBe(2)
    expect((await guild.channels.fetchActiveThreads()).threads.size).toBe(1)
    await talk.delete()
    const made = await guild.channels.create({ name: 'new', type: ChannelType.GuildText, topic: 't' })
    await made.delete()
    expect(await refusal(made.send('gone'))).toBe(10003)
  })

  test('the bot reads about itself', async () => {
    const application = await client.application.fetch()
    expect(application.flags.toArray()).toContain('GatewayMessageContentLimited')
    expect((await guild.fetch()).approximateMemberCount).toBe(5)
    expect((await guild.members.search({ query: 'to' })).size).toBe(1)
    expect((await guild.members.list({ limit: 3 })).size).toBe(3)
    expect((await client.guilds.fetch()).size).toBe(1)
    expect((await client.users.fetch(discord.user('olga').id, { force: true })).username).toBe('olga')
    expect(await refusal(client.users.fetch('1'))).toBe(10013)
    expect((await guild.channels.fetch()).size).toBe(4)
    await guild.leave()
    await discord.until(() => client.guilds.cache.size === 0)
    expect(client.guilds.cache.size).toBe(0)
  })
})

describe('interactions', () => {
  const commands = [
    {
      name: 'mute',
      nameLocalizations: { 'zh-CN': '禁言' },
      description: 'Silence a member',
      defaultMemberPermissions: '1099511627776',
      options: [
        { name: 'member', description: 'who', type: ApplicationCommandOptionType.User, required: true } as const,
        { name: 'minutes', description: 'how long', type: ApplicationCommandOptionType.Integer } as const,
      ],
    },
    {
      name: 'faq',
      description: 'Ask',
      options: [
        { name: 'title', description: 'which', type: ApplicationCommandOptionType.String, autocomplete: true } as const,
      ],
    },
    { name: 'Report', type: ApplicationCommandType.Message as const },
    { name: 'Cases', type: ApplicationCommandType.User as const },
  ]

  async function answering(run: (interaction: Interaction) => unknown): Promise<void> {
    await client.application.commands.set(commands)
    client.on(Events.InteractionCreate, (interaction) => void run(interaction))
  }

  test('a slash command is answered privately, with who was meant', async () => {
    await answering((interaction) => {
      if (!interaction.isChatInputCommand()) return
      const name = interaction.options.getUser('member', true).username
      const text = `${name} for ${interaction.options.getInteger('minutes')}`
      return interaction.reply({ content: text, flags: MessageFlags.Ephemeral })
    })
    const used = inn().slash('mona', 'general', 'mute', { member: 'tom', minutes: 10 })
    expect(await used.answered()).toMatchObject({ content: 'tom for 10', ephemeral: true })
    expect(inn().messages('general')).toEqual([])
    expect(() => inn().slash('tom', 'general', 'mute', { member: 'mona' })).toThrow('does not see')
    expect(inn().commands[0]?.name_localizations).toEqual({ 'zh-CN': '禁言' })
  })

  test('deferred, answered, followed up, changed and deleted', async () => {
    await answering(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      await interaction.deferReply()
      await interaction.editReply('done')
      const more = await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral })
      await interaction.webhook.editMessage(more, 'and much more')
      await interaction.deleteReply()
    })
    const used = inn().slash('tom', 'general', 'faq')
    expect(await used.answered()).toMatchObject({ content: 'done', ephemeral: false })
    expect(await used.reply(2)).toMatchObject({ ephemeral: true })
    expect(await used.reply(3)).toMatchObject({ content: 'and much more' })
    await discord.until(() => inn().messages('general').length === 0)
    expect(inn().messages('general')).toEqual([])
  })

  test('autocompletion, context menus, buttons, menus and forms', async () => {
    await answering((interaction) => {
      if (interaction.isAutocomplete()) return interaction.respond([{ name: 'Rules', value: 'rules' }])
      if (interaction.isMessageContextMenuCommand()) {
        const input = new TextInputBuilder().setCustomId('why').setLabel('Why?').setStyle(TextInputStyle.Paragraph)
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input)
        return interaction.showModal(new ModalBuilder().setCustomId('report').setTitle('Report').addComponents(row))
      }
      if (interaction.isModalSubmit()) {
        const button = new ButtonBuilder().setCustomId('undo').setLabel('Undo').setStyle(ButtonStyle.Danger)
        const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button)
        return interaction.reply({ content: interaction.fields.getTextInputValue('why'), components: [row] })
      }
      if (interaction.isButton()) return interaction.update({ content: 'undone', components: [] })
      if (interaction.isUserContextMenuCommand())
        return interaction.reply(`cases of ${interaction.targetUser.username}`)
    })
    const choices = await inn().autocompletes('tom', 'general', 'faq', 'title', { title: 'ru' })
    expect(choices).toEqual([{ name: 'Rules', value: 'rules' }])
    const said = inn().says('tom', 'general', 'rude')
    const form = await inn().contextMenu('mona', 'Report', said).answered()
    expect(form.modal?.title).toBe('Report')
    const sent = await inn().submits('mona', 'general', form.modal!, { why: 'it is rude' }).answered()
    expect(sent).toMatchObject({ content: 'it is rude', ephemeral: false })
    const pressed = await inn().presses('mona', sent.message!, 'Undo').answered()
    expect(pressed.content).toBe('undone')
    expect(() => inn().presses('mona', sent.message!, 'Undo')).toThrow('no "Undo"')
    expect(await inn().contextMenu('mona', 'Cases', 'tom').answered()).toMatchObject({ content: 'cases of tom' })
  })

  test('no answer within three seconds is 10062; a second one is 40060', async () => {
    const codes: unknown[] = []
    await answering(async (interaction) => {
      if (!interaction.isChatInputCommand()) return
      const callback = () =>
        client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 4, data: { content: 'x' } },
          auth: false,
        })
      if (interaction.commandName === 'mute') await new Promise((resolve) => setTimeout(resolve, 3100))
      codes.push(await refusal(callback()), await refusal(callback()))
    })
    const late = inn().slash('mona', 'general', 'mute', { member: 'tom' })
    inn().slash('mona', 'general', 'faq')
    await expect(late.answered()).rejects.toThrow('did not respond')
    await discord.until(() => codes.length === 4)
    expect(codes).toEqual(['allowed', 40060, 10062, 10062])
  })

  test('buttons in private messages', async () => {
    client.on(Events.InteractionCreate, (interaction) => {
      if (interaction.isButton()) void interaction.reply('appeal noted')
    })
    const button = new ButtonBuilder().setCustomId('appeal').setLabel('Appeal').setStyle(ButtonStyle.Secondary)
    const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button)
    await (await fetchMember('tom')).send({ content: 'you were muted', components: [row] })
    const pressed = discord.pressesInDm('tom', discord.dms('tom')[0]!, 'Appeal')
    expect(await pressed.answered()).toMatchObject({ content: 'appeal noted' })
  })

  test('commands keep their ids when set again, and can be a guild’s own', async () => {
    const first = await client.application.commands.set(commands)
    const again = await client.application.commands.set(commands)
    expect([...again.keys()]).toEqual([...first.keys()])
    await guild.commands.set([{ name: 'local', description: 'here only' }])
    expect(inn().commands.map(({ name }) => name)).toEqual(['local', 'mute', 'faq', 'Report', 'Cases'])
    expect((await client.application.commands.fetch({ withLocalizations: true })).size).toBe(4)
    const bad = [{ name: 'Bad Name', description: 'x' }]
    expect(await refusal(client.application.commands.set(bad))).toBe(50035)
    const made = await client.application.commands.create({ name: 'one', description: 'more' })
    await made.edit({ description: 'changed' })
    await made.delete()
  })
})

describe('the document', () => {
  test.skipIf(!contract)('knows every route of the emulator', () => {
    expect(routes.filter(({ method, path }) => !contract?.knows(method, path)).map(({ path }) => path)).toEqual([])
  })

  test.skipIf(!contract)('finds what is wrong and lists what it cannot judge', async () => {
    await general.send('x')
    const good = discord.requestsTo('POST', '/messages')[0]!
    const bad = { ...good, body: { content: 5, colour: 'red' }, query: { force: '1' }, answer: { id: 'one' } }
    const found = contract!.check([bad, { ...good, route: '/nowhere' }])
    expect(found.violations).toHaveLength(2)
    const post = 'POST /channels/{channel_id}/messages'
    expect(found.uncovered).toEqual([`${post} body.colour`, `${post} query force`, 'POST /nowhere'])
  })
})
