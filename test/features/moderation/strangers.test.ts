/** The shipped detector on messages it was never trained on: `test/sets/spam`. Floors, some way below what was measured. */
import { expect, test } from 'vitest'
import { written } from '../../../scripts/spam/written.ts'
import { evaluate } from '../../../src/features/moderation/evaluate.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'

const strangers = written(new URL('../../sets/spam/', import.meta.url), 'strangers')
const { byLang } = evaluate(
  strangers.map(({ text, spam, lang, source }) => ({ text, label: spam ? 'spam' : 'ham', lang, source })),
  shipped(),
)

test.each([
  ['zh', 0.75],
  ['en', 0.58],
])('%s: most spam of groups it has never seen, and hardly a harmless message', (lang, recall) => {
  const measured = byLang[lang]
  expect(measured?.n).toBe(1350)
  expect(measured?.recall).toBeGreaterThan(recall)
  expect(measured?.fpr).toBeLessThan(0.006)
  expect(measured?.act.fpr).toBeLessThan(0.003)
})
test('none of them is among what was trained on', () => {
  const trained = new Set(written().map(({ text }) => text))
  // Single words of courtesy, which anybody writes.
  expect(strangers.filter(({ text }) => text.length > 12 && trained.has(text)).map(({ text }) => text)).toEqual([])
})
