/**
 * With the waits of a live bot: a server killed for longer than wechaty's own watchdog, and one frozen for two minutes.
 * Each is back within a minute of its server. With INNKEEPER_NIGHTLY=1 only, as it takes as long as it says.
 */
import '../../emulators/wechat/quiet.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { live } from '../../../adapters/wechaty/patience.ts'
import { openService } from '../../emulators/wechat/service.ts'
import { World } from '../../emulators/wechat/world.ts'
import { openWechat } from './kit.ts'

const nightly = process.env.INNKEEPER_NIGHTLY === '1'
const minuteMs = 60_000
const faults = [
  ['killed for 20 seconds', 'kill', 20_000],
  ['killed for 90 seconds', 'kill', 90_000],
  ['frozen for two minutes', 'freeze', 2 * minuteMs],
] as const

it.runIf(nightly).concurrent.each(faults)(
  'a server %s',
  async (name, how, ms) => {
    const world = new World()
    const ming = world.person('小明')
    const room = world.room('灯下读书会', { members: [ming] })
    const service = await openService(world)
    const inn = await openWechat(world, {
      service,
      patience: live,
      sections: { rules: { text: { zh: '友善' }, post: false } },
    })
    await inn.isUp(minuteMs)
    const began = Date.now()
    if (how === 'kill') await service.kill()
    else service.freeze()
    await inn.waits(() => inn.adapter.health().state === 'down', 'WeChat is away', 70_000)
    const noticedMs = Date.now() - began
    await sleep(Math.max(0, ms - noticedMs))
    if (how === 'kill') await service.start()
    else service.thaw()
    const back = Date.now()
    await inn.isUp(minuteMs)
    const upMs = Date.now() - back
    ming.says(room, '群规')
    await world.until(() => room.sent.length > 0, 'an answer', 30_000)
    process.stdout.write(`${JSON.stringify({ name, noticedMs, upMs })}\n`)
    expect(noticedMs).toBeLessThan(how === 'kill' ? 5000 : 70_000)
    expect(upMs).toBeLessThan(minuteMs)
    expect(room.sent).toHaveLength(1)
    await inn.close()
    await service.kill()
  },
  6 * minuteMs,
)
it('is a test of the night', () => expect(faults.map(([, , ms]) => ms)).toContain(2 * minuteMs))
