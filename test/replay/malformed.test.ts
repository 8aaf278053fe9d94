/** Damaged in hundreds of ways: always a report, always the good file beside, never a throw. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collect } from '../../src/replay/collect.ts'
import { told } from '../../src/replay/faults.ts'
import { rehearse } from '../../src/replay/rehearse.ts'
import { defaultRulebook } from '../../src/rulebook/memory.ts'
import { fixture, folder } from './kit.ts'

const names = ['2021-03-04.log', 'discord.json', 'result.json', 'events.jsonl'] as const
const originals = new Map(names.map((name) => [name, readFileSync(fixture(name))]))
const options = { timezone: 'UTC', groupBy: 'channel', isBot: () => false } as const

interface Damage {
  readonly how: 'cut' | 'flip' | 'insert' | 'drop' | 'repeat' | 'swap lines' | 'utf-16'
  /** Where, as parts of the whole. */
  readonly at: number
  readonly to: number
  readonly bytes: Uint8Array
}
const damage: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('cut', 'flip', 'insert', 'drop', 'repeat', 'swap lines', 'utf-16'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
})

function damaged(whole: Buffer, { how, at, to, bytes }: Damage): Buffer {
  const [from, end] = [at, to].map((part) => Math.floor(part * whole.length)).sort((a, b) => a - b) as [number, number]
  switch (how) {
    case 'cut':
      return whole.subarray(0, from)
    case 'flip':
      return Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(from + bytes.length)])
    case 'insert':
      return Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(from)])
    case 'drop':
      return Buffer.concat([whole.subarray(0, from), whole.subarray(end)])
    case 'repeat':
      return Buffer.concat([whole.subarray(0, end), whole.subarray(from)])
    case 'swap lines': {
      const lines = whole.toString('latin1').split('\n')
      const [a, b] = [from % lines.length, end % lines.length]
      const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
      return Buffer.from(swapped.join('\n'), 'latin1')
    }
    case 'utf-16':
      return Buffer.from(whole.toString('utf8').slice(0, end), 'utf16le')
  }
}

/** The faults of both languages, with nothing left to fill in. */
function expectClear({ faults, files }: ReturnType<typeof collect>, paths: readonly string[]) {
  for (const { file, line, code, vars } of faults) {
    expect(paths.map((path) => basename(path))).toContain(file)
    expect(line).toBeGreaterThanOrEqual(0)
    for (const locale of ['zh', 'en'] as const) {
      const { message, remedy } = told(code, vars, locale)
      expect(message, code).not.toMatch(/^$|undefined/)
      expect(remedy, code).not.toBe('')
    }
  }
  for (const file of files) expect(file.entries).toBeGreaterThanOrEqual(0)
}

describe('damaged files', () => {
  it.each(names)('%s, in 150 ways, beside a good one', (name) => {
    const path = folder({ 'good.jsonl': readFileSync(fixture('events.jsonl')), [name]: '' })
    const files = [join(path, name), join(path, 'good.jsonl')]
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (blows) => {
        const bytes = blows.reduce<Buffer>(
          (whole, blow) => damaged(whole, blow),
          originals.get(name) ?? Buffer.alloc(0),
        )
        writeFileSync(join(path, name), bytes)
        const collected = collect(files, options)
        expectClear(collected, files)
        if (name === 'events.jsonl') return
        const good = collected.files.find(({ file }) => file === 'good.jsonl')
        expect(good).toMatchObject({ messages: 1, joins: 1, leaves: 1 })
        const broken = collected.files.find(({ file }) => file === name)
        expect(broken !== undefined || collected.faults.some(({ file }) => file === name)).toBe(true)
      }),
      { numRuns: 150, seed: 20_261_122 },
    )
  })

  it('bytes of any kind are recognised or refused', () => {
    const path = join(folder({ '2020-01-01.log': '' }), '2020-01-01.log')
    const openings = ['', '[10:00] <a> ', '=== a', '{"guild":', '{"messages": [', '{"type":"message",', '[', '\uFEFF']
    fc.assert(
      fc.property(fc.constantFrom(...openings), fc.uint8Array({ maxLength: 400 }), (opening, bytes) => {
        writeFileSync(path, Buffer.concat([Buffer.from(opening), bytes]))
        const collected = collect([path], options)
        expectClear(collected, [path])
        expect(collected.files.length + collected.faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('a truncated export gives what is before the break and the line of the break, wherever it is', () => {
    const whole = originals.get('result.json')?.toString('utf8') ?? ''
    const path = join(folder({ 'result.json': '' }), 'result.json')
    const start = whole.indexOf('"messages"') + 14
    for (let at = start; at < whole.trimEnd().length; at += 17) {
      const part = Buffer.from(whole.slice(0, at))
      writeFileSync(path, part)
      const { faults, files } = collect([path], options)
      const fault = faults.find(({ code }) => code === 'json-truncated' || code === 'json-syntax')
      expect(fault, part.subarray(-40).toString()).toBeDefined()
      expect(fault?.line).toBeLessThanOrEqual(whole.slice(0, at).split('\n').length)
      expect(files[0]?.entries).toBeLessThanOrEqual(8)
    }
  })

  it('go through the engine too', async () => {
    const blows = fc.sample(damage, { numRuns: 40, seed: 3 })
    const files = Object.fromEntries(
      blows.map((blow, index) => {
        const name = names[index % names.length] ?? 'events.jsonl'
        return [`${index}-${name}`, damaged(originals.get(name) ?? Buffer.alloc(0), blow)]
      }),
    )
    const path = folder({ ...files, 'good.jsonl': readFileSync(fixture('events.jsonl')) })
    const report = await rehearse(
      [...Object.keys(files), 'good.jsonl'].map((name) => join(path, name)),
      {
        features: [],
        rulebooks: [defaultRulebook({ features: [] })],
      },
    )
    expect(report.sources.find(({ file }) => file === 'good.jsonl')).toMatchObject({ messages: 1 })
    expect(report.errors.length).toBeGreaterThan(20)
  })
})
