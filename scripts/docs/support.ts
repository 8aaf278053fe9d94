/** docs/support-matrix.md: what works where, from what adapters say they do and features say they need. */
import { Readable } from 'node:stream'
import { discordAdapter, discordEnv } from '../../adapters/discord/index.ts'
import { stdioAdapter } from '../../adapters/stdio/index.ts'
import { webAdapter } from '../../adapters/web/index.ts'
import { wechatAdapter } from '../../adapters/wechaty/index.ts'
import { type ActionOf, type ActionType, actionTypes } from '../../src/core/action.ts'
import type { Adapter } from '../../src/core/adapter.ts'
import { substitutes } from '../../src/core/engine/fallback.ts'
import { groupOf } from '../../src/core/engine/people.ts'
import { eventTypes } from '../../src/core/event.ts'
import type { Member } from '../../src/core/people.ts'
import { features } from '../../src/features.ts'
import { defaultRulebook } from '../../src/rulebook/memory.ts'
import { openStore } from '../../src/store/open.ts'
import { code, page, table } from './table.ts'

export async function supportPage(): Promise<string> {
  const adapters = await theAdapters()
  const names = adapters.map(({ name }) => name)
  const yes = (has: boolean) => (has ? '✓' : '–')
  return page(
    'What works where',
    'A ✓ says that the platform can do it at all; rights missing at run time are told when they are missed. Where a platform cannot, what stands in the last column is done instead, and the log says so.',
    '## Actions',
    table(
      ['Action', ...names, 'Where it cannot be done'],
      actionTypes.map((type) => [code(type), ...adapters.map(({ does }) => yes(does.includes(type))), insteadOf(type)]),
    ),
    '## Events',
    table(
      ['Event', ...names],
      eventTypes.map((type) => [code(type), ...adapters.map(({ emits }) => yes(emits.includes(type)))]),
    ),
    '## Features',
    table(
      ['Feature', 'Uses', ...names],
      features.map(({ name, needs }) => [
        name,
        needs.map(code).join(' '),
        ...adapters.map(({ does }) => whole(needs, does)),
      ]),
    ),
    '## Limits',
    table(['', ...names], limitRows(adapters)),
  )
}

/** Questions with options reach members as numbers, wherever there is a message. */
const whole = (needs: readonly ActionType[], does: readonly ActionType[]) => {
  const missing = needs.filter((type) => !does.includes(type) && !(type === 'ask' && does.includes('send')))
  return missing.length ? `without ${missing.map(code).join(' ')}` : '✓'
}

const limitRows = (adapters: readonly Adapter[]) => [
  ['Longest text, characters', ...adapters.map(({ limits }) => many(limits.text))],
  ['Sends a minute', ...adapters.map(({ limits }) => many(limits.sendsPerMinute))],
  ['Pause between groups, ms', ...adapters.map(({ limits }) => String(limits.groupGapMs))],
  [
    'After a crash in the middle of a send',
    ...adapters.map(({ idempotent }) => (idempotent ? 'sent once' : 'not sent again')),
  ],
]
const many = (limit: number) => (limit === 0 ? 'any' : String(limit))

/** As started by nobody: an adapter's description needs no platform. */
async function theAdapters(): Promise<Adapter[]> {
  const store = await openStore(':memory:', [])
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const web = webAdapter({ db: store.db, now: () => 0, log })
  const env = discordEnv({ DISCORD_TOKEN: 'of nobody' })
  const discord = discordAdapter({ db: store.db, env, now: () => 0, log })
  const puppet = { WECHATY_PUPPET: 'wechaty-puppet-service', WECHATY_PUPPET_SERVICE_TOKEN: 'of_nobody' }
  const wechat = wechatAdapter({ db: store.db, env: puppet, now: () => 0, log, folder: '' })
  await store.close()
  return [web, stdioAdapter({ input: Readable.from([]), output: process.stdout, now: () => 0 }), discord, wechat]
}

/** What the fallback table makes of an action that a platform refuses. */
function insteadOf(type: ActionType): string {
  const refusal = { kind: 'unsupported', detail: '' } as const
  const can = (other: ActionType) => other !== type
  const [first] = substitutes(samples[type], { place, target: undefined, staff: [moderator], refusal, can })
  if (type === 'ask') return '`send` instead, with numbered options; a number written back is the choice'
  if (!first) return 'left out'
  if (first.type === 'whisper') return 'the staff are asked in private to do it'
  return type === 'whisper' ? 'sent to the group, with the member’s name' : `${code(first.type)} instead`
}

const ref = 'web:sample'
const rulebook = defaultRulebook({ features, languages: ['en'] })
const row = { ref, id: 'g', community: 'c', platform: 'web', name: 'sample', rules_hash: '', since: 0, gone: 0 }
const rules = rulebook.group(ref) ?? failed()
const place = { row, rulebook, rules, group: groupOf(row, rulebook, rules) }
const moderator: Member = {
  id: 'm',
  user: 'web:m',
  name: 'm',
  number: 1,
  role: 'moderator',
  locale: 'en',
  joinedAt: 0,
  joins: 1,
  present: true,
}
const target = { group: ref, user: 'web:u', reason: '' }
const samples: { readonly [K in ActionType]: ActionOf<K> } = {
  send: { type: 'send', group: ref, text: '' },
  announce: { type: 'announce', group: ref, text: '' },
  whisper: { type: 'whisper', group: ref, user: 'web:u', text: '' },
  ask: { type: 'ask', group: ref, ask: 'a', text: '', options: [{ id: 'o', label: '' }] },
  edit: { type: 'edit', group: ref, of: 'a', text: '' },
  delete: { type: 'delete', group: ref, message: 'm', reason: '' },
  pin: { type: 'pin', group: ref, message: 'm' },
  mute: { type: 'mute', ...target, forMs: 1000 },
  unmute: { type: 'unmute', ...target },
  kick: { type: 'kick', ...target },
  ban: { type: 'ban', ...target },
  unban: { type: 'unban', ...target },
  role: { type: 'role', ...target, role: 'r', grant: true },
  purge: { type: 'purge', group: ref, messages: ['m'], reason: '' },
  nick: { type: 'nick', ...target, name: 'n' },
  slow: { type: 'slow', group: ref, gapMs: 1000, reason: '' },
  lock: { type: 'lock', group: ref, locked: true, reason: '' },
  invites: { type: 'invites', group: ref, paused: true, reason: '' },
  gathering: { type: 'gathering', group: ref, title: '', text: '', place: '', at: 0, until: 1 },
  filters: { type: 'filters', group: ref, words: [], invites: false, links: false },
  admit: { type: 'admit', ...target, request: 'r', accept: true },
}

function failed(): never {
  throw new Error('the default rulebook serves no group')
}
