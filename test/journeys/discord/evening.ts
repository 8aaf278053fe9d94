/** The stage of the story: an emulated Discord, a whole Innkeeper with the demo's rulebook, and a clock that leaps. */
import type { APIMessage } from 'discord-api-types/v10'
import { expect } from 'vitest'
import type { Rulebook } from '../../../src/core/rulebook.ts'
import type { Locale } from '../../../src/core/words.ts'
import { type House, openHouse } from '../../adapters/discord/house.ts'
import { type GuildHandle, textOf } from '../../emulators/discord/control/guild.ts'
import { type Discord, openDiscord } from '../../emulators/discord/index.ts'
import { openContract, undescribed } from '../../emulators/discord/openapi.ts'
import type { GuildSpec } from '../../emulators/discord/state/seed.ts'
import { Leaping } from './clock.ts'
import { demoRulebooks } from './rulebook.ts'
import { en, type Words, zh } from './words.ts'

const guild = (locale: string): GuildSpec => ({
  name: 'Lantern',
  owner: 'olga',
  locale,
  channels: [
    'rules',
    'welcome',
    'general',
    'news',
    {
      name: 'staff',
      deny: { everyone: ['ViewChannel'] },
      allow: { Mods: ['ViewChannel'], Innkeeper: ['ViewChannel'] },
    },
  ],
  roles: [{ name: 'Mods', permissions: ['KickMembers', 'BanMembers', 'ModerateMembers', 'ManageMessages'] }],
  members: [
    { name: 'mona', roles: ['Mods'], locale },
    { name: 'anna', locale },
    { name: 'tom', locale },
    { name: 'bea', locale },
  ],
})

export interface Evening {
  readonly words: Words
  readonly clock: Leaping
  readonly discord: Discord
  readonly house: House
  readonly rulebook: Rulebook
  readonly lantern: GuildHandle
  /** Waits for a private message that has this in it. */
  told(name: string, text: string): Promise<APIMessage>
  close(): Promise<void>
}

/** A Wednesday morning in Shanghai: no one is asleep, and the week has days to come. */
const start = '2026-11-18T10:00:00+08:00'

export async function openEvening(language: Locale): Promise<Evening> {
  const words = language === 'zh' ? zh : en
  const clock = new Leaping(start)
  const { now } = clock
  const discord = await openDiscord({ now })
  const rulebooks = await demoRulebooks(language)
  const house = await openHouse({ at: discord, now, rulebooks })
  if (!(await discord.until(() => discord.commands.length > 0))) throw new Error('no commands were registered')
  const lantern = discord.adds(guild(words.client))
  return {
    words,
    clock,
    discord,
    house,
    rulebook: rulebooks[0] as Rulebook,
    lantern,
    async told(name, text) {
      const found = await discord.until(() => discord.dms(name).find((message) => textOf(message).includes(text)))
      if (!found) throw new Error(`${name} was not told "${text}": ${discord.dms(name).map(textOf).join(' | ')}`)
      return found
    },
    async close() {
      await house.close()
      await discord.close()
    },
  }
}

/** Every request and answer was as Discord's own document has it; nothing else was sent. */
export function heldToItsDocument({ requests }: Discord): void {
  const found = openContract()?.check(requests)
  if (!found) return
  expect(found.checked).toBeGreaterThan(40)
  expect(found.violations).toEqual([])
  expect(found.uncovered.filter((what) => !undescribed.includes(what))).toEqual([])
}
