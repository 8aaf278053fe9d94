import { PassThrough } from 'node:stream'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StdioSummary, stdioAdapter } from '../../../adapters/stdio/index.ts'
import { maxLine } from '../../../adapters/stdio/lines.ts'
import { stdioSchema } from '../../../adapters/stdio/wire.ts'
import { EventsClock } from '../../../src/core/clock.ts'
import { Engine } from '../../../src/core/engine/engine.ts'
import { features } from '../../../src/features.ts'
import { defaultRulebook } from '../../../src/rulebook/memory.ts'
import { openStore } from '../../../src/store/open.ts'
import { Unit } from '../../../src/store/unit.ts'
import { Logbook } from '../../kit/inn.ts'

type Out = Record<string, unknown> & { type: string }

/** The whole bot behind the door, in this process; gives every line it wrote. */
async function talk(lines: readonly string[]): Promise<{ out: Out[]; summary: StdioSummary; log: Logbook }> {
  const store = await openStore(
    ':memory:',
    features.map((feature) => feature.migrations),
  )
  const input = new PassThrough()
  const output = new PassThrough()
  const clock = new EventsClock()
  const log = new Logbook()
  const { promise: ended, resolve } = Promise.withResolvers<StdioSummary>()
  const engine = new Engine({
    unit: new Unit(store),
    reader: store.reader,
    features,
    rulebooks: [defaultRulebook({ features, languages: ['zh', 'en'] })],
    adapters: [stdioAdapter({ input, output, now: () => clock.now(), onEnd: resolve })],
    clock,
    log,
  })
  let written = ''
  output.on('data', (chunk) => {
    written += chunk
  })
  await engine.start()
  for (const line of lines) input.write(`${line}\n`)
  input.end()
  const summary = await ended
  await engine.stop()
  await store.close()
  const out = written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Out)
  return { out, summary, log }
}
const at = 1_790_000_000_000
const message = (id: string, text: string, more: object = {}) =>
  JSON.stringify({ type: 'message', id, at, group: 'main', user: 'tom', name: 'Tom', text, ...more })

describe('the stdio door', () => {
  it('acknowledges events, tells actions with their ids, and answers commands in both forms', async () => {
    const { out } = await talk([
      JSON.stringify({ type: 'member.join', id: 'j', at, group: 'main', user: 'tom', name: 'Tom' }),
      message('m', '/checkin'),
      JSON.stringify({ type: 'command', id: 'c', at, group: 'main', user: 'tom', text: '/me' }),
      JSON.stringify({ type: 'clock', id: 'later', at: at + 3_600_000 }),
    ])
    expect(out.filter(({ type }) => type === 'ack').map(({ event }) => event)).toEqual(['j', 'm', 'c', 'later'])
    expect(out.find(({ id }) => String(id).startsWith('stdio:m/'))).toMatchObject({
      type: 'whisper',
      group: 'main',
      user: 'tom',
    })
    expect(out.some(({ type, text }) => type === 'send' && String(text).includes('Tom'))).toBe(true)
  })
  it('acknowledges an event sent again without doing anything again', async () => {
    const { out } = await talk([message('m', '/checkin'), message('m', '/checkin')])
    expect(out.filter(({ type }) => type === 'ack')).toMatchObject([{ seen: 'first' }, { seen: 'again' }])
    expect(out.filter(({ id }) => String(id).startsWith('stdio:m/'))).toHaveLength(1)
  })
  it('tells refused commands in the acknowledgement, at the field', async () => {
    const { out } = await talk([
      JSON.stringify({
        type: 'command',
        id: 'c',
        at,
        group: 'main',
        user: 'boss',
        role: 'owner',
        name: 'warn',
        input: { member: '@nobody' },
      }),
    ])
    expect(out).toMatchObject([
      { type: 'ack', event: 'c', errors: [{ field: 'member', code: 'command/no-such-member' }] },
    ])
  })
  it('names the line of each malformed one and serves the next', async () => {
    const { out, summary } = await talk([
      '{',
      '[]',
      'null',
      '{"type":"dance"}',
      '',
      message('ok', 'hello'),
      'x'.repeat(maxLine + 1),
      message('ok2', 'hi'),
    ])
    expect(out.filter(({ type }) => type === 'error').map(({ line, code }) => [line, code])).toEqual([
      [1, 'stdio/not-json'],
      [2, 'stdio/invalid'],
      [3, 'stdio/invalid'],
      [4, 'stdio/invalid'],
      [7, 'stdio/too-long'],
    ])
    expect(out.filter(({ type }) => type === 'ack').map(({ event }) => event)).toEqual(['ok', 'ok2'])
    expect(summary).toMatchObject({ lines: 8, events: 2, errors: 5 })
  })
  it('serves the good lines among 1,000 malformed ones, with an error for each of those', async () => {
    const wrong = fc.sample(malformed, { numRuns: 1000, seed: 42 })
    const lines = wrong.flatMap((line, n) => (n % 50 === 0 ? [line, message(`good${n}`, 'still here')] : [line]))
    const { out, summary, log } = await talk(lines)
    expect(out.filter(({ type }) => type === 'ack')).toHaveLength(20)
    expect(out.filter(({ type }) => type === 'error')).toHaveLength(wrong.length)
    expect(out.filter(({ type, remedy }) => type === 'error' && !remedy)).toEqual([])
    expect(summary.errors).toBe(1000)
    expect(log.errors).toEqual([])
  })
  it('takes any well-formed event without a single failure inside', async () => {
    const events = fc
      .sample(anyEvent, { numRuns: 400, seed: 7 })
      .map((event, n) => JSON.stringify({ ...event, id: `e${n}` }))
    const { out, log } = await talk(events)
    expect(log.errors).toEqual([])
    expect(out.filter(({ type }) => type === 'ack')).toHaveLength(events.length)
  })
  it('writes and reads only lines that its published schema allows', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: false })
    const schema = stdioSchema()
    const isOut = ajv.compile(schema.$defs.out)
    const isIn = ajv.compile(schema.$defs.in)
    const { out } = await talk([
      '{',
      message('a', '/rules'),
      message('b', '签到'),
      JSON.stringify({ type: 'member.join', id: 'j', at, group: 'main', user: 'ann' }),
      JSON.stringify({ type: 'clock', at: at + 86_400_000 * 8 }),
    ])
    for (const line of out) expect(isOut(line), JSON.stringify([line, isOut.errors])).toBe(true)
    expect(isIn(JSON.parse(message('a', 'hello')))).toBe(true)
    expect(isIn({ type: 'message', id: 'x' })).toBe(false)
  })
})

