/** Rights that are missing while it runs, and the rulebook's words in AutoMod, with a whole Innkeeper. */
import { afterEach, describe, expect, it } from 'vitest'
import { noticeOf } from '../../../adapters/discord/examine.ts'
import { botPermissions } from '../../emulators/discord/state/seed.ts'
import { type House, openHouse } from './house.ts'

let house: House
afterEach(() => house?.close())
const soon = { timeout: 12_000, interval: 50 }

const tea = {
  name: 'Tea House',
  channels: ['general', 'rules', 'staff'],
  bot: { permissions: botPermissions.filter((one) => one !== 'BanMembers') },
}
const discord = { channels: { rules: 'rules', moderation: 'staff' } }
const notices = () => house.desk.notices().filter(({ over, text }) => !over && text.includes('cannot do everything'))

describe('what a server lacks', () => {
  it('is told when the bot comes to it, again when rights change, and is over once all is well', async () => {
    house = await openHouse({ discord: { guilds: [tea] }, sections: { discord } })
    await expect.poll(notices, soon).toHaveLength(1)
    const [first] = notices()
    expect(first?.text).toContain('the permission Ban Members is missing')
    expect(first?.text).toContain('缺少权限“封禁成员')
    expect(first?.text).toContain('Server Settings → Roles → Innkeeper')
    house.discord.guild().denies('rules', ['SendMessages'], 'Innkeeper')
    await expect.poll(() => notices()[0]?.text, soon).toContain('in #rules (channels.rules) it lacks Send Messages')
    expect(notices()).toHaveLength(1)
    house.discord.guild().setPermissions('Innkeeper', botPermissions)
    await expect.poll(() => notices()[0]?.text, soon).not.toContain('Ban Members')
  })
  it('is nothing where nothing is', () => expect(noticeOf('Tea House', [])).toBeUndefined())
})

describe('the mirror', () => {
  const moderation = { mirror: true, words: [{ name: 'ads', words: ['casino', '赌博'] }] }
  const rules = () => house.discord.guild().automodRules
  it('puts the listed words into AutoMod, keeps them in step, and takes them away', async () => {
    const options = { guilds: [{ ...tea, bot: { permissions: botPermissions } }] }
    house = await openHouse({ discord: options, sections: { discord, moderation } })
    await expect.poll(() => rules().length, soon).toBe(2)
    const [mentions, words] = rules()
    expect(mentions).toMatchObject({ trigger_type: 5, trigger_metadata: { mention_total_limit: 5 }, enabled: true })
    expect(words?.trigger_metadata.keyword_filter).toEqual(['casino', '*赌博*'])
    expect(words?.actions.map(({ type }) => type)).toEqual([1, 2])
    const before = rules().map(({ id }) => id)
    await house.rules({ sections: { discord, moderation: { ...moderation, mentions: { most: 9 } } } })
    await expect.poll(() => rules()[0]?.trigger_metadata.mention_total_limit, soon).toBe(9)
    expect(rules().map(({ id }) => id)).toEqual(before)
    expect(house.discord.requestsTo('PATCH', '/auto-moderation')).toHaveLength(1)
    await house.rules({ sections: { discord } })
    await expect.poll(() => rules().length, soon).toBe(0)
    expect(house.log.errors).toEqual([])
  })
  it('without the right, staff is told what to click, and Discord is not asked', async () => {
    const bot = { permissions: botPermissions.filter((one) => one !== 'ManageGuild') }
    house = await openHouse({ discord: { guilds: [{ ...tea, bot }] }, sections: { discord, moderation } })
    await expect
      .poll(async () => (await house.rows('outbox')).find(({ type }) => type === 'filters')?.detail, soon)
      .toMatch(/Manage Server.*Server Settings → Roles → Innkeeper/)
    expect(house.discord.requestsTo('GET', '/auto-moderation')).toHaveLength(0)
  })
  it('what it holds back becomes a case, and staff is asked', async () => {
    const options = {
      guilds: [{ ...tea, members: ['tom'], bot: { permissions: botPermissions } }],
    }
    house = await openHouse({ discord: options, sections: { discord, moderation } })
    await expect.poll(() => rules().length, soon).toBe(2)
    expect(() => house.discord.guild().says('tom', 'general', 'come to the casino')).toThrow()
    await expect.poll(() => house.rows('moderation_cases'), soon).toMatchObject([{ rule: 'filter', state: 'open' }])
    const [row] = await house.rows('moderation_cases')
    expect(row?.evidence).toBe('come to the casino')
  })
})
