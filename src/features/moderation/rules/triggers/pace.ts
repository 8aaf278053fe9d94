/** Triggers that count over time. Each has a window of its own, used up when it goes off. */
import { nearly, same, sketchLength } from '../../sketch.ts'
import { eachSince, markOf, push, type Window } from '../../window.ts'
import type { Count } from '../counters.ts'
import type { Happening, Heard, Test } from '../happening.ts'
import type { Params, Rated } from '../schema/triggers.ts'
import { emojisIn, lettersIn, linesIn } from './shape.ts'

/** What one event adds to a rate. */
const weights: Readonly<Record<Rated, (now: Happening) => number>> = {
  messages: () => 1,
  mentions: ({ spoken }) => spoken?.mentions ?? 0,
  links: ({ spoken }) => spoken?.reading.reachable.links.length ?? 0,
  attachments: ({ spoken }) => Math.max(spoken?.attachments ?? 0, spoken?.files.length ?? 0),
  emojis: ({ spoken }) => emojisIn(spoken?.text ?? ''),
  stickers: ({ spoken }) => (spoken?.kinds.includes('sticker') ? 1 : 0),
  lines: ({ spoken }) => linesIn(spoken?.text ?? ''),
  letters: ({ spoken }) => lettersIn(spoken?.text ?? ''),
  edits: () => 1,
  deletes: () => 1,
  joins: () => 1,
  leaves: () => 1,
  reactions: ({ reaction }) => (reaction?.removed ? 0 : 1),
}
/** The event that each is counted at. */
export const ratedAt: Readonly<Record<Rated, Heard>> = {
  messages: 'message',
  mentions: 'message',
  links: 'message',
  attachments: 'message',
  emojis: 'message',
  stickers: 'message',
  lines: 'message',
  letters: 'message',
  edits: 'edit',
  deletes: 'deleted',
  joins: 'join',
  leaves: 'leave',
  reactions: 'reaction',
}

/** Times and sketches of texts, as the feature's own window of them. */
const texts: Window = { tail: sketchLength, most: 40 }

export const paceTriggers = {
  rate:
    ({ of, count, seconds, per }: Params['rate'], key: string): Test =>
    (now, { paces }) => {
      const weight = weights[of](now)
      if (weight === 0) return undefined
      const sum = paces.push(per, key, now.at, weight, now.at - seconds * 1000)
      if (sum < count) return undefined
      paces.set(per, key, '')
      return `${of} ${sum}/${seconds}s`
    },
  repeats:
    ({ times, seconds, near, per }: Params['repeats'], key: string): Test =>
    ({ spoken, at }, { paces }) => {
      if (!spoken || spoken.reading.normal.text === '') return undefined
      const { code } = spoken.reading.sketch
      const since = at - seconds * 1000
      const kept = paces.get(per, key)
      let count = 1
      eachSince(texts, kept, since, (offset) => {
        if (near ? nearly(code, kept, offset) : same(code, kept, offset)) count++
      })
      paces.set(per, key, count < times ? push(texts, kept, at, code, since) : '')
      return count < times ? undefined : `${count}/${seconds}s`
    },
  /** Who wrote last and how often, with nobody between. */
  streak:
    ({ messages }: Params['streak'], key: string): Test =>
    ({ member }, { paces }) => {
      const mark = markOf(member.id)
      const kept = paces.get('channel', key)
      const count = kept.startsWith(mark) ? Number(kept.slice(mark.length)) + 1 : 1
      paces.set('channel', key, count < messages ? `${mark}${count}` : `${mark}0`)
      return count < messages ? undefined : String(count)
    },
  cases:
    ({ least, within, deeds }: Params['cases']): Test =>
    ({ at }, { cases }) => {
      const count = cases.filter(
        (one) => one.at > at - within && (!deeds || deeds.some((deed) => one.deeds.includes(deed))),
      ).length
      return count < least ? undefined : String(count)
    },
  reports:
    ({ least, within }: Params['reports']): Test =>
    ({ at }, { reports }) => {
      const count = reports.filter((when) => when > at - within).length
      return count < least ? undefined : String(count)
    },
  counter:
    ({ of, least }: Params['counter'], value: (count: Count, at: number) => number): Test =>
    ({ at }, { counts }) => {
      const now = counts.get(of)
      if (!now || now.before >= least) return undefined
      const after = value(now.count, at)
      return after < least ? undefined : `${of} ${Math.round(after * 100) / 100}`
    },
}
