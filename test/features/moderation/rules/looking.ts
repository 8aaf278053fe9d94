/** Rules held against one happening without a house: what goes off. */
import type { Group, Member } from '../../../../src/core/people.ts'
import { type Config, config } from '../../../../src/features/moderation/config.ts'
import { judge } from '../../../../src/features/moderation/judge.ts'
import { Reading } from '../../../../src/features/moderation/reading.ts'
import { bookOf, chapterOf } from '../../../../src/features/moderation/rules/book.ts'
import { type Count, zero } from '../../../../src/features/moderation/rules/counters.ts'
import { evaluate, type Outcome } from '../../../../src/features/moderation/rules/evaluate.ts'
import type { Happening, Memory, Spoken } from '../../../../src/features/moderation/rules/happening.ts'
import { Paces } from '../../../../src/features/moderation/rules/paces.ts'
import { monday } from '../../../kit/inn.ts'

export const group: Group = {
  id: 'g1',
  community: 'c',
  ref: 'test:main',
  platform: 'test',
  name: 'Main',
  languages: ['zh', 'en'],
  timezone: 'Asia/Shanghai',
  observe: false,
}
export const tom: Member = {
  id: 'm1',
  user: 'test:tom',
  name: 'Tom',
  number: 2,
  role: 'member',
  locale: 'en',
  joinedAt: monday - 3_600_000,
  joins: 1,
  present: true,
}
export const sectionOf = (rules: readonly object[], more: object = {}): Config =>
  config.parse({ rules: rules.map((rule, index) => ({ id: `r${index + 1}`, do: ['log'], ...rule })), ...more })

const row = (member_id: string, place: string) => ({ group_id: 'g1', member_id, place, kept: '', at: 0 })
export const emptyMemory = (more: Partial<Memory> = {}, counts: Readonly<Record<string, Count>> = {}): Memory => ({
  paces: new Paces({ member: row('m1', ''), group: row('', ''), channel: row('', 'room') }),
  counts: new Map(Object.entries(counts).map(([name, count]) => [name, { before: 0, count }])),
  profile: undefined,
  raid: false,
  warnings: 0,
  messages: 0,
  cases: [],
  reports: [],
  ...more,
})
export function said(text: string, section: Config, more: Partial<Spoken> = {}, newcomer = true): Spoken {
  const reading = new Reading({ text, mentions: more.mentions ?? 0, newcomer, raider: false })
  return {
    message: 'x1',
    text,
    reading,
    judgement: judge(section, reading),
    newcomer,
    mentions: 0,
    attachments: 0,
    kinds: [],
    files: [],
    reply: false,
    mentionsBot: false,
    ...more,
  }
}
export const happening = (more: Partial<Happening> = {}): Happening => ({
  heard: 'message',
  id: 'e1',
  at: monday,
  place: 'room',
  group,
  member: tom,
  roles: undefined,
  ...more,
})
export function outcomeOf(section: Config, now: Happening, memory = emptyMemory()): Outcome {
  const book = bookOf(section)
  const chapter = chapterOf(section, now.heard)
  if (!book || !chapter) return { fired: [], counting: [], safe: false }
  for (const name of chapter.needs.counters)
    if (!memory.counts.has(name)) memory.counts.set(name, { before: 0, count: zero })
  return evaluate(book, chapter, now, memory)
}
/** What the only rule found, or undefined. */
export const foundBy = (section: Config, now: Happening, memory?: Memory): string | undefined =>
  outcomeOf(section, now, memory).fired[0]?.found
