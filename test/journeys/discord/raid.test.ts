/** A raid at Discord, Innkeeper killed in the middle of it: afterwards the place is as staff had set it by hand. */
import { afterEach, expect, it } from 'vitest'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'
import { Killed } from './killed.ts'

const guild = {
  name: 'Inn',
  owner: 'olga',
  channels: ['general', 'tea', 'rules', 'staff'],
  roles: [{ name: 'Mods', permissions: ['ModerateMembers', 'BanMembers', 'KickMembers', 'ManageMessages'] as const }],
  members: [{ name: 'mia', roles: ['Mods'] }, 'tom'],
}
const soon = { timeout: 60_000, interval: 50 }

let discord: Discord | undefined
let bot: Killed | undefined
afterEach(async () => {
  await bot?.close()
  await discord?.close()
})

it('slow mode and invites that were set by hand are there again, over two kills', { timeout: 300_000 }, async () => {
  const at = await openDiscord({ guilds: [guild] })
  const inn = at.guild()
  const house = new Killed(at, {
    community: { id: 'inn', name: 'Inn', languages: ['en'], timezone: 'UTC', anyGroup: true },
    discord: { channels: { default: 'general', rules: 'rules', moderation: 'staff' } },
    rules: { text: { en: '1. Be kind.' } },
    gate: { mode: 'off' },
    moderation: {
      raid: { seconds: 60, locked: { joins: 12 }, channels: [inn.channelId('general'), inn.channelId('tea')] },
    },
  })
  discord = at
  bot = house
  inn.slows('general', 5)
  inn.slows('tea', 60)
  inn.pausesInvites(true)
  await house.start()
  await inn.heard('rules', 'Be kind', 30_000)
  for (let n = 0; n < 14; n++) inn.join(`stranger ${n}`)
  await expect.poll(() => inn.channel('general').rate_limit_per_user, soon).toBe(10)
  await house.kill()
  expect([inn.channel('tea').rate_limit_per_user, inn.features.includes('INVITES_DISABLED')]).toEqual([60, true])
  await house.start()
  await inn.heard('staff', /Raid mode/, 30_000)
  await expect.poll(() => house.rows('outbox').filter(({ state }) => state === 'waiting').length, soon).toBe(0)
  inn.slash('mia', 'staff', 'raid', { action: 'off' })
  await expect.poll(() => inn.channel('general').rate_limit_per_user, soon).toBe(5)
  await house.kill()
  await house.start()
  await expect.poll(() => house.rows('discord_held').length, soon).toBe(0)
  await expect.poll(() => house.rows('outbox').filter(({ state }) => state === 'waiting').length, soon).toBe(0)
  expect(inn.channel('general').rate_limit_per_user).toBe(5)
  expect(inn.channel('tea').rate_limit_per_user).toBe(60)
  expect(inn.features).toContain('INVITES_DISABLED')
  await inn.heard('staff', /Raid mode.*is over/, 30_000)
})
