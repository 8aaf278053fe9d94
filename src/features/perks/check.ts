/** What zod cannot say of `perks.yaml`. */
import type { Rejection } from '../../core/feature.ts'
import { inBoth, type Vars } from '../../core/texts.ts'
import type { PerksConfig } from './config.ts'
import { perksTexts } from './texts.ts'

export function check({ catalogue, budget }: PerksConfig): readonly Rejection[] {
  const ids = catalogue.map(({ id }) => id)
  return catalogue.flatMap(({ id, price }, index) => {
    const found: Rejection[] = []
    const path = ['catalogue', index]
    if (ids.indexOf(id) !== index) found.push(wrong([...path, 'id'], 'twice', { id }))
    const { perMonth } = budget
    if (perMonth !== undefined && price > perMonth) found.push(wrong([...path, 'price'], 'dear', { perMonth }))
    return found
  })
}
const wrong = (path: Rejection['path'], key: string, vars: Vars): Rejection => ({
  path,
  message: inBoth(perksTexts, `wrong.${key}`, vars),
  remedy: inBoth(perksTexts, `mend.${key}`, vars),
})
