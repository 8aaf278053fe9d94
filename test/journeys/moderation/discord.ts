/** The stage on the emulated Discord: slash commands, buttons, private messages, and a room of the staff's. */
import type { APIMessage } from 'discord-api-types/v10'
import { performs } from '../../../adapters/discord/actions/index.ts'
import { openHouse } from '../../adapters/discord/house.ts'
import { type InteractionHandle, partsOf } from '../../emulators/discord/control/answer.ts'
import type { GuildHandle } from '../../emulators/discord/control/guild.ts'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'
import type { GuildSpec } from '../../emulators/discord/state/seed.ts'
import { Leaping } from '../discord/clock.ts'
import { timeOf } from './engine.ts'
import type { Guest, Input, Line, Platform, Rank, Setting, Stage, Standing } from './stage.ts'
import { night, timezone } from './start.ts'
import { words } from './words.ts'

const clients = { zh: 'zh-CN', en: 'en-US' } as const
const staffOnly = {
  name: 'staff',
  deny: { everyone: ['ViewChannel'] },
  allow: { Mods: ['ViewChannel'], Innkeeper: ['ViewChannel'] },
} as const
function guildOf({ language }: Setting): GuildSpec {
  const { owner, first, second } = words[language]
  const locale = clients[language]
  return {
    name: language === 'zh' ? '灯下读书会' : 'Lantern',
    owner,
    locale,
    channels: ['general', staffOnly],
    roles: [{ name: 'Mods', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers', 'ManageMessages'] }],
    members: [first, second].map((name) => ({ name, roles: ['Mods'], locale })),
  }
}

class DiscordGuest implements Guest {
  readonly name: string
  readonly #discord: Discord
  readonly #guild: GuildHandle
  readonly #isStaff: boolean
  readonly #asked: InteractionHandle[] = []
  constructor(discord: Discord, name: string, rank: Rank) {
    this.name = name
    this.#discord = discord
    this.#guild = discord.guild()
    this.#isStaff = rank === 'moderator' || rank === 'owner'
  }
  async says(text: string): Promise<void> {
    this.#guild.says(this.name, 'general', text)
  }
  async orders(command: string, input: Input): Promise<void> {
    const fields = Object.entries(input).map(([key, value]) => [key, typeof value === 'object' ? value.name : value])
    await this.#answered(this.#guild.slash(this.name, 'general', command, Object.fromEntries(fields)))
  }
  async appeals(number: number, plea: string): Promise<void> {
    this.#discord.writes(this.name, `/appeal ${number} ${plea}`)
  }
  async presses(label: string, under: string): Promise<void> {
    const fits = (message: APIMessage) =>
      this.#guild.read(message).includes(under) && partsOf(message).some((part) => part.label === label)
    const found = this.#messages().findLast(fits)
    if (!found) throw new Error(`${this.name} has no [${label}] under "${under}"`)
    const isPrivate = this.#discord.dms(this.name).includes(found)
    await this.#answered(
      isPrivate ? this.#discord.pressesInDm(this.name, found, label) : this.#guild.presses(this.name, found, label),
    )
  }
  async #answered(handle: InteractionHandle): Promise<void> {
    this.#asked.push(handle)
    await this.#discord.until(() => handle.acknowledged)
    // Where the message itself changes, nothing else has to be said.
    if (handle.acknowledged !== 'deferredUpdate') await handle.answered()
  }
  /** What only they were answered is in no channel. */
  #replies(): APIMessage[] {
    return this.#asked.flatMap(({ replies }) =>
      replies.flatMap(({ message, ephemeral }) => (message && ephemeral ? [message] : [])),
    )
  }
  #messages(): APIMessage[] {
    const here = this.#guild.member(this.name) ? this.#guild.botMessages('general') : []
    const bots = this.#discord.dms(this.name).filter(({ author }) => author.id === this.#discord.bot.id)
    return [...here, ...this.#rooms(), ...bots, ...this.#replies()].sort((a, b) =>
      BigInt(a.id) < BigInt(b.id) ? -1 : 1,
    )
  }
  #rooms = () => (this.#isStaff ? this.#guild.botMessages('staff') : [])
  async reads(): Promise<readonly Line[]> {
    const aloud = new Set([...this.#guild.botMessages('general'), ...this.#rooms()])
    return this.#messages().map((message) => ({
      id: message.id,
      text: this.#guild.read(message),
      buttons: partsOf(message).map(({ label = '' }) => label),
      alone: !aloud.has(message),
    }))
  }
  async standing(): Promise<Standing> {
    if (this.#guild.isBanned(this.name)) return 'banned'
    if (!this.#guild.member(this.name)) return 'out'
    return this.#guild.mayWrite(this.name, 'general') ? 'in' : 'muted'
  }
}

async function open(setting: Setting): Promise<Stage> {
  const clock = new Leaping(night)
  const { now } = clock
  const discord = await openDiscord({ now, guilds: [guildOf(setting)] })
  const sections = { ...setting.sections, discord: { channels: { default: 'general', moderation: 'staff' } } }
  const house = await openHouse({ at: discord, now, languages: [setting.language], timezone, sections })
  if (!(await discord.until(() => discord.guild().commands.length > 0))) throw new Error('no commands were registered')
  await house.engine.idle()
  const guild = discord.guild()
  const { passes, close } = timeOf(house.engine, clock)
  const heard = async (type: string, many: number) => {
    for (let n = 0; n < 2500 && (await house.events(type)).length < many; n++)
      await new Promise((resolve) => setTimeout(resolve, 10))
    await house.engine.idle()
  }
  const locale = clients[setting.language]
  const join = async (names: readonly string[]) => {
    const before = (await house.events('member.join')).length
    for (const name of names) guild.join(name, { locale })
    await heard('member.join', before + names.length)
    return names.map((name) => new DiscordGuest(discord, name, 'member'))
  }
  return {
    can: (type) => performs.includes(type),
    async comes(name, rank = 'member') {
      if (rank === 'stranger') discord.closesDms(name)
      const isNew = rank === 'member' || rank === 'stranger'
      const [guest] = isNew ? await join([name]) : [new DiscordGuest(discord, name, rank)]
      if (!guest) throw new Error(`${name} did not come`)
      return guest
    },
    storm: join,
    stands: async (text) => guild.messages('general').some(({ content }) => content === text),
    passes,
    rows: house.rows,
    errors: () => house.log.errors,
    async close() {
      await close()
      await house.close()
      await discord.close()
    },
  }
}
export const discord: Platform = { name: 'discord', open }
