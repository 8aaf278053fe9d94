/** Single measurements; each opens its own engine on its own file. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Event } from '../src/core/event.ts'
import type { AnyFeature } from '../src/core/feature.ts'
import { features } from '../src/features.ts'
import { events } from './events.ts'
import { openBench } from './inn.ts'

/** Events per second through the engine, each committed, from an empty database. */
export async function throughput(some: readonly AnyFeature[], all: readonly Event[]): Promise<number> {
  const bench = await openBench(some)
  const seconds = await bench.feed(all)
  await bench.close()
  return all.length / seconds
}
/** The same once everybody is known: the conversation is held once before, then again with other ids. */
export async function settled(groups: number, count: number, sections: Record<string, unknown> = {}): Promise<number> {
  const bench = await openBench(features, sections)
  await bench.feed(events(groups, count, 1))
  const seconds = await bench.feed(events(groups, count, 2))
  await bench.close()
  return count / seconds
}

export interface Latency {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly actions: number
}
/** Milliseconds from `emit` to `perform`, at a steady rate; every tenth event is a command that answers. */
export async function latency(perSecond: number, seconds: number): Promise<Latency> {
  const bench = await openBench(features)
  const sent = new Map<string, number>()
  const took: number[] = []
  bench.onAction = ({ id }) => {
    const at = sent.get(id.slice(0, id.indexOf('/')))
    if (at !== undefined) took.push(performance.now() - at)
  }
  const all = [...events(500, perSecond * seconds, 3)].map(asked)
  await bench.feed(events(500, 2000, 1))
  const began = performance.now()
  for (let n = 0; n < all.length; ) {
    const due = Math.min(all.length, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    for (; n < due; n++) {
      const event = all[n] as Event
      sent.set(event.id, performance.now())
      void bench.engine.emit(event)
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await bench.engine.idle()
  await bench.close()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), actions: took.length }
}
const asked = (event: Event, n: number): Event =>
  n % 10 === 0 && event.type === 'message' ? { ...event, text: n % 20 === 0 ? '/me' : '/points' } : event

/** Milliseconds from the start of the process to the first acknowledged event, or to the page being served. */
export async function startTime(door: 'stdio' | 'web'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-start-'))
  const began = performance.now()
  const args = [
    'src/cli.ts',
    'start',
    '--rules',
    'rules/demo',
    '--db',
    join(folder, 'start.db'),
    '--log-level',
    'error',
    '--port',
    '0',
  ]
  const child = spawn(
    process.execPath,
    [...args, ...(door === 'stdio' ? ['--adapters', 'stdio', '--clock', 'events'] : [])],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  try {
    await (door === 'stdio' ? firstAck(child) : firstPage(child))
    return performance.now() - began
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
    rmSync(folder, { recursive: true, force: true })
  }
}
async function firstAck(child: ChildProcess): Promise<void> {
  child.stdin?.write(
    `${JSON.stringify({ type: 'message', id: 'first', at: Date.UTC(2026, 10, 22), group: 'g', user: 'u', text: 'hello' })}\n`,
  )
  for await (const line of linesOf(child)) if (line.includes('"ack"')) return
}
async function firstPage(child: ChildProcess): Promise<void> {
  for await (const line of linesOf(child)) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (!address) continue
    const answer = await fetch(address)
    if (!answer.ok) throw new Error(`the page answered ${answer.status}`)
    return
  }
}
function linesOf(child: ChildProcess) {
  if (!child.stdout) throw new Error('no output to read')
  return createInterface({ input: child.stdout })
}
