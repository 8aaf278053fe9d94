import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { features } from '../../src/features.ts'
import { type RehearseOptions, rehearse } from '../../src/replay/rehearse.ts'
import { defaultRulebook, type InMemory } from '../../src/rulebook/memory.ts'
import { fixture, folder } from './kit.ts'

const run = (paths: readonly string[], rules: Partial<InMemory> = {}, options: Partial<RehearseOptions> = {}) =>
  rehearse(paths, {
    features,
    rulebooks: [defaultRulebook({ features, languages: ['en'], timezone: 'UTC', ...rules })],
    ...options,
  })
const fixtures = ['2021-03-04.log', 'discord.json', 'result.json', 'events.jsonl'].map(fixture)
const minute = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`
const joinLine = (nick: string) => `=== ${nick} [~x@host.example]  has joined #reading`

describe('a rehearsal', () => {
  it('reads every format in one run', async () => {
    const report = await run(fixtures, {}, { bots: ['HelperBot'] })
    expect(report.sources.map(({ format }) => format)).toEqual(['irc', 'discord', 'telegram', 'jsonl'])
    expect(report).toMatchObject({ files: 4, messages: 10 + 2 + 2 + 1, joins: 2 + 1 + 3 + 1, leaves: 2 + 2 + 1 })
    expect(report.groups.map(({ ref }) => ref).toSorted()).toEqual([
      'discord:20',
      'irc:#reading',
      'telegram:777',
      'web:reading',
    ])
    expect(report.groups.find(({ ref }) => ref === 'discord:20')?.name).toBe('#general')
    expect(report.groups.find(({ ref }) => ref === 'telegram:777')?.name).toBe('读书会')
    expect(report.bots.map(({ name }) => name).toSorted()).toEqual(['Desk', 'HelperBot'])
  })
  it('gives errors with file, line and remedy beside what it could read', async () => {
    const path = folder({ 'a.zip': 'PK\x03\x04', 'empty.log': '', '2020-01-01.log': '[10:00] <a> fine\nnonsense\n' })
    const paths = ['a.zip', 'empty.log', '2020-01-01.log', 'none.log'].map((name) => join(path, name))
    const report = await run([...paths, path])
    expect(report).toMatchObject({ files: 1, messages: 1 })
    expect(report.errors.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['a.zip', 0, 'packed'],
      ['empty.log', 0, 'empty'],
      ['none.log', 0, 'missing'],
      [path.split('/').at(-1), 0, 'directory'],
      ['2020-01-01.log', 2, 'irc-line'],
    ])
    for (const { message, remedy } of report.errors) expect(`${message}${remedy}`).not.toMatch(/\{\w+\}|^$/)
  })
  it('lists some of a thousand faults and counts the rest', async () => {
    const path = folder({ '2020-01-01.log': `${'[10:00] <a> fine\n'.repeat(600)}${'nonsense\n'.repeat(1000)}` })
    const report = await run([join(path, '2020-01-01.log')])
    expect(report.errors).toHaveLength(21)
    expect(report.errors.at(-1)).toMatchObject({ code: 'more', vars: { count: 980, of: 'irc-line' }, line: 621 })
  })
  it('reads a file once that is given twice, and tells apart two of one name', async () => {
    const one = folder({ '2020-01-01.log': '[10:00] <a> one\n' })
    const two = folder({ '2020-01-01.log': '[10:00] <b> two\n' })
    const report = await run([one, one, two].map((path) => join(path, '2020-01-01.log')))
    expect(report).toMatchObject({ files: 2, messages: 2 })
    expect(report.errors.map(({ code }) => code)).toEqual(['same-file'])
    expect(new Set(report.sources.map(({ file }) => file)).size).toBe(2)
  })
  it('plays a message once that two exports hold', async () => {
    const path = folder({
      'again.json': await import('node:fs').then(({ readFileSync }) => readFileSync(fixture('discord.json'))),
    })
    const report = await run([fixture('discord.json'), join(path, 'again.json')])
    expect(report.again).toBe(3)
  })
  it('plays nothing at all without a word of complaint', async () => {
    const report = await run([])
    expect(report).toMatchObject({ files: 0, messages: 0, members: 0, errors: [], flagged: [], schedule: [] })
  })
  it('is deterministic', async () => {
    const [first, second] = [await run(fixtures), await run(fixtures)]
    expect({ ...second, seconds: 0, eventsPerSecond: 0 }).toEqual({ ...first, seconds: 0, eventsPerSecond: 0 })
  })
})

