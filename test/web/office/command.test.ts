import { describe, expect, test } from 'vitest'
import { entry, noon } from './desk.ts'
import { officeOf } from './office.ts'

const order = { group: 'g1', name: 'warn', input: { member: 'm1', hard: true }, nonce: 'abcdefgh1' }

describe('a command from the office', () => {
  test('is an event of the chat, given by the account of the person who clicked', async () => {
    const { post, emitted } = officeOf()
    expect((await post(order)).body).toEqual({ ok: true, again: false, event: 'office:web:mei:abcdefgh1', replies: [] })
    expect(emitted).toEqual([
      {
        type: 'command',
        id: 'office:web:mei:abcdefgh1',
        at: noon,
        group: 'web:reading',
        user: 'web:mei',
        role: 'moderator',
        locale: 'en',
        name: 'warn',
        input: { member: 'm1', hard: true },
      },
    ])
  })
  test('sent twice by a double click has one id', async () => {
    const { post, emitted } = officeOf()
    const [first, second] = [await post(order), await post(order)]
    expect([first.body.again, second.body.again]).toEqual([false, true])
    expect(new Set(emitted.map((event) => event.id)).size).toBe(1)
  })
  test('brings back what was answered to the one who gave it, and to nobody else', async () => {
    const done = { feature: 'moderation', state: 'done' as const, detail: '', at: noon }
    const answered = entry('office:web:mei:abcdefgh1', noon, {
      type: 'command',
      actions: [
        { ...done, id: '1', type: 'whisper', action: { type: 'whisper', user: 'web:mei', text: 'Case 42.' } },
        { ...done, id: '2', type: 'whisper', action: { type: 'whisper', user: 'web:tom', text: 'You were warned.' } },
        { ...done, id: '3', type: 'mute', action: { type: 'mute', user: 'web:tom', reason: 'spam' } },
      ],
    })
    const { post } = officeOf({ log: [answered] })
    expect((await post(order)).body.replies).toEqual(['Case 42.'])
  })
  test('that another moderator was quicker with brings the error to its field', async () => {
    const errors = [{ field: 'case', code: 'case-closed', message: 'Case 41 was decided by Lin a minute ago.' }]
    const { post } = officeOf({ answer: () => ({ ok: false, errors }) })
    expect(await post(order)).toEqual({ status: 422, body: { ok: false, errors } })
  })
  test.each([
    ['a group of another community', { ...order, group: 'g9' }, 404],
    ['no nonce', { ...order, nonce: undefined }, 400],
    ['a nonce with a separator', { ...order, nonce: 'web:tom:1234' }, 400],
    ['a nested input', { ...order, input: { member: { $ne: '' } } }, 400],
    ['a field too many', { ...order, role: 'owner' }, 400],
    ['no JSON', '{"group":', 400],
  ])('with %s is refused and given to nobody', async (_, payload, status) => {
    const { post, emitted } = officeOf()
    const reply = await post(payload)
    expect([reply.status, emitted]).toEqual([status, []])
    expect(reply.body.message).not.toBe('')
  })
})
