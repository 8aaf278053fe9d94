/** What rules write: owners' words with their variables, in whatever language the reader has. */
import { fill, type Vars } from '../../../core/texts.ts'
import { type Locale, type Localised, pick } from '../../../core/words.ts'
import type { ModerationCtx } from '../kit.ts'
import { sayIn } from '../wording.ts'
import type { Rule } from './config.ts'
import type { Fired } from './evaluate.ts'
import type { Happening } from './happening.ts'

/** Variables of what everybody or the member reads, and those staff has beside them. */
export const publicVars = ['name', 'group', 'rule'] as const
export const staffVars = [...publicVars, 'id', 'found'] as const

/** What a rule is called: by its name, or where it has none by its id. */
export const titleOf = ({ id, name }: Pick<Rule, 'id' | 'name'>, locale: Locale): string =>
  name && (name.zh !== undefined || name.en !== undefined) ? pick(localised(name), locale) : id

/** zod gives optional keys as possibly undefined; the vocabulary leaves them out. */
export const localised = ({
  zh,
  en,
}: {
  readonly zh?: string | undefined
  readonly en?: string | undefined
}): Localised => ({
  ...(zh !== undefined && { zh }),
  ...(en !== undefined && { en }),
})

const varsOf = (now: Happening, { rule, found }: Fired, locale: Locale): Vars => ({
  name: now.member.name,
  group: now.group.name,
  rule: titleOf(rule, locale),
  id: rule.id,
  found,
})
type Said = { readonly zh?: string | undefined; readonly en?: string | undefined }

/** In each of the group's languages, one under the other. */
export const toGroup = (now: Happening, fired: Fired, said: Said): string =>
  [...new Set(now.group.languages.map((locale) => inOne(now, fired, said, locale)))].join('\n')
export const toMember = (now: Happening, fired: Fired, said: Said): string =>
  inOne(now, fired, said, now.member.locale ?? now.group.languages[0] ?? 'zh')
export const inOne = (now: Happening, fired: Fired, said: Said, locale: Locale): string =>
  fill(pick(localised(said), locale), varsOf(now, fired, locale))

/** For the platform's audit log. */
export const auditOf = (ctx: ModerationCtx, { rule }: Pick<Fired, 'rule'>): string =>
  sayIn(ctx)('audit.rule', { rule: rule.id }).slice(0, 500)
