/** The journeys over TLS gRPC, with the puppet in a process of its own. */
import '../../emulators/wechat/quiet.ts'
import { afterAll, beforeAll } from 'vitest'
import { CarefulService } from '../../emulators/wechat/client.ts'
import { openService, type Service } from '../../emulators/wechat/service.ts'
import { World } from '../../emulators/wechat/world.ts'
import { journeys } from './journeys.ts'
import { openWechat } from './kit.ts'

let service: Service
beforeAll(async () => {
  service = await openService(new World())
})
afterAll(() => service.kill())

/** The adapter leaves a puppet elsewhere running when it stops; another world needs one that begins anew. */
async function stopPuppet(): Promise<void> {
  const client = new CarefulService({ ...service.options, timeoutSeconds: 3600 })
  client.on('error', () => undefined)
  const login = new Promise((resolve) => client.once('login', resolve))
  await client.start()
  await login
  await client.stop()
}

journeys('over gRPC', async (world, wish) => {
  await stopPuppet()
  service.serve(world)
  return openWechat(world, { ...wish, service })
})
