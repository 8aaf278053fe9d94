/** The rulebook of the demo as an owner on Discord has it: one language, channels by their use, and AutoMod in step. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Rulebook } from '../../../src/core/rulebook.ts'
import type { Locale } from '../../../src/core/words.ts'
import { readRulebooks } from '../../../src/rulebook/read.ts'
import { sections } from '../../../src/sections.ts'

const demo = resolve(import.meta.dirname, '../../../rules/demo')
const discordYaml = `channels:
  default: general
  rules: rules
  welcome: welcome
  activity: news
  perks: news
  moderation: staff
`

/** A folder of its own, to be removed by whoever asked for it. `more` stands under `moderation.yaml`. */
export function demoFolder(language: Locale, more = 'mirror: true\n'): string {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-journey-'))
  cpSync(demo, folder, { recursive: true })
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  edit('community.yaml', (text) => text.replace(/^languages: .*$/m, `languages: [${language}]`))
  edit('moderation.yaml', (text) => `${text}\n${more}`)
  writeFileSync(join(folder, 'discord.yaml'), discordYaml)
  return folder
}

export async function demoRulebooks(language: Locale): Promise<readonly Rulebook[]> {
  const folder = demoFolder(language)
  try {
    const { rulebooks, problems } = await readRulebooks(folder, sections)
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
    return rulebooks
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
