/** `moderation.yaml`: what counts as trouble, how sure we must be, and what is done about it. */
import { z } from 'zod'
import type { Rejection } from '../../core/feature.ts'
import { inBoth, type Vars } from '../../core/texts.ts'
import { text } from '../../core/words.ts'
import { duration } from '../../time/setting.ts'
import { caseKeys } from './case-config.ts'
import { dials } from './model/dial.ts'
import { raid } from './raid/config.ts'
import { checkRules } from './rules/check.ts'
import { ruleKeys } from './rules/config.ts'
import { moderationTexts } from './texts.ts'

const score = (fallback: number) => z.number().min(0).max(1).default(fallback)

export const deeds = ['delete', 'warn', 'mute', 'kick', 'ban'] as const
export type Deed = (typeof deeds)[number]
const deed = z.enum(deeds).describe('What is done when we are sure; the message is deleted in every case')
const reach = z.enum(['newcomers', 'everyone', 'nobody'])

const word = text(100).refine((raw) => raw.trim() !== '', 'is blank')
/** A list, or a text such as that of a file: several words a line with commas between, remarks after `#`. */
const listed = z
  .union([z.array(word), z.string().transform(wordsOf).pipe(z.array(word))])
  .refine((words) => words.length <= 20_000, 'holds more than 20,000 words')
  .describe('A list, or `file:words/list.txt`: words with commas or line breaks between, lines with # are remarks')
function wordsOf(raw: string): string[] {
  const lines = raw.split('\n').filter((line) => !line.trim().startsWith('#'))
  return lines.flatMap((line) => line.split(/[,，、;；]/)).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
}
const wordList = z.strictObject({
  name: text(60).describe('Shown as the reason'),
  words: listed,
  match: z.enum(['word', 'substring']).default('word').describe('substring: within longer Latin words too'),
  score: score(0.6).describe('For one word of the list; several add up'),
  reach: z.enum(['everyone', 'newcomers']).default('everyone'),
  does: deed.optional(),
})
export type WordList = z.output<typeof wordList>

const rung = z.strictObject({
  at: z.int().min(1).max(100).describe('With this many warnings in force'),
  does: z.enum(['mute', 'kick', 'ban']),
  for: duration('12h').describe('How long a mute lasts'),
})

