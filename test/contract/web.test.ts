import { type Actor, migrations, webAdapter } from '../../adapters/web/index.ts'
import { openStore } from '../../src/store/open.ts'
import { Logbook } from '../kit/inn.ts'
import { contract } from './suite.ts'
import { RecordingDoor, type Town, type Townsman } from './town.ts'

const group = 'web:reading'
const closed = await openStore(':memory:', [])

async function open(): Promise<Town> {
  const store = await openStore(':memory:', [migrations])
  const door = new RecordingDoor()
  const adapter = webAdapter({ db: store.db, now: () => Date.now(), log: new Logbook() })
  const { hall } = adapter
  await adapter.start(door)
  await adapter.ensureGroups([{ ref: group, name: 'Reading' }])
  let count = 0
  const nonce = () => `nonce-${String(++count).padStart(6, '0')}`
  const sees = async (by: Actor) => (await hall.open(by, group, 0)).page.posts

  const townsman = (by: Actor): Townsman => ({
    user: by.user,
    name: by.name,
    says: (text, { replyTo, toBot } = {}) =>
      hall.post(by, {
        type: 'post',
        nonce: nonce(),
        group,
        text: toBot ? `@掌柜 ${text}` : text,
        ...(replyTo !== undefined && { replyTo }),
      }),
    leaves: async () => void (await hall.leave(by, group)),
    edits: async (message, text) => void (await hall.edit(by, { type: 'edit', nonce: nonce(), group, message, text })),
    deletes: async (message) => void (await hall.remove(by, { type: 'remove', nonce: nonce(), group, message })),
    reacts: async (message, emoji) =>
      void (await hall.react(by, { type: 'react', nonce: nonce(), group, message, emoji, added: true })),
    async presses(label) {
      const post = (await sees(by)).findLast(({ ask }) => ask)
      const option = post?.options?.find((one) => one.label === label)?.id ?? ''
      await hall.choose(by, {
        type: 'choose',
        nonce: nonce(),
        group,
        message: post?.id ?? '',
        ask: post?.ask ?? '',
        option,
      })
    },
    reads: async () =>
      (await sees(by)).map(({ text, onlyYou, pinnedAt, options, picture }) => ({
        text,
        alone: onlyYou ?? false,
        pinned: (pinnedAt ?? 0) > 0,
        picture: picture !== undefined,
        ...(options && { options: options.map(({ label }) => label) }),
      })),
    async standing() {
      const row = await store.db
        .selectFrom('web_memberships')
        .selectAll()
        .where('user_id', '=', by.user)
        .executeTakeFirstOrThrow()
      return row.state === 'in' && Number(row.muted_until) > Date.now() ? 'muted' : row.state
    },
  })
  return {
    adapter,
    door,
    group,
    async comes(name) {
      const wish = { group, role: 'member', by: 'web:owner', forMs: 3_600_000, mostUses: 0 } as const
      const { token } = await hall.createInvite(wish)
      const { user } = await hall.join({ token, name, locale: 'en' }, undefined)
      return townsman({ user, name, role: 'member', locale: 'en' })
    },
    async close() {
      await adapter.stop()
      await store.close()
    },
  }
}

contract('web', { describe: () => webAdapter({ db: closed.db, now: () => 0, log: new Logbook() }), open })
