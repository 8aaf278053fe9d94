/** `npm run bench:parts`: the pieces that every message passes, one by one (tinybench). */
import { Bench } from 'tinybench'
import { Commands } from '../src/core/engine/commands.ts'
import { features } from '../src/features.ts'
import { reachable } from '../src/text/links.ts'
import { normalise } from '../src/text/normalise.ts'
import { listMatcher } from '../src/text/words.ts'
import { nextRun } from '../src/time/cron.ts'
import { dayAt } from '../src/time/days.ts'
import { events } from './events.ts'
import { faqDesk } from './faq.ts'
import { rulesDesk } from './rules.ts'

const texts = [...events(50, 2000)].flatMap((event) => (event.type === 'message' ? [event.text] : []))
const { lines } = new Commands(features)
const words = Array.from({ length: 5000 }, (_, n) => `word${((n * 7919) % 100_003).toString(36)}`)
const matcher = listMatcher(words)
let n = 0
const next = () => texts[n++ % texts.length] as string

const bench = new Bench({ time: 300 })
bench
  .add('normalise a message', () => void normalise(next()))
  .add('links in a message', () => void reachable(normalise(next())))
  .add('5,000 listed words in a message', () => void matcher.find(normalise(next()).text))
  .add('is a message a command', () => void lines.parse(next()))
  .add('day of an instant in a zone', () => void dayAt(1_790_000_000_000 + n++ * 1000, 'Asia/Shanghai'))
  .add('next run of a cron', () => void nextRun('0 9 * * 1', 1_790_000_000_000 + n++ * 60_000, 'America/New_York'))
await bench.run()
console.table(bench.table())
console.table(await faqDesk())
console.table(await rulesDesk(texts))
