/** The simulated WeChat under a real wechaty, over gRPC and TLS on the loopback, the server in its own process. */
import './quiet.ts'
import { afterAll, beforeAll } from 'vitest'
import { WechatyBuilder } from 'wechaty'
import { type Bed, bed } from './bed.ts'
import { CarefulService } from './client.ts'
import { journeys } from './journeys/index.ts'
import { openService, type Service } from './service.ts'
import { World } from './world.ts'

function client(world: World, { options }: Service): Bed {
  return bed(world, WechatyBuilder.build({ puppet: new CarefulService({ ...options, timeoutSeconds: 3600 }) }))
}
let service: Service
beforeAll(async () => {
  service = await openService(new World())
})
afterAll(() => service.kill())

async function open(world: World): Promise<Bed> {
  service.serve(world)
  const one = client(world, service)
  await one.bot.start()
  await one.hears('login 掌柜')
  return one
}
journeys('over gRPC', open)
