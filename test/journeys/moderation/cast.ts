/** Who is in the group when a journey begins. */
import { onTestFinished } from 'vitest'
import type { Locale } from '../../../src/core/words.ts'
import { Play } from './play.ts'
import type { Guest, Platform } from './stage.ts'
import { type Words, words } from './words.ts'

export interface Cast {
  readonly play: Play
  readonly says: Words
  readonly zh: boolean
  readonly owner: Guest
  /** Two moderators. */
  readonly first: Guest
  readonly second: Guest
  /** Long here. */
  readonly regular: Guest
}
const minutesADay = 1440

/** An evening of an ordinary group, with nothing wrong in it. */
export async function openCast(
  platform: Platform,
  language: Locale,
  title: string,
  sections: Readonly<Record<string, unknown>> = {},
): Promise<Cast> {
  const says = words[language]
  const stage = await platform.open({ language, sections })
  const play = new Play(stage, `${platform.name}-${title}-${language}`)
  onTestFinished(() => play.close())
  const owner = await play.comes(says.owner, 'owner')
  const first = await play.comes(says.first, 'moderator')
  const second = await play.comes(says.second, 'moderator')
  const regular = await play.comes(says.regular)
  for (const guest of [owner, first, second, regular]) await play.says(guest, says.morning)
  await play.passes(2 * minutesADay)
  return { play, says, zh: language === 'zh', owner, first, second, regular }
}
