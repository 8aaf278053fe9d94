/** Menus of messages and members, and forms: from the click to what was done. */
import { afterEach, describe, expect, test } from 'vitest'
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
const valueIn = (modal: { components: readonly object[] } | undefined, n: number) =>
  (modal?.components[n] as { component?: { value?: string } } | undefined)?.component?.value

describe('“Teach this as FAQ” on a message', () => {
  test('asks for the answer, with the question filled in, and answers where it was asked', async () => {
    const guild = await open()
    const question = guild.says('tom', 'general', '几点开门？')
    const { modal } = await guild.contextMenu('mo', 'Teach this as FAQ', question).answered()
    expect(modal).toMatchObject({ title: '收进常见问题' })
    expect(valueIn(modal, 0)).toBe('几点开门？')
    const taught = guild.submits('mo', 'general', modal!, { question: '几点开门？', answer: '上午九点。' })
    expect(await taught.answered()).toMatchObject({ ephemeral: false, content: expect.stringContaining('记住了') })
    expect(await desk.rows('faq_taught')).toMatchObject([{ question: '几点开门？', answer: '上午九点。' }])
    const answer = await guild.heard('general', '上午九点。')
    expect(answer.message_reference?.message_id).toBe(question.id)
  })
  test('gives what was written back where it could not be learnt', async () => {
    const guild = await open()
    const question = guild.says('tom', 'general', '？？？')
    const { modal } = await guild.contextMenu('mona', 'Teach this as FAQ', question).answered()
    const long = 'We open at nine in the morning and close when the last guest has gone to bed.'
    const wrong = await guild.submits('mona', 'general', modal!, { question: '？？？', answer: long }).answered()
    expect(wrong).toMatchObject({ ephemeral: true, content: expect.stringContaining(long) })
    expect(await desk.rows('faq_taught')).toEqual([])
  })
})

test('/teach with the question alone asks for the answer in a form', async () => {
  const guild = await open()
  const { modal } = await guild.slash('mona', 'general', 'teach', { question: 'When do you open?' }).answered()
  expect(valueIn(modal, 0)).toBe('When do you open?')
  await guild.submits('mona', 'general', modal!, { question: 'When do you open?', answer: 'At nine.' }).answered()
  expect(await desk.rows('faq_taught')).toMatchObject([{ question: 'When do you open?', answer: 'At nine.' }])
})

test('a form that Discord does not open is not silence', async () => {
  const guild = await open()
  discord.faults.order({ method: 'POST', route: '/callback', status: 500, times: 2 })
  const told = await guild.slash('mona', 'general', 'teach', { question: 'When do you open?' }).answered()
  expect(told).toMatchObject({ ephemeral: true, content: expect.stringContaining('went wrong') })
})

test('a form works after a restart', async () => {
  const guild = await open()
  const rude = guild.says('tom', 'general', 'you idiots')
  const { modal } = await guild.contextMenu('mona', 'Warn author', rude).answered()
  await desk.close()
  desk = await openDesk(discord)
  const done = await guild.submits('mona', 'general', modal!, { reason: 'rude' }).answered()
  expect(done).toMatchObject({ ephemeral: true, content: expect.stringContaining('tom') })
  expect(await desk.rows('moderation_cases')).toMatchObject([{ name: 'tom', reason: 'rude' }])
})

test('“Warn author” needs no reason, and knows an author who wrote before Innkeeper came', async () => {
  discord = await openInnkeepers()
  const guild = discord.guild()
  const rude = guild.says('tom', 'general', 'you idiots')
  desk = await openDesk(discord)
  const { modal } = await guild.contextMenu('mo', 'Warn author', rude).answered()
  await guild.submits('mo', 'general', modal!, { reason: '' }).answered()
  const [row] = await desk.rows('moderation_cases')
  expect(row).toMatchObject({ name: 'tom', by_name: 'mo', reason: '' })
  expect(String(row?.messages)).toContain(rude.id)
})

test('“Report” on a message brings staff when the second member does it', async () => {
  const guild = await open()
  const rude = guild.says('tom', 'general', 'you idiots')
  await guild.slash('olga', 'general', 'cases').answered() // whom nobody has seen is not asked
  for (const user of ['小明', 'mo']) {
    const { modal } = await guild.contextMenu(user, 'Report', rude).answered()
    const thanks = await guild.submits(user, 'general', modal!, { reason: '骂人' }).answered()
    expect(thanks).toMatchObject({ ephemeral: true, content: expect.stringContaining('tom') })
  }
  expect(await discord.until(() => discord.dms('olga').find(({ content }) => content.includes('tom')))).toBeDefined()
})

test('“Cases” and “Note” on a member', async () => {
  const guild = await open()
  const { modal } = await guild.contextMenu('mona', 'Note', 'tom').answered()
  await guild.submits('mona', 'general', modal!, { text: 'ask twice' }).answered()
  const cases = await guild.contextMenu('mo', 'Cases', 'tom').answered()
  expect(cases).toMatchObject({ ephemeral: true, content: expect.stringContaining('备注（mona）：ask twice') })
})

test('a command that is no more is said to have changed', async () => {
  const guild = await open()
  const { modal } = await guild.slash('mona', 'general', 'teach', { question: 'When do you open?' }).answered()
  const gone = { ...modal!, custom_id: 'f.learn..' }
  const told = await guild.submits('mona', 'general', gone, { answer: 'At nine.' }).answered()
  expect(told).toMatchObject({ ephemeral: true, content: expect.stringContaining('has changed') })
})
