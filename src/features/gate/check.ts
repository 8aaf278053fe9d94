/** What the schema cannot say of the section. */
import type { Rejection } from '../../core/feature.ts'
import { inBoth } from '../../core/texts.ts'
import type { GateConfig } from './config.ts'
import { gateTexts } from './texts.ts'

export function check({ by, questions, mode }: GateConfig): readonly Rejection[] {
  const none = mode !== 'off' && by === 'question' && questions.length === 0 ? [wrong(['questions'], 'questions')] : []
  const hopeless = questions.flatMap(({ options }, n) =>
    options && !options.some(({ right }) => right) ? [wrong(['questions', n, 'options'], 'options')] : [],
  )
  return [...none, ...hopeless]
}
const wrong = (path: Rejection['path'], key: string): Rejection => ({
  path,
  message: inBoth(gateTexts, `wrong.${key}`),
  remedy: inBoth(gateTexts, `mend.${key}`),
})
