import {
  AutoModerationActionType as Acts,
  type APIAutoModerationRule,
  PermissionFlagsBits,
  AutoModerationRuleTriggerType as Triggers,
} from 'discord-api-types/v10'
import { describe, expect, test } from 'vitest'
import { config } from '../../../adapters/discord/config.ts'
import { leftText } from '../../../adapters/discord/filters/index.ts'
import { fitted } from '../../../adapters/discord/filters/keyword.ts'
import { limits } from '../../../adapters/discord/filters/limits.ts'
import { planned, prefix, type Server } from '../../../adapters/discord/filters/plan.ts'
import { serverOf } from '../../../adapters/discord/filters/server.ts'
import { isOwn, type Step, stepsTo } from '../../../adapters/discord/filters/sync.ts'
import type { ActionOf } from '../../../src/core/action.ts'

const bot = '900'
const section = (more: Record<string, unknown> = {}) => config.parse(more)
const filters = (more: Partial<ActionOf<'filters'>> = {}): ActionOf<'filters'> => ({
  type: 'filters',
  group: 'discord:1',
  words: [],
  invites: false,
  links: false,
  ...more,
})
const server = (more: Partial<Server> = {}): Server => ({
  alerts: undefined,
  exemptRoles: [],
  exemptChannels: [],
  others: { keyword: 0, mention: 0 },
  ...more,
})
const plan = (more: Partial<ActionOf<'filters'>>, there: Partial<Server> = {}, own: Record<string, unknown> = {}) =>
  planned(filters(more), section(own), server(there))
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`)
const fits = { long: 0, words: 0, allow: 0, mentions: false, links: false }

describe('a listed word', () => {
  test.each([
    ['Casino', { keyword: 'casino' }],
    ['*Casino*', { keyword: '*casino*' }],
    ['赌博', { keyword: '*赌博*' }],
    ['free  pdf\tdownload', { keyword: 'free pdf download' }],
    ['f**k', { keyword: 'f**k' }],
    ['**casino', { keyword: 'casino' }],
    ['***', undefined],
    ['   ', undefined],
    ['x'.repeat(60), { keyword: 'x'.repeat(60) }],
    ['x'.repeat(61), { regex: `(?i)\\b${'x'.repeat(61)}\\b` }],
    [`*${'x'.repeat(59)}*`, { regex: `(?i)${'x'.repeat(59)}` }],
    [`(${'a.'.repeat(40)})`, { regex: `(?i)\\(${'a\\.'.repeat(40)}\\)` }],
    ['赌'.repeat(59), { regex: `(?i)${'赌'.repeat(59)}` }],
    ['.'.repeat(200), undefined],
  ])('%s', (word, expected) => expect(fitted(word)).toEqual(expected))
  test('as a regular expression finds what it says and nothing else', () => {
    const word = `${'a.b+c (d) '.repeat(7)}end`
    const fit = fitted(word)
    const regex = fit && 'regex' in fit ? new RegExp(fit.regex.replace('(?i)', ''), 'i') : undefined
    expect(regex?.test(`say ${word.toUpperCase()} now`)).toBe(true)
    expect(regex?.test(`say ${word.replaceAll('.', '-')} now`)).toBe(false)
  })
})

describe('the plan', () => {
  test('is nothing where nothing is wanted', () => expect(plan({})).toEqual({ rules: [], left: fits }))
  test('fills rules of a thousand words, the weightiest first, and counts what is left', () => {
    const { rules, left } = plan({ words: numbered(6500), mentionLimit: 8 })
    expect(rules.map(({ keywords }) => keywords.length)).toEqual([0, 1000, 1000, 1000, 1000, 1000, 1000])
    expect(rules[0]).toMatchObject({ trigger: Triggers.MentionSpam, mentionLimit: 8 })
    expect(rules[1]?.keywords.slice(0, 2)).toEqual(['word0', 'word1'])
    expect(left).toEqual({ ...fits, words: 500 })
  })
  test('keeps within every limit of Discord', () => {
    const words = [...numbered(7000), ...numbered(100).map((word) => word.repeat(20))]
    const allow = numbered(150)
    const { rules } = plan(
      { words, mentionLimit: 50, invites: true, links: true, allow },
      { exemptRoles: numbered(30) },
    )
    const keyworded = rules.filter(({ trigger }) => trigger === Triggers.Keyword)
    expect(keyworded).toHaveLength(limits.keywordRules)
    for (const rule of keyworded) {
      expect(rule.keywords.length).toBeLessThanOrEqual(limits.keywords)
      expect(rule.regexes.length).toBeLessThanOrEqual(limits.regexes)
      expect(rule.allow.length).toBeLessThanOrEqual(limits.allowed)
      expect(rule.exemptRoles.length).toBeLessThanOrEqual(limits.exemptRoles)
      expect(rule.keywords.filter((one) => [...one].length > limits.keyword)).toEqual([])
    }
  })
  test('leaves room for the server’s own rules, and says what it cost', () => {
    const there = { others: { keyword: 5, mention: 1 } }
    const { rules, left } = plan({ words: numbered(1200), mentionLimit: 5 }, there)
    expect(rules.map(({ name }) => name)).toEqual([`${prefix}词表 Words 1`])
    expect(left).toEqual({ ...fits, words: 200, mentions: true })
    expect(plan({ invites: true, words: ['a'] }, { others: { keyword: 6, mention: 0 } })).toEqual({
      rules: [],
      left: { ...fits, words: 1, links: true },
    })
  })
  test('the section switches each part off', () => {
    const off = { automod: { words: false, mentions: false, invites: false, links: false } }
    const all = { words: ['a'], mentionLimit: 5, invites: true, links: true }
    expect(plan(all, {}, off).rules).toEqual([])
    expect(plan(all, {}, { automod: { links: false } }).rules.map(({ name }) => name)).toEqual([
      `${prefix}提及 Mentions`,
      `${prefix}链接 Links`,
      `${prefix}词表 Words 1`,
    ])
  })
  test('holds back, says so to the author where the owner wrote it, and reports to the room', () => {
    const { rules } = plan({ words: ['a'] }, { alerts: '77' }, { automod: { answer: '请看群规' } })
    expect(rules[0]?.actions).toEqual([
      { type: Acts.BlockMessage, answer: '请看群规' },
      { type: Acts.SendAlertMessage, channel: '77' },
    ])
  })
  test('what has no room is told in both languages, and nothing else is', () => {
    expect(leftText('Reading', fits)).toBeUndefined()
    const text = leftText('Reading', { ...fits, words: 3, mentions: true })
    expect(text?.en).toMatch(/“Reading”[\s\S]*3 words are beyond[\s\S]*about mentions/)
    expect(text?.zh).toMatch(/“Reading”[\s\S]*3 个词超出[\s\S]*管提及的规则/)
    expect(text?.en).not.toContain('too long')
  })
})

let made = 0
/** What Discord keeps of steps, with the fields that it fills in. */
function carried(steps: readonly Step[], rules: readonly APIAutoModerationRule[] = []): APIAutoModerationRule[] {
  const kept = new Map(rules.map((rule) => [rule.id, rule]))
  for (const step of steps) {
    if (step.does === 'delete') kept.delete(step.id)
    else {
      const id = step.does === 'create' ? String(100 + made++) : step.id
      const before: APIAutoModerationRule = kept.get(id) ?? {
        id,
        guild_id: '1',
        name: '',
        creator_id: bot,
        event_type: 1,
        trigger_type: 1,
        trigger_metadata: {},
        actions: [],
        enabled: true,
        exempt_roles: [],
        exempt_channels: [],
      }
      const { trigger_metadata: metadata, ...body } = step.body
      const reversed = metadata?.keyword_filter && { keyword_filter: [...metadata.keyword_filter].reverse() }
      kept.set(id, { ...before, ...body, trigger_metadata: { ...metadata, ...reversed } })
    }
  }
  return [...kept.values()]
}
const verbs = (steps: readonly Step[]) => steps.map(({ does }) => does)

describe('keeping in step', () => {
  const all = { words: numbered(1500), mentionLimit: 5, invites: true, allow: ['discord.gg/ours'] }
  const first = stepsTo(plan(all).rules, [])
  test('begins with new rules, and then nothing is left to do', () => {
    expect(verbs(first)).toEqual(['create', 'create', 'create', 'create'])
    expect(stepsTo(plan(all).rules, carried(first))).toEqual([])
  })
  test('changes only what differs', () => {
    const there = carried(first)
    const more = stepsTo(plan({ ...all, words: [...numbered(1500), 'more'] }).rules, there)
    expect(more).toMatchObject([{ does: 'change', body: { name: `${prefix}词表 Words 2` } }])
    expect(stepsTo(plan({ ...all, mentionLimit: 6 }).rules, there)).toMatchObject([
      { does: 'change', body: { trigger_metadata: { mention_total_limit: 6 } } },
    ])
    expect(verbs(stepsTo(plan(all, { alerts: '7' }).rules, there))).toEqual(Array(4).fill('change'))
  })
  test('deletes before it makes, and removes everything where nothing is wanted', () => {
    const there = carried(first)
    const fewer = stepsTo(plan({ words: numbered(10) }).rules, there)
    expect(verbs(fewer)).toEqual(['delete', 'delete', 'delete', 'change'])
    expect(verbs(stepsTo([], there))).toEqual(Array(4).fill('delete'))
    const grown = stepsTo(plan({ words: numbered(3000), invites: true }).rules, there)
    expect(verbs(grown)).toEqual(['delete', 'change', 'change', 'create'])
    expect(carried(grown, there)).toHaveLength(4)
  })
  test('a rule switched off by hand stays so; one with a foreign action is brought back', () => {
    const there = carried(first).map((rule) => ({ ...rule, enabled: false }))
    expect(stepsTo(plan(all).rules, there)).toEqual([])
    const [one, ...rest] = there
    const timed = { ...one!, actions: [...one!.actions, { type: Acts.Timeout, metadata: { duration_seconds: 60 } }] }
    const [back, ...more] = stepsTo(plan(all).rules, [timed, ...rest])
    expect(more).toEqual([])
    expect(back).toMatchObject({ does: 'change' })
    expect(back && 'body' in back && 'enabled' in back.body).toBe(false)
  })
  test('only what the bot made and what is still called so is its own', () => {
    const [rule] = carried(first)
    expect(isOwn(rule!, bot)).toBe(true)
    expect(isOwn({ ...rule!, creator_id: '1' }, bot)).toBe(false)
    expect(isOwn({ ...rule!, name: 'Our words' }, bot)).toBe(false)
  })
})

describe('the server', () => {
  const role = (id: string, name: string, permissions = 0n, managed = false) => ({ id, name, permissions, managed })
  const rooms = {
    channels: [
      { id: '10', name: 'mod-room' },
      { id: '11', name: 'memes' },
    ],
    roles: [
      role('20', 'Host', PermissionFlagsBits.Administrator),
      role('21', 'Helpers'),
      role('22', 'Guards', PermissionFlagsBits.KickMembers),
      role('23', 'Some bot', PermissionFlagsBits.BanMembers, true),
      role('24', 'Friends'),
    ],
  }
  const own = {
    channels: { moderation: 'Mod Room' },
    roles: { owner: ['Host'], moderator: ['Helpers'] },
    automod: { exemptRoles: ['Friends', 'nobody'], exemptChannels: ['#memes'] },
  }
  test('staff is exempt, by name and by what it may do; alerts go to the staff room', () => {
    expect(serverOf(rooms, section(own), [], bot)).toEqual({
      alerts: '10',
      exemptRoles: ['24', '21', '22'],
      exemptChannels: ['11'],
      others: { keyword: 0, mention: 0 },
    })
    const byName = section({ ...own, roles: { ...own.roles, byPermission: false }, channels: {} })
    expect(serverOf(rooms, byName, [], bot)).toMatchObject({ alerts: undefined, exemptRoles: ['24', '21'] })
  })
  test('rules of others are counted', () => {
    const theirs = carried(stepsTo(plan({ words: ['a'], mentionLimit: 5 }).rules, []))
    expect(serverOf(rooms, section(), theirs, bot).others).toEqual({ keyword: 0, mention: 0 })
    expect(serverOf(rooms, section(), theirs, '1').others).toEqual({ keyword: 1, mention: 1 })
  })
})
