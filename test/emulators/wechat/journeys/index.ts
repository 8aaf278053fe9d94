/** What has to work on both ways to the simulated WeChat. */
import { afterEach, describe } from 'vitest'
import type { Bed } from '../bed.ts'
import { friends } from './friends.ts'
import type { Open } from './ground.ts'
import { login } from './login.ts'
import { messages } from './messages.ts'
import { rooms } from './rooms.ts'

export function journeys(name: string, begin: Open): void {
  const beds: Bed[] = []
  const open: Open = async (world) => {
    const one = await begin(world)
    beds.push(one)
    return one
  }
  afterEach(async () => {
    for (const one of beds.splice(0)) await one.stop()
  })
  describe(`messages, ${name}`, () => messages(open))
  describe(`rooms, ${name}`, () => rooms(open))
  describe(`friends, ${name}`, () => friends(open))
  describe(`the login, ${name}`, () => login(open))
}
