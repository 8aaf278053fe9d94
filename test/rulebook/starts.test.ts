/** Any rulebook that check accepts starts: the demo, changed at random, in front of the whole engine. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { EventsClock } from '../../src/core/clock.ts'
import { Engine } from '../../src/core/engine/engine.ts'
import { eventSchema } from '../../src/core/event.ts'
import type { Rulebook } from '../../src/core/rulebook.ts'
import { features } from '../../src/features.ts'
import { readRulebooks } from '../../src/rulebook/read.ts'
import { openStore } from '../../src/store/open.ts'
import { Unit } from '../../src/store/unit.ts'
import { Logbook, monday } from '../kit/inn.ts'
import { Recorder } from '../kit/recorder.ts'
import { folderOf } from './folder.ts'

const demo = path.join(import.meta.dirname, '../../rules/demo')
const read = async (dir: string): Promise<Record<string, string>> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [path.relative(dir, file), await readFile(file, 'utf8')])),
  )
}

type Tree = Record<string, unknown>
/** One value somewhere in a tree, found by a number, replaced, dropped or doubled. */
interface Change {
  readonly file: number
  readonly at: number
  readonly to: unknown
}
const change = fc.record({
  file: fc.nat(20),
  at: fc.nat(5000),
  to: fc.oneof(
    { weight: 3, arbitrary: fc.constant('drop') },
    fc.constantFrom<unknown>(
      0,
      1,
      2,
      0.5,
      30,
      -1,
      1e6,
      true,
      false,
      null,
      '',
      'warm',
      '10m',
      '0 9 * * 1',
      'lunar: 1-15',
      [],
      {},
      { zh: '你好 {name}' },
      ['x'],
    ),
  ),
})

const apply = (tree: unknown, { at, to }: Change): void => {
  const places: [Tree, string][] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const key of Object.keys(node)) {
      places.push([node as Tree, key])
      walk((node as Tree)[key])
    }
  }
  walk(tree)
  const [parent, key] = places[at % Math.max(1, places.length)] ?? []
  if (!parent || key === undefined) return
  if (to !== 'drop') parent[key] = to
  else if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else delete parent[key]
}

/** Two people, some talk, commands, a week. */
async function lives(rulebook: Rulebook): Promise<Logbook> {
  const store = await openStore(
    ':memory:',
    features.map((feature) => feature.migrations),
  )
  const log = new Logbook()
  const clock = new EventsClock(monday)
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [rulebook],
    adapters: [new Recorder({ name: 'web' })],
    clock,
    log,
  })
  await engine.start()
  const group = rulebook.group('web:workshop') ? 'web:workshop' : 'web:reading'
  let n = 0
  const happens = (event: object) =>
    engine.emit(eventSchema.parse({ id: `e${n++}`, at: clock.now() + 5000, group, ...event }))
  for (const user of ['web:tom', 'web:mei']) await happens({ type: 'member.join', user, name: user.slice(4) })
  for (const text of ['共读是什么时候？', 'what does it cost', '签到', '群规', 'https://bit.ly/x 刷单'])
    await happens({ type: 'message', user: 'web:tom', name: 'tom', text })
  for (const name of ['me', 'top', 'schedule', 'perks', 'agree', 'unacknowledged'])
    await happens({ type: 'command', user: 'web:mei', name, role: 'owner' })
  await happens({ type: 'member.leave', user: 'web:tom', name: 'tom' })
  await engine.tick(monday + 8 * 86_400_000)
  await engine.idle()
  await engine.stop()
  await store.close()
  return log
}

test('the demo, changed at random: what is accepted runs a week without an error', { timeout: 240_000 }, async () => {
  const files = await read(demo)
  const yaml = Object.keys(files)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = { ...files }
      for (const one of changes) {
        const name = yaml[one.file % yaml.length]!
        const tree: unknown = parse(changed[name]!)
        apply(tree, one)
        changed[name] = stringify(tree)
      }
      await using folder = await folderOf(changed)
      const { rulebooks, problems } = await readRulebooks(folder.dir, features)
      for (const problem of problems) {
        expect(problem.message).not.toMatch(/undefined|\[object/)
        expect([problem.remedy === '', problem.line > 0, problem.column > 0]).toEqual([false, true, true])
      }
      expect(rulebooks.length).toBe(problems.length === 0 ? 1 : 0)
      const [book] = rulebooks
      if (!book || !(book.group('web:workshop') ?? book.group('web:reading'))) return
      accepted += 1
      expect((await lives(book)).errors).toEqual([])
    }),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(10)
})
