/** `wechat.yaml`: which rooms are whose, who is let in, and how slowly everything goes. */
import { z } from 'zod'
import type { AnySection, Rejection } from '../../src/core/feature.ts'
import { inBoth } from '../../src/core/texts.ts'
import { text } from '../../src/core/words.ts'
import { setupTexts } from './setup.texts.ts'

const key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'is lower-case letters, digits and dashes')
  .describe('What the room is called in community.yaml: `reading` is `wechat:reading`')
const word = text(40).refine((raw) => raw.trim() !== '', 'is blank')
const positive = (most: number) => z.number().min(0).max(most)

const room = z.strictObject({
  topic: text(100).optional().describe('The room’s name in WeChat, letter by letter'),
  id: text(200).optional().describe('Or its id, as the office shows it once the bot is in'),
  words: z
    .array(word)
    .max(20)
    .default([])
    .describe('Whoever asks to be the bot’s friend with one of these words, or writes it in private, is led here'),
})
const person = z.strictObject({
  remark: text(100).optional().describe('The remark (备注) the bot’s account has given them: nobody else can set it'),
  handle: text(100).optional().describe('Or their WeChat ID (微信号), where the puppet tells it'),
  id: text(200).optional().describe('Or their id, as the puppet shows it'),
})

const friends = z
  .strictObject({
    perDay: z
      .int()
      .min(0)
      .max(100)
      .default(15)
      .describe(
        'Friend requests accepted and people brought in at most; who is let in says `requests` in welcome.yaml',
      ),
  })
  .prefault({})

const pacing = z
  .strictObject({
    roomGapSeconds: positive(3600).default(3).describe('Between two messages in one room'),
    jitter: z.number().min(0).max(1).default(0.5).describe('Gaps are longer or shorter by up to so much, by chance'),
    perMinute: z.int().min(1).max(120).default(12).describe('Messages in all rooms together'),
    perDay: z.int().min(1).max(20_000).default(300).describe('Messages in all rooms together'),
    postGapSeconds: positive(3600).default(20).describe('Before a post that nobody asked for'),
    kicksPerHour: z.int().min(0).max(100).default(10).describe('Members removed at most'),
    restHours: z
      .number()
      .min(0.1)
      .max(72)
      .default(6)
      .describe('How long nothing is sent after WeChat has said 操作过于频繁'),
  })
  .prefault({})
  .describe('Slow is safe: WeChat restricts accounts that act faster than people')

const members = z
  .strictObject({
    compareMinutes: z
      .strictObject({ least: positive(1440).default(5), most: positive(1440).default(10) })
      .prefault({})
      .describe(
        'The list of members is compared at a moment between: joins that WeChat’s news did not tell are found so',
      ),
    lateMinutes: positive(1440)
      .default(60)
      .describe('Whoever joined unseen is welcomed late within this time, and later only counted'),
  })
  .prefault({})

export const config = z.strictObject({
  rooms: z.record(key, room).default({}).describe('Your rooms, each under a key of your own'),
  people: z
    .record(key, person)
    .default({})
    .describe('People whose account must be known for sure, such as staff: `mei` is `wechat:mei` in community.yaml'),
  unlisted: z
    .enum(['ignore', 'leave', 'serve'])
    .default('ignore')
    .describe('Rooms not listed here. serve: they too, if community.yaml lists `wechat:*`; leave: the bot goes out'),
  leaveAfterMinutes: positive(1440).default(10).describe('So long after an unlisted room was found'),
  friends,
  pacing,
  members,
  oldSeconds: positive(3600)
    .default(60)
    .describe('Older messages, that WeChat delivers again at login, are not answered'),
  alertMinutes: positive(1440).default(10).describe('The owner is told when WeChat has been away for so long'),
  stableIds: z
    .enum(['auto', 'yes', 'no'])
    .default('auto')
    .describe('Whether ids stay the same at every login; auto: as docs/wechat.md says of the puppet'),
})
export type WechatConfig = z.output<typeof config>
export type RoomConfig = WechatConfig['rooms'][string]
export type PersonConfig = WechatConfig['people'][string]

export function check({ rooms, people, members: { compareMinutes } }: WechatConfig): readonly Rejection[] {
  const found: Rejection[] = []
  const reject = (path: Rejection['path'], code: 'nameless' | 'faceless' | 'twice' | 'backwards', name: string) =>
    found.push({
      path,
      message: inBoth(setupTexts, `wrong.${code}`, { name }),
      remedy: inBoth(setupTexts, `mend.${code}`, { name }),
    })
  const topics = new Set<string>()
  const words = new Set<string>()
  for (const [name, { topic, id, words: own }] of Object.entries(rooms)) {
    if (topic === undefined && id === undefined) reject(['rooms', name], 'nameless', name)
    if (topic !== undefined && topics.has(topic)) reject(['rooms', name, 'topic'], 'twice', topic)
    if (topic !== undefined) topics.add(topic)
    for (const [n, one] of own.entries()) {
      if (words.has(one)) reject(['rooms', name, 'words', n], 'twice', one)
      words.add(one)
    }
  }
  for (const [name, { remark, handle, id }] of Object.entries(people))
    if (remark === undefined && handle === undefined && id === undefined) reject(['people', name], 'faceless', name)
  if (compareMinutes.least > compareMinutes.most) reject(['members', 'compareMinutes'], 'backwards', '')
  return found
}

/** Read by the rulebook as `wechat.yaml`. */
export const section = { name: 'wechat', config, check } satisfies AnySection
