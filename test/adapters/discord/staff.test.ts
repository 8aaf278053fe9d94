/** Staff whom cases must reach before they have ever written, and strangers who are named by their id. */
import { afterEach, describe, expect, it } from 'vitest'
import { textOf } from '../../emulators/discord/control/guild.ts'
import { type OpenDoor, openDoor, teaHouse } from './door.ts'
import { type House, openHouse } from './house.ts'

let at: OpenDoor | undefined
let house: House | undefined
afterEach(async () => {
  await at?.close()
  await house?.close()
  at = undefined
  house = undefined
})
const soon = { timeout: 10_000, interval: 20 }
const open = async (options: Parameters<typeof openDoor>[0] = {}) => {
  at = await openDoor(options)
  return at
}
const rolesTold = (door: OpenDoor) =>
  door.door.of('member.update').map((event) => 'name' in event && [event.name, event.role])

describe('staff', () => {
  it('are told by name and role when the bot comes, and nobody else is', async () => {
    const door = await open()
    await expect.poll(() => rolesTold(door), soon).toHaveLength(2)
    expect(rolesTold(door)).toEqual(
      expect.arrayContaining([
        ['mia', 'moderator'],
        ['olive', 'owner'],
      ]),
    ) // prettier
  })
  it('of a server that the bot is added to later, too', async () => {
    const door = await open()
    door.discord.adds({ ...teaHouse, name: 'Inn', owner: 'otto', members: [{ name: 'max', roles: ['Captains'] }] })
    await expect.poll(() => rolesTold(door), soon).toContainEqual(['max', 'owner'])
    expect(rolesTold(door)).toContainEqual(['otto', 'owner'])
  })
  it('without the members intent are the owner alone', async () => {
    const door = await open({ discord: { guilds: [teaHouse], privileged: { members: false } } })
    await expect.poll(() => rolesTold(door), soon).toEqual([['olive', 'owner']])
  })
  it('are looked at again when what a role may do changes; who is none any more is taken back', async () => {
    const door = await open()
    await expect.poll(() => rolesTold(door), soon).toContainEqual(['mia', 'moderator'])
    door.guild().grants('olive', 'tom', 'Regulars')
    door.guild().setPermissions('Regulars', ['BanMembers'])
    await expect.poll(() => rolesTold(door), soon).toContainEqual(['tom', 'moderator'])
    door.guild().setPermissions('Mods', [])
    await expect
      .poll(() => door.door.of('member.update').findLast(({ user }) => user === door.user('mia'))?.role, soon)
      .toBe('member')
  })
  it('get a case in private though they never wrote a word', async () => {
    house = await openHouse({
      discord: { guilds: [teaHouse] },
      sections: { welcome: { enabled: false }, moderation: { words: [{ name: 'Test', words: ['forbidden'] }] } },
    })
    const { discord } = house
    await expect.poll(async () => (await house?.events('member.update'))?.length, soon).toBe(2)
    discord.guild().join('nina')
    discord.guild().says('nina', 'general', 'something forbidden')
    await expect.poll(() => discord.dms('mia').map(textOf).join(), soon).toContain('nina')
    expect(discord.dms('olive').map(textOf).join()).toContain('nina')
  })
})

describe('a stranger', () => {
  const stranger = '123456789012345678'
  const given = async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections: {} })
    const tea = house.discord.guild()
    house.discord.user('gone') // has an account, and was never here
    await expect.poll(() => tea.commands.length, soon).toBeGreaterThan(5)
    return { tea, id: house.discord.user('gone').id }
  }
  it('is unbanned by id, typed or as an option', async () => {
    const { tea, id } = await given()
    tea.bans('mia', 'gone')
    tea.says('mia', 'general', `/unban ${id}`)
    await expect.poll(() => tea.isBanned('gone'), soon).toBe(false)
    tea.bans('mia', 'gone')
    const used = tea.slash('mia', 'general', 'unban', { member: 'gone' })
    expect((await used.answered()).ephemeral).toBe(true)
    await expect.poll(() => tea.isBanned('gone'), soon).toBe(false)
  })
  it('is banned before they come, with a case, and is no member by that', async () => {
    const { tea, id } = await given()
    await tea.slash('mia', 'general', 'ban', { member: 'gone', reason: 'raids elsewhere' }).answered()
    await expect.poll(() => tea.isBanned('gone'), soon).toBe(true)
    expect(await house?.rows('moderation_cases')).toMatchObject([{ user: `discord:${id}`, state: 'done' }])
    const rows = (await house?.rows('memberships')) ?? []
    expect(rows.find(({ user }) => user === `discord:${id}`)).toMatchObject({ present: 0, joins: 0 })
  })
  it('is not muted; and what is no account is said to be none', async () => {
    const { tea } = await given()
    const muted = await tea.slash('mia', 'general', 'mute', { member: 'gone' }).answered()
    expect(muted.content).toContain('No member')
    tea.says('mia', 'general', '/unban nobody')
    await expect.poll(() => house?.discord.dms('mia').map(textOf).join(), soon).toContain('“nobody”')
    tea.says('mia', 'general', `/mute ${stranger}`)
    await expect.poll(() => house?.discord.dms('mia').map(textOf).join(), soon).toContain(stranger)
  })
})

describe('a member who has not written yet', () => {
  it('is known when a typed command names them, be it that they came this moment', async () => {
    house = await openHouse({ discord: { guilds: [teaHouse] }, sections: {} })
    const tea = house.discord.guild()
    tea.says('mia', 'general', `/mute <@${tea.userId('ann')}> 10m too quiet`)
    await expect.poll(() => tea.mayWrite('ann', 'general'), soon).toBe(false)
    tea.join('nina')
    tea.says('mia', 'general', `/mute <@${tea.userId('nina')}> 10m too new`)
    await expect.poll(() => tea.mayWrite('nina', 'general'), soon).toBe(false)
    expect((await house.rows('moderation_cases')).map(({ name }) => name)).toEqual(['ann', 'nina'])
  })
})
