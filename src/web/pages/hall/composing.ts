/** What the composer remembers and is bound by: the draft, and a mute that ends. */
import { useEffect, useState } from 'react'
import type { Room } from '../../../../adapters/web/wire.ts'
import { keepDraft, keptDraft } from './kept.ts'
import type { Aim } from './Room.tsx'

/** UTF-16 units, as the server counts; see `longestPost` of the adapter. */
export const longest = 4000
const soon = 200

export interface Draft {
  readonly text: string
  set(text: string): void
}
/** Kept over a reload; an edit begins with the message as it is and leaves the draft alone. */
export function useDraft(group: string, aim: Aim): Draft {
  const [text, setText] = useState(() => keptDraft(group))
  const editing = aim?.type === 'edit' ? aim.post : undefined
  useEffect(() => {
    setText(editing ? editing.text : keptDraft(group))
  }, [editing, group])
  useEffect(() => {
    if (editing) return
    const timer = setTimeout(() => keepDraft(group, text), soon)
    return () => clearTimeout(timer)
  }, [text, group, editing])
  const set = (next: string) => {
    setText(next)
    if (!next) keepDraft(group, '')
  }
  return { text, set }
}

/** Until when the reader is muted, as long as that is so. Epoch milliseconds. */
export function useMuted(room: Room | undefined): number | undefined {
  const [, look] = useState(0)
  const until = room?.mutedUntil ?? 0
  useEffect(() => {
    const left = until - Date.now()
    if (left <= 0) return
    const timer = setTimeout(() => look((count) => count + 1), Math.min(left + soon, 2 ** 31 - 1))
    return () => clearTimeout(timer)
  }, [until])
  return until > Date.now() ? until : undefined
}