export const config = z.strictObject({
  ...caseKeys,
  ask: score(0.5).describe('From this score on staff is asked'),
  act: score(0.85).describe('From this score on we act by ourselves; 1 is never'),
  does: deed.default('mute').describe('What is done where the check that weighed most does not say'),
  for: duration('12h').describe('How long such a mute lasts'),
  newcomers: z
    .strictObject({
      messages: z.int().min(0).max(100).default(3).describe('Meaningful messages until a member is trusted'),
      hours: z.number().min(0).max(8760).default(24).describe('Or so long after joining'),
      letters: z
        .int()
        .min(1)
        .max(500)
        .default(16)
        .describe('From so many letters on a message is meaningful (汉字 counts 2)'),
      score: score(0).describe('Added where anything else was found in a newcomer’s message'),
    })
    .prefault({}),
  flood: z
    .strictObject({
      messages: z.int().min(2).max(30).default(8),
      seconds: z.number().min(1).max(600).default(5),
      score: score(0.9),
      does: deed.default('mute'),
      for: duration('10m'),
    })
    .prefault({}),
  repeats: z
    .strictObject({
      times: z.int().min(2).max(30).default(4).describe('The same or nearly the same text by one member'),
      seconds: z.number().min(1).max(3600).default(60),
      letters: z.int().min(1).max(500).default(10).describe('Shorter texts never count (汉字 counts 2)'),
      score: score(0.9),
      near: score(0.6).describe('Score where the texts are only nearly the same'),
      does: deed.default('warn'),
      members: z.int().min(2).max(20).default(3).describe('The same text by so many newcomers'),
      minutes: z.number().min(1).max(1440).default(30),
      crowd: score(0.7).describe('Score of the same text by several newcomers'),
    })
    .prefault({}),
  links: z
    .strictObject({
      newcomers: score(0.03).describe(
        'A newcomer’s link; what it is worth beside its words, the trained model has weighed already',
      ),
      shortened: score(0.1).describe('A newcomer’s link that hides where it leads'),
      invites: reach.default('newcomers').describe('Whose invitations elsewhere are judged'),
      invite: score(0.4),
      allow: z.array(text(256)).max(5000).default([]).describe('Domains, or domain and path: "discord.gg/ours"'),
      deny: z.array(text(256)).max(5000).default([]).describe('Domains nobody may post'),
      denied: score(0.95),
      does: deed.default('warn'),
    })
    .prefault({}),
  mentions: z
    .strictObject({
      most: z.int().min(1).max(200).default(5).describe('More members mentioned at once are too many'),
      score: score(0.7),
      everyone: score(0.3).describe('A newcomer calling everyone'),
      does: deed.default('warn'),
    })
    .prefault({}),
  contact: z
    .strictObject({
      baited: score(0.15).describe('A newcomer’s contact id with words that lure'),
      bare: score(0.05).describe('The same without such words'),
      lure: score(0).describe('Only the words'),
      name: score(0.3).describe('A newcomer whose name is an address, an invitation or a contact id'),
    })
    .prefault({}),
  account: z
    .strictObject({
      days: z.number().min(0).max(3650).default(7).describe('Younger accounts, where their age is known, …'),
      young: score(0.1).describe('… add this where anything was found in a newcomer’s message'),
      faceless: score(0.05).describe('Added likewise where the account is known to have no picture of its own'),
    })
    .prefault({}),
  edited: z
    .strictObject({
      score: score(0.2).describe(
        'Added where anything was found in a message that an edit made into another; a regular’s is then read as a newcomer’s',
      ),
    })
    .prefault({}),
  disguise: z
    .strictObject({ score: score(0.05).describe('A newcomer’s words written so that filters miss them') })
    .prefault({}),
  text: z
    .strictObject({
      reach: reach.default('newcomers').describe('Whose messages the trained model judges'),
      dial: z
        .enum(dials)
        .default('balanced')
        .describe('How many harmless messages staff may be asked about: roughly 1, 4 or 11 of a thousand'),
      does: deed.default('mute'),
    })
    .prefault({}),
  known: z
    .strictObject({
      same: score(0.9).describe('The very text that staff found to be spam before'),
      near: score(0.6).describe('Nearly the same'),
      does: deed.default('warn'),
    })
    .prefault({}),
  words: z.array(wordList).max(50).default([]),
  raid,
  warnings: z
    .strictObject({
      days: z.int().min(1).max(3650).default(30).describe('A warning is in force so long'),
      ladder: z
        .array(rung)
        .max(10)
        .prefault([
          { at: 3, does: 'mute', for: '12h' },
          { at: 4, does: 'kick' },
          { at: 5, does: 'ban' },
        ]),
    })
    .prefault({}),
  reports: z
    .strictObject({
      reporters: z.int().min(1).max(20).default(2).describe('So many members must report before staff is asked'),
      hours: z.number().min(1).max(720).default(24).describe('Within so many hours'),
      perHour: z.int().min(1).max(100).default(10).describe('By one member'),
    })
    .prefault({}),
  mirror: z
    .boolean()
    .default(false)
    .describe(
      'Put lists that hold for everyone, denied domains, the mention limit, invitations and rules that delete in any case into the platform’s own filter, where it has one (AutoMod): it holds messages back before anybody reads them',
    ),
  evidence: z
    .strictObject({
      days: z.int().min(0).max(3650).default(30).describe('How long a case keeps what was written; 0: not at all'),
    })
    .prefault({}),
  ...ruleKeys,
})
export type Config = z.output<typeof config>

/** What the schema cannot say: figures that must fit each other. */
export function check(section: Config): readonly Rejection[] {
  const { ask, act } = section
  const troubles: Rejection[] = ask > act ? [wrong(['ask'], 'ask', { ask, act })] : []
  section.warnings.ladder.forEach((step, index, ladder) => {
    if (index > 0 && step.at <= (ladder[index - 1]?.at ?? 0))
      troubles.push(wrong(['warnings', 'ladder', index, 'at'], 'ladder'))
  })
  section.words.forEach(({ name }, index, lists) => {
    if (lists.findIndex((other) => other.name === name) < index)
      troubles.push(wrong(['words', index, 'name'], 'list', { name }))
  })
  return [...troubles, ...checkRules(section)]
}
const wrong = (path: Rejection['path'], key: string, vars?: Vars): Rejection => ({
  path,
  message: inBoth(moderationTexts, `wrong.${key}`, vars),
  remedy: inBoth(moderationTexts, `mend.${key}`, vars),
})
