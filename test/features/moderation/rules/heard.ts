/** Rules that hear of other things than single messages: what sets each off, and what is close and does not. */
import type { Inn } from '../../../kit/inn.ts'

export interface Row {
  readonly rule: { readonly when: readonly (string | object)[]; readonly [key: string]: unknown }
  readonly goes: (inn: Inn) => Promise<unknown>
  readonly stays?: (inn: Inn) => Promise<unknown>
  readonly section?: Record<string, unknown>
  /** What is to come of it, where it is not a warning. */
  readonly does?: readonly string[]
}
export const wait = (inn: Inn) => inn.passes(1000)
const updates = (inn: Inn, more: object) =>
  inn.happens({ type: 'member.update', user: 'test:tom', name: 'tom', ...more })

export const heard: Readonly<Record<string, Row>> = {
  'an edit into what was forbidden (complaint 15)': {
    rule: { when: [{ words: ['banana'] }], if: [{ edited: true }] },
    stays: (inn) => inn.says('tom', 'banana'),
    goes: (inn) => inn.edits('tom', 'm1', '香蕉 banana'),
  },
  'fifty accounts with one message each (complaint 8)': {
    does: ['slow'],
    rule: { when: [{ rate: { of: 'messages', count: 3, seconds: 10, per: 'group' } }], do: [{ slow: { gap: '1m' } }] },
    stays: async (inn) => {
      await inn.says('ann', 'one')
      await inn.says('bob', 'two')
    },
    goes: (inn) => inn.says('tom', 'three'),
  },
  'many joins, from whatever accounts (complaint 8)': {
    does: ['invites'],
    rule: {
      when: [{ rate: { of: 'joins', count: 3, seconds: 30, per: 'group' } }],
      do: [{ pauseInvites: { for: '1h' } }],
    },
    section: { raid: { joins: 50 } },
    stays: async (inn) => {
      await inn.join('ann')
      await inn.join('bob')
    },
    goes: (inn) => inn.join('tom'),
  },
  'a rate of edits': {
    rule: { when: [{ rate: { of: 'edits', count: 2, seconds: 60 } }] },
    stays: (inn) => inn.edits('tom', 'm1', 'a'),
    goes: (inn) => inn.edits('tom', 'm1', 'b'),
  },
  join: { rule: { when: [{ join: { again: false } }] }, goes: (inn) => inn.join('tom') },
  'join again': {
    rule: { when: [{ join: { again: true } }] },
    stays: async (inn) => {
      await inn.join('tom')
      await inn.leave('tom')
    },
    goes: (inn) => inn.join('tom'),
  },
  'join with a new account': {
    rule: { when: ['join'], if: [{ account: { under: '7d' }, avatar: false }] },
    stays: (inn) => inn.join('ann', { accountAt: inn.now - 30 * 86_400_000, avatar: false }),
    goes: (inn) => inn.join('tom', { accountAt: inn.now - 86_400_000, avatar: false }),
  },
  'join with a name': {
    rule: { when: [{ name: { words: ['客服', 'official'], regex: '^user\\d{6}$' } }] },
    stays: (inn) => inn.join('ann', { name: 'Ann' }),
    goes: (inn) => inn.join('tom', { name: '官方客 服' }),
  },
  'join with an invitation for a name': {
    rule: { when: [{ name: { invite: true } }] },
    goes: (inn) => inn.join('tom', { name: 'discord.gg/abc' }),
  },
  rename: {
    rule: { when: ['rename'] },
    stays: async (inn) => {
      await inn.join('tom')
      await updates(inn, { name: 'tom' })
    },
    goes: (inn) => updates(inn, { name: 'Thomas' }),
  },
  'a bad name later': {
    rule: { when: [{ name: { words: ['official'] } }] },
    stays: async (inn) => {
      await inn.join('tom')
    },
    goes: (inn) => updates(inn, { name: 'Official Support' }),
  },
  rolesGiven: {
    rule: { when: [{ rolesGiven: ['VIP'] }] },
    stays: async (inn) => {
      await inn.join('tom')
      await updates(inn, { roles: ['new'] })
    },
    goes: (inn) => updates(inn, { roles: ['new', 'VIP'] }),
  },
  rolesTaken: {
    rule: { when: [{ rolesTaken: ['VIP'] }] },
    stays: async (inn) => {
      await inn.join('tom')
      await updates(inn, { roles: ['VIP'] })
    },
    goes: (inn) => updates(inn, { roles: [] }),
  },
  'leave soon after': {
    does: ['whisper test:mod'],
    rule: { when: [{ leave: { within: '1h' } }], do: [{ alert: { en: '{name} left at once' } }] },
    goes: async (inn) => {
      await inn.join('tom')
      await inn.leave('tom')
    },
  },
  reaction: {
    rule: { when: [{ reaction: { emojis: ['🤡'] } }] },
    stays: (inn) => inn.reacts('tom', 'm1', '👍'),
    goes: (inn) => inn.reacts('tom', 'm1', '🤡'),
  },
  'a rate of reactions': {
    rule: { when: [{ rate: { of: 'reactions', count: 3, seconds: 10 } }] },
    stays: async (inn) => {
      await inn.reacts('tom', 'a', '👍')
      await inn.reacts('tom', 'b', '👍')
    },
    goes: (inn) => inn.reacts('tom', 'c', '👍'),
  },
  'a burst of deletions': {
    rule: { when: [{ rate: { of: 'deletes', count: 2, seconds: 60 } }] },
    stays: async (inn) => {
      await inn.says('tom', 'a')
      await inn.happens({ type: 'delete', message: 'm1', user: 'test:tom' })
    },
    goes: (inn) => inn.happens({ type: 'delete', message: 'm2', user: 'test:tom' }),
  },
  'a case': {
    does: ['mute test:tom 3600000', 'whisper test:mod'],
    rule: { when: [{ case: { deeds: ['mute'], by: 'staff' } }], do: [{ alert: { en: '{name}: {found}' } }] },
    stays: (inn) => inn.says('tom', 'hello'),
    goes: async (inn) => {
      await inn.gives('mod', 'mute', { member: 'test:tom', for: '1h' })
      await wait(inn)
    },
  },
  'warnings in 30 days': {
    does: ['ban test:tom'],
    rule: { when: [{ cases: { least: 2, within: '30d', deeds: ['warn'] } }], do: [{ ban: { for: '7d' } }] },
    stays: async (inn) => {
      await inn.says('tom', 'hello')
      await inn.gives('mod', 'warn', { member: 'test:tom' })
      await wait(inn)
    },
    goes: async (inn) => {
      await inn.gives('mod', 'warn', { member: 'test:tom' })
      await wait(inn)
    },
  },
  reports: {
    does: ['mute test:tom 3600000'],
    rule: { when: [{ reports: { least: 2, within: '1h' } }], do: [{ mute: '1h' }] },
    stays: async (inn) => {
      await inn.says('tom', 'x')
      await inn.gives('ann', 'report', { member: 'test:tom' })
      await wait(inn)
    },
    goes: async (inn) => {
      await inn.gives('bob', 'report', { member: 'test:tom' })
      await wait(inn)
    },
  },
  'raid begins': {
    does: ['slow'],
    rule: { when: [{ raid: { is: 'begins' } }], do: [{ slow: { gap: '30s', for: '1h' } }] },
    section: { raid: { joins: 2, seconds: 60 } },
    stays: (inn) => inn.join('ann'),
    goes: async (inn) => {
      await inn.join('tom')
      await wait(inn)
    },
  },
  filtered: {
    rule: { when: [{ filtered: { rule: 'No slurs' } }] },
    stays: (inn) => inn.happens({ type: 'filtered', user: 'test:ann', rule: 'Spam', text: 'x' }),
    goes: (inn) => inn.happens({ type: 'filtered', user: 'test:tom', rule: 'No slurs', text: 'x' }),
  },
}