/** Lines that are no event: broken JSON, wrong types, missing and superfluous fields, ids that cannot be kept. */
const malformed = fc.oneof(
  fc
    .string({ minLength: 1 })
    .filter((raw) => raw.trim() !== '' && !raw.includes('\n') && !raw.includes('\r'))
    .map((raw) => `{${raw}`),
  fc.json().filter((raw) => !/^\s*\{/.test(raw)),
  fc.constantFrom(
    message('', 'empty id'),
    message('nul\u0000', 'x'),
    message('x', 'y'.repeat(20_001)),
    message('x', 'x', { at: -1 }),
    message('x', 'x', { at: 1.5 }),
    message('x', 'x', { at: '2026' }),
    message('x', 'x', { user: 7 }),
    message('x', 'x', { mentions: 'tom' }),
    message('x', 'x', { extra: true }),
    message('x', 'x', { role: 'king' }),
  ),
  fc
    .record({
      type: fc.constantFrom('message', 'member.join', 'edit', 'reaction', 'choice', 'command', 'clock', 'outcome'),
      nonsense: fc.jsonValue(),
    })
    .map((event) => JSON.stringify(event)),
)
const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).map((raw) => raw.replaceAll('\0', '') || 'x')
const who = {
  user: fc.constantFrom('a', 'b', 'c', 'd'),
  name: fc.option(word, { nil: undefined }),
  at: fc.integer({ min: at, max: at + 86_400_000 * 30 }),
  group: fc.constantFrom('main', 'side'),
  role: fc.constantFrom(undefined, 'member', 'moderator', 'owner'),
}
const commandNames = features.flatMap((feature) => (feature.commands ?? []).map((command) => command.name))
const anyEvent = fc.oneof(
  fc.record({
    type: fc.constant('message'),
    ...who,
    text: fc.oneof(word, fc.string({ maxLength: 3000, unit: 'binary' })),
  }),
  fc.record({
    type: fc.constant('message'),
    ...who,
    text: fc.tuple(fc.constantFrom(...commandNames), word).map(([name, rest]) => `/${name} ${rest}`),
  }),
  fc.record({ type: fc.constant('member.join'), ...who, invitedBy: fc.constantFrom(undefined, 'a') }),
  fc.record({ type: fc.constant('member.leave'), ...who, how: fc.constantFrom('left', 'kicked', 'banned') }),
  fc.record({ type: fc.constant('edit'), ...who, message: fc.constantFrom('e1', 'e5', 'e9'), text: word }),
  fc.record({
    type: fc.constant('reaction'),
    ...who,
    message: fc.constantFrom('e1', 'e5', 'e9'),
    emoji: word.map((raw) => raw.slice(0, 20)),
  }),
  fc.record({
    type: fc.constant('command'),
    ...who,
    name: fc.constantFrom(...commandNames),
    input: fc.dictionary(
      fc.constantFrom('member', 'reason', 'text', 'action', 'case', 'question', 'answer', 'n'),
      fc.oneof(word, fc.integer(), fc.constant('@a')),
    ),
  }),
  fc.record({
    type: fc.constant('choice'),
    ...who,
    ask: fc.constantFrom('rules:agree', 'faq:x', 'moderation:case:1', 'nobody:1', 'none'),
    option: word,
  }),
)
