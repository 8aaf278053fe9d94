/** The text being written, with what is offered above it. */
import { ActionIcon } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../icons.tsx'
import type { Filling } from './CommandForm.tsx'
import type { ComposerProps } from './Composer.tsx'
import classes from './composer.module.css'
import { type Draft, longest } from './composing.ts'
import { Offers } from './Offers.tsx'
import { type Offer, offers } from './suggest.ts'
import { say } from './words.ts'

interface WritingProps extends ComposerProps {
  readonly draft: Draft
  readonly send: () => void
  readonly take: (filling: Filling) => void
}
export function Writing({ state, group, aim, setAim, draft, send, take }: WritingProps) {
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
