import { describe, expect, it } from 'vitest'
import { fixture, readFile, readText } from '../kit.ts'

describe('DiscordChatExporter', () => {
  const read = () => readFile(fixture('discord.json'))

  it('reads messages, joins and replies, each with its line', () => {
    const { found } = read()
    expect(found.map(({ line, event }) => [line, event.type])).toEqual([
      [7, 'member.join'],
      [14, 'message'],
      [23, 'message'],
    ])
    expect(found[0]?.event).toMatchObject({
      id: 'discord:100',
      group: 'discord:20',
      user: 'discord:1',
      name: 'Mei 梅',
      at: Date.parse('2024-04-30T02:00:00.5Z'),
    })
    expect(found[1]?.event).toMatchObject({ text: '什么时候聚会？', attachments: 1 })
    expect(found[2]?.event).toMatchObject({ replyTo: 'discord:101', mentions: ['discord:1'], bot: true })
  })
  it('passes over notices and names what an entry lacks', () => {
    const { passed, faults } = read()
    expect(passed).toEqual([{ file: 'discord.json', line: 32, passed: 'service' }])
    expect(faults).toEqual([{ file: 'discord.json', line: 39, code: 'json-shape', vars: { what: 'timestamp' } }])
  })
})

describe('Telegram', () => {
  const read = (timezone?: string) => readFile(fixture('result.json'), timezone)

  it('reads joins by link and by invitation, leaves and removals', () => {
    const people = read().found.flatMap(({ event }) =>
      event.type === 'member.join'
        ? [[event.user, event.invitedBy]]
        : event.type === 'member.leave'
          ? [[event.user, event.how]]
          : [],
    )
    expect(people).toEqual([
      ['telegram:user2', 'telegram:user1'],
      ['telegram:user3', 'telegram:user1'],
      ['telegram:name:阿明', 'telegram:user1'],
      ['telegram:user2', 'kicked'],
      ['telegram:user3', 'left'],
    ])
  })
  it('joins the parts of a text and knows replies and pictures', () => {
    const said = read('Asia/Shanghai').found.filter(({ event }) => event.type === 'message')
    expect(said[0]).toMatchObject({
      line: 41,
      event: { text: 'see https://example.org please', at: 1_704_067_380_000 },
    })
    expect(said[1]).toMatchObject({
      line: 51,
      event: { replyTo: 'telegram:777/4', attachments: 1, at: Date.parse('2024-01-01T00:04:00Z') },
    })
  })
  it('names an entry whose time cannot be read', () => {
    expect(read().faults).toEqual([{ file: 'result.json', line: 83, code: 'json-shape', vars: { what: 'date' } }])
  })
  it('reads every chat of a whole account into its own group', () => {
    const message = (id: number) => ({
      id,
      type: 'message',
      date: '2024-01-01T00:00:00',
      from: 'A',
      from_id: 'user1',
      text: 'x',
    })
    const chats = [1, 2].map((id) => ({
      name: `c${id}`,
      type: 'private_group',
      id,
      messages: [message(1), message(2)],
    }))
    const { found, faults } = readText(
      'result.json',
      JSON.stringify({ about: 'x', chats: { about: 'y', list: chats } }),
    )
    expect(faults).toEqual([])
    expect(found.map(({ event }) => 'group' in event && event.group)).toEqual([
      'telegram:1',
      'telegram:1',
      'telegram:2',
      'telegram:2',
    ])
    expect(new Set(found.map(({ event }) => event.id)).size).toBe(4)
  })
})

describe('JSONL', () => {
  it('reads good lines around bad ones', () => {
    const { found, faults, passed } = readFile(fixture('events.jsonl'))
    expect(found.map(({ line, event }) => [line, event.id])).toEqual([
      [1, 'e1'],
      [2, 'e2'],
      [6, 'e5'],
    ])
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [4, 'event-shape'],
      [5, 'json-syntax'],
    ])
    expect(passed).toHaveLength(1)
  })
})
