/** When Discord, or one server there, was away: what staff is told once it is back, and what became of the posts. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../adapters/discord/house.ts'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'
import { hour, Leaping, minute } from './clock.ts'

const soon = { timeout: 15_000, interval: 20 }
const guild = (name: string) => ({ name, owner: 'olga', channels: ['general', 'staff'], members: ['tom'] })
/** Every hour in both servers. Four come due while nothing is heard, and the last is not too late when all is back. */
const sections = {
  rules: { post: false },
  discord: { channels: { default: 'general', moderation: 'staff' } },
  schedule: { posts: [{ id: 'tea', cron: '15 * * * *', text: { en: 'Tea is ready.' } }] },
}

let discord: Discord
let house: House
let clock: Leaping
afterEach(async () => {
  await house.close()
  await discord.close()
})
async function open() {
  clock = new Leaping('2026-11-18T02:00:00Z')
  const { now } = clock
  discord = await openDiscord({ guilds: [guild('Inn'), guild('Annex')], now })
  house = await openHouse({ at: discord, now, sections })
  await expect.poll(async () => (await house.rows('groups')).length, soon).toBe(2)
}
const texts = (name: string, channel: string) => discord.guild(name).botMessages(channel).map(textOf)
const posts = (name: string) => texts(name, 'general').filter((text) => text === 'Tea is ready.').length
/** Time goes by, and the agenda is kept meanwhile. */
async function passes(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 5 * minute) {
    clock.leap(Math.min(left, 5 * minute))
    await house.engine.tick()
  }
}

describe('Discord away', () => {
  it('for hours: staff reads from when until when, and how many posts were skipped; the last goes out', {
    timeout: 60_000,
  }, async () => {
    await open()
    await passes(20 * minute)
    await expect.poll(() => posts('Inn') + posts('Annex'), soon).toBe(2)
    const over = discord.outage(2500)
    await expect.poll(() => house.adapter.health().state, soon).toBe('down')
    await passes(4 * hour + 30 * minute)
    await over
    await expect.poll(() => house.adapter.health().state, soon).toBe('up')
    const gap = await discord.guild('Inn').heard('staff', 'away from', 20_000)
    expect(textOf(gap)).toMatch(/02:2\d.*until.*06:5\d.*skipped as too late: 6/)
    await discord.guild('Annex').heard('staff', 'skipped as too late: 6')
    await expect.poll(() => [posts('Inn'), posts('Annex')], soon).toEqual([2, 2])
    expect(texts('Inn', 'staff').filter((text) => text.includes('away from'))).toHaveLength(1)
  })

  it('for a moment is no word worth', { timeout: 60_000 }, async () => {
    await open()
    await discord.outage(500)
    await expect.poll(() => house.adapter.health().state, soon).toBe('up')
    await sleep(500)
    expect(texts('Inn', 'staff')).toEqual([])
  })
})

describe('one server away', () => {
  it('is told of in that server alone', async () => {
    await open()
    discord.guild('Inn').goesDark()
    await sleep(100)
    clock.leap(40 * minute)
    discord.guild('Inn').comesBack()
    const gap = await discord.guild('Inn').heard('staff', 'unavailable')
    expect(textOf(gap)).toMatch(/02:00–02:4\d/)
    await house.engine.idle()
    expect(texts('Annex', 'staff')).toEqual([])
    discord.guild('Inn').says('tom', 'general', '/rules')
    await expect.poll(async () => (await house.events('message')).length, soon).toBe(1)
  })
})
