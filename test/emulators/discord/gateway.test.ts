import { type Client, Events, GatewayIntentBits } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import { connect, newClient } from './client.ts'
import { type Discord, type DiscordOptions, openDiscord } from './index.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function open(options: DiscordOptions = {}): Promise<Discord> {
  const guilds = [{ name: 'Inn', owner: 'olga', members: ['tom'] }]
  const discord = await openDiscord({ guilds, ...options })
  closers.push(() => discord.close())
  return discord
}

async function joined(discord: Discord, options: Parameters<typeof connect>[1] = {}): Promise<Client<true>> {
  const client = await connect(discord, options)
  closers.push(() => client.destroy())
  return client
}

function heard(client: Client): string[] {
  const texts: string[] = []
  client.on(Events.MessageCreate, (message) => texts.push(message.content))
  return texts
}

test('discord.js connects, sees its guild, hears a message and answers it', async () => {
  const discord = await open()
  const client = await joined(discord)
  expect(client.user.username).toBe('Innkeeper')
  expect(client.guilds.cache.map((guild) => guild.name)).toEqual(['Inn'])
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) void message.reply(`hello ${message.author.username}`)
  })
  const said = discord.guild().says('tom', 'general', 'good morning')
  const answer = await discord.guild().heard('general', 'hello tom')
  expect(answer.message_reference?.message_id).toBe(said.id)
})

test('a wrong token is closed with 4004, a privileged intent not allowed with 4014', async () => {
  const discord = await open({ privileged: { members: false } })
  const client = newClient(discord)
  closers.push(() => client.destroy())
  const closed = new Promise((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)))
  client.on(Events.ShardError, () => undefined)
  client.login(discord.token).catch(() => undefined)
  expect(await closed).toBe(4014)
  await expect(newClient(discord).login('wrong')).rejects.toThrow('invalid token')
})

test('without the content intent text is blank, except where the bot is mentioned', async () => {
  const discord = await open()
  const { Guilds, GuildMessages } = GatewayIntentBits
  const client = await joined(discord, { intents: [Guilds, GuildMessages] })
  const texts = heard(client)
  discord.guild().says('tom', 'general', 'secret')
  discord.guild().says('tom', 'general', `hey <@${discord.bot.id}>`)
  discord.guild().join('ann')
  await discord.until(() => texts.length === 2)
  expect(texts).toEqual(['', `hey <@${discord.bot.id}>`])
  expect(discord.gateway.told.get('GUILD_MEMBER_ADD')).toBeUndefined()
})

test('a dropped connection resumes and hears what it missed', async () => {
  const discord = await open()
  const client = await joined(discord)
  const texts = heard(client)
  discord.gateway.drop()
  for (const text of ['one', 'two', 'three']) discord.guild().says('tom', 'general', text)
  await discord.until(() => texts.length === 3)
  expect(texts).toEqual(['one', 'two', 'three'])
  expect(discord.gateway).toMatchObject({ identifies: 1, resumes: 1 })
})

test('a refused resume identifies anew, and what was missed is lost', async () => {
  const discord = await open()
  const client = await joined(discord)
  const texts = heard(client)
  discord.gateway.refuseResumes()
  discord.gateway.drop()
  discord.guild().says('tom', 'general', 'lost')
  await discord.until(() => discord.gateway.identifies === 2)
  discord.guild().says('tom', 'general', 'heard')
  await discord.until(() => texts.length > 0)
  expect(texts).toEqual(['heard'])
})

test('op 7 and a resumable op 9 resume; a zombie connection is given up', async () => {
  const discord = await open({ heartbeatMs: 200 })
  await joined(discord)
  discord.gateway.askToReconnect()
  await discord.until(() => discord.gateway.resumes === 1)
  discord.gateway.invalidate(true)
  await discord.until(() => discord.gateway.resumes === 2)
  discord.gateway.playDead()
  expect(await discord.until(() => discord.gateway.resumes >= 3)).toBe(true)
  expect(discord.gateway.identifies).toBe(1)
})

test('an outage of the whole service ends on the same port', async () => {
  const discord = await open()
  const client = await joined(discord)
  const texts = heard(client)
  const { url } = discord
  await discord.outage(300)
  expect(discord.url).toBe(url)
  await discord.until(() => discord.gateway.shards.length === 1)
  discord.guild().says('tom', 'general', 'still there?')
  expect(await discord.until(() => texts.includes('still there?'))).toBe(true)
})

test('events can come twice and in reverse', async () => {
  const discord = await open()
  const client = await joined(discord)
  const texts: string[] = []
  client.on(Events.Raw, ({ t, d }) => t === 'MESSAGE_CREATE' && texts.push(d.content))
  const inn = discord.guild()
  discord.gateway.repeatNext(1)
  inn.says('tom', 'general', 'twice')
  discord.gateway.reverseNext(2)
  inn.says('tom', 'general', 'first')
  inn.says('tom', 'general', 'second')
  await discord.until(() => texts.length === 4)
  expect(texts).toEqual(['twice', 'twice', 'second', 'first'])
})

test('guilds are shared out over shards', async () => {
  const guilds = Array.from({ length: 40 }, (_, i) => ({ name: `g${i}` }))
  const discord = await open({ guilds })
  const client = await joined(discord, { shards: [0, 1], shardCount: 2 })
  expect(client.guilds.cache.size).toBe(40)
  const shards = new Set(client.guilds.cache.map((guild) => guild.shardId))
  expect([...shards].sort()).toEqual([0, 1])
})

test('members come in chunks, by name and all of them', async () => {
  const members = Array.from({ length: 1500 }, (_, i) => `member${i}`)
  const discord = await open({ guilds: [{ name: 'Big', members }] })
  const client = await joined(discord)
  const guild = client.guilds.cache.first()!
  expect(guild.members.cache.size).toBe(1)
  expect((await guild.members.fetch({ query: 'member149', limit: 20 })).size).toBe(11)
  expect((await guild.members.fetch()).size).toBe(1502)
  expect(discord.gateway.told.get('GUILD_MEMBERS_CHUNK')).toBeUndefined()
})

test('the bot does not hear channels that it cannot see', async () => {
  const channels = ['general', { name: 'staff', deny: { everyone: ['ViewChannel' as const] } }]
  const discord = await open({ guilds: [{ name: 'Inn', owner: 'olga', channels, members: ['tom'] }] })
  const texts = heard(await joined(discord))
  discord.guild().says('olga', 'staff', 'hidden')
  discord.guild().says('olga', 'general', 'open')
  await discord.until(() => texts.length > 0)
  expect(texts).toEqual(['open'])
})

test('guilds come, go dark, come back and throw the bot out', async () => {
  const discord = await open()
  const client = await joined(discord)
  const seen: string[] = []
  client.on(Events.GuildCreate, (guild) => seen.push(`create ${guild.name}`))
  client.on(Events.GuildUnavailable, (guild) => seen.push(`dark ${guild.name}`))
  client.on(Events.GuildAvailable, (guild) => seen.push(`back ${guild.name}`))
  client.on(Events.GuildDelete, (guild) => seen.push(`delete ${guild.name}`))
  const added = discord.adds({ name: 'Tavern' })
  added.goesDark()
  added.comesBack()
  added.removesBot()
  await discord.until(() => seen.length === 4)
  expect(seen).toEqual(['create Tavern', 'dark Tavern', 'back Tavern', 'delete Tavern'])
})
