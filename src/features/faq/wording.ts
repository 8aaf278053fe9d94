/** An entry's answer as it is said: what it refers to filled in, its links under it. */
import { fill, type Vars } from '../../core/texts.ts'
import { type Locale, pick } from '../../core/words.ts'
import type { FaqCtx } from './base.ts'
import type { Entry } from './entry.ts'
import { faqTexts } from './texts.ts'

export const say = (locale: Locale, key: string, vars: Vars = {}) => fill(faqTexts[locale][key] ?? key, vars)

/** `name` is who asked. What was taught in chat is said as it stands: whoever taught it meant every brace. */
export function answerText(ctx: FaqCtx, entry: Entry, language: Locale, name: string): string {
  const text = pick(entry.answer, language)
  const said = entry.taught ? text : fill(text, varsOf(ctx, language, name))
  const links = entry.links.map(({ label, url }) => `[${pick(label, language)}](${url})`)
  return [said, ...links].filter(Boolean).join('\n')
}
const varsOf = ({ config, group, community }: FaqCtx, language: Locale, name: string): Vars => ({
  ...Object.fromEntries(Object.entries(config.variables).map(([key, value]) => [key, pick(value, language)])),
  name,
  group: group.name,
  community: community.name,
})

/** Calls them by name: what goes into a text, and who is really called by it. Fifty at most can be. */
export function called(members: readonly { readonly user: string; readonly name: string }[]) {
  const mentions = members.slice(0, 50).map(({ user, name }) => ({ user, name }))
  return { names: mentions.map(({ name }) => `@${name}`).join(' '), mentions }
}

/** What is asked under an answer. */
export const ratings = (language: Locale) => [
  { id: 'yes', label: say(language, 'rate.yes') },
  { id: 'no', label: say(language, 'rate.no') },
]
