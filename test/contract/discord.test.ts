/** The platform here is the emulated Discord, with real discord.js at its gateway. */
import type { APIMessage } from 'discord-api-types/v10'
import { config } from '../../adapters/discord/config.ts'
import { discordAdapter, discordEnv } from '../../adapters/discord/index.ts'
import { adapterMigrations } from '../../adapters/index.ts'
import { openStore } from '../../src/store/open.ts'
import { type Discord, openDiscord } from '../emulators/discord/index.ts'
import { Logbook } from '../kit/inn.ts'
import { contract } from './suite.ts'
import { type Reading, RecordingDoor, type Town, type Townsman } from './town.ts'

const adapterAt = (url: string, token: string, db: Parameters<typeof discordAdapter>[0]['db']) =>
  discordAdapter({
    db,
    env: discordEnv({ DISCORD_TOKEN: token, DISCORD_API_URL: url }),
    now: Date.now,
    log: new Logbook(),
  })

async function open(): Promise<Town> {
  const discord = await openDiscord({ guilds: [{ name: 'Tea House', channels: ['general'] }] })
  const store = await openStore(':memory:', adapterMigrations)
  const adapter = adapterAt(discord.url, discord.token, store.db)
  const door = new RecordingDoor(config.parse({}))
  await adapter.start(door)
  return {
    adapter,
    door,
    group: `discord:${discord.guild().id}`,
    comes: async (name) => {
      discord.guild().join(name)
      return townsman(discord, name)
    },
    close: async () => {
      await adapter.stop()
      await store.close()
      await discord.close()
    },
  }
}

function townsman(discord: Discord, name: string): Townsman {
  const guild = discord.guild()
  const idOf = ({ channel_id, id }: APIMessage) => `discord:${channel_id}/${id}`
  const at = (id: string | undefined) => guild.messages('general').find((message) => idOf(message) === id)
  const known = (id: string) => at(id) ?? fail(`no message ${id}`)
  return {
    user: `discord:${guild.userId(name)}`,
    name,
    says: async (text, { replyTo, toBot } = {}) => {
      const answered = at(replyTo)
      const said = toBot ? `<@${discord.bot.id}> ${text}` : text
      return idOf(guild.says(name, 'general', said, answered ? { replyTo: answered } : {}))
    },
    leaves: async () => guild.leave(name),
    edits: async (message, text) => void guild.edits(name, known(message), text),
    deletes: async (message) => guild.deletes(name, known(message)),
    reacts: async (message, emoji) => guild.reacts(name, known(message), emoji),
    presses: async (option) => {
      const asked = guild.botMessages('general').findLast(({ components }) => (components?.length ?? 0) > 0)
      guild.presses(name, asked ?? fail('nothing is asked'), option)
    },
    reads: async () => [
      ...guild.messages('general').map((message) => readingOf(message, guild.pins('general'))),
      ...discord.dms(name).map((message) => ({ ...readingOf(message, []), alone: true })),
    ],
    standing: async () => {
      if (guild.isBanned(name)) return 'banned'
      if (!guild.member(name)) return 'out'
      return guild.mayWrite(name, 'general') ? 'in' : 'muted'
    },
  }
}
function readingOf(message: APIMessage, pins: readonly APIMessage[]): Reading {
  const { content, embeds, components = [], attachments, id } = message
  const labels = components.flatMap((row) =>
    'components' in row ? row.components.flatMap((one) => ('label' in one ? [one.label as string] : [])) : [],
  )
  return {
    text: [content, ...embeds.map(({ description }) => description)].filter(Boolean).join('\n'),
    pinned: pins.some((pin) => pin.id === id),
    options: labels,
    picture: attachments.length > 0,
  }
}
function fail(message: string): never {
  throw new Error(message)
}

const unopened = await openStore(':memory:', [])
await unopened.close()
contract('discord', { describe: () => adapterAt('http://127.0.0.1:1/api', 'none', unopened.db), open })
