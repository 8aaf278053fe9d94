/** What members of 500 servers write: talk, questions that have an answer, and messages that have to go. */

/** Told apart by their words, so that each is answered by its own entry. */
export const questions: readonly (readonly [id: string, question: string, answer: string])[] = [
  ['hours', 'What are your opening hours?', 'We open at nine.'],
  ['parking', 'Where can I park my car?', 'Behind the house.'],
  ['refund', 'How do I get a refund for my ticket?', 'At the desk, within a week.'],
  ['wifi', 'What is the password of the wireless network?', 'It is on the wall.'],
  ['library', 'May I borrow books from the library?', 'Two at a time.'],
  ['camera', 'Are photographs allowed during the show?', 'Without a flash.'],
  ['kitchen', 'Is breakfast included in the price?', 'It is, until ten.'],
  ['dogs', 'Can I bring my dog along?', 'On a lead.'],
  ['piano', 'Who may play the piano in the hall?', 'Whoever can.'],
  ['garden', 'When is the garden watered?', 'At dusk.'],
]
const talk = [
  'good morning everyone, the lanterns look lovely today',
  'I finished the third chapter and did not see that coming',
  'has anybody seen my umbrella? it is the green one',
  'thanks, that helped a lot!',
  'the soup was better last week, if you ask me',
  'see you all on Sunday then',
  '今天的灯笼真好看，晚上再来',
  '第三章读完了，结尾很意外',
]
export type Kind = 'talk' | 'question' | 'trouble'
export interface Line {
  readonly kind: Kind
  readonly text: string
}

/**
 * So few of them want anything done that 1,000 messages a second keep below the 50 requests a second that Discord grants a
 * bot in all (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit): 15 questions, and 3 cases of some
 * five requests each. `round`: how often this server has spoken before.
 */
export function lineOf(n: number, round: number): Line {
  if (n % 333 === 100) return { kind: 'trouble', text: `something forbidden, number ${n}` }
  if (n % 67 === 0) return { kind: 'question', text: questions[(n + round) % questions.length]?.[1] ?? '' }
  return { kind: 'talk', text: `${talk[n % talk.length]} (${n})` }
}

/** Members who say the same at once are no raid here. */
const never = { joins: 60, does: [] }
const raid = {
  joins: 60,
  guarded: never,
  locked: never,
  alike: { joins: 30, locked: 60, messages: 30 },
  drip: { joins: 60 },
}
/** The rulebook, by file: YAML reads JSON, too. Every feature is on. */
export const files: Readonly<Record<string, unknown>> = {
  community: {
    id: 'load',
    name: 'Load',
    languages: ['en'],
    timezone: 'UTC',
    anyGroup: true,
    budgets: { deletions: 100_000 },
  },
  discord: { channels: { default: 'general', moderation: 'staff' }, invites: false },
  rules: { text: { en: '1. Be kind.' } },
  faq: {
    entries: questions.map(([id, question, answer]) => ({ id, question: { en: question }, answer: { en: answer } })),
    repeatMinutes: 1,
  },
  moderation: { raid, words: [{ name: 'Test', words: ['forbidden'], score: 1, does: 'delete' }] },
}
