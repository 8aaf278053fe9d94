/** `npm run bench [-- --json] [-- --quick]`: every figure from one run on one machine, as ratios where it can be. */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { features } from '../src/features.ts'
import { events, realLogs } from './events.ts'
import { fiveRows } from './five.ts'
import { growBench } from './grown.ts'
import { limit, record } from './limit.ts'
import { latency, settled, startTime, throughput } from './measure.ts'

const quick = process.argv.includes('--quick')
const count = quick ? 5_000 : 25_000
const rounds = quick ? 1 : 3
const median = (some: readonly number[]) => [...some].sort((a, b) => a - b)[Math.floor(some.length / 2)] as number
const said = (what: string) => process.stderr.write(`  ${what} …\n`)

interface Row {
  readonly what: string
  readonly value: string
  readonly wanted: string
  readonly reached: boolean | undefined
}

async function report(): Promise<void> {
  const rows = [...(await engine()), ...(await latencies()), ...(await scales()), memory(), ...(await starts())]
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ machine: machine(), rows }, null, 2)}\n`)
    return
  }
  const width = Math.max(...rows.map((row) => row.what.length))
  const mark = (reached: boolean | undefined) => (reached === undefined ? ' ' : reached ? '✓' : '✗')
  console.log(`\n${machine()}\n`)
  for (const { what, value, wanted, reached } of rows)
    console.log(`${mark(reached)} ${what.padEnd(width)}  ${value.padStart(22)}  ${wanted}`)
}
const machine = () =>
  `${cpus().length} cores ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${realLogs ? 'real logs' : 'made-up month'}`

const perSecond = (n: number) => `${Math.round(n).toLocaleString('en')} /s`
const ratio = (n: number) => n.toFixed(2)
const fact = (what: string, value: string): Row => ({ what, value, wanted: '', reached: undefined })
const atLeast = (what: string, n: number, least: number): Row => ({
  what,
  value: ratio(n),
  wanted: `≥ ${least}`,
  reached: n >= least,
})

async function engine(): Promise<Row[]> {
  const all = [...events(500, count, 2)]
  const [on, off] = [await record(features, all), await record([], all)]
  const [a, b, ca, cb]: number[][] = [[], [], [], []]
  for (let n = 0; n < rounds; n++) {
    said(`throughput, round ${n + 1} of ${rounds}`)
    ca?.push(await limit(on))
    a?.push(await throughput(features, all))
    cb?.push(await limit(off))
    b?.push(await throughput([], all))
  }
  const [ofA, ofB, ofCa, ofCb] = [median(a ?? []), median(b ?? []), median(ca ?? []), median(cb ?? [])]
  const rowsAnEvent = ({ rows }: { rows: number }) => (rows / count).toFixed(1)
  return [
    fact('(a) every feature on, 500 groups, from empty', perSecond(ofA)),
    fact('    the same once everybody is known', perSecond(await settled(500, count))),
    fact('(b) features off: the engine alone', perSecond(ofB)),
    fact(`(c) limit: the ${rowsAnEvent(on)} rows an event of (a), by hand`, perSecond(ofCa)),
    fact(`    the ${rowsAnEvent(off)} rows an event of (b), by hand`, perSecond(ofCb)),
    fact('    five plain rows an event by hand, batches of 16', perSecond(fiveRows(all, 16))),
    fact('    five plain rows an event by hand, batches of 256', perSecond(fiveRows(all, 256))),
    atLeast('a/c', ofA / ofCa, 0.35),
    atLeast('b/c', ofB / ofCa, 0.6),
    fact('b/c where c writes only the rows of (b)', ratio(ofB / ofCb)),
  ]
}
async function latencies(): Promise<Row[]> {
  said('latency at 500 events a second')
  const { p50, p95, p99, actions } = await latency(500, quick ? 3 : 10)
  const ms = (n: number) => `${n.toFixed(1)} ms`
  return [
    fact(`(d) event to action at 500/s, p50 of ${actions}`, ms(p50)),
    fact('    p95', ms(p95)),
    { what: '    p99', value: ms(p99), wanted: '≤ 20 ms', reached: p99 <= 20 },
  ]
}

/** How much slower the larger case is; 1.00 is not at all. */
async function scale(what: string, small: () => Promise<number>, large: () => Promise<number>): Promise<Row> {
  said(what)
  const pairs: number[] = []
  for (let n = 0; n < rounds; n++) pairs.push((await small()) / (await large()))
  const slower = median(pairs)
  return { what: `(e) ${what}: times slower`, value: ratio(slower), wanted: '≤ 1.5', reached: slower <= 1.5 }
}
async function scales(): Promise<Row[]> {
  return [
    await scale(
      '10 to 10,000 groups',
      () => settled(10, count),
      () => settled(10_000, count),
    ),
    await scale(
      '500 to 10,000 groups',
      () => settled(500, count),
      () => settled(10_000, count),
    ),
    await scale(
      '10 to 5,000 FAQ entries',
      () => settled(500, count, faq(10)),
      () => settled(500, count, faq(5000)),
    ),
    await scale(
      '10 to 5,000 listed words',
      () => settled(500, count, listed(10)),
      () => settled(500, count, listed(5000)),
    ),
    await grown(),
  ]
}
const nouns = [
  'ticket',
  'refund',
  'parking',
  'library',
  'camera',
  'printer',
  'lantern',
  'workshop',
  'payment',
  'delivery',
]
const faq = (n: number) => ({
  faq: {
    entries: Array.from({ length: n }, (_, k) => ({
      id: `e${k}`,
      question: { en: `How do I get the ${nouns[k % 10]} number ${k} for room ${(k * 7919) % 10_007}?` },
      alternatives: [`where is ${nouns[(k + 3) % 10]} ${k}`],
      answer: { en: `At desk ${k}.` },
    })),
  },
})
const listed = (n: number) => ({
  moderation: {
    words: [
      { name: 'bench', words: Array.from({ length: n }, (_, k) => `badword${((k * 7919) % 100_003).toString(36)}`) },
    ],
  },
})
async function grown(): Promise<Row> {
  said('1,000,000 messages of 100,000 members')
  const base = quick ? 2_000 : 20_000
  const copies = quick ? 10 : 50
  const { bench, messages, members } = await growBench(500, base, copies)
  await bench.feed(events(500, count, 1))
  const large = count / (await bench.feed(events(500, count, 2)))
  await bench.close()
  const small = await settled(500, count)
  const what = `(e) empty to ${messages.toLocaleString('en')} messages of ${members.toLocaleString('en')} members: times slower`
  return { what, value: ratio(small / large), wanted: '≤ 1.5', reached: small / large <= 1.5 }
}

function memory(): Row {
  said('memory')
  const { stdout } = spawnSync(process.execPath, [import.meta.filename, '--memory', ...(quick ? ['--quick'] : [])], {
    encoding: 'utf8',
  })
  const mib = Number(stdout)
  return { what: '(f) peak memory of (a)', value: `${Math.round(mib)} MiB`, wanted: '≤ 300 MiB', reached: mib <= 300 }
}
async function starts(): Promise<Row[]> {
  said('start')
  await startTime('web') // builds the page if it is not built yet
  const rows: Row[] = []
  for (const door of ['stdio', 'web'] as const) {
    const times: number[] = []
    for (let n = 0; n < 3; n++) times.push(await startTime(door))
    const ms = median(times)
    const what = door === 'stdio' ? '(g) start to first event served, stdio' : '    start to page served, web'
    rows.push({ what, value: `${Math.round(ms)} ms`, wanted: '≤ 2,000 ms', reached: ms <= 2000 })
  }
  return rows
}

if (process.argv.includes('--memory')) {
  await throughput(features, [...events(500, count)])
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024))
} else await report()
