/** A checked section, and one message judged by it. */
import { type Config, config } from '../../../src/features/moderation/config.ts'
import { judge } from '../../../src/features/moderation/judge.ts'
import { Reading, type Said } from '../../../src/features/moderation/reading.ts'

/** Figures by which single checks are felt: those of an untouched section leave most to the trained model. */
export const heavy = {
  newcomers: { score: 0.1 },
  contact: { baited: 0.6, bare: 0.3, lure: 0.2 },
  disguise: { score: 0.35 },
  links: { newcomers: 0.25, shortened: 0.4, invite: 0.6 },
} as const
/** A section in the owner's words, with those figures where it has none of its own. */
export const weighty = (section: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const own = (key: string) => section[key] as object | undefined
  const filled = Object.entries(heavy).map(([key, figures]) => [key, { ...figures, ...own(key) }])
  return { ...section, ...Object.fromEntries(filled) }
}
/** The model is left out, unless asked for: what single checks find is looked at. */
export const section = (more: Record<string, unknown> = {}): Config =>
  config.parse({ text: { reach: 'nobody' }, ...weighty(more) })
export const newcomer = (text: string, more: Partial<Said> = {}) =>
  new Reading({ text, mentions: 0, newcomer: true, raider: false, ...more })
export const regular = (text: string, more: Partial<Said> = {}) => newcomer(text, { newcomer: false, ...more })
/** The checks that found something, who wrote it aside. */
export const found = (settings: Config, reading: Reading): string[] =>
  judge(settings, reading)
    .findings.map(({ name }) => name)
    .filter((name) => name !== 'newcomer')
export const scored = (settings: Config, reading: Reading) => judge(settings, reading).score
