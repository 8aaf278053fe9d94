/** Why a command was not carried out, said to whoever gave it, at the field, in their language. */
import type { FieldError } from '../../../src/core/adapter.ts'
import type { CommandCard } from '../../../src/core/command.ts'
import { type Locale, pick } from '../../../src/core/words.ts'
import { shortly } from '../commands/words.ts'
import { say } from './texts.ts'

const longestQuote = 1500

/** `written`: the long texts of a form, which would be lost otherwise. */
export function errorText(
  errors: readonly FieldError[],
  card: CommandCard | undefined,
  locale: Locale,
  written: readonly string[] = [],
): string {
  const lines = errors.map((error) => errorLine(error, card, locale))
  const kept = written.join('\n\n').slice(0, longestQuote).toWellFormed()
  return [...lines, ...(kept ? [say(locale, 'kept'), `\`\`\`\n${kept.replaceAll('```', "'''")}\n\`\`\``] : [])].join(
    '\n',
  )
}
function errorLine({ field, code, message }: FieldError, card: CommandCard | undefined, locale: Locale): string {
  if (code === 'group/unlisted') return say(locale, 'error', { message: say(locale, 'unlisted') })
  const about = card?.fields.find(({ name }) => name === field)?.about
  const called = about && shortly(pick(about, locale))
  return called ? say(locale, 'error.field', { field: called, message }) : say(locale, 'error', { message })
}
