/** The rules as text: whole, in one language, and by their fingerprint. */
import { createHash } from 'node:crypto'
import type { Group, Member } from '../../core/people.ts'
import { type Locale, type Localised, pick } from '../../core/words.ts'

const kept = new WeakMap<Localised, string>()
/** Changes when any line of either language does. */
export function hashOf(text: Localised): string {
  const known = kept.get(text) ?? createHash('sha256').update(textKept(text)).digest('hex').slice(0, 12)
  kept.set(text, known)
  return known
}
/** As it is kept and compared: the same for the same words. */
export const textKept = (text: Localised) => JSON.stringify({ zh: text.zh ?? null, en: text.en ?? null })

/** In each of the group's languages, one after the other; once where the owner wrote only one. */
export const whole = (text: Localised, languages: readonly Locale[]): string =>
  [...new Set(languages.map((locale) => pick(text, locale)))].join('\n\n---\n\n')

const languageOf = (member: Member, group: Group): Locale => member.locale ?? group.languages[0] ?? 'zh'
export const forMember = (text: Localised, member: Member, group: Group) => pick(text, languageOf(member, group))
