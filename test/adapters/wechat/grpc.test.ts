/** The journeys over TLS gRPC, with the puppet in a process of its own. */
import '../../emulators/wechat/quiet.ts'
import { afterAll, beforeAll } from 'vitest'
import { stopPuppet } from '../../emulators/wechat/client.ts'
import { openService, type Service } from '../../emulators/wechat/service.ts'
import { World } from '../../emulators/wechat/world.ts'
import { journeys } from './journeys.ts'
import { openWechat } from './kit.ts'

let service: Service
beforeAll(async () => {
  service = await openService(new World())
})
afterAll(() => service.kill())

journeys('over gRPC', async (world, wish) => {
  await stopPuppet(service)
  service.serve(world)
  return openWechat(world, { ...wish, service })
})
