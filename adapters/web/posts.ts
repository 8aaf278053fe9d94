/** The conversation as stored, and as one reader sees it. */
import type { HallDb, MessageRow } from './tables.ts'
import type { Choice, Page, Post, Quote, Reaction } from './wire.ts'

const pageSize = 50
/** More than this has changed since: the latest page is sent instead. */
const mostChanges = 300
const quoteLength = 140

type NewMessage = Pick<MessageRow, 'id' | 'group_id' | 'seq' | 'at' | 'kind'> & Partial<MessageRow>
/** False where a message of this id is there already. */
export async function insertPost(db: HallDb, message: NewMessage): Promise<boolean> {
  const blank = { user_id: '', name: '', text: '', only_for: '', reply_to: '', ask: '', options: '[]', deleted_by: '' }
  const never = { picture: 0, edited_at: 0, deleted_at: 0, pinned_at: 0 }
  const result = await db
    .insertInto('web_messages')
    .values({ ...blank, ...never, changed: message.seq, ...message })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export const findPost = (db: HallDb, id: string): Promise<MessageRow | undefined> =>
  db.selectFrom('web_messages').selectAll().where('id', '=', id).executeTakeFirst()

/** `changed` moves with it, so that pages that were away hear of it. */
export async function changePost(db: HallDb, id: string, change: Partial<MessageRow>, changed: number) {
  await db
    .updateTable('web_messages')
    .set({ ...change, changed })
    .where('id', '=', id)
    .execute()
}

/** Words, buttons and picture go; the place stays. */
export async function erasePost(db: HallDb, id: string, by: string, at: number, changed: number) {
  await changePost(
    db,
    id,
    { text: '', options: '[]', ask: '', picture: 0, deleted_at: at, deleted_by: by, pinned_at: 0 },
    changed,
  )
  await db.deleteFrom('web_pictures').where('message_id', '=', id).execute()
  await db.deleteFrom('web_reactions').where('message_id', '=', id).execute()
}

const seenBy = (db: HallDb, group: string, user: string) =>
  db.selectFrom('web_messages').selectAll().where('group_id', '=', group).where('only_for', 'in', ['', user])

/** The page before a place, or the latest. Oldest first. */
export async function historyPage(db: HallDb, group: string, user: string, before?: number): Promise<Page> {
  const query = seenBy(db, group, user)
    .orderBy('seq', 'desc')
    .limit(pageSize + 1)
  const rows = await (before === undefined ? query : query.where('seq', '<', before)).execute()
  const more = rows.length > pageSize
  return { posts: await asSeen(db, rows.slice(0, pageSize).reverse(), user), more }
}

/** What changed after `since`, oldest first; undefined where that is too much to send. */
export async function changesSince(db: HallDb, group: string, user: string, since: number): Promise<Page | undefined> {
  const rows = await seenBy(db, group, user)
    .where('changed', '>', since)
    .orderBy('seq')
    .limit(mostChanges + 1)
    .execute()
  return rows.length > mostChanges ? undefined : { posts: await asSeen(db, rows, user), more: false }
}

export async function pinnedPosts(db: HallDb, group: string, user: string): Promise<Post[]> {
  const rows = await seenBy(db, group, user).where('pinned_at', '>', 0).orderBy('pinned_at', 'desc').limit(5).execute()
  return asSeen(db, rows, user)
}

/** Rows as pages know them, with their quotes, reactions and pictures. */
export async function asSeen(db: HallDb, rows: readonly MessageRow[], reader: string): Promise<Post[]> {
  const [quotes, reactions, pictures] = await Promise.all([
    quotesOf(db, rows),
    reactionsOf(db, rows),
    picturesOf(db, rows),
  ])
  return rows.map((row) => ({
    ...essentials(row),
    ...(row.only_for !== '' && row.only_for === reader && { onlyYou: true as const }),
    ...optional('quote', quotes.get(row.reply_to)),
    ...optional('reactions', reactions.get(row.id)),
    ...optional('picture', pictures.get(row.id)),
  }))
}
const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

function essentials(row: MessageRow): Post {
  const options = JSON.parse(row.options) as Choice[]
  return {
    id: row.id,
    group: row.group_id,
    seq: Number(row.seq),
    changed: Number(row.changed),
    at: Number(row.at),
    kind: row.kind,
    user: row.user_id,
    name: row.name,
    text: row.text,
    ...(options.length > 0 && { ask: row.ask, options }),
    ...(Number(row.edited_at) > 0 && { edited: true as const }),
    ...(Number(row.deleted_at) > 0 && {
      deleted: row.deleted_by === row.user_id ? ('self' as const) : ('staff' as const),
    }),
    ...(Number(row.pinned_at) > 0 && { pinnedAt: Number(row.pinned_at) }),
  }
}

/** Quotes of what everybody may see; a whisper is never quoted. */
async function quotesOf(db: HallDb, rows: readonly MessageRow[]): Promise<Map<string, Quote>> {
  const ids = [...new Set(rows.map((row) => row.reply_to).filter(Boolean))]
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('web_messages')
    .select(['id', 'name', 'text'])
    .where('id', 'in', ids)
    .where('only_for', '=', '')
    .execute()
  return new Map(found.map((row) => [row.id, { ...row, text: row.text.slice(0, quoteLength).toWellFormed() }]))
}

async function reactionsOf(db: HallDb, rows: readonly MessageRow[]): Promise<Map<string, Reaction[]>> {
  if (rows.length === 0) return new Map()
  const found = await db
    .selectFrom('web_reactions')
    .selectAll()
    .where(
      'message_id',
      'in',
      rows.map((row) => row.id),
    )
    .orderBy('emoji')
    .execute()
  const byMessage = Map.groupBy(found, (row) => row.message_id)
  return new Map(
    [...byMessage].map(([id, list]) => [
      id,
      [...Map.groupBy(list, (row) => row.emoji)].map(([emoji, by]) => ({ emoji, users: by.map((row) => row.user_id) })),
    ]),
  )
}

async function picturesOf(db: HallDb, rows: readonly MessageRow[]): Promise<Map<string, string>> {
  const ids = rows.filter((row) => Number(row.picture) > 0).map((row) => row.id)
  if (ids.length === 0) return new Map()
  const found = await db
    .selectFrom('web_pictures')
    .select(['message_id', 'alt'])
    .where('message_id', 'in', ids)
    .execute()
  return new Map(found.map((row) => [row.message_id, row.alt]))
}
