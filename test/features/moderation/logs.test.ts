import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import moderation from '../../../src/features/moderation/index.ts'
import { shipped } from '../../../src/features/moderation/shipped.ts'
import { rehearse } from '../../../src/replay/rehearse.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'

/** Real logs of #ubuntu that lie beside this repository on the builders' machine; elsewhere there is nothing to read. */
const logs = new URL('../../../../shared/data/chat/ubuntu-irc/', import.meta.url)
describe.skipIf(!existsSync(logs))('on 25,000 real messages of a help channel', () => {
  test('hardly anything is flagged, and what is, is repetition or abuse', { timeout: 120_000 }, async () => {
    const { words } = shipped()
    const rulebook = defaultRulebook({
      features: [moderation],
      languages: ['en'],
      sections: { moderation: { words: words.map(({ does, ...list }) => ({ ...list, ...(does && { does }) })) } },
    })
    const files = readdirSync(logs).map((name) => fileURLToPath(new URL(name, logs)))
    const report = await rehearse(files, { features: [moderation], rulebooks: [rulebook] })
    expect(report.messages).toBeGreaterThan(24_000)
    expect(report.flagged.length).toBeLessThan(report.messages * 0.001)
    const reasons = new Set(report.flagged.flatMap(({ reasons: some }) => some.map(({ name }) => name)))
    for (const never of ['contact', 'invites', 'disguise', 'crowd', 'flood']) expect(reasons).not.toContain(never)
  })
})
