/**
 * A local Discord for real discord.js to connect to. Open it, drive it as people would, look at what became of it:
 *
 *     const discord = await openDiscord({ guilds: [{ name: 'Inn', owner: 'olga', members: ['tom'] }] })
 *     // the bot connects: DISCORD_API_URL = discord.url, DISCORD_TOKEN = discord.token
 *     const inn = discord.guild()
 *     inn.says('tom', 'general', 'where are the rules?')
 *     await inn.heard('general', /rules/)
 *     const used = inn.slash('olga', 'general', 'mute', { member: 'tom', minutes: 10 })
 *     expect(await used.answered()).toMatchObject({ ephemeral: true })
 *     discord.gateway.drop(); discord.faults.order({ status: 500, times: 2, route: '/messages' })
 *     expect(openContract()?.check(discord.requests).violations).toEqual([])
 *
 * People, channels and roles go by name or id; what Discord would refuse them throws a `DiscordError` with its code.
 */
export { type Discord, type DiscordOptions, openDiscord } from './control/discord.ts'
export { DiscordError } from './errors.ts'
