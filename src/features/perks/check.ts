/** What zod cannot say of `perks.yaml`. */
import type { PerksConfig } from './config.ts'

interface Finding {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly remedy: string
}

export function check({ catalogue, budget }: PerksConfig): readonly Finding[] {
  const ids = catalogue.map(({ id }) => id)
  return catalogue.flatMap(({ id, price }, index) => {
    const found: Finding[] = []
    const path = ['catalogue', index]
    if (ids.indexOf(id) !== index)
      found.push({ path: [...path, 'id'], message: `"${id}" is used twice`, remedy: 'Give each perk an id of its own' })
    if (budget.perMonth !== undefined && price > budget.perMonth)
      found.push({
        path: [...path, 'price'],
        message: `is more than the budget of ${budget.perMonth} a month, so that nobody can ever redeem it`,
        remedy: 'Raise budget.perMonth or lower the price',
      })
    return found
  })
}
