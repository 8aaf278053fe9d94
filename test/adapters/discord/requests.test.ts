/** Everything that is asked of Discord beside interactions, held to its own OpenAPI document. */
import { afterEach, expect, test } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import { openContract, undescribed } from '../../emulators/discord/openapi.ts'
import { type OpenDoor, openDoor } from './door.ts'

const contract = openContract()
let at: OpenDoor | undefined
afterEach(() => at?.close())

test.skipIf(!contract)('every action is as Discord describes it (skipped where ../shared is missing)', async () => {
  at = await openDoor()
  const { group, user, does, discord, told } = at
  const tea = at.guild()
  const code = tea.invites('tom', 'general')
  tea.join('nina', { invite: code })
  await told('member.join')
  const written = ['a', 'b', 'c', 'd'].map((text) => tea.says('tom', 'general', text))
  const ids = written.map(({ channel_id, id }) => `discord:${channel_id}/${id}`)
  const [first = '', second = '', third = '', fourth = ''] = ids
  const tom = { group, user: user('tom'), reason: 'flood (case 12) 刷屏' }
  const image = { png: 'iVBORw0KGgo=', alt: '本周' }
  const options = Array.from({ length: 12 }, (_, n) => ({
    id: `o${n}`,
    label: `Option ${n}`,
    style: 'danger' as const,
  }))
  const where = tea.channelId('general')
  const day = 86_400_000
  const all: Action[] = [
    {
      type: 'send',
      group,
      where,
      text: '@tom 你好\n'.repeat(500),
      replyTo: first,
      image,
      pin: true,
      mentions: [{ user: user('tom'), name: 'tom' }],
    },
    { type: 'announce', group, text: '# Week 12\n\nAll of it.' },
    { type: 'whisper', group, user: user('tom'), text: 'psst' },
    { type: 'ask', group, ask: 'test:few', text: 'Tea?', options: options.slice(0, 3) },
    { type: 'ask', group, ask: 'test:many', text: 'Which?', options, user: user('tom') },
    { type: 'pin', group, message: second },
    { type: 'delete', group, message: second, reason: 'spam' },
    { type: 'purge', group, messages: [third, fourth], reason: 'spam' },
    { type: 'nick', ...tom, name: 'Tommy' },
    { type: 'role', ...tom, role: 'Regulars', grant: true },
    { type: 'role', ...tom, role: 'Regulars', grant: false },
    { type: 'mute', ...tom, forMs: 40 * day },
    { type: 'unmute', ...tom },
    { type: 'slow', group, where, gapMs: 5000, reason: 'busy' },
    { type: 'lock', group, where, locked: true, reason: 'raid' },
    { type: 'lock', group, where, locked: false, reason: 'over' },
    { type: 'lock', group, locked: true, reason: 'raid' },
    { type: 'lock', group, locked: false, reason: 'over' },
    { type: 'invites', group, paused: true, reason: 'raid' },
    {
      type: 'gathering',
      group,
      title: 'Tea',
      text: 'Bring a cup',
      place: 'Here',
      at: Date.now() + day,
      until: Date.now() + 2 * day,
    },
    { type: 'filters', group, words: ['casino'], mentionLimit: 5, invites: true, links: false },
    { type: 'kick', ...tom },
    { type: 'ban', ...tom, deleteMs: day },
    { type: 'unban', ...tom },
  ]
  for (const action of all)
    expect([action.type, await does(action)]).toEqual([action.type, expect.objectContaining({ ok: true })])
  const sent = await does({ type: 'send', group, text: 'long\n'.repeat(900) })
  const edit: Action = { type: 'edit', group, of: 'x', text: 'short', options: [] }
  expect(await does(edit, { message: sent.ok ? (sent.message ?? '') : '' })).toMatchObject({ ok: true })
  const found = contract?.check(discord.requests)
  expect(found?.violations).toEqual([])
  expect(found?.uncovered.filter((one) => !undescribed.includes(one))).toEqual([])
})
