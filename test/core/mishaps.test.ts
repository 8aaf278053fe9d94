/** What goes wrong around the engine costs as little as it can, and is told. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Door, Filed } from '../../src/core/adapter.ts'
import { type AnyFeature, kit } from '../../src/core/feature.ts'
import { createTable } from '../../src/core/schema.ts'
import { texts } from '../../src/core/texts.ts'
import { TestClock } from '../kit/clock.ts'
import { openInn } from '../kit/inn.ts'
import { Recorder } from '../kit/recorder.ts'

/** Keeps every text; fails at saving texts that hold its name, and at hearing those that hold "deaf" and its name. */
function scribe(name: string): AnyFeature {
  const base = kit({
    name,
    config: z.strictObject({}),
    store: (tables) => ({ lines: tables.journal<{ id: string; text: string }>(`${name}_lines`, ['id', 'text']) }),
  })
  return base.feature({
    texts: texts({}, {}),
    needs: [],
    migrations: {
      [`2026-${name}`]: { up: (db) => createTable(db, `${name}_lines`, { id: 'text', text: 'text' }, ['id']) },
    },
    personal: [],
    on: {
      group: () => ({
        save: () => {
          if (name === 'grouch') throw new Error('fails at every greeting')
        },
      }),
      message: ({ event }) => {
        if (event.text.includes(`deaf-${name}`)) throw new Error(`${name} cannot hear this`)
        const planned = event.text.startsWith('plan')
        return {
          save: (to) => {
            to.lines.insert({ id: event.id, text: event.text })
            if (event.text.includes(`spill-${name}`)) throw new Error(`${name} cannot save this`)
          },
          ...(planned && {
            later: [{ job: 'note', key: event.id, at: event.at + 1000, payload: { text: event.text } }],
          }),
        }
      },
    },
    jobs: [
      {
        name: 'note',
        run: ({ key, payload, due }) => ({
          save: (to) => {
            to.lines.insert({ id: `${key}-${due}`, text: `noted ${payload.text}` })
            if (String(payload.text).includes(`drop-${name}`)) throw new Error(`${name} cannot note this`)
          },
        }),
      },
    ],
  })
}
const lines = async (inn: Awaited<ReturnType<typeof openInn>>, name: string) =>
  (await inn.rows(`${name}_lines`)).map(({ text }) => String(text)).sort()

describe('features that fail', () => {
  it('two of them at one event: both are left out of it, once each, and everything else is kept', async () => {
    const inn = await openInn({ features: [scribe('ink'), scribe('chalk'), scribe('lead')], languages: ['en'] })
    await inn.says('tom', 'one')
    await inn.says('tom', 'spill-ink spill-chalk', { id: 'both' })
    await inn.says('tom', 'two')
    expect(await lines(inn, 'ink')).toEqual(['one', 'two'])
    expect(await lines(inn, 'chalk')).toEqual(['one', 'two'])
    expect(await lines(inn, 'lead')).toEqual(['one', 'spill-ink spill-chalk', 'two'])
    expect(await inn.why('both')).toMatchObject({ ink: { decided: 'failed' }, chalk: { decided: 'failed' } })
    expect(inn.engine.notices.all()).toEqual([])
    await inn.close()
  })
  it('are paused after five events in a row, however often a batch was run again', async () => {
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'] })
    const emit = (n: number, text: string) =>
      inn.engine.emit({ type: 'message', id: `b${n}`, at: inn.now, group: 'test:main', user: 'test:tom', text })
    await inn.says('tom', 'hello')
    await Promise.all([1, 2, 3, 4].map((n) => emit(n, n % 2 ? 'deaf-ink' : 'spill-ink')))
    expect(inn.engine.notices.all()).toEqual([])
    await emit(5, 'deaf-ink')
    expect(inn.engine.notices.all()).toMatchObject([{ kind: 'feature' }])
    await emit(6, 'fine')
    expect(await inn.why('b6')).toEqual({ ink: { decided: 'paused' } })
    await inn.says('tom', 'elsewhere', { group: 'other' })
    expect(await lines(inn, 'ink')).toEqual(['elsewhere', 'hello'])
    await inn.close()
  })
  it('at one of many occurrences: only that one has failed', async () => {
    const clock = new TestClock(Date.UTC(2026, 2, 2, 10))
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'], clock })
    for (let n = 0; n < 5; n++) await inn.says('tom', n === 2 ? 'plan drop-ink' : `plan ${n}`, { at: clock.now() })
    await inn.passes('3d')
    expect((await lines(inn, 'ink')).filter((text) => text.startsWith('noted'))).toEqual([
      'noted plan 0',
      'noted plan 1',
      'noted plan 3',
      'noted plan 4',
    ])
    expect((await inn.rows('occurrences')).map(({ state }) => state).sort()).toEqual([
      'done',
      'done',
      'done',
      'done',
      'failed',
    ])
    await inn.close()
  })
  it('when greeting: the group is served all the same', async () => {
    const inn = await openInn({
      features: [scribe('grouch'), scribe('ink')],
      languages: ['en'],
      clock: new TestClock(Date.UTC(2026, 2, 2, 10)),
    })
    await inn.says('tom', 'hello')
    expect(await lines(inn, 'ink')).toEqual(['hello'])
    expect(await lines(inn, 'grouch')).toEqual(['hello'])
    await inn.close()
  })
})

