/** A local Discord for real discord.js to connect to. Open it, drive it as people would, look at what became of it. */
export { type Discord, type DiscordOptions, openDiscord } from './control/discord.ts'
export { DiscordError } from './errors.ts'
