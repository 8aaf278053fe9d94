/** A checked section, and one message judged by it. */
import { type Config, config } from '../../../src/features/moderation/config.ts'
import { judge } from '../../../src/features/moderation/judge.ts'
import { Reading, type Said } from '../../../src/features/moderation/reading.ts'

/** The model is left out, unless asked for: what single checks find is looked at. */
export const section = (more: Record<string, unknown> = {}): Config =>
  config.parse({ text: { reach: 'nobody' }, ...more })
export const newcomer = (text: string, more: Partial<Said> = {}) =>
  new Reading({ text, mentions: 0, newcomer: true, raider: false, ...more })
export const regular = (text: string, more: Partial<Said> = {}) => newcomer(text, { newcomer: false, ...more })
/** The checks that found something, who wrote it aside. */
export const found = (settings: Config, reading: Reading): string[] =>
  judge(settings, reading)
    .findings.map(({ name }) => name)
    .filter((name) => name !== 'newcomer')
export const scored = (settings: Config, reading: Reading) => judge(settings, reading).score
