/** What people do with messages: write, edit, delete, react. */
import { clean } from '../../src/core/words.ts'
import { type Actor, deedId, done, type Ground, maySpeak, placeOf, record, tellPost } from './ground.ts'
import { changePost, erasePost, findPost, insertPost } from './posts.ts'
import { Problem } from './problem.ts'
import type { MessageRow } from './tables.ts'
import { longestPost, type Said } from './wire.ts'

type Deed<K extends Said['type']> = Extract<Said, { type: K }>

/** The message's id. The same nonce again is the same message: nothing is written twice. */
export async function post(ground: Ground, by: Actor, said: Deed<'post'>): Promise<string> {
  const text = worded(said.text)
  await placeOf(ground, by, said.group)
  const id = deedId(by.user, said.nonce)
  // Before a mute is looked at: what was written before it and not acknowledged is there.
  if (await findPost(ground.db, id)) return id
  await maySpeak(ground, by, said.group)
  const answered = said.replyTo ? await readable(ground, by, said.group, said.replyTo) : undefined
  const mentions = await present(ground, said.group, said.mentions ?? [])
  const event = {
    ...done(ground, by, said.group, id),
    type: 'message' as const,
    message: id,
    text,
    ...(answered && { replyTo: answered.id }),
    ...(mentions.length > 0 && { mentions }),
    mentionsBot: answered?.kind === 'say' || answered?.kind === 'announce' || namesBot.test(text),
  }
  const seq = ground.sequence.next()
  await record(ground, event, (open) =>
    insertPost(open, {
      id,
      group_id: said.group,
      seq,
      at: event.at,
      kind: 'post',
      user_id: by.user,
      name: by.name,
      text,
      reply_to: answered?.id ?? '',
    }),
  )
  await tellPost(ground, id)
  return id
}
const namesBot = /@(掌柜|innkeeper)/iu

export async function edit(ground: Ground, by: Actor, said: Deed<'edit'>) {
  const text = worded(said.text)
  await maySpeak(ground, by, said.group)
  const message = await own(ground, by, said.group, said.message)
  if (message.text === text) return
  const event = {
    ...done(ground, by, said.group, deedId(by.user, said.nonce)),
    type: 'edit' as const,
    message: message.id,
    text,
  }
  await record(ground, event, (open) =>
    changePost(open, message.id, { text, edited_at: event.at }, ground.sequence.next()),
  )
  await tellPost(ground, message.id)
}

/** One's own; staff may remove anybody's. */
export async function remove(ground: Ground, by: Actor, said: Deed<'remove'>) {
  await placeOf(ground, by, said.group)
  const message = await seen(ground, by, said.group, said.message)
  if (message.user_id !== by.user && by.role === 'member') throw new Problem('not_allowed')
  if (Number(message.deleted_at) > 0) return
  const id = deedId(by.user, said.nonce)
  const at = ground.now()
  const event = { id, at, group: said.group, type: 'delete' as const, message: message.id, user: by.user }
  await record(ground, event, (open) => erasePost(open, message.id, by.user, at, ground.sequence.next()))
  await tellPost(ground, message.id)
}

export async function react(ground: Ground, by: Actor, said: Deed<'react'>) {
  const emoji = clean(said.emoji)
  if (!oneEmoji.test(emoji)) throw new Problem('bad_request', 'emoji')
  await maySpeak(ground, by, said.group)
  const message = await readable(ground, by, said.group, said.message)
  const { added } = said
  if (added) await roomForEmoji(ground, message.id, emoji)
  const event = {
    ...done(ground, by, said.group, deedId(by.user, said.nonce)),
    type: 'reaction' as const,
    message: message.id,
    emoji,
    added,
  }
  const row = { message_id: message.id, emoji, user_id: by.user }
  await record(ground, event, async (open) => {
    if (added)
      await open
        .insertInto('web_reactions')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    else
      await open
        .deleteFrom('web_reactions')
        .where((where) => where.and(row))
        .execute()
    await changePost(open, message.id, {}, ground.sequence.next())
  })
  await tellPost(ground, message.id)
}
/** A message takes so many different emoji, as elsewhere (Discord: 20): more would bury it. */
const mostEmoji = 20
async function roomForEmoji(ground: Ground, message: string, emoji: string) {
  const kinds = await ground.db
    .selectFrom('web_reactions')
    .select('emoji')
    .distinct()
    .where('message_id', '=', message)
    .execute()
  if (kinds.length >= mostEmoji && !kinds.some((kind) => kind.emoji === emoji))
    throw new Problem('bad_request', 'emoji')
}
const oneEmoji = /^\p{RGI_Emoji}$/v

function worded(raw: string): string {
  const text = clean(raw).trim()
  if (text === '') throw new Problem('bad_request', 'text')
  if (text.length > longestPost) throw new Problem('too_long', String(longestPost))
  return text
}

/** A message the actor can see and that is still there. */
async function readable(ground: Ground, by: Actor, group: string, id: string): Promise<MessageRow> {
  const message = await seen(ground, by, group, id)
  if (Number(message.deleted_at) > 0) throw new Problem('not_found')
  return message
}
/** The same, or the place where it was. */
async function seen(ground: Ground, by: Actor, group: string, id: string): Promise<MessageRow> {
  const message = await findPost(ground.db, id)
  if (message?.group_id !== group || (message.only_for !== '' && message.only_for !== by.user))
    throw new Problem('not_found')
  return message
}
async function own(ground: Ground, by: Actor, group: string, id: string): Promise<MessageRow> {
  const message = await readable(ground, by, group, id)
  if (message.user_id !== by.user || message.kind !== 'post') throw new Problem('not_allowed')
  return message
}

/** Those of the mentioned who are in the group. */
async function present(ground: Ground, group: string, users: readonly string[]): Promise<string[]> {
  if (users.length === 0) return []
  const rows = await ground.db
    .selectFrom('web_memberships')
    .select('user_id')
    .where('group_id', '=', group)
    .where('state', '=', 'in')
    .where('user_id', 'in', users)
    .execute()
  return rows.map((row) => row.user_id)
}
