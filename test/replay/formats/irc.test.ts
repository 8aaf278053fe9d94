import { describe, expect, it } from 'vitest'
import type { EventOf } from '../../../src/core/event.ts'
import { dateOf } from '../../../src/replay/formats/irc.ts'
import { spread } from '../../../src/replay/formats/irc-clock.ts'
import { parseIrcLine } from '../../../src/replay/formats/irc-line.ts'
import { fixture, readFile, readText } from '../kit.ts'

const log = () => readFile(fixture('2021-03-04.log'), 'UTC', ['HelperBot'])
const messages = (reading: ReturnType<typeof readFile>) =>
  reading.found.flatMap(({ event }) => (event.type === 'message' ? [event] : []))

describe('a line', () => {
  it.each([
    ['[00:31] <a> b <c> d', { is: 'message', nick: 'a', text: 'b <c> d', action: false }],
    ['[00:31] <[cc] smart> hi', { is: 'message', nick: '[cc]smart', text: 'hi' }],
    ['[00:31:59] <a> ', { is: 'message', time: '00:31:59', text: '' }],
    ['[12:00]  * T-Man needs it', { is: 'message', nick: 'T-Man', text: 'needs it', action: true }],
    [
      '=== ompaul goes in search',
      { is: 'message', time: undefined, nick: 'ompaul', text: 'goes in search', action: true },
    ],
    [
      '=== sinope[crashed]  will miss slackware',
      { is: 'message', nick: 'sinope[crashed]', text: 'will miss slackware' },
    ],
    ['=== [cc] smart [n=[cc] smar@gw.x]  has joined #ubuntu', { is: 'join', nick: '[cc]smart', channel: '#ubuntu' }],
    ['=== augmentor [[H] -853478@58.10]  has joined #ubuntu', { is: 'join', nick: 'augmentor' }],
    ['=== a [~b@c]  has left #ubuntu ["has joined #x"]', { is: 'leave', nick: 'a', how: 'left' }],
    ['=== a [~b@c] has quit [Ping timeout]', { is: 'leave', nick: 'a' }],
    ['=== a is now known as b[1] ', { is: 'rename', nick: 'a', to: 'b[1]' }],
    ['=== the cat is now known as Tom', { is: 'message', nick: 'the', action: true }],
    ['=== mode/#ubuntu [+q Thazza!*@*]  by Amaranth', { is: 'mode', change: '+q Thazza!*@*', by: 'Amaranth' }],
    ['  ', { is: 'blank' }],
    ['hello there', { is: 'unknown' }],
  ])('%s', (raw, line) => expect(parseIrcLine(raw)).toMatchObject(line))

  it('takes no longer than the line is, whatever is in it', () => {
    const began = performance.now()
    parseIrcLine(`=== ${' ['.repeat(100_000)}`)
    parseIrcLine(`[00:00] <${'>'.repeat(1)}${' x'.repeat(100_000)}`)
    expect(performance.now() - began).toBeLessThan(200)
  })
})

describe('times', () => {
  const at = (...times: (string | undefined)[]) => spread(times.map((time) => ({ time }))).map((ms) => ms / 1000)

  it('spreads the lines of a minute over it', () => {
    expect(at('00:01', '00:01', '00:01', '00:02')).toEqual([60, 80, 100, 120])
  })
  it('puts lines without a time between their neighbours', () => {
    expect(at('00:00', undefined, undefined, '00:04')).toEqual([0, 80, 160, 240])
    expect(at(undefined, '00:01')).toEqual([60, 90])
  })
  it('goes into the next day at midnight, and only there', () => {
    expect(at('23:59', '00:00', '23:59', '00:00')).toEqual([86_340, 86_400, 172_740, 172_800])
  })
  it('reads a clock put back as standing still', () => {
    expect(at('10:05', '10:03', '10:06')).toEqual([36_300, 36_330, 36_360])
  })
  it('leaves out times that no day has', () => {
    expect(at('10:00', '24:00', '10:61', '10:01')).toEqual([36_000, 36_020, 36_040, 36_060])
  })
  it('knows seconds', () => {
    expect(at('10:00:01', '10:00:01', '10:00:02')).toEqual([36_001, 36_001.5, 36_002])
  })
})

