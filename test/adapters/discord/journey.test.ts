/** What an owner, a newcomer and a troublemaker meet on Discord, in both languages. */
import { afterEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
afterEach(() => house?.close())
const soon = { timeout: 10_000, interval: 20 }

const guild = {
  name: 'Tea House',
  owner: 'olive',
  channels: ['general', 'rules', 'welcome', 'staff'],
  roles: [{ name: 'Mods', permissions: ['BanMembers', 'KickMembers', 'ModerateMembers'] as const }],
  members: [{ name: 'mia', roles: ['Mods'] }, { name: 'tom' }],
}
const sections = {
  rules: { text: { en: '1. Be kind.\n2. No spam.', zh: '1. 友善。\n2. 不刷广告。' } },
  faq: {
    entries: [
      { id: 'hours', question: { en: 'What are your opening hours?' }, answer: { en: 'We open at nine every day.' } },
    ],
  },
  welcome: { windowSeconds: 0 },
  discord: { channels: { rules: 'rules', welcome: 'welcome', moderation: 'staff' } },
}

describe('the main journey', () => {
  it('rules, welcome, an answer, a time-out', async () => {
    house = await openHouse({ discord: { guilds: [guild] }, sections })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    await expect.poll(() => tea.pins('rules').length, soon).toBe(1)

    tea.join('nina')
    await tea.heard('welcome', 'nina')

    const asked = tea.says('nina', 'general', 'What are your opening hours?')
    const answer = await tea.heard('general', 'nine')
    expect(answer.message_reference?.message_id).toBe(asked.id)

    tea.says('mia', 'general', `/mute <@${tea.userId('nina')}> 10m too loud`)
    await expect.poll(() => tea.mayWrite('nina', 'general'), soon).toBe(false)
    expect(house.log.errors).toEqual([])
  })
})
