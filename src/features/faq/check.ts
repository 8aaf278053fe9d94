/** What zod cannot say: the same id twice, names of entries that are not there, days that end before they begin. */
import type { Rejection } from '../../core/feature.ts'
import { inBoth, type Vars } from '../../core/texts.ts'
import type { FaqConfig } from './config.ts'
import { faqTexts } from './texts.ts'

export function check({ entries, wordings }: FaqConfig): readonly Rejection[] {
  const ids = entries.map(({ id }) => id)
  const first = new Map(ids.map((id, at) => [id, at] as const).toReversed())
  return [
    ...ids.flatMap((id, at) => (first.get(id) !== at ? [wrong(['entries', at, 'id'], 'twice', { id })] : [])),
    ...entries.flatMap(({ id, after }, at) =>
      after === undefined || (after !== id && first.has(after))
        ? []
        : [wrong(['entries', at, 'after'], 'after', { id: after })],
    ),
    ...entries.flatMap(({ from, until }, at) =>
      from !== undefined && until !== undefined && until < from
        ? [wrong(['entries', at, 'until'], 'until', { from, until })]
        : [],
    ),
    ...Object.keys(wordings).flatMap((id) => (first.has(id) ? [] : [wrong(['wordings', id], 'wording', { id })])),
  ]
}
const wrong = (path: Rejection['path'], key: string, vars: Vars): Rejection => ({
  path,
  message: inBoth(faqTexts, `wrong.${key}`, vars),
  remedy: inBoth(faqTexts, `mend.${key}`, vars),
})
