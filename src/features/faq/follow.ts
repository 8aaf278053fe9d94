/** "And on iOS?": a short question soon after an answer, read together with the entry that was just answered. */
import type { MaybePromise } from '../../core/words.ts'
import { andThen } from '../../core/words.ts'
import type { Matched } from '../../text/match.ts'
import { normalise } from '../../text/normalise.ts'
import type { FaqCtx } from './base.ts'
import type { FaqDesk } from './desk.ts'
import { type Entry, titleOf } from './entry.ts'
import type { RoomRow } from './memory.ts'
import { spotOf } from './spot.ts'

const minuteMs = 60_000
/** A follow-up leaves out what both know: it is short. */
const longestZh = 16
const mostWords = 8
/** What it begins with, and ends with in Chinese; without it, it is a question of its own. */
const opening =
  /^(?:and|but|or|so|then|ok|what about|how about|what if|那么?|然后|还有|如果|要是|换成)(?:[\s,，]+|(?=\P{ASCII}))/u
const ending = /呢[?？!！。~～\s]*$/u
/** As probable as what is shown to one who looks it up: the entry before it vouches for the rest. */
const sure = 0.3

export interface Followed {
  readonly entry: Entry
  readonly matched: Matched
}
export const isShort = (text: string) =>
  /\p{Script=Han}/u.test(text)
    ? text.length <= longestZh + (text.match(/[a-z]/gi)?.length ?? 0)
    : text.length <= 80 && text.split(/\s+/).length <= mostWords

/** What was answered last there, where that is not too long ago to be followed up. */
export function lastAnswered(ctx: FaqCtx): MaybePromise<RoomRow | undefined> {
  const { followMinutes } = ctx.config
  if (followMinutes === 0) return undefined
  return andThen(ctx.store.rooms.get({ group_id: ctx.group.id, spot: spotOf(ctx) }), (room) =>
    room.entry !== '' && ctx.now - room.at <= followMinutes * minuteMs ? room : undefined,
  )
}

/** The entry that the short question asks for after `room.entry`: one written to follow it, or another with its words. */
export function followUp(desk: FaqDesk, room: RoomRow, text: string): Followed | undefined {
  const parent = desk.find(room.entry)
  if (!parent) return undefined
  return written(desk, parent, text) ?? together(desk, parent, text)
}

/** Said as something that goes on from what was said before: "and …", "…呢？". */
export function goesOn(text: string): boolean {
  const plain = normalise(text).text
  return opening.test(plain) || ending.test(plain)
}
/** An entry that was written to follow the last one: for a question that goes on it comes before any other. */
export function writtenAfter(desk: FaqDesk, room: RoomRow, text: string): Followed | undefined {
  const parent = desk.find(room.entry)
  return parent && written(desk, parent, text)
}
function written(desk: FaqDesk, { id, after }: Entry, text: string): Followed | undefined {
  for (const from of after === undefined ? [id] : [id, after]) {
    const matched = desk.askAfter(from, text)
    const [best] = matched?.ranked ?? []
    const entry = best && best.entry !== id && best.score >= sure ? desk.find(best.entry) : undefined
    if (entry && matched) return { entry, matched }
  }
  return undefined
}

/** "How do I install the app?" and "what about the iPad?" are "how do I install the app the iPad". */
function together(desk: FaqDesk, parent: Entry, text: string): Followed | undefined {
  const plain = normalise(text).text
  if (!opening.test(plain) && !ending.test(plain)) return undefined
  const rest = plain
    .replace(opening, '')
    .replace(ending, '')
    .replace(/[?？]+$/u, '')
  const language = /\p{Script=Han}/u.test(plain) ? 'zh' : 'en'
  const question = titleOf(parent, language).replace(/[?？。.\s]+$/u, '')
  const matched = desk.ask(language === 'zh' ? `${rest}${question}？` : `${question} ${rest}?`, 'balanced')
  const best = matched.ranked.find(({ entry }) => entry !== parent.id)
  const parents = matched.ranked.find(({ entry }) => entry === parent.id)?.score ?? 0
  const entry = best && best.score >= sure && best.score > parents ? desk.find(best.entry) : undefined
  return entry && { entry, matched }
}
