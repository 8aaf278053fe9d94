/** What docs/schedule.md shows as examples must be read as such. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cronProblem } from '../../../src/time/cron.ts'

const doc = readFileSync(new URL('../../../docs/schedule.md', import.meta.url), 'utf8')
const examples = [...doc.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => cell!.replaceAll('`', '').split(/, (?=@)/))

it('has examples', () => expect(examples).toHaveLength(12))
it.each(examples)('%s', (example) => expect(cronProblem(example)).toBeUndefined())
