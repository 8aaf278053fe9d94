/** Everything that is said to Discord about interactions, held to its own OpenAPI document. */
import { afterEach, expect, test } from 'vitest'
import { partsOf } from '../../emulators/discord/control/answer.ts'
import type { Discord } from '../../emulators/discord/index.ts'
import { openContract, undescribed } from '../../emulators/discord/openapi.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import type { House } from './house.ts'

const contract = openContract()
let discord: Discord
let desk: House
afterEach(async () => {
  await desk?.close()
  await discord?.close()
})

test.skipIf(!contract)(
  'a day at the desk is as Discord describes it (skipped where ../shared is missing)',
  async () => {
    discord = await openInnkeepers()
    desk = await openDesk(discord, {
      sections: {
        perks: { catalogue: [{ id: 'coffee', name: { zh: '咖啡券', en: 'Coffee' }, cost: 50 }] },
        faq: {
          entries: [{ id: 'long', question: { en: 'Tell me all' }, answer: { en: 'All of it. '.repeat(300) } }],
        },
      },
    })
    const guild = discord.guild()
    const long = guild.slash('tom', 'general', 'faq', { topic: 'long' })
    expect((await long.reply(2)).content.length).toBeGreaterThan(100)
    await guild.autocompletes('tom', 'general', 'redeem', 'perk', { perk: '' })
    await guild.slash('tom', 'general', 'redeem', { perk: 'coffee' }).answered()
    await guild.slash('mona', 'general', 'warn', { member: 'tom', reason: 'rude' }).answered()
    const { modal } = await guild.slash('tom', 'general', 'appeal', { case: '1' }).answered()
    await guild.submits('tom', 'general', modal!, { reason: 'was not me' }).answered()
    const card = await discord.until(() => discord.dms('mo').find((message) => partsOf(message).length > 0))
    discord.pressesInDm('mo', card!, partsOf(card).at(0)?.label ?? '')
    await discord.until(() => discord.dms('mo').some(({ edited_timestamp }) => edited_timestamp))
    await guild.slash('mona', 'general', 'giveaway', { action: 'start', what: 'a mug', time: '1h' }).answered()
    const post = await guild.heard('general', 'a mug')
    const entered = await guild.presses('小明', post, partsOf(post)[0]?.label ?? '').answered()
    expect(entered.ephemeral).toBe(true)
    const found = contract?.check(discord.requests)
    expect(found?.violations).toEqual([])
    expect(found?.uncovered.filter((one) => !undescribed.includes(one))).toEqual([])
  },
)
