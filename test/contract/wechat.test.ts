/** The platform here is the simulated WeChat, in this process; the journeys go over gRPC as well. */
import '../emulators/wechat/quiet.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { config } from '../../adapters/wechaty/config.ts'
import { messageId } from '../../adapters/wechaty/hearing.ts'
import { wechatAdapter } from '../../adapters/wechaty/index.ts'
import { migrations } from '../../adapters/wechaty/migrations.ts'
import { openStore } from '../../src/store/open.ts'
import { hasty } from '../adapters/wechat/hasty.ts'
import type { Message } from '../emulators/wechat/model.ts'
import { lineTo, SimulatedPuppet } from '../emulators/wechat/puppet.ts'
import { World } from '../emulators/wechat/world.ts'
import { Logbook } from '../kit/inn.ts'
import { contract } from './suite.ts'
import { type Reading, RecordingDoor, type Town } from './town.ts'

const soon = { timeout: 10_000, interval: 20 }
const rooms = { reading: { topic: '读书会' } }
const pacing = { roomGapSeconds: 0 }
const closed = await openStore(':memory:', [migrations])
const describeIt = () =>
  wechatAdapter({
    db: closed.db,
    now: () => 0,
    log: new Logbook(),
    env: {},
    folder: tmpdir(),
    puppet: () => new SimulatedPuppet(lineTo(new World())),
  })

async function open(): Promise<Town> {
  const world = new World()
  const owner = world.person('群主').befriends()
  const room = world.room('读书会', { owner: world.bot, members: [owner] })
  const store = await openStore(':memory:', [migrations])
  const folder = mkdtempSync(join(tmpdir(), 'innkeeper-contract-'))
  const door = new RecordingDoor(config.parse({ rooms, pacing }))
  const adapter = wechatAdapter({
    db: store.db,
    now: () => Date.now(),
    log: new Logbook(),
    folder,
    patience: hasty,
    env: {},
    puppet: () => new SimulatedPuppet(lineTo(world)),
  })
  await adapter.start(door)
  await expect.poll(() => adapter.health().state, soon).toBe('up')
  await expect.poll(async () => (await store.db.selectFrom('wechat_rooms').selectAll().execute()).length, soon).toBe(1)
  const shown =
    (alone: boolean) =>
    (message: Message): Reading => ({
      text: message.text,
      alone,
      picture: message.kind === 'image',
    })
  return {
    adapter,
    door,
    group: 'wechat:reading',
    async comes(name) {
      const person = world.person(name).befriends()
      person.joins(room, { inviter: owner })
      await expect.poll(() => door.of('member.join').some((event) => event.name === name), soon).toBe(true)
      const user = door.of('member.join').find((event) => event.name === name)?.user ?? ''
      const said = new Map<string, Message>()
      return {
        user,
        name,
        async says(text, { replyTo, toBot } = {}) {
          const answered = said.get(replyTo ?? '')
          const message = answered
            ? person.quotes(answered, text)
            : person.says(room, text, toBot ? { mention: world.bot } : {})
          said.set(messageId(message.id), message)
          return messageId(message.id)
        },
        leaves: async () => person.leaves(room),
        async deletes(id) {
          const message = said.get(id)
          if (message) person.recalls(message)
        },
        reads: async () => [
          ...room.sent.map(shown(false)),
          ...person.sent.map(shown(true)),
          ...[...said.values()].map(shown(false)),
        ],
        standing: async () => (room.has(person) ? 'in' : 'out'),
      }
    },
    async close() {
      await adapter.stop()
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

contract('WeChat, in one process', { describe: describeIt, open })
