/** What comes later on Discord: an old message that is edited, and the welcome of who had to be verified first. */
import { afterEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from './house.ts'

let house: House
afterEach(async () => {
  expect(house?.log.errors).toEqual([])
  await house?.close()
})
const soon = { timeout: 10_000, interval: 20 }
const guild = {
  name: 'Tea House',
  owner: 'olive',
  channels: ['general', 'rules', 'welcome', 'staff'],
  roles: [{ name: 'Mods', permissions: ['BanMembers', 'KickMembers', 'ModerateMembers'] as const }],
  members: [{ name: 'mia', roles: ['Mods'] }, { name: 'tom' }],
}
const sections = {
  rules: { text: { en: '1. Be kind.' } },
  discord: { channels: { rules: 'rules', welcome: 'welcome', moderation: 'staff', default: 'general' } },
}
const advert = 'Earn $500 daily from home! DM me on telegram @richman99 and join https://t.me/+abcdef'

describe('an old message of a regular', () => {
  it('edited into an advert is shown to staff, and why; with a slip mended it is not', async () => {
    house = await openHouse({
      discord: { guilds: [guild] },
      sections: { ...sections, gate: { mode: 'off' }, moderation: { newcomers: { hours: 0 } } },
    })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    const text = 'I read the third chapter on the train this morning and rather liked the ending of it'
    const [slip, other] = [
      tea.says('tom', 'general', text.replace('rather', 'rahter')),
      tea.says('tom', 'general', text),
    ]
    await expect.poll(async () => (await house.events('message')).length, soon).toBe(2)
    tea.edits('tom', slip, text)
    tea.edits('tom', other, advert)
    const asked = await tea.heard('staff', /Case #?1/)
    expect(tea.read(asked)).toContain('edited afterwards')
    expect(tea.read(asked)).toContain('Earn $500 daily')
    await expect.poll(async () => (await house.events('edit')).length, soon).toBe(2)
    expect(await house.rows('moderation_cases')).toMatchObject([
      { state: 'open', messages: `discord:${other.channel_id}/${other.id}` },
    ])
    expect(tea.messages('general').map(({ id }) => id)).toContain(other.id) // a regular's: staff decides
  })
})

describe('where every newcomer is verified', () => {
  it('the one welcome comes after the button', async () => {
    house = await openHouse({
      discord: { guilds: [guild] },
      sections: { ...sections, gate: { mode: 'always' }, welcome: { windowSeconds: 0 } },
    })
    const tea = house.discord.guild()
    await tea.heard('rules', 'Be kind')
    tea.join('nina')
    await expect
      .poll(async () => (await house.rows('gate_newcomers')).map(({ state }) => state), {
        ...soon,
        timeout: 20_000,
      })
      .toEqual(['asked'])
    await expect.poll(() => [...tea.botMessages('general'), ...tea.botMessages('welcome')].length, soon).toBe(1)
    const call = [...tea.botMessages('general'), ...tea.botMessages('welcome')][0]
    if (!call) throw new Error('nobody was asked')
    expect(tea.read(call)).not.toMatch(/welcome/i)
    await tea.presses('nina', call, 'I’m a person').answered()
    const welcome = await tea.heard('welcome', 'Welcome to')
    expect(tea.read(welcome)).toContain('@nina')
    const greetings = tea.botMessages('welcome').filter((message) => /welcome to/i.test(tea.read(message)))
    expect(greetings).toHaveLength(1)
  }, 40_000)
})
