/** Problems as a person reads them on a terminal. */
import type { Problem } from '../core/rulebook.ts'
import type { Locale } from '../core/words.ts'
import { sayIn } from './telling.ts'

/** One block per problem: the place, as editors and terminals link it; what is wrong; how to mend it. */
export function formatProblems(problems: readonly Problem[], locale: Locale = 'en'): string {
  const say = sayIn(locale)
  if (problems.length === 0) return say('fine')
  const blocks = problems.map(
    ({ file, line, column, code, message, remedy }) =>
      `${file}:${line}:${column} ${message} [${code}]\n  → ${remedy.replaceAll('\n', '\n    ')}`,
  )
  return [say('heading', { count: problems.length }), ...blocks].join('\n\n')
}
