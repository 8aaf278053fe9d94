/** The doors by name. Each is loaded only when it is asked for: a platform's SDK that is not used costs nothing. */
import type { AnySection, Personal } from '../src/core/feature.ts'
import type { Migrations } from '../src/store/migrate.ts'
import { section as discordSection } from './discord/config.ts'
import { migrations as discordInteractions, sweeps as discordSweeps } from './discord/interactions/migrations.ts'
import { migrations as discord, personal as discordPersonal } from './discord/migrations.ts'
import { migrations as web, personal as webPersonal } from './web/migrations.ts'
import { section as wechatSection } from './wechaty/config.ts'
import { migrations as wechat, personal as wechatPersonal } from './wechaty/migrations.ts'

export const adapterNames = ['web', 'stdio', 'discord', 'wechat'] as const
export type AdapterName = (typeof adapterNames)[number]

/** Tables of doors that keep something, whether or not they are open: one database serves them all. */
export const adapterMigrations: readonly Migrations[] = [web, discord, discordInteractions, wechat]
export const adapterPersonal: readonly Personal[] = [...webPersonal, ...discordPersonal, ...wechatPersonal]

/** Files of the rulebook that doors read. */
export const adapterSections: readonly AnySection[] = [discordSection, wechatSection]

/** Rows of doors that are of no use once the engine's own have gone, by the column with their time. */
export const adapterSweeps = [
  { table: 'web_done', column: 'at' },
  { table: 'web_sessions', column: 'expires_at' },
  ...discordSweeps,
] as const

export const loadWeb = () => import('./web/index.ts')
export const loadStdio = () => import('./stdio/index.ts')
export const loadDiscord = () => import('./discord/index.ts')
export const loadDiscordDoctor = () => import('./discord/doctor/index.ts')
export const loadWechat = () => import('./wechaty/index.ts')
export const loadWechatDoctor = () => import('./wechaty/doctor/index.ts')
