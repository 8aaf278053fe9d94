/**
 * What came along with the messages of a case, kept with it as long as the words are: kinds, how many, names of files
 * and where they lie. The files themselves are never fetched.
 */
import type { EventOf } from '../../core/event.ts'
import type { CaseRow } from './store.ts'
import type { Say } from './wording.ts'

interface Attached {
  readonly kinds: readonly string[]
  readonly files: readonly string[]
  /** Addresses; cases from before they were kept have none. */
  readonly urls?: readonly string[]
  readonly count: number
}
const mostFiles = 10
const nothing: Attached = { kinds: [], files: [], urls: [], count: 0 }
const read = (column: string): Attached => (column === '' ? nothing : (JSON.parse(column) as Attached))

/** As a column; '' where nothing came along. */
export function attachedOf({
  kinds = [],
  files = [],
  fileUrls: urls = [],
  attachments: count = 0,
}: Pick<EventOf<'message'>, 'kinds' | 'files' | 'fileUrls' | 'attachments'>): string {
  return written({ kinds, files, urls, count })
}
function written({ kinds, files, urls = [], count }: Attached): string {
  if (kinds.length === 0 && files.length === 0 && urls.length === 0 && count === 0) return ''
  return JSON.stringify({ kinds, files: files.slice(0, mostFiles), urls: urls.slice(0, mostFiles), count })
}

/** The case with what came along with one more message of the same trouble, while its evidence is kept. */
export function withAttached(row: CaseRow, more = '', now = row.opened_at): CaseRow {
  if (more === '' || now >= row.keep_until) return row
  const [before, added] = [read(row.attachments), read(more)]
  const attachments = written({
    kinds: [...new Set([...before.kinds, ...added.kinds])],
    files: [...before.files, ...added.files],
    urls: [...(before.urls ?? []), ...(added.urls ?? [])],
    count: before.count + added.count,
  })
  return { ...row, attachments }
}

/** "image, file, 2 attachments: offer.apk" */
export function attachedIn(say: Say, { attachments }: Pick<CaseRow, 'attachments'>): string {
  const { kinds, files, count } = read(attachments)
  const what = kinds.map((kind) => say(`attached.${kind}`))
  if (count > 0) what.push(say('attached.count', { count }))
  return [...what, ...files].join(say('and'))
}
/** Where the files lie, or lay. */
export const addressesOf = ({ attachments }: Pick<CaseRow, 'attachments'>): readonly string[] =>
  read(attachments).urls ?? []
