/** What `innkeeper doctor` asks of Discord, where there is a token or a rulebook for it. */
import { globSync } from 'node:fs'
import { loadDiscordDoctor } from '../../adapters/index.ts'
import type { Rulebook } from '../core/rulebook.ts'
import type { Locale } from '../core/words.ts'
import { features } from '../features.ts'
import { type Told, told } from './told.ts'

/** Nothing where nobody means to be on Discord. `rulebooks` are those of the folder `dir` that are whole. */
export async function discord(dir: string, rulebooks: readonly Rulebook[], lang: Locale): Promise<readonly Told[]> {
  const listed = rulebooks.flatMap((rulebook) => rulebook.listed('discord').map(({ ref }) => ref))
  const token = Boolean(process.env.DISCORD_TOKEN?.trim())
  const meant = listed.length > 0 || globSync(['discord.yaml', '*/discord.yaml'], { cwd: dir }).length > 0
  if (!token && !meant) return []
  const { discordEnv, discordFindings, tokenless } = await loadDiscordDoctor()
  if (!token) return [told(tokenless, lang)]
  const findings = await discordFindings({
    env: discordEnv(process.env),
    needs: features.map(({ name, needs }) => ({ feature: name, actions: needs })),
    sectionOf: (ref) => rulebooks.find((one) => one.group(ref) !== undefined)?.section('discord', ref),
    sections: rulebooks.map((rulebook) => rulebook.section('discord', '')),
    listed,
  })
  return findings.map((finding) => told(finding, lang))
}
