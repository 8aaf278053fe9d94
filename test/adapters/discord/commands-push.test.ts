/** Commands are registered with Discord when they changed, and only then. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ApplicationCommandType } from 'discord-api-types/v10'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { hashOf } from '../../../adapters/discord/commands/same.ts'
import faq from '../../../src/features/faq/index.ts'
import perks from '../../../src/features/perks/index.ts'
import type { Discord } from '../../emulators/discord/index.ts'
import { openDesk, openInnkeepers } from './desk.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'

let discord: Discord
let desk: House | undefined
const dir = mkdtempSync(join(tmpdir(), 'commands-'))
let opened = 0
let place: string
beforeEach(() => {
  place = join(dir, `${++opened}.db`)
})
afterEach(async () => {
  await desk?.close()
  desk = undefined
  await discord.close()
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function open(options: HouseOptions = {}) {
  await desk?.close()
  discord.forgetRequests()
  desk = await openDesk(discord, { place, ...options })
  await discord.until(() => discord.requestsTo('GET', '/commands').some(({ status }) => status === 200))
  await desk.engine.idle()
  await new Promise((resolve) => setTimeout(resolve, 100))
}
const pushes = () =>
  discord.requestsTo('PUT', '/commands').map(({ route, body }) => `${route} ${(body as object[]).length}`)
const everywhere = '/applications/{application_id}/commands'
const inGuild = '/applications/{application_id}/guilds/{guild_id}/commands'
const count = () => discord.commands.length

test('once, with one request, and not again after a restart', async () => {
  discord = await openInnkeepers()
  await open()
  expect(pushes()).toEqual([`${everywhere} ${count()}`])
  expect(count()).toBeGreaterThan(30)
  await open()
  expect(pushes()).toEqual([])
})

test('again when there is more to be done', async () => {
  discord = await openInnkeepers()
  await open({ features: [faq] })
  await open({ features: [faq, perks] })
  expect(pushes()).toEqual([`${everywhere} ${count()}`])
  expect(discord.commands.map(({ name }) => name)).toContain('redeem')
  await open({ features: [faq, perks] })
  expect(pushes()).toEqual([])
})

test('again when somebody changed them, even where we know that we registered them', async () => {
  discord = await openInnkeepers()
  await open({ features: [faq] })
  const [first] = discord.commands
  first!.name = 'tampered'
  await open({ features: [faq] })
  expect(pushes()).toHaveLength(1)
  expect(discord.commands.map(({ name }) => name)).not.toContain('tampered')
})

test('a server that gives back less than it was told is told once', async () => {
  discord = await openInnkeepers({ compatible: true })
  await open({ features: [faq] })
  expect(pushes()).toHaveLength(1)
  for (const command of discord.commands) Object.assign(command, { description_localizations: null, options: [] })
  await open({ features: [faq] })
  expect(pushes()).toEqual([])
})

test('in development for each server by itself; back to all of them, the server’s own are taken away', async () => {
  discord = await openInnkeepers()
  await open({ features: [faq], sections: { discord: { commands: 'guild' } } })
  expect(pushes()).toEqual([`${inGuild} ${discord.guild().commands.length}`])
  expect(count()).toBe(0)
  await open({ features: [faq] })
  expect(pushes()).toEqual([`${everywhere} ${count()}`, `${inGuild} 0`])
  expect(discord.guild().commands).toHaveLength(count())
})

test('a refusal is logged, and tried again at the next reload', async () => {
  discord = await openInnkeepers()
  discord.faults.order({ method: 'PUT', route: '/commands', status: 500, times: 2 })
  desk = await openHouse({ at: discord, features: [faq] })
  const { log } = desk
  await discord.until(() => log.errors.length > 0)
  expect(log.errors).toMatchObject([{ message: 'commands could not be registered with Discord' }])
  await desk.rules({})
  expect(await discord.until(() => count() > 0)).toBe(true)
})

test('what Discord adds and leaves out makes no difference', () => {
  const told = {
    type: ApplicationCommandType.ChatInput as const,
    name: 'faq',
    description: 'Questions',
    default_member_permissions: null,
    contexts: [0],
    options: [{ type: 3 as const, name: 'topic', description: 'Which', autocomplete: true as const }],
  }
  const back = {
    id: '1',
    application_id: '2',
    version: '3',
    nsfw: false,
    name_localizations: null,
    dm_permission: false,
    ...told,
    options: [{ ...told.options[0], required: false, description_localizations: {} }],
  }
  expect(hashOf([back])).toBe(hashOf([told]))
  expect(hashOf([{ ...back, description: 'Answers' }])).not.toBe(hashOf([told]))
  expect(hashOf([{ ...told, name_localizations: { 'zh-CN': '问答' } }])).not.toBe(hashOf([told]))
})
