/** Perks offered while one is being filled in, in the order of the catalogue. */
import type { Suggestion } from '../../core/adapter.ts'
import type { Filling, PanelCtx } from '../../core/feature.ts'
import { fill } from '../../core/texts.ts'
import { pick } from '../../core/words.ts'
import type { PerksConfig } from './config.ts'
import { perksTexts } from './texts.ts'

export async function suggestPerks(
  { config, locale }: PanelCtx<PerksConfig>,
  { typed }: Filling,
): Promise<readonly Suggestion[]> {
  const wanted = typed.normalize('NFKC').trim().toLowerCase()
  return config.catalogue
    .filter(({ id, name }) => [id, name.zh, name.en].some((one) => one?.toLowerCase().includes(wanted)))
    .map(({ id, name, cost }) => ({
      value: id,
      label: fill(perksTexts[locale]['suggest.perk'] ?? '{name}', { name: pick(name, locale), cost }),
    }))
}
