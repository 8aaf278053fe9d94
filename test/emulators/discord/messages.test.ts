/** Messages, pins, reactions and private conversations, through a real discord.js client. */
import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  EmbedBuilder,
  Events,
  StringSelectMenuBuilder,
} from 'discord.js'
import { expect, test } from 'vitest'
import { openStage, refusal } from './stage.ts'

const stage = openStage()

test('sent with embed, buttons, menu and picture; edited, pinned, listed, deleted', async () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000002000000030806000000', 'hex')
  const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder().setCustomId('yes').setLabel('Yes').setStyle(ButtonStyle.Primary),
  )
  const menu = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'A', value: 'a' }),
  )
  const sent = await stage.general.send({
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
  expect(stage.inn.pins('general').map((message) => message.content)).toEqual(['hello again'])
  expect((await stage.general.messages.fetchPins()).items).toHaveLength(1)
  await sent.unpin()
  expect((await stage.general.messages.fetch({ limit: 10 })).size).toBe(2)
  await sent.delete()
  expect(stage.inn.messages('general').map(({ type }) => type)).toEqual([6])
})

test('an enforced nonce makes a second sending the first', async () => {
  const once = { content: 'only once', nonce: '42', enforceNonce: true }
  const [first, second] = [await stage.general.send(once), await stage.general.send(once)]
  expect(second.id).toBe(first.id)
  expect(stage.inn.messages('general')).toHaveLength(1)
})

test('what is too long, empty or malformed is refused with 50035 or 50006', async () => {
  expect(await refusal(stage.general.send('x'.repeat(2001)))).toBe(50035)
  expect(await refusal(stage.general.send({ content: '' }))).toBe(50006)
  expect(await refusal(stage.general.send({ embeds: [{ description: 'x'.repeat(4097) }] }))).toBe(50035)
  const embeds = [{ description: 'x'.repeat(3001) }, { description: 'x'.repeat(3000) }]
  expect(await refusal(stage.general.send({ embeds }))).toBe(50035)
  expect(await refusal(stage.general.send({ content: 'x', reply: { messageReference: '1' } }))).toBe(50035)
})

test('only those ping whom allowedMentions names', async () => {
  const silent = await stage.general.send({
    content: `@everyone <@${stage.discord.user('tom').id}>`,
    allowedMentions: { parse: [] },
  })
  expect([silent.mentions.everyone, silent.mentions.users.size]).toEqual([false, 0])
  const loud = await stage.general.send({ content: '@everyone' })
  expect(loud.mentions.everyone).toBe(true)
  expect(stage.inn.says('tom', 'general', '@everyone').mention_everyone).toBe(false)
})

test('bulk deletion takes 2 to 100, none older than 14 days', async () => {
  const said = ['a', 'b', 'c'].map((text) => stage.inn.says('tom', 'general', text).id)
  await stage.general.bulkDelete(said)
  expect(stage.inn.messages('general')).toEqual([])
  const old = String((BigInt(Date.now() - 15 * 86_400_000 - 1_420_070_400_000) << 22n) | 1n)
  expect(await refusal(stage.general.bulkDelete([said[0]!, old]))).toBe(50034)
  const raw = (messages: string[]) =>
    stage.client.rest.post(`/channels/${stage.general.id}/messages/bulk-delete`, { body: { messages } })
  expect(await refusal(raw([said[0]!]))).toBe(50016)
})

test('reactions are counted and told', async () => {
  const said = stage.inn.says('tom', 'general', 'vote')
  const added = new Promise<string | null>((resolve) =>
    stage.client.once(Events.MessageReactionAdd, (reaction) => resolve(reaction.emoji.name)),
  )
  stage.inn.reacts('mona', said, '👍')
  expect(await added).toBe('👍')
  const message = await stage.general.messages.fetch({ message: said.id, force: true })
  await message.react('👍')
  expect(stage.inn.messages('general')[0]?.reactions?.[0]).toMatchObject({ count: 2, me: true })
  expect((await message.reactions.resolve('👍')!.users.fetch()).size).toBe(2)
  stage.inn.unreacts('mona', said, '👍')
  await message.reactions.removeAll()
  expect(stage.inn.messages('general')[0]?.reactions).toEqual([])
})

test('private messages reach those who let them', async () => {
  const tom = await stage.member('tom')
  await tom.send('psst')
  expect(stage.discord.dms('tom').map(({ content }) => content)).toEqual(['psst'])
  expect(await refusal((await stage.member('shy')).send('psst'))).toBe(50007)
  const heard = new Promise<string>((resolve) =>
    stage.client.once(Events.MessageCreate, ({ content }) => resolve(content)),
  )
  stage.discord.writes('tom', 'yes?')
  expect(await heard).toBe('yes?')
})
