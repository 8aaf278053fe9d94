/** Ten thousand refused requests in ten minutes shut a bot out: it must rest long before. */
import { afterEach, describe, expect, it } from 'vitest'
import { makeClient } from '../../../adapters/discord/client.ts'
import { discordEnv } from '../../../adapters/discord/env.ts'
import { StormError, Storms } from '../../../adapters/discord/storms.ts'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'

const minute = 60_000
let now = 0
const told: { count: number; forMs: number; most: string }[] = []
let ended = 0
const storms = (most?: number) => {
  told.length = 0
  ended = 0
  now = 1_000_000
  const began = (storm: (typeof told)[number]) => void told.push(storm)
  return new Storms({ now: () => now, began, ended: () => void ended++, ...(most !== undefined && { most }) })
}

describe('a storm', () => {
  it('begins at a thousand in ten minutes, names the worst, and is over when half of them are past', () => {
    const some = storms()
    for (let n = 0; n < 999; n++) some.heard(n % 3 ? 403 : 401, '/channels/…/messages', null)
    expect(some.rest).toBe(0)
    some.heard(403, '/guilds/…/bans/…', null)
    expect(told).toHaveLength(1)
    expect(told[0]?.count).toBe(1000)
    expect(told[0]?.most).toBe('403 /channels/…/messages ×666, 401 /channels/…/messages ×333, 403 /guilds/…/bans/… ×1')
    expect(() => some.pass()).toThrow(StormError)
    now += 9 * minute
    expect(some.rest).toBeGreaterThan(0)
    now += 2 * minute
    expect(some.rest).toBe(0)
    expect(ended).toBe(1)
    some.pass()
  })
  it('is none where refusals are spread, shared or no refusals', () => {
    const some = storms()
    for (let n = 0; n < 3000; n++) {
      now += 2 * 600 + 1
      some.heard(403, '/x', null)
    }
    for (let n = 0; n < 2000; n++) {
      some.heard(429, '/x', 'shared')
      some.heard(404, '/x', null)
      some.heard(200, '/x', null)
    }
    expect(told).toEqual([])
    expect(some.count).toBeLessThan(600)
  })
  it('lasts until those that came late are past, too', () => {
    const some = storms(100)
    for (let n = 0; n < 100; n++) {
      now += 5000
      some.heard(429, '/x', 'user')
    }
    expect(told[0]?.forMs).toBeGreaterThan(3 * minute)
    expect(told[0]?.forMs).toBeLessThan(7 * minute)
  })
})

describe('a client in a storm', () => {
  let discord: Discord
  afterEach(() => discord.close())
  it('asks Discord nothing more', async () => {
    discord = await openDiscord({ guilds: [{ name: 'Inn' }] })
    const env = discordEnv({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url })
    const stopped = new AbortController().signal
    const client = makeClient({
      env,
      intents: 0,
      shards: 1,
      storms: storms(10),
      stopped,
      unauthorised: () => undefined,
    })
    client.rest.setToken(discord.token)
    discord.faults.order({ status: 403, times: 1000 })
    const tries = await Promise.allSettled(Array.from({ length: 30 }, (_, n) => client.rest.get(`/guilds/${n}/roles`)))
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    expect(discord.requestCount).toBeLessThanOrEqual(30)
    const before = discord.requestCount
    await expect(client.rest.get('/users/@me')).rejects.toThrow(StormError)
    expect(discord.requestCount).toBe(before)
    expect(told[0]?.most).toMatch(/^403 \/guilds\//)
    now += 20 * minute
    discord.faults.clear()
    await client.rest.get('/users/@me')
    await client.destroy()
  })
})
