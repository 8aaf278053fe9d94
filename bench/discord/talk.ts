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
const words =
  'lantern umbrella chapter garden soup kettle violin harbour window pepper ribbon thunder meadow candle sparrow ladder cushion pebble basket whistle teapot curtain orchard saddle mirror bucket feather anchor button cellar cobbler drawer ferry gutter hammer island jacket kitten lemon marble needle onion parcel quilt rabbit saucer tunnel velvet walnut yarn'.split(
    ' ',
  )
const verbs = 'found lost painted borrowed mended carried watched folded counted hid washed opened'.split(' ')
/** No two alike: what several newcomers say alike is a case for the staff. */
function talkOf(n: number): string {
  const pick = (k: number) => words[(Math.imul(n + 1, 40_503 * (2 * k + 1)) >>> (8 + k)) % words.length]
  return `${pick(1)} ${verbs[n % verbs.length]} ${pick(2)} ${pick(3)}, ${pick(4)} ${pick(5)} ${pick(6)} ${n}`
}
export type Kind = 'talk' | 'question' | 'trouble'
export interface Line {
  readonly kind: Kind
  readonly text: string
}

/**
 * So few of them want anything done that 1,000 messages a second keep below the 50 requests a second that Discord grants a
 * bot in all (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit): 15 questions, and 3 cases of some
 * five requests each.
 */
export function lineOf(n: number): Line {
  const roll = (Math.imul(n + 1, 2_654_435_761) >>> 0) % 1000
  if (roll < 3) return { kind: 'trouble', text: `something forbidden, number ${n}` }
  if (roll < 18)
    return { kind: 'question', text: questions[(Math.imul(n + 1, 40_503) >>> 4) % questions.length]?.[1] ?? '' }
  return { kind: 'talk', text: talkOf(n) }
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
  moderation: {
    raid,
    repeats: { crowd: 0 },
    words: [{ name: 'Test', words: ['forbidden'], score: 1, does: 'delete' }],
  },
}
