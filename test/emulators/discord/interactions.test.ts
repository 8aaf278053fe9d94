/** Commands and everything that answers an interaction. */
import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Events,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { expect, test } from 'vitest'
import { openStage, refusal } from './stage.ts'

const stage = openStage()

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
  await stage.client.application.commands.set(commands)
  stage.client.on(Events.InteractionCreate, (interaction) => void run(interaction))
}

test('a slash command is answered privately, with who was meant', async () => {
  await answering((interaction) => {
    if (!interaction.isChatInputCommand()) return
    const name = interaction.options.getUser('member', true).username
    const text = `${name} for ${interaction.options.getInteger('minutes')}`
    return interaction.reply({ content: text, flags: MessageFlags.Ephemeral })
  })
  const used = stage.inn.slash('mona', 'general', 'mute', { member: 'tom', minutes: 10 })
  expect(await used.answered()).toMatchObject({ content: 'tom for 10', ephemeral: true })
  expect(stage.inn.messages('general')).toEqual([])
  expect(() => stage.inn.slash('tom', 'general', 'mute', { member: 'mona' })).toThrow('does not see')
  expect(stage.inn.commands[0]?.name_localizations).toEqual({ 'zh-CN': '禁言' })
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
  const used = stage.inn.slash('tom', 'general', 'faq')
  expect(await used.answered()).toMatchObject({ content: 'done', ephemeral: false })
  expect(await used.reply(2)).toMatchObject({ ephemeral: true })
  expect(await used.reply(3)).toMatchObject({ content: 'and much more' })
  await stage.discord.until(() => stage.inn.messages('general').length === 0)
  expect(stage.inn.messages('general')).toEqual([])
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
    if (interaction.isUserContextMenuCommand()) return interaction.reply(`cases of ${interaction.targetUser.username}`)
  })
  const choices = await stage.inn.autocompletes('tom', 'general', 'faq', 'title', { title: 'ru' })
  expect(choices).toEqual([{ name: 'Rules', value: 'rules' }])
  const said = stage.inn.says('tom', 'general', 'rude')
  const form = await stage.inn.contextMenu('mona', 'Report', said).answered()
  expect(form.modal?.title).toBe('Report')
  const sent = await stage.inn.submits('mona', 'general', form.modal!, { why: 'it is rude' }).answered()
  expect(sent).toMatchObject({ content: 'it is rude', ephemeral: false })
  const pressed = await stage.inn.presses('mona', sent.message!, 'Undo').answered()
  expect(pressed.content).toBe('undone')
  expect(() => stage.inn.presses('mona', sent.message!, 'Undo')).toThrow('no "Undo"')
  expect(await stage.inn.contextMenu('mona', 'Cases', 'tom').answered()).toMatchObject({ content: 'cases of tom' })
})

test('no answer within three seconds is 10062; a second one is 40060', async () => {
  const codes: unknown[] = []
  await answering(async (interaction) => {
    if (!interaction.isChatInputCommand()) return
    const callback = () =>
      stage.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 4, data: { content: 'x' } },
        auth: false,
      })
    if (interaction.commandName === 'mute') await new Promise((resolve) => setTimeout(resolve, 3100))
    codes.push(await refusal(callback()), await refusal(callback()))
  })
  const late = stage.inn.slash('mona', 'general', 'mute', { member: 'tom' })
  stage.inn.slash('mona', 'general', 'faq')
  await expect(late.answered()).rejects.toThrow('did not respond')
  await stage.discord.until(() => codes.length === 4)
  expect(codes).toEqual(['allowed', 40060, 10062, 10062])
})

test('buttons in private messages', async () => {
  stage.client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isButton()) void interaction.reply('appeal noted')
  })
  const button = new ButtonBuilder().setCustomId('appeal').setLabel('Appeal').setStyle(ButtonStyle.Secondary)
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button)
  await (await stage.member('tom')).send({ content: 'you were muted', components: [row] })
  const pressed = stage.discord.pressesInDm('tom', stage.discord.dms('tom')[0]!, 'Appeal')
  expect(await pressed.answered()).toMatchObject({ content: 'appeal noted' })
})

test('commands keep their ids when set again, and can be a guild’s own', async () => {
  const first = await stage.client.application.commands.set(commands)
  const again = await stage.client.application.commands.set(commands)
  expect([...again.keys()]).toEqual([...first.keys()])
  await stage.guild.commands.set([{ name: 'local', description: 'here only' }])
  expect(stage.inn.commands.map(({ name }) => name)).toEqual(['local', 'mute', 'faq', 'Report', 'Cases'])
  expect((await stage.client.application.commands.fetch({ withLocalizations: true })).size).toBe(4)
  const bad = [{ name: 'Bad Name', description: 'x' }]
  expect(await refusal(stage.client.application.commands.set(bad))).toBe(50035)
  const made = await stage.client.application.commands.create({ name: 'one', description: 'more' })
  await made.edit({ description: 'changed' })
  await made.delete()
})
