/** Where one writes: messages, replies, edits; commands after a slash, people after an at sign. All by keyboard. */
import { ActionIcon } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Room } from '../../../../adapters/web/wire.ts'
import { CommandLines } from '../../../core/commandline.ts'
import { Icon } from '../icons.tsx'
import { problemText } from '../problems.ts'
import { AimBar } from './AimBar.tsx'
import { CommandForm, type Filling } from './CommandForm.tsx'
import classes from './composer.module.css'
import { CommandRefusal } from './connection.ts'
import { keepDraft, keptDraft } from './kept.ts'
import { Offers } from './Offers.tsx'
import { explain } from './Options.tsx'
import type { Aim } from './Room.tsx'
import { type GroupState, type HallState, type HallStore, nonce } from './store.ts'
import { mentioned, type Offer, offers } from './suggest.ts'
import { say } from './words.ts'

export interface ComposerProps {
  readonly store: HallStore
  readonly state: HallState
  readonly room: Room | undefined
  readonly group: GroupState | undefined
  readonly aim: Aim
  readonly setAim: (aim: Aim) => void
}
const longest = 4000
const soon = 200

export function Composer(props: ComposerProps) {
  const { store, state, room, group, aim, setAim } = props
  const [filling, setFilling] = useState<Filling>()
  const [fault, setFault] = useState<string>()
  const draft = useDraft(state.group, aim)
  const until = useMuted(room)
  const give = async (next: Filling) => {
    setFault(undefined)
    try {
      const { card, input } = next
      await store.do({ type: 'command', nonce: nonce(), group: state.group, name: card.name, input })
      setFilling(undefined)
    } catch (error) {
      const errors = error instanceof CommandRefusal ? error.errors : [{ code: 'failed', message: explain(error) }]
      if (next.card.fields.length > 0) setFilling({ ...next, errors })
      else setFault(errors.map((one) => one.message).join(' '))
    }
  }
  const take = (next: Filling) => {
    draft.set('')
    if (next.card.fields.length === 0) return give(next)
    setFilling(next)
  }
  const send = () => {
    const text = draft.text.trim()
    if (!text || text.length > longest) return
    const typed = /^[/／]/u.test(text) && !aim ? new CommandLines(state.commands).parse(text) : undefined
    setAim(undefined)
    draft.set('')
    if (typed) return give({ ...typed, errors: [] })
    if (aim?.type === 'edit') {
      const edit = { type: 'edit', nonce: nonce(), group: state.group, message: aim.post.id, text } as const
      return store.do(edit).catch((error: unknown) => setFault(explain(error)))
    }
    const mentions = mentioned(text, group?.people ?? [])
    store.post(text, { ...(aim && { replyTo: aim.post.id }), ...(mentions.length > 0 && { mentions }) })
  }
  return (
    <footer className={classes.composer}>
      <div className={classes.column}>
        {fault && (
          <p className={classes.fault} role="alert">
            {fault}
          </p>
        )}
        <AimBar aim={aim} drop={() => setAim(undefined)} />
        {filling ? (
          <CommandForm filling={filling} people={group?.people ?? []} give={give} close={() => setFilling(undefined)} />
        ) : until ? (
          <p className={classes.muted}>{problemText('muted', String(until))}</p>
        ) : (
          <Writing {...props} draft={draft} send={send} take={take} />
        )}
      </div>
    </footer>
  )
}

interface Draft {
  readonly text: string
  set(text: string): void
}
/** Kept over a reload; an edit begins with the message as it is and leaves the draft alone. */
function useDraft(group: string, aim: Aim): Draft {
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
function useMuted(room: Room | undefined): number | undefined {
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

interface WritingProps extends ComposerProps {
  readonly draft: Draft
  readonly send: () => void
  readonly take: (filling: Filling) => void
}
function Writing({ state, group, aim, setAim, draft, send, take }: WritingProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [at, setAt] = useState(0)
  const [shut, setShut] = useState(false)
  const found = shut ? [] : offers(draft.text, caret, state.commands, group?.people ?? [])
  const chosen = Math.min(at, found.length - 1)
  useEffect(() => {
    if (aim) field.current?.focus()
  }, [aim])
  const accept = (offer: Offer) => {
    setAt(0)
    if (offer.type === 'command') return take({ card: offer.card, input: {}, errors: [] })
    const name = `${offer.person.name} `
    draft.set(draft.text.slice(0, offer.from) + name + draft.text.slice(caret))
    setCaret(offer.from + name.length)
    field.current?.focus()
  }
  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return // an input method is choosing characters: its keys are not ours
    const handled =
      found.length > 0 ? offerKey(event, { found, chosen, setAt, accept, shut: () => setShut(true) }) : false
    if (handled || plainKey(event, { send, drop: () => setAim(undefined), editLast, empty: draft.text === '' }))
      event.preventDefault()
  }
  const editLast = () => {
    const mine = group?.posts.findLast((post) => post.kind === 'post' && post.user === state.me?.user && !post.deleted)
    if (mine) setAim({ type: 'edit', post: mine })
  }
  const long = draft.text.length > longest
  return (
    <div className={classes.writing}>
      <Offers offers={found} chosen={chosen} accept={accept} />
      <div className={classes.row}>
        <textarea
          ref={field}
          className={classes.field}
          rows={1}
          value={draft.text}
          placeholder={say('write')}
          aria-label={say('write')}
          aria-describedby="composer-hint"
          aria-autocomplete="list"
          aria-controls={found.length > 0 ? 'offers' : undefined}
          aria-activedescendant={found[chosen]?.id}
          aria-invalid={long}
          onChange={(event) => {
            draft.set(event.currentTarget.value)
            setCaret(event.currentTarget.selectionStart)
            setShut(false)
            setAt(0)
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={keys}
        />
        <ActionIcon
          size={40}
          aria-label={say(aim?.type === 'edit' ? 'save' : 'send')}
          onClick={send}
          disabled={!draft.text.trim() || long}
        >
          <Icon name={aim?.type === 'edit' ? 'check' : 'send'} />
        </ActionIcon>
      </div>
      <p id="composer-hint" className={long ? classes.fault : classes.hint}>
        {long ? say('tooLong', { n: draft.text.length }) : say('writeHint')}
      </p>
    </div>
  )
}

interface OfferKeys {
  readonly found: readonly Offer[]
  readonly chosen: number
  readonly setAt: (at: number) => void
  readonly accept: (offer: Offer) => void
  readonly shut: () => void
}
function offerKey({ key }: { readonly key: string }, { found, chosen, setAt, accept, shut }: OfferKeys): boolean {
  const offer = found[chosen]
  if (key === 'ArrowDown') setAt((chosen + 1) % found.length)
  else if (key === 'ArrowUp') setAt((chosen - 1 + found.length) % found.length)
  else if ((key === 'Enter' || key === 'Tab') && offer) accept(offer)
  else if (key === 'Escape') shut()
  else return false
  return true
}

interface PlainKeys {
  readonly send: () => void
  readonly drop: () => void
  readonly editLast: () => void
  readonly empty: boolean
}
/** Where one types with the thumbs, Enter makes a line and the button sends. */
const thumbs = () => matchMedia('(pointer: coarse)').matches
function plainKey(event: KeyboardEvent, { send, drop, editLast, empty }: PlainKeys): boolean {
  if (event.key === 'Enter' && !event.shiftKey && !thumbs()) send()
  else if (event.key === 'Escape') drop()
  else if (event.key === 'ArrowUp' && empty) editLast()
  else return false
  return true
}
