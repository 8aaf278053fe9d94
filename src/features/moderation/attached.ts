/** What came along with a message, kept with its case as long as the words are: kinds, names of files, how many. */
import type { EventOf } from '../../core/event.ts'
import type { CaseRow } from './store.ts'
import type { Say } from './wording.ts'

interface Attached {
  readonly kinds: readonly string[]
  readonly files: readonly string[]
  readonly count: number
}
const mostFiles = 10

/** As a column; '' where nothing came along. */
export function attachedOf(event: Pick<EventOf<'message'>, 'kinds' | 'files' | 'attachments'>): string {
  const { kinds = [], files = [], attachments = 0 } = event
  if (kinds.length === 0 && files.length === 0 && attachments === 0) return ''
  const kept: Attached = { kinds, files: files.slice(0, mostFiles), count: attachments }
  return JSON.stringify(kept)
}
/** "image, file, 2 attachments: offer.apk" */
export function attachedIn(say: Say, { attachments }: CaseRow): string {
  if (attachments === '') return ''
  const { kinds, files, count } = JSON.parse(attachments) as Attached
  const what = kinds.map((kind) => say(`attached.${kind}`))
  if (count > 0) what.push(say('attached.count', { count }))
  return [...what, ...files].join(say('and'))
}
