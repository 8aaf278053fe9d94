/** The key `sharedBans` of `moderation.yaml`: lists of other communities that this one follows by choice. */
import { z } from 'zod'
import { text } from '../../../core/words.ts'
import { duration } from '../../../time/setting.ts'
import { mostCharacters } from './fetching.ts'
import { type Entry, inForceOf, publicKeyOf, read } from './format.ts'

export const sharedEffects = ['ban', 'ask', 'flag'] as const
const mostTold = 5
const leastMs = 600_000
/** What is signed needs no secrecy, but who reads it is nobody's affair. */
const address = z
  .url({ protocol: /^https?$/, error: 'is no address such as https://example.org/friends.jsonl' })
  .max(2000)
  .refine((url) => !/^http:\/\/(?!localhost[:/]|127\.0\.0\.1[:/])/i.test(url), 'is not https')

const list = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is not a name: lower-case letters, digits and dashes')
      .describe('What it is called here; whoever was banned by it is told'),
    source: text(mostCharacters)
      .optional()
      .describe('`file:bans/friends.jsonl`: the list as it was given out, see docs/moderation.md'),
    url: address.optional().describe('Instead of `source`: where the list is fetched from, again and again'),
    every: duration('6h').describe('How often it is fetched'),
    key: text(200).describe('The public key of the community that gives it out, base64'),
    effect: z
      .enum(sharedEffects)
      .default('ask')
      .describe('Of those it names who are here or come in: ban them, ask staff, or only tell staff'),
  })
  .superRefine(({ source, url, every, key }, ctx) => {
    if ((source === undefined) === (url === undefined))
      ctx.addIssue({
        code: 'custom',
        path: ['source'],
        message: 'stands beside `url` or is missing: write one of them',
      })
    if (every < leastMs) ctx.addIssue({ code: 'custom', path: ['every'], message: 'is shorter than 10m' })
    const known = publicKeyOf(key)
    if (!known) return ctx.addIssue({ code: 'custom', path: ['key'], message: 'is no Ed25519 public key' })
    const { bad } = read(source ?? '', known)
    for (const { line, detail } of bad.slice(0, mostTold))
      ctx.addIssue({ code: 'custom', path: ['source'], message: `line ${line} ${detail}` })
  })
export const sharedBans = z.array(list).max(20).default([])
export type SharedList = z.output<typeof list>

/** Parsed once for as long as the rulebook stays the same. */
const parsed = new WeakMap<SharedList, ReadonlyMap<string, Entry>>()
export function entriesOf(shared: SharedList): ReadonlyMap<string, Entry> {
  const known = parsed.get(shared)
  if (known) return known
  const key = publicKeyOf(shared.key)
  const entries = key ? inForceOf(read(shared.source ?? '', key).entries) : new Map<string, Entry>()
  parsed.set(shared, entries)
  return entries
}
