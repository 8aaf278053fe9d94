/** Texts of several lines: each language is one block, not one line under the other. */
import type { Ctx } from '../../core/feature.ts'
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import { change } from './sparkline.ts'
import { activityTexts } from './texts.ts'

export type Say = (key: string, vars?: Vars) => string

const sayIn =
  (locale: Locale): Say =>
  (key, vars) =>
    fill(activityTexts[locale][key] ?? key, vars)

/** The composed text in the group's language or languages. */
export const toGroup = (ctx: Pick<Ctx<unknown, unknown>, 'words'>, compose: (say: Say) => string): string =>
  ctx.words({ zh: compose(sayIn('zh')), en: compose(sayIn('en')) })

export const changeText = (say: Say, now: number, before: number): string => change(now, before) ?? say('change.none')

/** Hundredths as points, one decimal at most. */
export const pointsText = (hundredths: number): string => String(Math.round(hundredths / 10) / 10)
