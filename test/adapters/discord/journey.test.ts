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

  it('in Chinese, and a raid that nobody is greeted in', async () => {
    house = await openHouse({
      discord: { guilds: [guild] },
      languages: ['zh'],
      sections: { ...sections, welcome: { windowSeconds: 1 } },
    })
    const tea = house.discord.guild()
    await tea.heard('rules', '友善')
    for (let n = 0; n < 200; n++) {
      tea.join(`raider${n}`)
      if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await expect.poll(async () => (await house.events('member.join')).length, soon).toBe(200)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(tea.botMessages('welcome').length).toBeLessThanOrEqual(3)
    expect(house.discord.requestsTo('GET', '/invites').length).toBeLessThan(15)
    expect(house.discord.invalidRequests).toBe(0)
    expect(house.log.errors).toEqual([])
  })
  it('begins where a rulebook lists the server at last', async () => {
    house = await openHouse({ discord: { guilds: [guild] }, sections, anyGroup: false })
    const tea = house.discord.guild()
    tea.says('tom', 'general', 'hello')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(tea.botMessages('rules')).toEqual([])
    await house.rules({ anyGroup: true })
    await tea.heard('rules', 'Be kind')
  })
})
