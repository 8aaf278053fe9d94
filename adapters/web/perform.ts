/** The bot's actions, carried out on the hall's own tables. Doing one twice has the effect of once. */
import type { Action, ActionOf, ActionType, Outcome } from '../../src/core/action.ts'
import type { Filed } from '../../src/core/adapter.ts'
import { goOut } from './come.ts'
import { type Ground, type News, tellPost } from './ground.ts'
import { actor } from './groups.ts'
import { changeMember, findUser, membership, titlesOf } from './people.ts'
import { changePost, erasePost, findPost, insertPost } from './posts.ts'
import type { HallTransaction, MembershipRow, MessageRow } from './tables.ts'

type Perform<K extends ActionType> = (ground: Ground, action: ActionOf<K>, filed: Filed) => Promise<Outcome>
const ok: Outcome = { ok: true }
const failed = (kind: 'gone' | 'denied', detail: string): Outcome => ({ ok: false, kind, detail })

const performers = {
  send: (ground, action, { id }) =>
    say(ground, action, id, {
      kind: 'say',
      reply_to: action.replyTo ?? '',
      ...(action.pin && { pinned_at: ground.now() }),
    }),
  announce: (ground, action, { id }) => say(ground, action, id, { kind: 'announce' }),
  whisper: (ground, action, { id }) => say(ground, action, id, { kind: 'whisper', only_for: action.user }),
  ask: (ground, action, { id }) =>
    say(ground, action, id, {
      kind: action.user ? 'whisper' : 'say',
      only_for: action.user ?? '',
      reply_to: action.replyTo ?? '',
      ask: action.ask,
      options: JSON.stringify(action.options),
      ...(action.pin && { pinned_at: ground.now() }),
    }),
  edit: async (ground, action, { message }) => {
    const { text, options } = action
    return onMessage(ground, action.group, message ?? action.of, (found) =>
      changePost(
        ground.db,
        found.id,
        { text, ...(options && { options: JSON.stringify(options) }) },
        ground.sequence.next(),
      ),
    )
  },
  delete: (ground, action) =>
    onMessage(ground, action.group, action.message, (found) =>
      erasePost(ground.db, found.id, '', ground.now(), ground.sequence.next()),
    ),
  purge: async (ground, action) => {
    for (const message of action.messages)
      await onMessage(ground, action.group, message, (found) =>
        erasePost(ground.db, found.id, '', ground.now(), ground.sequence.next()),
      )
    return ok
  },
  pin: (ground, action) =>
    onMessage(ground, action.group, action.message, async (found) => {
      if (Number(found.pinned_at) > 0) return
      await changePost(ground.db, found.id, { pinned_at: ground.now() }, ground.sequence.next())
    }),
  mute: (ground, action, { id }) =>
    onMember(ground, action, id, async ({ open }) => {
      await changeMember(open, action.group, action.user, { muted_until: ground.now() + action.forMs })
      return { type: 'room', group: action.group, only: action.user }
    }),
  unmute: (ground, action, { id }) =>
    onMember(ground, action, id, async ({ open }) => {
      await changeMember(open, action.group, action.user, { muted_until: 0 })
      return { type: 'room', group: action.group, only: action.user }
    }),
  kick: (ground, action, { id }) => showOut(ground, action, id, 'kicked'),
  ban: (ground, action, { id }) => showOut(ground, action, id, 'banned'),
  unban: (ground, action, { id }) =>
    onMember(ground, action, id, async ({ open, place }) => {
      if (place.state === 'banned') await changeMember(open, action.group, action.user, { state: 'out' })
      return undefined
    }),
  role: (ground, action, { id }) =>
    onMember(ground, action, id, async ({ open, place }) => {
      const others = titlesOf(place.titles).filter((title) => title !== action.role)
      const titles = JSON.stringify(action.grant ? [...others, action.role] : others)
      await changeMember(open, action.group, action.user, { titles })
      return { type: 'people', group: action.group }
    }),
} satisfies { readonly [K in ActionType]?: Perform<K> }