describe('dates', () => {
  it.each([
    ['2005-06-12.log', '2005-06-12'],
    ['#ubuntu.20050612.txt', '2005-06-12'],
    ['2005-02-30.log', undefined],
    ['chat.log', undefined],
    ['120050612345.log', undefined],
  ])('%s', (file, date) => expect(dateOf(file)).toBe(date))

  it('says when a name has none', () => {
    expect(readText('chat.log', '[00:00] <a> b\n').faults).toEqual([
      { file: 'chat.log', line: 0, code: 'irc-date', vars: {} },
    ])
  })
})

describe('a log', () => {
  it('accounts for every line', () => {
    const { found, faults, passed } = log()
    const count = (type: string) => found.filter(({ event }) => event.type === type).length
    expect([count('message'), count('member.join'), count('member.leave')]).toEqual([10, 2, 2])
    expect(passed.map((item) => item.passed).toSorted()).toEqual(['blank', 'mode', 'rename', 'rename'])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [15, 'irc-time'],
      [16, 'irc-line'],
    ])
  })
  it('gives each event its line, and an id made of both', () => {
    const [first] = log().found
    expect(first).toMatchObject({ file: '2021-03-04.log', line: 1 })
    expect(first?.event).toMatchObject({
      id: 'irc:2021-03-04.log:1',
      group: 'irc:#reading',
      user: 'irc:mei',
      name: 'mei',
    })
  })
  it('keeps a member who changes the nick', () => {
    const tom = messages(log()).filter(({ user }) => user === 'irc:tom')
    expect(tom.map(({ name }) => name)).toEqual(['tom', 'tom', 'tom_away', 'Tom'])
  })
  it('never lets time go back, and passes midnight', () => {
    const times = log().found.map(({ event }) => event.at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(new Date(times[0]!).toISOString()).toBe('2021-03-04T23:50:00.000Z')
    expect(new Date(times.at(-1)!).toISOString()).toMatch(/^2021-03-05T00:10/)
  })
  it('reads times in the zone it is told', () => {
    const first = readFile(fixture('2021-03-04.log'), 'Asia/Shanghai').found[0]
    expect(first?.event.at).toBe(Date.parse('2021-03-04T23:50:00+08:00'))
  })
  it('knows who holds rights, who is a bot and who is addressed', () => {
    const said = messages(log())
    expect(said.find(({ user }) => user === 'irc:mei')?.role).toBe('moderator')
    expect(said.find(({ name }) => name === 'HelperBot')?.bot).toBe(true)
    expect(said[1]?.mentions).toEqual(['irc:mei'])
  })
  it('tells one who was shown out from one who left', () => {
    const leaves = log().found.flatMap(({ event }) => (event.type === 'member.leave' ? [event] : []))
    expect(leaves.map((event: EventOf<'member.leave'>) => [event.user, event.how])).toEqual([
      ['irc:zed[1]', 'left'],
      ['irc:bob', 'kicked'],
    ])
  })
})

describe('who is who', () => {
  const users = (text: string) => messages(readText('2020-01-01.log', text)).map(({ user }) => user)

  it('names a member with several nicks by the one most used', () => {
    expect(users('[00:00] <foo_> a\n=== foo_ is now known as foo\n[00:01] <foo> b\n[00:01] <foo> c\n')).toEqual([
      'irc:foo',
      'irc:foo',
      'irc:foo',
    ])
  })
  it('tells apart two who used the same guest nick after one another', () => {
    const text = [
      '[00:00] <Guest1> a',
      '=== Guest1 is now known as bob',
      '[00:01] <bob> b',
      '[00:02] <Guest1> c',
      '=== Guest1 is now known as amy',
      '[00:03] <amy> d',
    ].join('\n')
    const [guest, bob, other, amy] = users(text)
    expect(bob).not.toBe(amy)
    expect([guest, other]).toEqual([bob, amy])
  })
  it('follows a member away and back', () => {
    const text =
      '[00:00] <foo> a\n=== foo is now known as foo|away\n=== foo|away is now known as foo\n[00:01] <foo> b\n'
    expect(new Set(users(text)).size).toBe(1)
  })
})
