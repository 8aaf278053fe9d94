/** Buttons and menus of questions: pressed, after a restart, in private, with ids however long. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIMessage } from 'discord-api-types/v10'
import { afterAll, afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { kit } from '../../../src/core/feature.ts'
import { texts } from '../../../src/core/texts.ts'
import { partsOf } from '../../emulators/discord/control/answer.ts'
import type { Discord } from '../../emulators/discord/index.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import type { House, HouseOptions } from './house.ts'

let discord: Discord
let desk: House
const dir = mkdtempSync(join(tmpdir(), 'buttons-'))
async function open(options: HouseOptions = {}) {
  discord = await openInnkeepers()
  desk = await openDesk(discord, { features: [quiz], ...options })
  return discord.guild()
}
afterEach(async () => {
  await desk.close()
  await discord.close()
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** /quiz asks, in the channel or one alone; what is chosen is said to the one who chose, and written on the question. */
const base = kit({ name: 'quiz', config: z.strictObject({}), store: () => ({}) })
const words = { 'quiz.about': 'quiz', 'quiz.count': 'count', 'quiz.long': 'long', 'quiz.alone': 'alone' }
const quiz = base.feature({
  texts: texts(words, words),
  needs: ['ask', 'edit'],
  migrations: {},
  personal: [],
  commands: [
    base.command({
      name: 'quiz',
      aliases: ['测验'],
      role: 'member',
      input: z.strictObject({
        count: z.int().default(2),
        long: z.boolean().default(false),
        alone: z.boolean().default(false),
      }),
      run: (ctx, { count, long, alone }) => ({
        actions: [
          {
            type: 'ask' as const,
            group: ctx.group.ref,
            ask: `quiz:${ctx.event.id}${long ? 'x'.repeat(120) : ''}`,
            text: 'Which one?',
            options: Array.from({ length: count }, (_, n) => ({
              id: `${long ? 'y'.repeat(120) : ''}${n}`,
              label: `Number ${n}`,
            })),
            ...(alone && { user: ctx.member.user }),
            key: 'question',
          },
        ],
      }),
    }),
  ],
  on: {
    choice: base.on('choice', ({ event, group }) => ({
      actions: [
        {
          type: 'edit' as const,
          group: group.ref,
          of: `${/^quiz:(discord:\d+)/.exec(event.ask)?.[1]}/quiz.question`,
          text: `It was ${event.option.slice(-1)}.`,
          options: [],
        },
      ],
      reply: `You chose ${event.option.slice(-1)}.`,
    })),
  },
})
const asked = async (user: string, options: Record<string, number | boolean> = {}): Promise<APIMessage> => {
  const { message } = await discord.guild().slash(user, 'general', 'quiz', options).answered()
  if (!message) throw new Error('nothing was asked')
  return message
}
const choices = async () => (await desk.events('choice')).length

test('a press is answered to the one who pressed, and the question is changed', async () => {
  const guild = await open()
  const question = await asked('tom', { count: 7 })
  expect(partsOf(question).map(({ label }) => label)).toHaveLength(7)
  const pressed = await guild.presses('小明', question, 'Number 6').answered()
  expect(pressed).toMatchObject({ ephemeral: true, content: 'You chose 6.' })
  const changed = await guild.heard('general', 'It was 6.')
  expect(changed.id).toBe(question.id)
  expect(partsOf(changed)).toEqual([])
})

test('many options are a menu', async () => {
  const guild = await open()
  const question = await asked('tom', { count: 20 })
  const [menu] = partsOf(question)
  const value = menu?.options?.[13]?.value ?? ''
  const chosen = await guild.selects('tom', question, menu?.custom_id ?? '', [value]).answered()
  expect(chosen).toMatchObject({ ephemeral: true, content: 'You chose 3.' })
})

test.each([
  ['short', false, 2],
  ['too long for Discord', true, 2],
  ['too long for a menu', true, 20],
])('buttons with ids that are %s work after a restart', async (_name, long, count) => {
  const place = join(dir, `${count}${long}.db`)
  const guild = await open({ place })
  const question = await asked('tom', { long, count })
  await desk.close()
  desk = await openDesk(discord, { features: [quiz], place })
  const [part] = partsOf(question)
  const pressed = part?.options
    ? guild.selects('tom', question, part.custom_id ?? '', [part.options[1]?.value ?? ''])
    : guild.presses('tom', question, 'Number 1')
  expect(await pressed.answered()).toMatchObject({ ephemeral: true, content: 'You chose 1.' })
  expect(await guild.heard('general', 'It was 1.')).toMatchObject({ id: question.id })
})

test('a question that one alone sees is changed through the press', async () => {
  const guild = await open()
  const asking = guild.slash('tom', 'general', 'quiz', { alone: true })
  const { message, ephemeral } = await asking.answered()
  expect(ephemeral).toBe(true)
  const pressed = guild.presses('tom', message!, 'Number 0')
  const said = () => pressed.replies.map(({ content }) => content)
  await discord.until(() => said().includes('You chose 0.'))
  expect(said()).toContain('It was 0.')
  expect(pressed.replies.every(({ ephemeral }) => ephemeral)).toBe(true)
  expect(desk.log.errors).toEqual([])
})

test('a button pressed twice, or told twice, is two choices, or one', async () => {
  const guild = await open()
  const question = await asked('tom')
  discord.gateway.repeatNext(1)
  await guild.presses('tom', question, 'Number 0').answered()
  expect(await choices()).toBe(1)
})

test('a button that nobody knows any more says so', async () => {
  const guild = await open()
  const question = await asked('tom')
  const other = structuredClone(question)
  for (const part of partsOf(other)) Object.assign(part, { custom_id: 't..forgotten' })
  const told = await guild.presses('小明', other, 't..forgotten').answered()
  expect(told).toMatchObject({ ephemeral: true, content: '这个按钮已经失效了。' })
})

test('a case is decided by a button in private, where Discord does not say which server it is about', async () => {
  discord = await openInnkeepers()
  desk = await openDesk(discord)
  const guild = discord.guild()
  await guild.slash('mona', 'general', 'cases').answered()
  const rude = guild.says('tom', 'general', 'you idiots')
  for (const user of ['小明', 'mo']) {
    const { modal } = await guild.contextMenu(user, 'Report', rude).answered()
    await guild.submits(user, 'general', modal!, { reason: '骂人' }).answered()
  }
  const card = await discord.until(() => discord.dms('mona').find((message) => partsOf(message).length > 0))
  discord.pressesInDm('mona', card!, 'Warn')
  expect(await discord.until(() => discord.dms('tom')[0]?.content.includes('warned'))).toBe(true)
  expect(await desk.rows('moderation_cases')).toMatchObject([{ state: 'done', by_name: 'mona' }])
})
