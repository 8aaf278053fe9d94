/** The owner's words with the newcomers' names in them. */
import type { Ctx } from '../../core/feature.ts'
import type { Member } from '../../core/people.ts'
import { fill, type Vars } from '../../core/texts.ts'
import { type Locale, type Localised, pick } from '../../core/words.ts'
import { welcomeTexts } from './texts.ts'

type Of = Pick<Ctx<unknown, unknown>, 'group' | 'community' | 'words'>
type Calling = Of & { readonly config: { readonly mention: boolean } }
/** Names in one post; the others are counted. */
const mostNames = 10

/** Variables each text may use. `check` holds the rulebook to them. */
export const known = {
  text: ['name', 'number', 'group', 'community', 'rules'],
  invited: ['name', 'number', 'inviter', 'group', 'community', 'rules'],
  merged: ['names', 'count', 'group', 'community', 'rules'],
  farewell: ['name', 'group', 'community'],
} as const

const own = (locale: Locale, key: string, vars?: Vars) => fill(welcomeTexts[locale][key] ?? key, vars)

/** One line, of a length that a name has, and without what Markdown would take for emphasis, links or code. */
const plainName = (name: string): string =>
  name
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 64)
    .toWellFormed()
    .replaceAll(/[\\`*[\]<>]/g, '\\$&')

/** Each language's own words put into its template, before the names, so that no name is read as a variable. */
const localisedVars = (both: Localised, each: (locale: Locale) => Vars): Localised => ({
  zh: fill(pick(both, 'zh').trimEnd(), each('zh')),
  en: fill(pick(both, 'en').trimEnd(), each('en')),
})
const hinted = (both: Localised) => localisedVars(both, (locale) => ({ rules: own(locale, 'rules.hint') }))

const common = ({ group, community }: Of): Vars => ({ group: group.name, community: community.name })

/** Whom a text names with @. */
export const called = (members: readonly Member[]) =>
  members.slice(0, mostNames).map(({ user, name }) => ({ user, name: plainName(name).slice(0, 100) }))
const nameOf = ({ config: { mention } }: Calling, { name }: Member) => (mention ? '@' : '') + plainName(name)

/** For the group, about one who is not there any more to be called. */
export const aboutGone = (ctx: Of, text: Localised, member: Member): string =>
  ctx.words(text, { ...common(ctx), name: plainName(member.name) })

/** For the group, about one member. */
export const aboutOne = (ctx: Calling, text: Localised, member: Member, inviter?: Member): string =>
  ctx.words(hinted(text), {
    ...common(ctx),
    name: nameOf(ctx, member),
    number: member.number,
    ...(inviter && { inviter: plainName(inviter.name) }),
  })

/** For the group, about several. */
export function aboutSeveral(ctx: Calling, text: Localised, members: readonly Member[]): string {
  const names = members.slice(0, mostNames).map((member) => nameOf(ctx, member))
  const both = { zh: pick(text, 'zh'), en: pick(text, 'en') }
  const lines = ctx.group.languages.map((locale) =>
    fill(pick(hinted(both), locale), {
      ...common(ctx),
      names: list(locale, names, members.length),
      count: members.length,
    }),
  )
  return [...new Set(lines)].join('\n')
}

/** For one member alone, in the member's language. */
export const toOne = (ctx: Of, text: Localised, member: Member): string =>
  fill(pick(hinted(text), member.locale ?? ctx.group.languages[0] ?? 'zh'), {
    ...common(ctx),
    name: plainName(member.name),
    number: member.number,
  })

function list(locale: Locale, names: readonly string[], count: number): string {
  if (count > names.length) return own(locale, 'names.more', { names: names.join(own(locale, 'names.and')), count })
  const last = names.at(-1) ?? ''
  if (names.length < 2) return last
  return names.slice(0, -1).join(own(locale, 'names.and')) + own(locale, 'names.last') + last
}
