/** What is offered while an option is being filled in. */
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { kit } from '../../../src/core/feature.ts'
import { texts } from '../../../src/core/texts.ts'
import type { Discord } from '../../emulators/discord/index.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import type { House, HouseOptions } from './house.ts'

let discord: Discord
let desk: House
async function open(options: HouseOptions = {}) {
  discord = await openInnkeepers()
  desk = await openDesk(discord, options)
  return discord.guild()
}
afterEach(async () => {
  await desk.close()
  await discord.close()
})
const faq = {
  entries: Array.from({ length: 40 }, (_, n) => ({
    id: `entry-${n}`,
    question: { zh: `第${n}个问题？`, en: `Question number ${n}?` },
    answer: { zh: '答', en: `Answer ${n}` },
  })),
}
const perks = { catalogue: [{ id: 'coffee', name: { zh: '咖啡券', en: 'Coffee' }, cost: 50 }] }

test('FAQ titles, at most 25, in the reader’s language; the one taken is answered', async () => {
  const guild = await open({ sections: { faq } })
  const all = await guild.autocompletes('tom', 'general', 'faq', 'topic', { topic: '' })
  expect(all).toHaveLength(25)
  expect(all[0]).toEqual({ name: 'Question number 0?', value: 'entry-0' })
  const [chinese] = await guild.autocompletes('小明', 'general', 'faq', 'topic', { topic: '37' })
  expect(chinese).toEqual({ name: '第37个问题？', value: 'entry-37' })
  expect(await guild.slash('小明', 'general', 'faq', { topic: 'entry-37' }).answered()).toMatchObject({
    content: '**第37个问题？**\n答',
  })
})

test('perks and lengths of time', async () => {
  const guild = await open({ sections: { perks } })
  expect(await guild.autocompletes('tom', 'general', 'redeem', 'perk', { perk: 'cof' })).toEqual([
    { name: 'Coffee – 50 points', value: 'coffee' },
  ])
  const lengths = await guild.autocompletes('mo', 'general', 'mute', 'for', { for: '45分钟' })
  expect(lengths[0]).toEqual({ name: '45分钟', value: '45 minutes' })
})

test('cases for moderators; for members only their own', async () => {
  const guild = await open()
  await guild.slash('mona', 'general', 'warn', { member: 'tom', reason: 'rude' }).answered()
  await guild.slash('mona', 'general', 'warn', { member: '小明', reason: 'loud' }).answered()
  const offered = async (user: string, command: string) =>
    (await guild.autocompletes(user, 'general', command, 'case', { case: '' })).map(({ name }) => name)
  expect(await offered('mona', 'case')).toEqual(['#2 小明: loud, dealt with', '#1 tom: rude, dealt with'])
  expect(await offered('tom', 'appeal')).toEqual(['#1 tom: rude, dealt with'])
  expect(await offered('olga', 'appeal')).toEqual([])
})

const base = kit({ name: 'odd', config: z.strictObject({}), store: () => ({}) })
const words = { 'odd.about': 'odd', 'odd.entry': 'entry', 'odd.perk': 'perk' }
const odd = base.feature({
  texts: texts(words, words),
  needs: [],
  migrations: {},
  personal: [],
  commands: [
    base.command({
      name: 'odd',
      aliases: [],
      role: 'member',
      input: z.strictObject({
        entry: z.string().meta({ ref: 'entry' }).optional(),
        perk: z.string().meta({ ref: 'perk' }).optional(),
      }),
      run: () => ({ reply: 'ok' }),
    }),
  ],
  suggests: {
    entry: () => Promise.reject(new Error('a bug')),
    perk: () => new Promise(() => undefined),
  },
})
test.each(['entry', 'perk'])('a feature that fails or hangs offers nothing, in time (%s)', async (option) => {
  const guild = await open({ features: [odd] })
  const began = performance.now()
  expect(await guild.autocompletes('tom', 'general', 'odd', option, { [option]: 'x' })).toEqual([])
  expect(performance.now() - began).toBeLessThan(2900)
})
