/** What zod cannot say: the same id twice, wordings of an entry that is not there. */
import type { Rejection } from '../../core/feature.ts'
import { inBoth, type Vars } from '../../core/texts.ts'
import type { FaqConfig } from './config.ts'
import { faqTexts } from './texts.ts'

export function check({ entries, wordings }: FaqConfig): readonly Rejection[] {
  const ids = entries.map(({ id }) => id)
  return [
    ...ids.flatMap((id, at) => (ids.indexOf(id) < at ? [wrong(['entries', at, 'id'], 'twice', { id })] : [])),
    ...Object.keys(wordings).flatMap((id) => (ids.includes(id) ? [] : [wrong(['wordings', id], 'wording', { id })])),
  ]
}
const wrong = (path: Rejection['path'], key: string, vars: Vars): Rejection => ({
  path,
  message: inBoth(faqTexts, `wrong.${key}`, vars),
  remedy: inBoth(faqTexts, `mend.${key}`, vars),
})
