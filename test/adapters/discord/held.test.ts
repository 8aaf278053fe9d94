/** What is set for a while leaves no trace: slow mode and paused invites are afterwards as staff had set them by hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Action } from '../../../src/core/action.ts'
import { openDiscord } from '../../emulators/discord/index.ts'
import { type DoorOptions, type OpenDoor, openDoor, teaHouse } from './door.ts'

let at: OpenDoor
afterEach(() => at?.close())
const open = async (options: DoorOptions = {}) => {
  at = await openDoor(options)
  return at.guild()
}
const reason = 'raid'
type AWhile = { readonly keep?: string; readonly back?: string; readonly where?: string }
const slow = (seconds: number, more: AWhile = {}): Action => ({
  type: 'slow',
  group: at.group,
  where: at.guild().channelId('general'),
  gapMs: seconds * 1000,
  reason,
  ...more,
})
const invites = (paused: boolean, more: AWhile = {}): Action => ({
  type: 'invites',
  group: at.group,
  paused,
  reason,
  ...more,
})
const gap = (channel = 'general') => at.guild().channel(channel).rate_limit_per_user ?? 0
const arePaused = () => at.guild().features.includes('INVITES_DISABLED')
const does = async (...actions: readonly Action[]) => {
  for (const action of actions) expect(await at.does(action)).toMatchObject({ ok: true })
}

describe('slow mode for a while', () => {
  it.each([
    ['none', 0, 10],
    ['a milder one', 5, 10],
    ['a stricter one, which stays', 60, 60],
  ])('what stood there by hand is there again: %s', async (_name, before, during) => {
    const tea = await open()
    tea.slows('general', before)
    await does(slow(10, { keep: 'raid' }))
    expect(gap()).toBe(during)
    await does(slow(0, { back: 'raid' }))
    expect(gap()).toBe(before)
  })
  it('what staff changes by hand meanwhile is theirs', async () => {
    const tea = await open()
    tea.slows('general', 5)
    await does(slow(10, { keep: 'raid' }))
    tea.slows('general', 120)
    await does(slow(0, { back: 'raid' }))
    expect(gap()).toBe(120)
  })
  it('what staff orders from us meanwhile is for good', async () => {
    const tea = await open()
    tea.slows('general', 5)
    await does(slow(10, { keep: 'raid' }), slow(30), slow(0, { back: 'raid' }))
    expect(gap()).toBe(30)
  })
  it('done again, because nobody knows whether it was done, it is done once', async () => {
    const tea = await open()
    tea.slows('general', 5)
    await does(slow(10, { keep: 'raid' }), slow(10, { keep: 'raid' }))
    expect(gap()).toBe(10)
    await does(slow(0, { back: 'raid' }))
    tea.slows('general', 7)
    await does(slow(0, { back: 'raid' }))
    expect(gap()).toBe(7)
  })
  it('where the answer was lost, what stood there is not forgotten', async () => {
    const tea = await open()
    tea.slows('general', 5)
    at.discord.faults.order({ method: 'PATCH', route: '/channels/', status: 500, times: 9, performed: true })
    expect(await at.does(slow(10, { keep: 'raid' }))).toMatchObject({ ok: false })
    at.discord.faults.clear()
    expect(gap()).toBe(10)
    await does(slow(10, { keep: 'raid' }), slow(0, { back: 'raid' }))
    expect(gap()).toBe(5)
  })
  it('our own choice of channel is put back where it was set, though it is another now', async () => {
    const at2 = { channels: { default: 'general' } }
    const tea = await open({ section: at2 })
    tea.slows('general', 5)
    const { where: _, ...unsaid } = slow(10, { keep: 'raid' }) as Extract<Action, { type: 'slow' }>
    await does(unsaid)
    expect(gap()).toBe(10)
    at.door.section = { ...(at.door.section as object), channels: { default: 'rules' } }
    at.adapter.rulesChanged?.()
    const { keep: _keep, ...ended } = unsaid
    await does({ ...ended, gapMs: 0, back: 'raid' })
    expect([gap(), gap('rules')]).toEqual([5, 0])
  })
  it('any order of holders, hands and orders ends as the last hand or order left it, or as it began', async () => {
    const tea = await open()
    const step = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ keep: fc.constantFrom('raid', 'rules'), seconds: fc.integer({ min: 1, max: 40 }) }),
      },
      { weight: 2, arbitrary: fc.record({ back: fc.constantFrom('raid', 'rules') }) },
      { weight: 1, arbitrary: fc.record({ order: fc.integer({ min: 0, max: 40 }) }) },
    )
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.array(step, { maxLength: 8 }), async (began, steps) => {
        tea.slows('general', began)
        let stands = began
        for (const one of steps) {
          if ('keep' in one) await does(slow(one.seconds, { keep: one.keep }))
          else if ('back' in one) await does(slow(0, { back: one.back }))
          else {
            await does(slow(one.order))
            stands = one.order
          }
        }
        await does(slow(0, { back: 'rules' }), slow(0, { back: 'raid' }))
        expect(gap()).toBe(stands)
      }),
      { numRuns: 25 },
    )
  })
})

describe('invites paused for a while', () => {
  it.each([
    ['in use', false],
    ['paused by hand', true],
  ])('are afterwards as before: %s', async (_name, before) => {
    const tea = await open()
    tea.pausesInvites(before)
    await does(invites(true, { keep: 'raid' }))
    expect(arePaused()).toBe(true)
    await does(invites(false, { back: 'raid' }))
    expect(arePaused()).toBe(before)
  })
  it('two who want them paused: they are until the second is done', async () => {
    await open()
    await does(invites(true, { keep: 'raid' }), invites(true, { keep: 'rules' }), invites(false, { back: 'raid' }))
    expect(arePaused()).toBe(true)
    await does(invites(false, { back: 'rules' }))
    expect(arePaused()).toBe(false)
  })
})

it('another process on the same database puts back what the first had found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-held-'))
  const place = join(folder, 'house.db')
  const discord = await openDiscord({ guilds: [teaHouse] })
  await open({ at: discord, place })
  at.guild().slows('general', 5)
  at.guild().pausesInvites(true)
  await does(slow(10, { keep: 'raid' }), invites(true, { keep: 'raid' }))
  await at.close()
  await open({ at: discord, place })
  expect(gap()).toBe(10)
  await does(slow(0, { back: 'raid' }), invites(false, { back: 'raid' }))
  expect([gap(), arePaused()]).toEqual([5, true])
  await at.close()
  await discord.close()
  rmSync(folder, { recursive: true, force: true })
  await open()
})
