/** A question to the oracle: whatever becomes of the answer, what was planned for it is run once. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { kit } from '../../src/core/feature.ts'
import { type Asked, type Oracle, oracleSettings } from '../../src/core/oracle.ts'
import { texts } from '../../src/core/texts.ts'
import { TestClock } from '../kit/clock.ts'
import { type Inn, type InnOptions, monday, openInn } from '../kit/inn.ts'
import { newDatabase } from '../kit/postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'innkeeper-consult-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const timeoutMs = 300
const settings = oracleSettings.parse({ url: 'http://oracle.test/v1', model: 'm', timeoutMs })
const candidates = ['tea', 'coffee'].map((id) => ({ id, text: id }))
const asking = kit({ name: 'asking', config: z.strictObject({}), store: () => ({}) })
const feature = asking.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  hearsPrivate: true,
  on: {
    message: ({ event, group, canConsult }) =>
      canConsult
        ? {
            consult: {
              job: 'told',
              key: event.id,
              payload: { n: 1 },
              asked: { question: event.text, candidates, settings },
            },
            why: { decided: 'consulted' },
            ...(event.text === 'broken' && {
              save: () => {
                throw new Error('broken')
              },
            }),
          }
        : { actions: [{ type: 'send', group: group.ref, text: 'nobody to ask' }] },
  },
  jobs: [
    {
      name: 'told',
      run: ({ group, choice = 'nothing', payload }) => ({
        actions: [{ type: 'send', group: group.ref, text: `${choice} ${payload.n}` }],
        why: { decided: `told ${choice}` },
      }),
    },
  ],
})

let inn: Inn
afterEach(() => inn.close())
const open = async (rank: Oracle['rank'], options: Partial<InnOptions> = {}) => {
  inn = await openInn({ features: [feature], clock: new TestClock(monday), oracle: { rank }, ...options })
}
const tea = () => Promise.resolve('tea')
/** Never answers, and does not heed the signal either. */
const deaf = () => new Promise<string>(() => undefined)

describe('is answered', () => {
  it('with what was chosen, in a transaction of its own; the reasons are added to the event’s', async () => {
    const asked: Asked[] = []
    await open((one) => {
      asked.push(one)
      return tea()
    })
    const message = await inn.says('tom', 'what do you drink?')
    expect(inn.sent()).toEqual(['tea 1'])
    expect(asked).toEqual([{ question: 'what do you drink?', candidates, settings }])
    expect((await inn.why(message)).asking).toEqual({ decided: 'told tea' })
    expect(await inn.rows('agenda')).toEqual([])
    expect(await inn.desk.planned({ past: true, limit: 5 })).toMatchObject([
      { job: 'told', state: 'done', note: 'told tea' },
    ])
  })
  it('in the channel where it was asked, and alone to who asked alone', async () => {
    await open(tea)
    await inn.says('tom', 'here?', { where: 'test:thread' })
    await inn.says('tom', 'psst', { private: true })
    expect(inn.took().map(({ action }) => action)).toMatchObject([
      { type: 'send', where: 'test:thread', text: 'tea 1' },
      { type: 'whisper', user: 'test:tom', text: 'tea 1' },
    ])
  })
  it('at once where there is nobody to ask: under the events’ clock, and without an oracle', async () => {
    inn = await openInn({ features: [feature], oracle: { rank: tea } })
    expect(inn.clock.kind).toBe('events')
    await inn.says('tom', 'what?')
    expect(inn.sent()).toEqual(['nobody to ask'])
    await inn.close()
    inn = await openInn({ features: [feature], clock: new TestClock(monday) })
    await inn.says('tom', 'what?')
    expect(inn.sent()).toEqual(['nobody to ask'])
  })
})

