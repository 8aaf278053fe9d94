/** Names and times as they stand in texts. */

import type { Member } from '../../core/people.ts'
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import { formatDuration } from '../../time/duration.ts'
import type { GateCtx } from './base.ts'
import { gateTexts } from './texts.ts'

/** A text in one language. */
export type Say = (key: string, vars?: Vars) => string
export const sayIn =
  (locale: Locale): Say =>
  (key, vars) =>
    fill(gateTexts[locale][key] ?? key, vars)
export const sayTo =
  (ctx: GateCtx, member: Member): Say =>
  (key, vars) =>
    ctx.tFor(member, key, vars)
/** In each of the group's languages, one under the other; figures and lists in the words of each. */
export const inAll = (ctx: GateCtx, text: (say: Say) => string): string =>
  [...new Set(ctx.group.languages.map((locale) => text(sayIn(locale))))].join('\n')

export const lasting = (say: Say, ms: number) => formatDuration(Math.max(60_000, ms), say('language') as Locale)

const mostNames = 10
/** Without what would be read as emphasis, links or another's mention. */
const plain = (name: string) =>
  name
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 40)
    .toWellFormed()
    .replaceAll(/[\\`*[\]<>@＠]/g, '')
export function namesIn(say: Say, members: readonly Member[], mark: '' | '@' = ''): string {
  if (members.length === 0) return say('call.new')
  const some = members.slice(0, mostNames).map(({ name }) => `${mark}${plain(name)}`)
  const rest = members.length - some.length
  return rest > 0 ? `${some.join(say('and'))} ${say('more', { count: rest })}` : some.join(say('and'))
}
export const called = (members: readonly Member[]) =>
  members.slice(0, mostNames).map(({ user, name }) => ({ user, name: plain(name) || user.slice(0, 40) }))
