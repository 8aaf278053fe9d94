import { commandsPage } from './commands.ts'
import { configPage } from './config.ts'
import { discordPage } from './discord.ts'
import { errorsPage } from './errors.ts'
import { supportPage } from './support.ts'
import { wechatPage } from './wechat.ts'

/** Every printed page, by its path in the checkout. */
export const pages = async (): Promise<Readonly<Record<string, string>>> => ({
  'docs/commands.md': commandsPage(),
  'docs/config.md': configPage(),
  'docs/discord.md': discordPage('docs/discord.md', 'en'),
  'docs/discord.zh-CN.md': discordPage('docs/discord.zh-CN.md', 'zh'),
  'docs/errors.md': errorsPage(),
  'docs/support-matrix.md': await supportPage(),
  'docs/wechat.md': wechatPage('docs/wechat.md', 'en'),
  'docs/wechat.zh-CN.md': wechatPage('docs/wechat.zh-CN.md', 'zh'),
})
