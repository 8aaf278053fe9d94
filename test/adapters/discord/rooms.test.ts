/** What is done to messages of others, to channels and to the server as a whole. */
import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import { type DoorOptions, type OpenDoor, openDoor, teaHouse } from './door.ts'

let at: OpenDoor
afterEach(() => at?.close())
const open = async (options: DoorOptions = {}) => {
  at = await openDoor(options)
  return at.guild()
}
const reason = 'raid (case 12)'
const send = (text: string, more: object = {}): Action => ({ type: 'send', group: at.group, text, ...more })
const day = 86_400_000

describe('what is done to messages and rooms', () => {
  it('deletes many at once while they are young, the rest one by one', async () => {
    let now = Date.now() - 20 * day
    const tea = await open({ now: () => now, discord: { guilds: [teaHouse], now: () => now } })
    const old = [1, 2].map((n) => tea.says('tom', 'general', `old ${n}`))
    now += 20 * day
    const young = [1, 2, 3].map((n) => tea.says('tom', 'general', `young ${n}`))
    const elsewhere = tea.says('tom', 'rules', 'alone')
    const messages = [...old, ...young, elsewhere].map(({ channel_id, id }) => `discord:${channel_id}/${id}`)
    expect(await at.does({ type: 'purge', group: at.group, messages, reason })).toMatchObject({ ok: true })
    expect([...tea.messages('general'), ...tea.messages('rules')]).toEqual([])
    expect(at.discord.requestsTo('POST', 'bulk-delete')).toHaveLength(1)
    expect(at.discord.requestsTo('DELETE', '/messages/')).toHaveLength(3)
    expect(await at.does({ type: 'purge', group: at.group, messages, reason })).toMatchObject({ ok: true })
  })
  it('slows a channel down', async () => {
    const tea = await open()
    const slow = (gapMs: number): Action => ({
      type: 'slow',
      group: at.group,
      where: tea.channelId('general'),
      gapMs,
      reason,
    })
    await at.does(slow(10_000))
    expect(tea.channel('general').rate_limit_per_user).toBe(10)
    await at.does(slow(0))
    expect(tea.channel('general').rate_limit_per_user).toBe(0)
  })
  it('locks a channel for all but the bot, and puts back what stood there', async () => {
    const channels = [
      'general',
      { name: 'news', deny: { everyone: ['AddReactions'] as const }, allow: { everyone: ['SendMessages'] as const } },
    ]
    const tea = await open({ discord: { guilds: [{ ...teaHouse, channels }] } })
    const where = tea.channelId('news')
    const stood = () => tea.channel('news').permission_overwrites?.find(({ id }) => id === tea.id)
    const before = { ...stood() }
    const lock = (locked: boolean): Action => ({ type: 'lock', group: at.group, where, locked, reason })
    expect(await at.does(lock(true))).toMatchObject({ ok: true })
    await expect.poll(() => tea.mayWrite('tom', 'news')).toBe(false)
    expect(tea.mayWrite('tom', 'general')).toBe(true)
    expect(await at.does(send('locked for now', { where }))).toMatchObject({ ok: true })
    await at.does(lock(true)) // twice is once
    expect(await at.does(lock(false))).toMatchObject({ ok: true })
    expect(stood()).toMatchObject(before)
    expect(tea.mayWrite('tom', 'news')).toBe(true)
  })
  it('locks the whole server, channels that allow writing by themselves too', async () => {
    const channels = ['general', { name: 'lounge', allow: { everyone: ['SendMessages'] as const } }]
    const tea = await open({ discord: { guilds: [{ ...teaHouse, channels }] } })
    const may = () => ['general', 'lounge'].map((name) => tea.mayWrite('tom', name))
    await at.does({ type: 'lock', group: at.group, locked: true, reason })
    await expect.poll(may).toEqual([false, false])
    await at.does({ type: 'lock', group: at.group, locked: false, reason })
    await expect.poll(may).toEqual([true, true])
  })
  it('pauses invites', async () => {
    const tea = await open()
    const invites = (paused: boolean): Action => ({ type: 'invites', group: at.group, paused, reason })
    expect(await at.does(invites(true))).toMatchObject({ ok: true })
    expect(tea.features).toContain('INVITES_DISABLED')
    await expect.poll(() => at.does(invites(false)).then(() => tea.features)).not.toContain('INVITES_DISABLED')
  })
  it('plans a gathering once', async () => {
    const tea = await open()
    const gathering: Action = {
      type: 'gathering',
      group: at.group,
      title: 'Tea tasting',
      text: 'Bring a cup.',
      place: 'The back room',
      at: Date.now() + day,
      until: Date.now() + day + 3_600_000,
    }
    for (const _ of [1, 2]) expect(await at.does(gathering)).toMatchObject({ ok: true })
    expect(tea.scheduledEvents.map(({ name, entity_metadata }) => [name, entity_metadata?.location])).toEqual([
      ['Tea tasting', 'The back room'],
    ])
  })
})
