/** What rules cost a message: none, few and many, with short and long lists. Part of `npm run bench:parts`. */
import { Bench } from 'tinybench'
import type { Member } from '../src/core/people.ts'
import { config } from '../src/features/moderation/config.ts'
import { Reading } from '../src/features/moderation/reading.ts'
import { bookOf, chapterOf } from '../src/features/moderation/rules/book.ts'
import { evaluate } from '../src/features/moderation/rules/evaluate.ts'
import type { Happening, Memory } from '../src/features/moderation/rules/happening.ts'
import { Paces } from '../src/features/moderation/rules/paces.ts'

const wordsOf = (count: number) => Array.from({ length: count }, (_, n) => `word${((n * 7919) % 100_003).toString(36)}`)
const listed = (count: number) => ({
  lists: { some: { words: wordsOf(count) } },
  rules: [{ id: 'r', when: [{ words: { list: 'some' } }], do: ['log'] }],
})
const regexes = (count: number) => ({
  rules: Array.from({ length: count }, (_, n) => ({
    id: `r${n}`,
    when: [{ regex: `(?:buy|sell|买|卖)\\s*\\w{3,}${n}` }],
    do: ['log'],
  })),
})
const shapes = {
  rules: [
    { id: 'a', when: ['caps', 'emojis', 'lines', 'zalgo', { mentions: { least: 5 } }], do: ['log'] },
    { id: 'b', when: [{ invites: {} }, { domains: ['bad.example'] }, 'contacts'], do: ['log'] },
    { id: 'c', when: [{ rate: { of: 'messages', count: 100, seconds: 10 } }, 'repeats'], do: ['log'] },
  ],
}
const tom: Member = {
  id: 'm',
  user: 'u',
  name: 'Tom',
  number: 1,
  role: 'member',
  locale: 'en',
  joinedAt: 0,
  joins: 1,
  present: true,
}
const row = (member_id: string, place: string) => ({ group_id: 'g', member_id, place, kept: '', at: 0 })

/** Reading aside, which the checks need anyway. */
function looking(section: object, texts: readonly string[]): () => void {
  const settings = config.parse(section)
  const readings = texts.map((text) => new Reading({ text, mentions: 0, newcomer: false, raider: false }))
  const memory: Memory = {
    paces: new Paces({ member: row('m', ''), group: row('', ''), channel: row('', 'c') }),
    counts: new Map(),
    profile: undefined,
    raid: false,
    warnings: 0,
    messages: 0,
    cases: [],
    reports: [],
  }
  let n = 0
  const group = {
    id: 'g',
    community: 'c',
    ref: 'x:g',
    platform: 'x',
    name: 'G',
    languages: ['zh'],
    timezone: 'UTC',
    observe: false,
  } as const
  const judgement = { level: 'silent', score: 0, findings: [], main: undefined } as const
  return () => {
    const text = texts[n % texts.length] as string
    const said = readings[n % texts.length] as Reading
    n++
    const reading = new Reading(said.said)
    const spoken = {
      message: 'm',
      text,
      reading,
      judgement,
      newcomer: false,
      mentions: 0,
      attachments: 0,
      kinds: [],
      files: [],
      reply: false,
      mentionsBot: false,
    }
    const now: Happening = {
      heard: 'message',
      id: 'e',
      at: n * 1000,
      place: 'c',
      group,
      member: tom,
      roles: undefined,
      spoken,
    }
    const book = bookOf(settings)
    const chapter = chapterOf(settings, 'message')
    if (book && chapter) evaluate(book, chapter, now, memory)
  }
}

export async function rulesDesk(texts: readonly string[]) {
  const bench = new Bench({ time: 300 })
  const add = (name: string, section: object) => bench.add(name, looking(section, texts))
  add('no rules', {})
  add('10 listed words', listed(10))
  add('5,000 listed words', listed(5000))
  add('10 patterns', regexes(10))
  add('100 patterns', regexes(100))
  add('three rules of shape, links and pace', shapes)
  await bench.run()
  return bench.table()
}