describe('what would have happened', () => {
  it('flags a flood with its reasons, and never a moderator', async () => {
    const spam = (nick: string) =>
      `[10:00] <${nick}> BUY CHEAP WATCHES at http://watches.example now now now\n`.repeat(8)
    const log = `=== mode/#reading [+o boss]  by ChanServ\n${joinLine('spam')}\n${spam('spam')}${spam('boss')}`
    const report = await run([join(folder({ '2020-01-01.log': log }), '2020-01-01.log')])
    expect(report.flagged.length).toBeGreaterThan(0)
    expect(new Set(report.flagged.map(({ member }) => member))).toEqual(new Set(['spam']))
    const [first] = report.flagged
    expect(first).toMatchObject({ file: '2020-01-01.log', text: expect.stringContaining('WATCHES') })
    expect(report.flagged.flatMap(({ reasons }) => reasons.map(({ name }) => name))).toContain('repeats')
  })
  it('welcomes newcomers together and once, whatever the files', async () => {
    const log = `[10:00] <a> hi\n${joinLine('tom')}\n${joinLine('ann')}\n[10:30] <a> hi\n${joinLine('tom')}\n[11:00] <a> end\n`
    const report = await run([join(folder({ '2020-01-01.log': log }), '2020-01-01.log')], {
      sections: { welcome: { windowSeconds: 1200 } },
    })
    expect(report.welcomes.map(({ newcomers }) => newcomers.map(({ name, line }) => [name, line]))).toEqual([
      [
        ['tom', 2],
        ['ann', 3],
      ],
    ])
    expect(report.joined.welcomed).toBe(2)
    expect(Object.values(report.joined).reduce((sum, n) => sum + n, 0)).toBe(report.joins)
  })
  it('answers from the rulebook, with the message quoted', async () => {
    const faq = {
      entries: [{ id: 'meet', question: { en: 'When is the next meetup?' }, answer: { en: 'Saturdays at 15:00.' } }],
    }
    const log = '[10:00] <tom> when is the next meetup?\n[10:05] <ann> nice weather today\n'
    const report = await run([join(folder({ '2020-01-01.log': log }), '2020-01-01.log')], { sections: { faq } })
    expect(report.answers).toMatchObject([
      { line: 1, member: 'tom', text: 'when is the next meetup?', answer: expect.stringContaining('Saturdays') },
    ])
  })
  it('plays a week of the schedule after the last word, and counts what is silent', async () => {
    const path = folder({ '2010-01-01.log': '[10:00] <a> one\n', '2020-01-01.log': '[10:00] <a> two\n' })
    const posts = [{ id: 'daily', cron: '0 12 * * *', text: { en: 'Good day' } }]
    const report = await run(
      ['2010-01-01.log', '2020-01-01.log'].map((name) => join(path, name)),
      {
        sections: { schedule: { posts } },
      },
    )
    const job = report.schedule.find(({ feature }) => feature === 'schedule')
    expect(job).toMatchObject({ done: 14, skipped: 0, failed: 0 })
    expect(job?.first[0]).toBe('2010-01-01T12:00:00.000Z')
    expect(job?.last.at(-1)).toBe('2020-01-07T12:00:00.000Z')
    expect(job?.silent).toBe(3652 - 7)
    expect(report.silences).toHaveLength(1)
  })
  it('makes a group of every file where that is wished', async () => {
    const path = folder({ '2010-01-01.log': '[10:00] <a> one\n', '2010-01-02.log': '[10:00] <a> two\n' })
    const paths = ['2010-01-01.log', '2010-01-02.log'].map((name) => join(path, name))
    expect((await run(paths)).groups).toHaveLength(1)
    expect((await run(paths, {}, { groupBy: 'file' })).groups.map(({ ref }) => ref)).toEqual([
      'irc:2010-01-01.log',
      'irc:2010-01-02.log',
    ])
  })
  it('knows the points of those who left, too', async () => {
    const said = Array.from({ length: 12 }, (_, n) => `[10:${n + 10}] <gone> today I read chapter ${n} of the book`)
    const path = folder({
      '2010-01-01.log': [joinLine('gone'), ...said, '=== gone [~x@host.example]  has left #reading []', ''].join('\n'),
    })
    const { regulars, leaves } = await run([join(path, '2010-01-01.log')])
    expect(leaves).toBe(1)
    expect(regulars.map(({ name, points }) => [name, (points ?? 0) > 0])).toEqual([['gone', true]])
  })
  it('counts regulars by days, under the name they go by', async () => {
    const day = (nick: string) =>
      Array.from({ length: 3 }, (_, n) => `[${minute(600 + n)}] <${nick}> message ${n}\n`).join('')
    const path = folder({
      '2010-01-01.log': `${day('tom_')}=== tom_ is now known as tom\n${day('tom')}`,
      '2010-01-02.log': `${day('tom')}${day('ann')}`,
    })
    const { regulars, members } = await run(['2010-01-01.log', '2010-01-02.log'].map((name) => join(path, name)))
    expect(members).toBe(2)
    expect(regulars.map(({ name, days, messages }) => [name, days, messages])).toEqual([
      ['tom', 2, 9],
      ['ann', 1, 3],
    ])
  })
  it('tells how far it is', async () => {
    const seen: string[] = []
    await rehearse(
      fixtures,
      { features: [], rulebooks: [defaultRulebook({ features: [] })] },
      ({ phase, done, total }) => seen.push(`${phase} ${done}/${total}`),
    )
    expect(seen).toContain('reading 4/4')
    expect(seen.at(-1)).toMatch(/^playing (\d+)\/\1$/)
  })
})
