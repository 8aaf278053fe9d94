/** A real wechaty on a world, and all it heard as lines of text. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Contact, Message, Wechaty } from 'wechaty'
import type { World } from './world.ts'

export interface Bed {
  readonly world: World
  readonly bot: Wechaty
  readonly heard: readonly string[]
  readonly messages: readonly Message[]
  /** Resolves when such a line was heard. */
  hears(line: string): Promise<void>
  /** The next message that is not the bot's own. */
  next(say: () => unknown): Promise<Message>
  /** Resolves when the bot is out for good: a client answers a logout by logging out itself, a little later. */
  out(): Promise<void>
  /** Stops the bot. */
  stop(): Promise<void>
}
const names = (people: readonly Contact[]) => people.map((person) => person.name()).join('、') || 'nobody'

function listen(bot: Wechaty, heard: (line: string) => void): void {
  bot
    .on('login', (user) => heard(`login ${user.name()}`))
    .on('logout', (user, reason) => heard(`logout ${user.name()}: ${reason}`))
    .on('scan', (code, status) => heard(`scan ${status} ${code ? 'with a code' : 'without'}`))
    .on('dong', (data) => heard(`dong ${data}`))
    .on('error', (error) => heard(`error ${error.message.split('\n')[0]}`))
    .on('friendship', (friendship) =>
      heard(`friendship ${friendship.type()} ${friendship.contact().name()} ${friendship.hello()}`),
    )
    .on('room-join', async (room, people, inviter) =>
      heard(`join ${await room.topic()}: ${names(people)} by ${inviter.name()}`),
    )
    .on('room-leave', async (room, people, by) =>
      heard(`leave ${await room.topic()}: ${names(people)} by ${by?.name() ?? 'nobody'}`),
    )
    .on('room-topic', (_room, topic, old, by) => heard(`topic ${old} → ${topic} by ${by.name()}`))
    .on('room-invite', async (invitation) =>
      heard(`invited to ${await invitation.topic()} by ${(await invitation.inviter()).name()}`),
    )
}
/** Not started yet. */
export function bed(world: World, bot: Wechaty): Bed {
  const heard: string[] = []
  const messages: Message[] = []
  listen(bot, (line) => {
    heard.push(line)
    world.changed()
  })
  bot.on('message', (message) => {
    messages.push(message)
    world.changed()
  })
  const others = () => messages.filter((message) => !message.self())
  return {
    world,
    bot,
    heard,
    messages,
    hears: (line) => world.until(() => heard.includes(line), `“${line}” among: ${heard.join(' | ')}`),
    next: async (say) => {
      const count = others().length
      say()
      await world.until(() => others().length > count, 'a message')
      return others()[count]!
    },
    out: async () => {
      await world.until(() => heard.some((line) => line.startsWith('scan 2')), 'a code to scan')
      while (bot.isLoggedIn) await turn()
      await turn()
      const answered = new Promise((resolve) => bot.once('dong', resolve))
      bot.ding('out')
      await answered
    },
    stop: () => bot.stop(),
  }
}
