/** Entries offered by their titles while a topic is being filled in. */
import type { Suggestion } from '../../core/adapter.ts'
import type { Filling, PanelCtx } from '../../core/feature.ts'
import { pick } from '../../core/words.ts'
import { normalise } from '../../text/normalise.ts'
import { dayAt } from '../../time/days.ts'
import { type FaqConfig, holds } from './config.ts'
import { holdsOn } from './entry.ts'
import { taughtIn } from './store.ts'

const most = 25
interface Offered extends Suggestion {
  /** All that it is found by, normalised. */
  readonly found: readonly string[]
}

/** Those whose title begins as typed, then those with it anywhere in what they are asked by, then those sharing words. */
export async function suggestEntries(ctx: PanelCtx<FaqConfig>, { group, typed }: Filling) {
  const wanted = normalise(typed).text
  const scored = (await offered(ctx, group)).map((one) => ({ one, score: likeness(one, wanted) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ one: { value, label } }) => ({ value, label }))
}

async function offered(
  { db, community, config, locale, groups, now }: PanelCtx<FaqConfig>,
  group: string,
): Promise<Offered[]> {
  const today = dayAt(now, groups.find(({ ref }) => ref === group)?.timezone ?? 'UTC')
  const written = config.entries
    .filter((entry) => entry.after === undefined && holds(entry.groups, group) && holdsOn(entry, today))
    .map(({ id, question, alternatives, keywords }) =>
      offer(id, pick(question, locale), [question.zh, question.en, ...alternatives, ...keywords]),
    )
  const known = new Set(config.entries.map(({ id }) => id))
  const taught = (await taughtIn(db, community.id)).filter(({ id, entry }) => entry === '' && !known.has(id))
  return [...written, ...taught.map(({ id, question }) => offer(id, question, [question]))]
}
const offer = (value: string, label: string, found: readonly (string | undefined)[]): Offered => ({
  value,
  label,
  found: [label, ...found].flatMap((text) => (text === undefined ? [] : normalise(text).text)),
})

function likeness({ found }: Offered, wanted: string): number {
  if (wanted === '' || found[0]?.startsWith(wanted)) return 3
  if (found.some((text) => text.includes(wanted))) return 2
  const shared = Math.max(...found.map((text) => sharedPairs(text, wanted)))
  return shared >= 0.5 ? shared : 0
}
/** The share of the pairs of neighbouring characters of `wanted` that stand in `text`. */
function sharedPairs(text: string, wanted: string): number {
  const characters = [...wanted.replaceAll(' ', '')]
  const pairs = characters.slice(1).map((character, n) => `${characters[n]}${character}`)
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length
}
