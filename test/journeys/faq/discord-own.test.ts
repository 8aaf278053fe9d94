/** What only Discord has: channels, offers while one types, forms, thumbs on a message, private messages, a restart. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { locales } from '../../../src/core/words.ts'
import { openDesk, openInnkeepers } from '../../adapters/discord/desk.ts'
import type { House } from '../../adapters/discord/house.ts'
import { textOf } from '../../emulators/discord/control/guild.ts'
import type { Discord } from '../../emulators/discord/index.ts'
import { entries } from '../../features/faq/entries.ts'

const folder = mkdtempSync(join(tmpdir(), 'faq-discord-'))
let discord: Discord
let desk: House
const sections = { faq: { entries, keepText: true } }
const open = async (language: 'zh' | 'en', place?: string) => {
  discord = await openInnkeepers()
  desk = await openDesk(discord, { sections, languages: [language], ...(place !== undefined && { place }) })
  return discord.guild()
}
afterEach(async () => {
  const { errors } = desk.log
  await desk.close()
  await discord.close()
  rmSync(folder, { recursive: true, force: true })
  expect(errors).toEqual([])
})
const member = { zh: '小明', en: 'tom' } as const
const moderator = { zh: 'mo', en: 'mona' } as const
const asked = { zh: '怎么签到？', en: 'How do I check in?' } as const
const unknown = { zh: '停车场在几楼？', en: 'On which floor is the car park?' } as const
const answerIn = (language: 'zh' | 'en') => entries[0]?.answer[language].slice(0, 14) ?? ''

describe.each(locales)('in %s', (language) => {
  it('/faq offers titles while one types, and answers the one taken', async () => {
    const guild = await open(language)
    const typed = language === 'zh' ? '签到' : 'check'
    const [first] = await guild.autocompletes(member[language], 'general', 'faq', 'topic', { topic: typed })
    expect(first).toEqual({ name: asked[language], value: 'check-in' })
    const answered = await guild.slash(member[language], 'general', 'faq', { topic: 'check-in' }).answered()
    expect(answered.content).toContain(answerIn(language))
    const words = await guild.slash(member[language], 'general', 'faq', { topic: asked[language] }).answered()
    expect(words.content).toContain(answerIn(language))
  })
  it('each channel has its own answer, and names those who asked in it', async () => {
    const guild = await open(language)
    guild.says('olga', 'general', asked[language])
    await guild.heard('general', answerIn(language))
    guild.says('tom', 'off-topic', asked[language])
    await guild.heard('off-topic', answerIn(language))
    guild.says('小明', 'off-topic', asked[language])
    await guild.heard('off-topic', '小明')
    expect(guild.botMessages('general').map(textOf).join()).not.toContain('小明')
    expect(guild.botMessages('off-topic')).toHaveLength(1)
  })
  it('a thumb down on the answer reaches the moderators with the question', async () => {
    const guild = await open(language)
    await guild.slash('olga', 'general', 'cases').answered() // whom nobody has seen is not told
    guild.says(member[language], 'general', asked[language])
    const answer = await guild.heard('general', answerIn(language))
    await desk.engine.idle() // nobody is quicker than what was sent is known
    guild.reacts(member[language], answer, '👎')
    const told = await discord.until(() =>
      discord.dms('olga').find((message) => textOf(message).includes(asked[language])),
    )
    expect(told && textOf(told)).toContain(member[language])
  })
  it('a question is taught in a form from its menu; others who asked it elsewhere are told there; a restart keeps it', async () => {
    const place = join(mkdtempSync(join(tmpdir(), 'faq-discord-')), 'inn.db')
    const guild = await open(language, place)
    const asking = guild.says(member[language], 'general', unknown[language])
    guild.says('olga', 'off-topic', unknown[language])
    await expect.poll(async () => (await desk.rows('faq_asks')).length, soon).toBe(2)
    const { modal } = await guild.contextMenu(moderator[language], 'Teach this as FAQ', asking).answered()
    if (!modal) throw new Error('no form')
    const fields = { question: unknown[language], answer: 'Level B2' }
    await guild.submits(moderator[language], 'general', modal, fields).answered()
    const answered = await guild.heard('general', 'Level B2')
    expect(answered.message_reference?.message_id).toBe(asking.id)
    expect(textOf(await guild.heard('off-topic', 'Level B2'))).toContain(`<@${guild.userId('olga')}>`)
    await desk.close()
    desk = await openDesk(discord, { sections, languages: [language], place })
    guild.says('mo', 'off-topic', unknown[language])
    await discord.until(() => guild.botMessages('off-topic').length > 1)
    expect(guild.botMessages('off-topic').map(textOf)).toContain('Level B2')
  })
  it('what is asked in private is answered in private, the unknown too', async () => {
    const guild = await open(language)
    guild.says(member[language], 'general', language === 'zh' ? '早上好' : 'good morning')
    await expect.poll(async () => (await desk.events('message')).length, soon).toBe(1)
    discord.writes(member[language], asked[language])
    discord.writes(member[language], unknown[language])
    const noted = language === 'zh' ? '还没有答案' : 'There is no answer to this yet'
    const has = (part: string) => discord.dms(member[language]).some((message) => textOf(message).includes(part))
    expect(await discord.until(() => has(answerIn(language)) && has(noted))).toBe(true)
    expect(guild.botMessages('general')).toEqual([])
  })
})
const soon = { timeout: 10_000, interval: 15 }
