/** The demo's desk, about a reading circle, in a group that talks of something else: it had better keep quiet. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../../src/features.ts'
import { readRulebooks } from '../../../src/rulebook/read.ts'
import { Desk } from '../../../src/text/match.ts'

const desk = new Desk()
beforeAll(async () => {
  const { rulebooks } = await readRulebooks(resolve(import.meta.dirname, '../../../rules/demo'), features)
  const [book] = rulebooks
  if (!book) throw new Error('no rulebook')
  const { entries } = book.section('faq', 'web:reading') as {
    entries: { id: string; question: { zh: string; en: string }; alternatives: string[] }[]
  }
  for (const { id, question, alternatives } of entries) desk.set(id, [question.zh, question.en, ...alternatives])
})

describe('in talk about engines', () => {
  it.each([
    'exactly my point',
    'so what am I missing here?',
    'they are all missing',
    'this is my first time changing a gearbox, not sure how to go on',
    'no fees',
    'should I use this tool?',
    'what mounting point would that be?',
    'my swap of the left tyre went well',
    'I would take the place behind the pump at this point',
  ])('does not answer %j', (text) => expect(desk.ask(text).zone).not.toBe('answer'))
  it.each(['can anyone help me?', 'help! how do I tighten the belt?', 'somebody help with the timing please?'])(
    'nor thinks that %j offers help',
    (text) => expect(desk.ask(text).zone).toBe('silent'),
  )
  it.each([
    ['How can I help?', 'volunteer'],
    ['I missed the session yesterday, is there a recording?', 'miss-session'],
    ['how much is the fee for a session?', 'cost'],
    ['where could I buy the book?', 'where-buy'],
  ])('but does answer %j', (text, entry) =>
    expect([desk.ask(text).zone, desk.ask(text).ranked[0]?.entry]).toEqual(['answer', entry]),
  )
  it('offers an entry whose name is an everyday word', () => {
    const { zone, ranked } = desk.ask('so how can i get points?')
    expect([zone, ranked[0]?.entry]).toEqual(['suggest', 'points'])
  })
})

const folder = resolve(import.meta.dirname, '../../../../shared/data/chat/ubuntu-irc')
describe.runIf(existsSync(folder))('in 19 days of #ubuntu', () => {
  it('answers next to nothing and seldom asks what is meant', () => {
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.log'))
      .flatMap((name) => readFileSync(join(folder, name), 'latin1').split('\n'))
      .flatMap((line) => /^\[\d\d:\d\d\] <[^>]+> (.+)$/.exec(line)?.[1] ?? [])
    const zones = lines.map((line) => desk.ask(line).zone)
    expect(lines.length).toBeGreaterThan(20_000)
    expect(zones.filter((zone) => zone === 'answer').length).toBeLessThanOrEqual(45)
    expect(zones.filter((zone) => zone === 'suggest').length).toBeLessThanOrEqual(180)
  })
})