describe('rulebooks', () => {
  it('may come, go and come again within one moment', async () => {
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'] })
    await inn.says('tom', 'hello')
    for (const name of ['A', 'B', 'A', 'B', 'A']) await inn.rules({ name })
    expect((await inn.rows('inbox')).filter(({ type }) => type === 'group')).toHaveLength(6)
    await inn.close()
  })
  it('come to many groups in turns, and each is told once', async () => {
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'] })
    for (let n = 0; n < 250; n++) await inn.says('tom', 'hello', { group: `g${n}` })
    await inn.rules({ name: 'Another' })
    expect((await inn.rows('inbox')).filter(({ type }) => type === 'group')).toHaveLength(500)
    expect(new Set((await inn.rows('groups')).map(({ rules_hash }) => rules_hash)).size).toBe(1)
    await inn.close()
  })
})

/** Starts only at the so-manieth try. */
class Shy extends Recorder {
  tries = 0
  readonly from: number
  healthy: 'up' | 'down' = 'up'
  constructor(from: number) {
    super()
    this.from = from
  }
  override async start(door: Door) {
    if (++this.tries < this.from) throw new Error('no network')
    await super.start(door)
  }
  override health() {
    return { state: this.healthy, since: Date.UTC(2026, 2, 2, 10), detail: 'gone' } as const
  }
}
describe('adapters', () => {
  it('that cannot start are tried again; the owner is told, and told when it is over', {
    timeout: 20_000,
  }, async () => {
    const adapter = new Shy(2)
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'], adapter })
    await inn.engine.start()
    expect(inn.engine.notices.all()).toMatchObject([
      { kind: 'platform', over: false, text: expect.stringContaining('no network') },
    ])
    await expect.poll(() => adapter.door, { timeout: 5000 }).toBeDefined()
    expect(inn.engine.notices.all()).toMatchObject([{ kind: 'platform', over: true }])
    await inn.close()
  })
  it('that never start do not keep the house from closing', async () => {
    const adapter = new Shy(Number.POSITIVE_INFINITY)
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'], adapter })
    await inn.engine.start()
    await inn.close()
    expect(adapter.tries).toBe(1)
  })
  it('that are away for a minute are told of once, and when they are back', async () => {
    const adapter = new Shy(1)
    const clock = new TestClock(Date.UTC(2026, 2, 2, 10))
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'], adapter, clock })
    await inn.passes('1s')
    adapter.healthy = 'down'
    await inn.passes('30s')
    expect(inn.engine.notices.all()).toEqual([])
    for (let n = 0; n < 5; n++) await inn.passes('30s')
    expect(inn.engine.notices.all()).toMatchObject([{ kind: 'platform', over: false }])
    adapter.healthy = 'up'
    await inn.passes('1s')
    expect(inn.engine.notices.all()).toMatchObject([
      { kind: 'gap', over: true },
      { kind: 'platform', over: true },
    ])
    await inn.close()
  })
  it('that cannot stop, or never answer, hold up the closing no longer than they may', async () => {
    const hanging = new Recorder()
    hanging.answer = () => new Promise(() => undefined)
    hanging.stop = async () => {
      throw new Error('cannot stop')
    }
    const inn = await openInn({ features: [], languages: ['en'], adapter: hanging, clock: new TestClock(1) })
    await inn.engine.start()
    const filed: Filed = {
      id: 'x',
      attempt: 1,
      feature: 'test',
      action: { type: 'send', group: 'test:main', text: 'hi' },
    }
    expect(filed.attempt).toBe(1)
    const before = performance.now()
    await inn.engine.stop(100)
    expect(performance.now() - before).toBeLessThan(2000)
    expect(inn.log.errors.map(({ message }) => message)).toContain('the adapter could not stop')
    await inn.store.close()
  })
  it('are refused politely once the house is closing', async () => {
    const inn = await openInn({ features: [scribe('ink')], languages: ['en'] })
    await inn.says('tom', 'hello')
    const { door } = inn.adapter
    const closing = inn.engine.stop()
    await expect(
      door?.emit({ type: 'message', id: 'late', at: inn.now, group: 'test:main', user: 'test:tom', text: 'hi' }),
    ).rejects.toMatchObject({ code: 'engine/stopping' })
    await expect(door?.tick(inn.now + 1)).rejects.toMatchObject({ code: 'engine/stopping' })
    await closing
    await inn.store.close()
  })
})
