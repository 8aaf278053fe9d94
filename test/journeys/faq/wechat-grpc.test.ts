/** The journeys on the simulated WeChat, with the puppet in a process of its own at the other end of gRPC. */
import '../../emulators/wechat/quiet.ts'
import { afterAll, beforeAll } from 'vitest'
import { openWechat } from '../../adapters/wechat/kit.ts'
import { stopPuppet } from '../../emulators/wechat/client.ts'
import { openService, type Service } from '../../emulators/wechat/service.ts'
import { World } from '../../emulators/wechat/world.ts'
import { wechatBy } from '../moderation/wechat.ts'
import { journeys } from './journeys.ts'

let service: Service
beforeAll(async () => {
  service = await openService(new World())
})
afterAll(() => service.kill())

journeys(
  wechatBy('wechat by gRPC', async (world, wish) => {
    await stopPuppet(service)
    service.serve(world)
    return openWechat(world, { ...wish, service })
  }),
)