export const performs = Object.keys(performers) as ActionType[]
export function perform(ground: Ground, filed: Filed): Promise<Outcome> {
  const { type } = filed.action
  if (!(type in performers)) return Promise.resolve({ ok: false, kind: 'unsupported', detail: '' })
  const performer = performers[type as keyof typeof performers] as Perform<ActionType>
  return performer(ground, filed.action, filed)
}

type Saying = Extract<Action, { text: string }>
async function say(
  ground: Ground,
  action: Saying,
  id: string,
  more: Partial<MessageRow> & Pick<MessageRow, 'kind'>,
): Promise<Outcome> {
  const room = await ground.db.selectFrom('web_groups').select('id').where('id', '=', action.group).executeTakeFirst()
  if (!room) return failed('gone', 'no such group')
  if (more.only_for && !(await membership(ground.db, action.group, more.only_for)))
    return failed('gone', 'never a member')
  const image = action.type === 'send' ? action.image : undefined
  const seq = ground.sequence.next()
  await ground.db.transaction().execute(async (open) => {
    const row = {
      id,
      group_id: action.group,
      seq,
      at: ground.now(),
      text: action.text,
      picture: image ? 1 : 0,
      ...more,
    }
    const fresh = await insertPost(open, row)
    if (fresh && image)
      await open
        .insertInto('web_pictures')
        .values({ message_id: id, ...image })
        .execute()
  })
  await tellPost(ground, id)
  return { ok: true, message: id }
}

async function onMessage(
  ground: Ground,
  group: string,
  id: string,
  change: (found: MessageRow) => Promise<void>,
): Promise<Outcome> {
  const found = await findPost(ground.db, id)
  if (found?.group_id !== group) return failed('gone', 'no such message')
  if (Number(found.deleted_at) > 0) return ok
  await change(found)
  await tellPost(ground, id)
  return ok
}

type OnMember = { readonly group: string; readonly user: string }
interface Found {
  readonly open: HallTransaction
  readonly place: MembershipRow
}
/**
 * Changes a membership and remembers the action's id in one transaction: trying again does not begin a mute anew, and
 * shows nobody out who has come back since. The owner is never acted upon. What `change` returns, open pages are told.
 */
async function onMember(
  ground: Ground,
  { group, user }: OnMember,
  id: string,
  change: (found: Found) => Promise<News | undefined>,
): Promise<Outcome> {
  const fault = await untouchable(ground, group, user)
  if (fault) return fault
  const news = await ground.db.transaction().execute(async (open) => {
    const place = await membership(open, group, user)
    return place && (await firstTime(open, id, user, ground.now())) ? change({ open, place }) : undefined
  })
  if (news) ground.tell(news)
  return ok
}

async function untouchable(ground: Ground, group: string, user: string): Promise<Outcome | undefined> {
  const [found, place] = await Promise.all([findUser(ground.db, user), membership(ground.db, group, user)])
  if (!found || !place) return failed('gone', 'never a member')
  return found.role === 'owner' ? failed('denied', 'the owner of the hall') : undefined
}

async function firstTime(open: HallTransaction, id: string, user: string, at: number): Promise<boolean> {
  const kept = await open
    .insertInto('web_done')
    .values({ action_id: id, at, user_id: user })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (kept.numInsertedOrUpdatedRows ?? 0n) > 0n
}

async function showOut(ground: Ground, action: OnMember, id: string, how: 'kicked' | 'banned'): Promise<Outcome> {
  const user = await findUser(ground.db, action.user)
  const place = await membership(ground.db, action.group, action.user)
  if (user && user.role !== 'owner' && place?.state === 'in') {
    const first = (open: HallTransaction) => firstTime(open, id, action.user, ground.now())
    await goOut(ground, actor(user), action.group, { how, id: `${id}/out`, first })
    return ok
  }
  return onMember(ground, action, id, async ({ open }) => {
    if (how === 'banned') await changeMember(open, action.group, action.user, { state: 'banned' })
    return undefined
  })
}
