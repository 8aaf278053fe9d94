/** `innkeeper start --adapters discord` as an owner meets it at the terminal. */
import { afterEach, expect, it } from 'vitest'
import { type Discord, type DiscordOptions, openDiscord } from '../emulators/discord/index.ts'
import { begin, fresh, type Running, run } from './process.ts'

let discord: Discord | undefined
let running: Running | undefined
afterEach(async () => {
  running?.child.kill('SIGTERM')
  await running?.ended
  await discord?.close()
  running = undefined
  discord = undefined
})
const soon = { timeout: 60_000, interval: 50 }
async function start(more: DiscordOptions = {}, token?: string) {
  discord = await openDiscord({ guilds: [{ name: 'Tea House', channels: ['general'] }], ...more })
  const env = { DISCORD_TOKEN: token ?? discord.token, DISCORD_API_URL: discord.url }
  const args = ['start', '--adapters', 'discord', '--db', fresh('discord.db'), '--log-level', 'error']
  running = begin(args, { env })
  await expect.poll(running.out, soon).toContain('Ctrl-C')
  return running
}

it('says who it is, and how to add it, in both languages', { timeout: 90_000 }, async () => {
  const { out, child, ended } = await start()
  expect(out()).toMatch(
    /Innkeeper is here; servers: 1\..*https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&permissions=\d+/,
  )
  expect(out()).toContain('1 个服务器')
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0, err: '' })
})
it('says which intents are missing and where to switch them on, and runs without', { timeout: 90_000 }, async () => {
  const { out } = await start({ privileged: { members: false, content: false } })
  expect(out()).toContain('Message Content Intent')
  expect(out()).toContain('Server Members Intent')
  expect(out()).toContain('servers: 1')
})
it('says that the token is refused, without a trace, and tries again', { timeout: 90_000 }, async () => {
  const { out, child, ended } = await start({}, 'nonsense')
  expect(out()).toContain('Reset Token')
  child.kill('SIGTERM')
  const { code, err } = await ended
  expect([code, err.includes('does not accept the token'), err.includes('node_modules')]).toEqual([0, true, false])
})
it('ends where there is no token, with where to get one', { timeout: 90_000 }, async () => {
  const { code, err } = await run(['start', '--adapters', 'discord', '--db', fresh('n.db')], '', {
    env: { DISCORD_TOKEN: '' },
  })
  expect([code, err.includes('Reset Token'), err.includes('discord/no-token')]).toEqual([78, true, true])
})
