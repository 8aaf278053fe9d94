/** How the commands of this feature speak to the one who gave them. */
import type { FieldError } from '../../core/adapter.ts'
import { fill, type Vars } from '../../core/texts.ts'
import type { Locale } from '../../core/words.ts'
import type { CommandCtx, PerksCtx } from './base.ts'
import { perksTexts } from './texts.ts'

export const refuse = (ctx: CommandCtx, field: string, code: string, vars: Vars = {}): { errors: FieldError[] } => ({
  errors: [{ field, code: `perks/${code}`, message: ctx.tFor(ctx.member, `error.${code}`, vars) }],
})
/** The language of a private answer. */
export const localeOf = ({ member, group }: CommandCtx): Locale => member.locale ?? group.languages[0] ?? 'zh'

export type Say = (key: string, vars?: Vars) => string
/** A text of several lines in the group's languages, one whole block after the other. */
export const toGroup = (ctx: PerksCtx, compose: (say: Say, locale: Locale) => string): string => {
  const block = (locale: Locale) => compose((key, vars) => fill(perksTexts[locale][key] ?? key, vars), locale)
  return ctx.group.languages.map(block).join('\n\n')
}
