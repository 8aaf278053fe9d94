/** What survives a reload of the page: drafts, and what was not sent yet. Nothing when the browser forbids storage. */
import type { Pending } from './timeline.ts'

const draftKey = (group: string) => `innkeeper.draft.${group}`
const pendingKey = (user: string) => `innkeeper.pending.${user}`

function read(storage: () => Storage, key: string): string {
  try {
    return storage().getItem(key) ?? ''
  } catch {
    return '' // storage is forbidden or broken: as if nothing was kept
  }
}
function write(storage: () => Storage, key: string, value: string) {
  try {
    if (value) storage().setItem(key, value)
    else storage().removeItem(key)
  } catch {
    // storage is forbidden or full: the page goes on without it
  }
}
const local = () => localStorage
const session = () => sessionStorage

export const keptDraft = (group: string) => read(local, draftKey(group))
export const keepDraft = (group: string, text: string) => write(local, draftKey(group), text)

export const keepPending = (user: string, pending: readonly Pending[]) =>
  write(session, pendingKey(user), pending.length ? JSON.stringify(pending) : '')
export function keptPending(user: string): readonly Pending[] {
  const kept = read(session, pendingKey(user))
  return kept ? (JSON.parse(kept) as Pending[]) : []
}
