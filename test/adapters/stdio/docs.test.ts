/** docs/stdio.md names what the schema knows, and its lines do what it says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { type StdioSummary, stdioAdapter } from '../../../adapters/stdio/index.ts'
import { lineIn, lineOut } from '../../../adapters/stdio/wire.ts'
import { actionTypes, outcomeSchema } from '../../../src/core/action.ts'
import { EventsClock } from '../../../src/core/clock.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import { features } from '../../../src/features.ts'
import { readRules } from '../../../src/main.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { Logbook } from '../../kit/inn.ts'

const root = join(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/stdio.md'), 'utf8')
const section = (title: string) => page.split(/^## /m).find((one) => one.startsWith(title)) ?? ''
const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text.trim().split('\n'))
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (`(?!type`|kind`).*?) \|(.*)\|$/gm)].map(([, first = '', rest = '']) => ({
    names: ticked(first),
    fields: ticked(rest),
  }))
const ticked = (text: string) => [...text.matchAll(/`([a-zA-Z.]+)[`:]/g)].map(([, word = '']) => word)
const common = [
  'type',
  'id',
  'at',
  'group',
  'user',
  'name',
  'role',
  'locale',
  'bot',
  'where',
  'roles',
  'accountAt',
  'avatar',
]

describe('docs/stdio.md', () => {
  it('lists every line that goes in, each field that is its own, and no other', () => {
    for (const field of common.filter((one) => one !== 'type'))
      expect(section('What goes in')).toContain(`\`${field}\``)
    const rows = rowsOf(section('What goes in'))
    const known = lineIn.options.map((option) => option.shape.type.value)
    expect(rows.flatMap(({ names }) => names).sort()).toEqual([...known].sort())
    for (const { names, fields } of rows)
      for (const name of names) {
        const shape = lineIn.options.find((option) => option.shape.type.value === name)?.shape ?? {}
        for (const field of Object.keys(shape)) if (!common.includes(field)) expect([name, ...fields]).toContain(field)
      }
  })
  it('lists every action and every kind of outcome', () => {
    expect(actionTypes.filter((type) => !section('What comes out').includes(`\`${type}\``))).toEqual([])
    const kinds = outcomeSchema.options[1].shape.kind.options
    expect(
      rowsOf(section('Outcomes'))
        .flatMap(({ names }) => names)
        .sort(),
    ).toEqual([...kinds].sort())
  })
  it('shows lines that the schema knows', () => {
    const [incoming = [], , ...outcomes] = blocks
    for (const line of [...incoming, ...outcomes.flat()])
      expect(lineIn.safeParse(JSON.parse(line)).error, line).toBeUndefined()
    for (const line of blocks[1] ?? []) expect(lineOut.safeParse(JSON.parse(line)).error, line).toBeUndefined()
  })
  it('shows what the conversation comes to', async () => {
    const store = await openStore(
      ':memory:',
      features.map((feature) => feature.migrations),
    )
    const [input, output] = [new PassThrough(), new PassThrough()]
    const clock = new EventsClock()
    const { promise: ended, resolve } = Promise.withResolvers<StdioSummary>()
    const adapter = stdioAdapter({ input, output, now: () => clock.now(), onEnd: resolve })
    const { rulebooks } = await readRules(join(root, 'rules/demo'))
    const log = new Logbook()
    const engine = new Engine({
      unit: new Unit(store),
      reader: store.reader,
      features,
      rulebooks,
      adapters: [adapter],
      clock,
      log,
    })
    let written = ''
    output.on('data', (chunk) => {
      written += chunk
    })
    await engine.start()
    input.end(`${blocks[0]?.join('\n')}\n`)
    await ended
    await engine.stop()
    await store.close()
    const told = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    for (const line of blocks[1] ?? []) {
      const { text = '', id = '', ask = '', ...rest } = JSON.parse(line) as Record<string, string>
      const begins = (value: unknown, shown: string) =>
        String(value ?? '').startsWith(shown.split('…')[0]?.trim() ?? '')
      const found = told.filter((one) => begins(one.text, text) && begins(one.id, id) && begins(one.ask, ask))
      expect(found, line).toContainEqual(expect.objectContaining(rest))
    }
    expect(log.errors).toEqual([])
  })
})
