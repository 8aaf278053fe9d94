/**
 * How commands are called and described on Discord, in the reader's language. Names as such are English, which every
 * client shows that has no other; clients in Chinese, either script, show the Chinese ones.
 * After https://docs.discord.com/developers/interactions/application-commands#application-command-object
 */
import type { LocalizationMap } from 'discord-api-types/v10'
import { type Locale, type Localised, pick } from '../../../src/core/words.ts'

/** Figures of Discord's. Lengths are in characters. */
export const limits = {
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choice: 100,
  textOption: 6000,
  /** Names, descriptions and values of one command together, in its longest language. */
  command: 8000,
  slash: 100,
  menus: 15,
} as const

const chinese = ['zh-CN', 'zh-TW'] as const
const lowered = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** What a slash command or an option may be called. */
export const isName = (name: string) => lowered.test(name) && name === name.toLowerCase()

/** No longer than Discord takes, with an ellipsis where something was left out. */
export function cut(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\uFFFD$/u, '')
        .trimEnd()}…`
}

/** The Chinese, for Chinese clients; nothing where there is none, or where it says no more than the English does. */
export function inChinese(zh: string | undefined, en: string): LocalizationMap | undefined {
  if (!zh || zh === en) return undefined
  return Object.fromEntries(chinese.map((locale) => [locale, zh]))
}

/** `description` with its translations. Discord wants at least one character. */
export function described(about: Localised, instead: string) {
  const en = cut(pick(about, 'en'), limits.description) || instead
  const zh = inChinese(about.zh && cut(about.zh, limits.description), en)
  return { description: en, ...(zh && { description_localizations: zh }) }
}

/** The language of ours that a client's is; undefined where it is neither: the group's is as good then. */
export function localeOf(client: string | undefined): Locale | undefined {
  if (client?.startsWith('zh')) return 'zh'
  return client?.startsWith('en') ? 'en' : undefined
}

/** A field in a word: what stands before the first comma of its description. "理由，会告诉对方" is 理由. */
export function shortly(about: string): string {
  const [first = ''] = about.split(/[，,；;。（(：:]/u)
  return first.trim()
}
