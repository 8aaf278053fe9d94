/** Slash commands from the click to the answer: in time, once, to the right eyes, in the reader's language. */
import { afterEach, expect, test } from 'vitest'
import type { Discord, DiscordOptions } from '../../emulators/discord/index.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import type { House, HouseOptions } from './house.ts'

let discord: Discord
let desk: House
async function open(options: HouseOptions = {}, world: DiscordOptions = {}) {
  discord = await openInnkeepers(world)
  desk = await openDesk(discord, options)
  return discord.guild()
}
afterEach(async () => {
  await desk.close()
  await discord.close()
})

const faq = {
  entries: [
    {
      id: 'hours',
      question: { zh: '几点开门？', en: 'When do you open?' },
      answer: { zh: '上午九点。', en: 'At nine in the morning.' },
    },
  ],
}
const perks = { catalogue: [{ id: 'coffee', name: { zh: '咖啡券', en: 'Coffee' }, cost: 50 }] }

test('what concerns one person is for their eyes only, in their language', async () => {
  const guild = await open()
  const english = await guild.slash('tom', 'general', 'points').answered()
  expect(english).toMatchObject({ ephemeral: true })
  expect(english.content).toContain('points')
  const chinese = await guild.slash('小明', 'general', 'points').answered()
  expect(chinese.content).toContain('积分')
  expect(guild.botMessages('general')).toEqual([])
})

test('what concerns everybody is answered in the channel, and by one request', async () => {
  const guild = await open({ sections: { faq } })
  discord.forgetRequests()
  const asked = guild.slash('tom', 'off-topic', 'faq', { topic: 'when do you open' })
  expect(await asked.answered()).toMatchObject({
    ephemeral: false,
    content: '**When do you open?**\nAt nine in the morning.',
  })
  expect(asked.acknowledged).toBe('message')
  expect(guild.botMessages('off-topic')).toHaveLength(1)
  expect(discord.requests.map(({ method, route }) => `${method} ${route}`)).toEqual([
    'POST /interactions/{interaction_id}/{interaction_token}/callback',
  ])
})

test('a command that changes something is carried out, and those it is about are known by name', async () => {
  const guild = await open()
  const answer = await guild.slash('mona', 'general', 'warn', { member: 'tom', reason: 'rude' }).answered()
  expect(answer).toMatchObject({ ephemeral: true })
  expect(answer.content).toContain('tom')
  expect(await desk.rows('moderation_cases')).toMatchObject([{ name: 'tom', reason: 'rude', by_name: 'mona' }])
  expect(await discord.until(() => discord.dms('tom')[0]?.content.includes('warned'))).toBe(true)
})

test.each(['tom', '小明'])('an error is told to %s alone, at the field', async (user) => {
  const guild = await open({ sections: { perks } })
  const wrong = await guild.slash(user, 'general', 'redeem', { perk: 'a spaceship' }).answered()
  expect(wrong.ephemeral).toBe(true)
  expect(wrong.content).toMatch(user === 'tom' ? /^⚠️ \*\*Its number or name\*\*: / : /^⚠️ \*\*编号或名称\*\*：/)
})
test('an error of a command that is answered in the channel is told in private, too', async () => {
  const guild = await open()
  const wrong = await guild.slash('mona', 'general', 'unteach', { id: 'nothing' }).answered()
  expect(wrong).toMatchObject({ ephemeral: true, content: expect.stringContaining('nothing') })
  expect(guild.botMessages('general')).toEqual([])
})

test('an interaction that comes twice is one', async () => {
  const guild = await open({}, { compatible: true })
  await guild.slash('mona', 'general', 'warn', { member: 'tom' }).answered()
  await desk.engine.idle()
  expect(await desk.rows('moderation_cases')).toHaveLength(1)
  expect(discord.requestsTo('POST', 'callback')).toHaveLength(1)
})
test('on a compatible server members are known without their permissions', async () => {
  const guild = await open({ sections: { faq } }, { compatible: true })
  expect(await guild.slash('mona', 'general', 'cases').answered()).toMatchObject({ content: 'No such cases.' })
  expect(await guild.slash('tom', 'general', 'faq', { topic: 'hours' }).answered()).toMatchObject({ ephemeral: false })
})

test('who is shown a command by Discord does not give it for that: our own roles hold', async () => {
  const guild = await open({ sections: { discord: { roles: { byPermission: false } } } })
  const wrong = await guild.slash('mona', 'general', 'warn', { member: 'tom' }).answered()
  expect(wrong).toMatchObject({ ephemeral: true, content: expect.stringContaining('moderator') })
  expect(await desk.rows('moderation_cases')).toEqual([])
})

test('sixty private answers within a moment wait for nothing', async () => {
  const guild = await open()
  const asked = Array.from({ length: 60 }, () => guild.slash('tom', 'general', 'points'))
  const answers = await Promise.all(asked.map((one) => one.answered()))
  expect(answers.filter(({ content }) => content === 'Done.')).toEqual([])
  expect(new Set(answers.map(({ ephemeral }) => ephemeral))).toEqual(new Set([true]))
})
