/** What can be made to go wrong, and what a real client makes of it. */
import { type Client, Events, type GuildTextBasedChannel, MessageFlags } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import { connect } from './client.ts'
import { type Discord, type DiscordOptions, openDiscord } from './index.ts'
import { discordRates } from './rest/rates.ts'

let discord: Discord
let client: Client<true>

async function open(options: DiscordOptions = {}, rest: object = {}): Promise<GuildTextBasedChannel> {
  const guilds = [{ name: 'Inn', owner: 'olga', members: ['tom'] }]
  discord = await openDiscord({ guilds, ...options })
  client = await connect(discord, { rest })
  return client.channels.cache.get(discord.guild().channelId('general')) as GuildTextBasedChannel
}

afterEach(async () => {
  await client.destroy()
  await discord.close()
})

const texts = () =>
  discord
    .guild()
    .messages('general')
    .map(({ content }) => content)

test('a 500 is retried by discord.js until it goes through', async () => {
  const general = await open()
  discord.faults.order({ status: 500, times: 2, method: 'POST', route: '/messages' })
  await general.send('at last')
  expect(texts()).toEqual(['at last'])
  expect(discord.requestsTo('POST', '/messages').map(({ status }) => status)).toEqual([500, 500, 200])
  expect(discord.faults.injected).toBe(2)
})

test('an answer lost after the deed doubles it, unless its nonce is enforced', async () => {
  const general = await open()
  discord.faults.order({ status: 502, times: 1, route: '/messages', performed: true })
  await general.send('doubled')
  expect(texts()).toEqual(['doubled', 'doubled'])
  discord.faults.order({ status: 502, times: 1, route: '/messages', performed: true })
  await general.send({ content: 'once', nonce: '7', enforceNonce: true })
  expect(texts()).toEqual(['doubled', 'doubled', 'once'])
})

test('a hung request is given up and tried again', async () => {
  const general = await open({}, { timeout: 200 })
  discord.faults.order({ status: 'hang', times: 1, method: 'POST', route: '/messages' })
  await general.send('patient')
  expect(texts()).toEqual(['patient'])
  expect(discord.statuses.get(0)).toBe(1)
})

test('answers can be slow', async () => {
  const general = await open()
  discord.faults.delayMs = 150
  const start = performance.now()
  await general.send('slow')
  expect(performance.now() - start).toBeGreaterThanOrEqual(145)
  discord.faults.clear()
  expect(discord.faults.delayMs).toBe(0)
})

test('buckets are announced in headers, and discord.js keeps to them', async () => {
  const general = await open({ rates: { routes: discordRates } })
  const start = performance.now()
  await Promise.all(Array.from({ length: 6 }, (_, i) => general.send(`${i}`)))
  expect(performance.now() - start).toBeGreaterThan(4000)
  expect(texts()).toEqual(['0', '1', '2', '3', '4', '5'])
  expect(discord.statuses.get(429)).toBeUndefined()
})

test('a 429 out of the blue is waited out; it counts as invalid, and so do 401 and 403', async () => {
  const general = await open()
  discord.faults.order({ status: 429, times: 1, route: '/messages', retryAfter: 0.2 })
  await general.send('later')
  expect(texts()).toEqual(['later'])
  discord.guild().withdraw('SendMessages')
  await expect(general.send('x')).rejects.toThrow('Missing Permissions')
  await fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } })
  expect(discord.invalidRequests).toBe(3)
})

test('the global limit is its own, and too many invalid requests shut the address out', async () => {
  await open({ rates: { global: 5 }, banAt: 4 })
  const ask = () => fetch(`${discord.url}/v10/users/@me`, { headers: { authorization: `Bot ${discord.token}` } })
  const answers = await Promise.all(Array.from({ length: 9 }, ask))
  const limited = answers.filter(({ status }) => status === 429)
  expect(limited[0]?.headers.get('x-ratelimit-global')).toBe('true')
  expect(limited.length).toBeGreaterThanOrEqual(4)
  expect(await (await ask()).text()).toBe('error code: 1015')
})

test('an unknown route and a body that is no JSON are refused as Discord refuses them', async () => {
  await open()
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' }
  expect((await fetch(`${discord.url}/v10/nowhere`, { headers })).status).toBe(404)
  const broken = await fetch(`${discord.url}/v10/users/@me/channels`, { method: 'POST', headers, body: '{' })
  expect(await broken.json()).toMatchObject({ code: 50109 })
  expect(discord.requests.at(-1)?.headers.authorization).toBe('…')
})

test('a compatible server leaves things out and sends interactions twice', async () => {
  await open({ compatible: true })
  const [guild] = client.guilds.cache.values()
  expect(guild?.available).toBe(false)
  const seen: string[] = []
  const refused: unknown[] = []
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return
    seen.push(interaction.id)
    interaction.reply({ content: 'hi', flags: MessageFlags.Ephemeral }).catch((error) => refused.push(error.code))
  })
  const body = [{ name: 'hello', description: 'greets' }]
  const route = `/applications/${discord.bot.id}/commands` as const
  const answer = (await client.rest.put(route, { body })) as { id?: string }[]
  expect(answer[0]?.id).toBeUndefined()
  const handle = discord.guild().slash('tom', 'general', 'hello')
  expect((await handle.answered()).content).toBe('hi')
  await discord.until(() => refused.length > 0)
  expect(seen).toEqual([handle.id, handle.id])
  expect(refused).toEqual([40060])
})

test('without the content intent in the portal, REST is blank as well', async () => {
  discord = await openDiscord({ guilds: [{ name: 'Inn', members: ['tom'] }], privileged: { content: false } })
  client = await connect(discord, { intents: 1 | 512 })
  const general = client.channels.cache.get(discord.guild().channelId('general')) as GuildTextBasedChannel
  const said = discord.guild().says('tom', 'general', 'secret')
  expect((await general.messages.fetch({ message: said.id, force: true })).content).toBe('')
})
