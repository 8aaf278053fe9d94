/** Three seconds, fifteen minutes, and what becomes of an answer that is late for them. */
import { inspect } from 'node:util'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { kit } from '../../../src/core/feature.ts'
import { texts } from '../../../src/core/texts.ts'
import type { Discord, DiscordOptions } from '../../emulators/discord/index.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import type { House, HouseOptions } from './house.ts'

const callback = '/interactions/{interaction_id}/{interaction_token}/callback'
let discord: Discord
let desk: House
async function open(options: HouseOptions = {}, world: DiscordOptions = {}) {
  discord = await openInnkeepers(world)
  desk = await openDesk(discord, { features: [slow], ...options })
  return discord.guild()
}
afterEach(async () => {
  await desk.close()
  await discord.close()
})

/** Answers after so many milliseconds, as it is told: to one, to all, with a mistake, or not at all. */
const base = kit({ name: 'slow', config: z.strictObject({}), store: () => ({}) })
const how = z.strictObject({
  ms: z.int().min(0).default(0),
  how: z.enum(['answer', 'error', 'throw', 'nothing']).default('answer'),
})
const command = (name: string, isPrivate: boolean) =>
  base.command({
    name,
    aliases: [],
    role: 'member',
    private: isPrivate,
    input: how,
    run: async (_ctx, given) => {
      await new Promise((resolve) => setTimeout(resolve, given.ms))
      if (given.how === 'throw') throw new Error('a bug')
      if (given.how === 'error') return { errors: [{ field: 'ms', code: 'slow/wrong', message: 'too slow' }] }
      return given.how === 'answer' ? { reply: 'here it is' } : undefined
    },
  })
const words = {
  'open.about': 'open',
  'open.ms': 'ms',
  'open.how': 'how',
  'hidden.about': 'hidden',
  'hidden.ms': 'ms',
  'hidden.how': 'how',
}
const slow = base.feature({
  texts: texts(words, words),
  needs: [],
  migrations: {},
  personal: [],
  commands: [command('open', false), command('hidden', true)],
})

test.each([
  ['open', false],
  ['hidden', true],
])(
  'an answer that takes its time (/%s) is put off in time and comes where it was promised',
  async (name, ephemeral) => {
    const guild = await open()
    const asked = guild.slash('tom', 'general', name, { ms: 3500 })
    const answer = await asked.answered()
    expect(asked.acknowledged).toBe('deferred')
    expect(answer).toMatchObject({ ephemeral, content: 'here it is' })
    expect(guild.botMessages('general')).toHaveLength(ephemeral ? 0 : 1)
    expect(desk.log.warnings).toEqual([])
  },
)

test('a mistake found late is told in private even so, and nothing is left in the channel', async () => {
  const guild = await open()
  const asked = guild.slash('tom', 'general', 'open', { ms: 1500, how: 'error' })
  expect(await asked.answered()).toMatchObject({ ephemeral: true, content: '⚠️ **ms**: too slow' })
  expect(asked.acknowledged).toBe('deferred')
  expect(guild.botMessages('general')).toEqual([])
})

test('a feature that throws is told as such, in private', async () => {
  const guild = await open()
  const answer = await guild.slash('tom', 'general', 'open', { how: 'throw' }).answered()
  expect(answer.ephemeral).toBe(true)
  expect(answer.content).toMatch(/^⚠️ /)
})

test('a command without an answer is said to be done', async () => {
  const guild = await open()
  const asked = guild.slash('小明', 'general', 'hidden', { how: 'nothing' })
  expect(await asked.answered()).toMatchObject({ ephemeral: true, content: '好了。' })
})

test('what takes long is said to, and the answer takes its place', { timeout: 30_000 }, async () => {
  const guild = await open()
  const asked = guild.slash('小明', 'general', 'hidden', { ms: 10_500 })
  await expect
    .poll(() => asked.replies.at(-1)?.content, { timeout: 12_000 })
    .toBe('掌柜这会儿有点忙，办好了会在这里答复你。')
  await expect.poll(() => asked.replies.at(-1)?.content, { timeout: 5000 }).toBe('here it is')
  expect(new Set(asked.replies.flatMap(({ message }) => message?.id ?? [])).size).toBe(1)
})

test('what is still waited for when the door closes is told so', async () => {
  const guild = await open()
  const asked = guild.slash('tom', 'general', 'hidden', { ms: 4000 })
  await discord.until(() => asked.acknowledged)
  await desk.adapter.stop()
  expect(asked.replies.at(-1)?.content).toContain('restarting')
})

test('what comes after the quarter of an hour comes as a message of its own', async () => {
  let skip = 0
  const now = () => Date.now() + skip
  const guild = await open({ now }, { now })
  const shown = guild.slash('tom', 'general', 'open', { ms: 2000 })
  const alone = guild.slash('tom', 'general', 'hidden', { ms: 2000 })
  await discord.until(() => shown.acknowledged && alone.acknowledged)
  skip = 15 * 60_000
  expect(await guild.heard('general', 'here it is')).toMatchObject({ content: 'here it is' })
  expect(await discord.until(() => discord.dms('tom')[0]?.content)).toBe('here it is')
  expect([shown.replies, alone.replies].map((all) => all.map(({ content }) => content))).toEqual([[''], ['']])
})

test('where Discord does not take the first word any more, the answer comes as a message of its own', async () => {
  let skip = 0
  const now = () => Date.now() + skip
  const guild = await open({}, { now })
  guild.slash('tom', 'general', 'open')
  skip = 4000 // the dispatch took so long
  expect(await guild.heard('general', 'here it is')).toMatchObject({ content: 'here it is' })
})

test('a first word whose answer was lost on the way is not said twice', async () => {
  const guild = await open()
  discord.faults.order({ method: 'POST', route: callback, status: 500, performed: true, times: 1 })
  const asked = guild.slash('tom', 'general', 'open')
  expect(await asked.answered()).toMatchObject({ content: 'here it is' })
  await desk.engine.idle()
  expect(discord.requestsTo('POST', callback).map(({ status }) => status)).toEqual([500, 400])
  expect(guild.botMessages('general')).toHaveLength(1)
})

test('no token is ever logged', async () => {
  const guild = await open()
  discord.faults.order({ method: 'POST', route: callback, status: 500, times: 100 })
  const asked = guild.slash('tom', 'general', 'open', { ms: 1500 })
  const refused = guild.slash('tom', 'general', 'open', { how: 'error' })
  await discord.until(() => desk.log.warnings.length + desk.log.errors.length > 1)
  const tokens = discord.requestsTo('POST', callback).map(({ path }) => path.split('/').at(-2) ?? '')
  expect(new Set(tokens).size).toBe(2)
  const logged = inspect([desk.log.warnings, desk.log.errors], { depth: 20, showHidden: true })
  expect(logged).toContain(asked.id)
  expect(logged).toContain(refused.id)
  for (const token of tokens) expect(logged).not.toContain(token)
})
