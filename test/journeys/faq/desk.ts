/** An ordinary group with a few questions written down: who is there, what they say, and what is new to read since. */
import { expect, onTestFinished } from 'vitest'
import type { Locale } from '../../../src/core/words.ts'
import { entries, halfKnown } from '../../features/faq/entries.ts'
import { Play } from '../moderation/play.ts'
import type { Guest, Line, Platform } from '../moderation/stage.ts'
import { words } from '../moderation/words.ts'

export interface Desk {
  readonly play: Play
  readonly language: Locale
  readonly moderator: Guest
  readonly owner: Guest
  /** Five members, long here. */
  readonly members: readonly [Guest, Guest, Guest, Guest, Guest]
  readonly half: { readonly text: string; readonly first: string; readonly second: string }
  /** The answer, or the title, of an entry. */
  answer(id: string): RegExp
  title(id: string): string
  /** Whether entries are before the guest to choose from, this one among them. */
  offers(guest: Guest, id: string): Promise<void>
  /** Asks what is written down in its very words, and waits for the answer: all said before it has been heard then. */
  probe(): Promise<void>
  /** Lines of the group and to this guest that came while `doing`, and before the answer to the next question. */
  during(guest: Guest, doing: () => Promise<void>): Promise<readonly Line[]>
}
const names = {
  zh: ['小安', '小白', '小川', '小丹', '小恩'],
  en: ['Ann', 'Bob', 'Cat', 'Dan', 'Eve'],
} as const
const known = { zh: '怎么邀请朋友进群？', en: 'How can I invite a friend to the group?' } as const
const morning = { zh: '大家早上好，今天天气真好', en: 'good morning all, what a fine day' } as const
/** Longer than an answer stands before it is given again. */
const window = 11

const escaped = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('**', ''))
function entryOf(id: string) {
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw new Error(`no entry ${id}`)
  return entry
}

export async function openDesk(
  platform: Platform,
  language: Locale,
  title: string,
  faq: Readonly<Record<string, unknown>> = {},
): Promise<Desk> {
  const sections = { faq: { entries, keepText: true, ...faq }, welcome: { enabled: false } }
  const stage = await platform.open({ language, sections })
  const play = new Play(stage, `faq-${platform.name.replaceAll(' ', '-')}-${title}-${language}`)
  onTestFinished(() => play.close())
  const owner = await play.comes(words[language].owner, 'owner')
  const moderator = await play.comes(words[language].first, 'moderator')
  const members: Guest[] = []
  for (const name of names[language]) {
    members.push(await play.comes(name))
    await play.passes(5) // one by one: five at once are a raid
  }
  for (const guest of [owner, moderator, ...members]) await play.says(guest, `${morning[language]} ${guest.name}`)
  await play.passes(3 * 1440)
  const [a, b, c, d, prober] = members
  if (!a || !b || !c || !d || !prober) throw new Error('nobody came')
  const ids = async (guest: Guest) => new Set((await guest.reads()).map(keyOf))
  const probe = async () => {
    await play.passes(window)
    const before = await ids(prober)
    await play.says(prober, known[language])
    const fresh = async () =>
      (await prober.reads()).some((line) => !before.has(keyOf(line)) && answer('invite').test(line.text))
    const now = async () => {
      if (faq.holdSeconds !== undefined) await play.passes(1)
      return fresh()
    }
    await expect.poll(now, { timeout: 10_000, interval: 15, message: 'the probe is answered' }).toBe(true)
  }
  const answer = (id: string) => escaped(entryOf(id).answer[language].slice(0, 18))
  return {
    play,
    language,
    moderator,
    owner,
    members: [a, b, c, d, prober],
    half: halfKnown(language),
    answer,
    title: (id) => entryOf(id).question[language],
    probe,
    async offers(guest, id) {
      const offered = async () =>
        (await guest.reads()).some(({ buttons }) => buttons.includes(entryOf(id).question[language]))
      await expect
        .poll(offered, { timeout: 10_000, interval: 15, message: `${guest.name} is offered ${id}` })
        .toBe(true)
    },
    async during(guest, doing) {
      const before = await ids(guest)
      await doing()
      await probe()
      return (await guest.reads()).filter((line) => !before.has(keyOf(line)) && !answer('invite').test(line.text))
    },
  }
}
/** A line that was edited is new to read. */
const keyOf = ({ id, text }: Line) => `${id} ${text}`
