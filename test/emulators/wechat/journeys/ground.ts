/** Where the journeys begin. */
import type { Contact, Room as WechatyRoom } from 'wechaty'
import type { Bed } from '../bed.ts'
import type { Person } from '../person.ts'
import type { Room } from '../room.ts'
import { World } from '../world.ts'

/** A bot on this world, logged in. */
export type Open = (world: World) => Promise<Bed>

/** A room the bot owns, with 小明, its friend; 小花, a stranger; and a room of somebody else's. */
export function reading() {
  const world = new World()
  const ming = world.person('小明').befriends()
  const hua = world.person('小花')
  const room = world.room('读书会', { owner: world.bot, members: [ming] })
  const other = world.room('别人的群', { members: [ming] })
  return { world, ming, hua, room, other }
}
export async function roomOf({ bot }: Bed, room: Room): Promise<WechatyRoom> {
  const found = await bot.Room.find({ id: room.id })
  if (!found) throw new Error(`wechaty does not know ${room.topic}`)
  return found
}
export async function contactOf({ bot }: Bed, person: Person): Promise<Contact> {
  const found = await bot.Contact.find({ id: person.id })
  if (!found) throw new Error(`wechaty does not know ${person.name}`)
  return found
}