describe('is given up', () => {
  it.each<[string, Oracle['rank']]>([
    ['it fails', () => Promise.reject(new Error('HTTP 500'))],
    [
      'it throws',
      () => {
        throw new Error('no')
      },
    ],
    ['none is meant', () => Promise.resolve(undefined)],
    ['it names something else', () => Promise.resolve('wine')],
    ['it is late', deaf],
  ])('where %s', async (_what, rank) => {
    await open(rank)
    const began = performance.now()
    await inn.says('tom', 'what?')
    expect(inn.sent()).toEqual(['nothing 1'])
    expect(performance.now() - began).toBeLessThan(timeoutMs + 1000)
    expect(inn.log.errors).toEqual([])
  })
  it('by time, if that is faster; what is told after that is not heard', async () => {
    const answer = Promise.withResolvers<string>()
    await open(() => answer.promise)
    await inn.engine.start()
    await inn.engine.emit({ type: 'message', id: 'a', at: monday, group: 'test:main', user: 'test:tom', text: 'what?' })
    ;(inn.clock as TestClock).pass(timeoutMs)
    await inn.engine.tick()
    answer.resolve('tea')
    await inn.engine.idle()
    expect(inn.sent()).toEqual(['nothing 1'])
  })
  it('by the ninth at once, who is not kept waiting', async () => {
    const answer = Promise.withResolvers<string>()
    await open(() => answer.promise)
    await inn.engine.start()
    const say = (n: number) =>
      inn.engine.emit({
        type: 'message',
        id: `a${n}`,
        at: monday,
        group: 'test:main',
        user: 'test:tom',
        text: `what ${n}?`,
      })
    await Promise.all(Array.from({ length: 12 }, (_, n) => say(n)))
    await expect.poll(() => inn.adapter.all.length).toBe(4)
    answer.resolve('tea')
    await inn.engine.idle()
    expect(inn.sent().sort()).toEqual([...Array(4).fill('nothing 1'), ...Array(8).fill('tea 1')])
  })
  it('and not asked at all where its batch is rolled back', async () => {
    const asked: string[] = []
    await open(({ question }) => {
      asked.push(question)
      return tea()
    })
    await inn.engine.start()
    const say = (text: string) =>
      inn.engine.emit({ type: 'message', id: text, at: monday, group: 'test:main', user: 'test:tom', text })
    await Promise.all([say('first'), say('broken'), say('last')])
    await inn.engine.idle()
    expect(asked).toEqual(['first', 'last'])
    expect(inn.sent()).toEqual(['tea 1', 'tea 1'])
  })
})

const places = {
  sqlite: async () => join(folder, 'cut.db'),
  postgres: () => newDatabase(inject('postgres'), `consult_${process.pid}`),
}
it.each(Object.entries(places))('a stop in between loses nothing and doubles nothing, on %s', async (_kind, where) => {
  const place = await where()
  await open(deaf, { place })
  await inn.engine.start()
  await inn.engine.emit({
    type: 'message',
    id: 'a',
    at: monday,
    group: 'test:main',
    user: 'test:tom',
    text: 'what?',
    private: true,
  })
  await inn.engine.stop(10) // nobody waits for the opinion
  await inn.store.close()
  expect(inn.adapter.all).toEqual([])
  await open(tea, { place, clock: new TestClock(monday + 60_000) })
  await inn.passes(1000)
  expect(inn.took().map(({ action }) => action)).toMatchObject([
    { type: 'whisper', user: 'test:tom', text: 'nothing 1' },
  ])
  await inn.passes('1h')
  expect(inn.sent()).toEqual([])
})

describe('trouble', () => {
  it('is told to the owner once, after three failures in a row; nobody is asked for a while, then again', async () => {
    let calls = 0
    let well = false
    await open(() => {
      calls++
      return well ? tea() : Promise.reject(new Error('HTTP 500'))
    })
    const notices = () => inn.desk.notices().map(({ text, over }) => ({ text, over }))
    for (let n = 0; n < 2; n++) await inn.says('tom', `what ${n}?`)
    expect(notices()).toEqual([])
    for (let n = 2; n < 6; n++) await inn.says('tom', `what ${n}?`)
    expect(calls).toBe(3)
    expect(inn.sent()).toEqual(Array(6).fill('nothing 1'))
    expect(notices()).toEqual([
      { text: expect.stringMatching(/oracle\.test.*3.*HTTP 500.*\n.*oracle\.test.*3.*HTTP 500/), over: false },
    ])
    await inn.passes('6m')
    await inn.says('tom', 'still?')
    expect(calls).toBe(4)
    expect(notices()).toHaveLength(1)
    await inn.passes('6m')
    well = true
    await inn.says('tom', 'and now?')
    expect(inn.sent()).toEqual(['nothing 1', 'tea 1'])
    expect(notices()).toMatchObject([{ over: true }])
  })
})
