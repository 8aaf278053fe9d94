/** Where a rule takes what it looks for from: a named list, or what stands beside it. */
import { z } from 'zod'
import { text } from '../../../../core/words.ts'

/** Longer patterns are a program; a list of several short ones is easier to read and to mend. */
export const patternLength = 500
export const listName = text(60).describe('One of `lists`')

const entry = text(256).refine((raw) => raw.trim() !== '', 'is blank')
/** A list, or a text such as that of a file: one or more a line, remarks after `#` at the start of a line. */
const entries = (most: number, split: RegExp) =>
  z
    .union([
      z.array(entry),
      z
        .string()
        .transform((raw) => entriesOf(raw, split))
        .pipe(z.array(entry)),
    ])
    .refine((all) => all.length <= most, `holds more than ${most} entries`)
    .default([])
function entriesOf(raw: string, split: RegExp): string[] {
  const lines = raw.split('\n').filter((line) => !line.trim().startsWith('#'))
  return lines.flatMap((line) => line.split(split)).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]))
}
const commas = /[,，、;；]/
const none = /$^/

export const list = z.strictObject({
  words: entries(20_000, commas).describe(
    'Words and phrases, read through every disguise; "scam*" is within longer words too; `file:words/list.txt` has them from a file',
  ),
  match: z.enum(['word', 'substring']).default('word').describe('substring: all words within longer Latin words too'),
  regexes: z
    .union([
      z.array(text(patternLength)),
      z
        .string()
        .transform((raw) => entriesOf(raw, none))
        .pipe(z.array(text(patternLength))),
    ])
    .refine((all) => all.length <= 200, 'holds more than 200 entries')
    .default([])
    .describe('Patterns of RE2, one a line in a file; they match capitals and small letters alike'),
  domains: entries(20_000, commas).describe('Domains with all below them, or domain and path: "example.com/shop"'),
  invites: entries(5000, commas).describe('Invitations as they are written: "discord.gg/ours"'),
})
export type List = z.output<typeof list>

/** Entries beside the rule, or those of a list. */
const from = (most: number) =>
  z.union([
    z
      .array(entry)
      .min(1)
      .max(most)
      .transform((some): { some?: string[]; list?: string } => ({ some })),
    z.strictObject({ list: listName }).transform((named): { some?: string[]; list?: string } => named),
  ])
export const words = from(500)
export const domains = from(500)
export const pattern = z.union([
  text(patternLength)
    .refine((raw) => raw !== '', 'is blank')
    .transform((one): { some?: string[]; list?: string } => ({ some: [one] })),
  z.strictObject({ list: listName }).transform((named): { some?: string[]; list?: string } => named),
])
export type Source = z.output<typeof words>
