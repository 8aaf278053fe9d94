/** The house at the emulated Discord, for what members do beside writing: its commands are registered when it opens. */
import { type Discord, type DiscordOptions, openDiscord } from '../../emulators/discord/index.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'

/** The house's guild: Olga owns it, Mona and Mo moderate, Tom and 小明 are members. */
export const openInnkeepers = (more: DiscordOptions = {}): Promise<Discord> =>
  openDiscord({
    guilds: [
      {
        name: 'Inn',
        owner: 'olga',
        channels: ['general', 'off-topic'],
        roles: [{ name: 'mod', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers'] }],
        members: [
          { name: 'mona', roles: ['mod'], locale: 'en-GB' },
          { name: 'mo', roles: ['mod'], locale: 'zh-CN' },
          { name: 'tom', locale: 'en-US' },
          { name: '小明', locale: 'zh-CN' },
        ],
      },
    ],
    ...more,
  })

export async function openDesk(discord: Discord, options: Omit<HouseOptions, 'at'> = {}): Promise<House> {
  const house = await openHouse({ languages: ['en', 'zh'], ...options, at: discord })
  if (!(await discord.until(() => discord.guild().commands.length > 0))) throw new Error('no commands were registered')
  await house.engine.idle()
  return house
}
