/** The simulated WeChat under a real wechaty, in one process. */
import './quiet.ts'
import { WechatyBuilder } from 'wechaty'
import { type Bed, bed } from './bed.ts'
import { journeys } from './journeys/index.ts'
import { lineTo, SimulatedPuppet } from './puppet.ts'
import type { World } from './world.ts'

async function open(world: World): Promise<Bed> {
  const one = bed(world, WechatyBuilder.build({ puppet: new SimulatedPuppet(lineTo(world)) }))
  await one.bot.start()
  await one.hears('login 掌柜')
  return one
}
journeys('in one process', open)
