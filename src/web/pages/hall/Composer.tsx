/** Where one writes: messages, replies, edits; commands after a slash, people after an at sign. All by keyboard. */
import { useState } from 'react'
import type { Room } from '../../../../adapters/web/wire.ts'
import { CommandLines } from '../../../core/commandline.ts'
import { problemText } from '../problems.ts'
import { AimBar } from './AimBar.tsx'
import { CommandForm, type Filling } from './CommandForm.tsx'
import classes from './composer.module.css'
import { longest, useDraft, useMuted } from './composing.ts'
import { CommandRefusal } from './connection.ts'
import { explain } from './Options.tsx'
import type { Aim } from './Room.tsx'
import { type GroupState, type HallState, type HallStore, nonce } from './store.ts'
import { mentioned } from './suggest.ts'
import { Writing } from './Writing.tsx'

export interface ComposerProps {
  readonly store: HallStore
  readonly state: HallState
  readonly room: Room | undefined
  readonly group: GroupState | undefined
  readonly aim: Aim
  readonly setAim: (aim: Aim) => void
}

export function Composer(props: ComposerProps) {
  const { state, room, group, aim, setAim } = props
  const draft = useDraft(state.group, aim)
  const giving = useGiving(props)
  const until = useMuted(room)
  const take = (next: Filling) => {
    draft.set('')
    giving.take(next)
  }
  const send = () => {
    const text = draft.text.trim()
    if (!text || text.length > longest) return
    setAim(undefined)
    draft.set('')
    const typed = /^[/／]/u.test(text) && !aim ? new CommandLines(state.commands).parse(text) : undefined
    if (typed) giving.give({ ...typed, errors: [] })
    else giving.write(text)
  }
  return (
    <footer className={classes.composer}>
      <div className={classes.column}>
        {giving.fault && (
          <p className={classes.fault} role="alert">
            {giving.fault}
          </p>
        )}
        <AimBar aim={aim} drop={() => setAim(undefined)} />
        {giving.filling && (
          <CommandForm filling={giving.filling} people={group?.people ?? []} give={giving.give} close={giving.close} />
        )}
        {!giving.filling && until !== undefined && (
          <p className={classes.muted}>{problemText('muted', String(until))}</p>
        )}
        {!giving.filling && until === undefined && <Writing {...props} draft={draft} send={send} take={take} />}
      </div>
    </footer>
  )
}

/** Sends what was written, and gives commands: with their form where they have fields, and again where a field is wrong. */
function useGiving({ store, state, group, aim }: ComposerProps) {
  const [filling, setFilling] = useState<Filling>()
  const [fault, setFault] = useState<string>()
  const give = async (next: Filling) => {
    setFault(undefined)
    const { card, input } = next
    try {
      await store.do({ type: 'command', nonce: nonce(), group: state.group, name: card.name, input })
      setFilling(undefined)
    } catch (error) {
      const errors = error instanceof CommandRefusal ? error.errors : [{ code: 'failed', message: explain(error) }]
      if (card.fields.length > 0) setFilling({ ...next, errors })
      else setFault(errors.map((one) => one.message).join(' '))
    }
  }
  const take = (next: Filling) => (next.card.fields.length === 0 ? give(next) : setFilling(next))
  const write = (text: string) => {
    setFault(undefined)
    if (aim?.type === 'edit') {
      const edit = { type: 'edit', nonce: nonce(), group: state.group, message: aim.post.id, text } as const
      return store.do(edit).catch((error: unknown) => setFault(explain(error)))
    }
    const mentions = mentioned(text, group?.people ?? [])
    store.post(text, { ...(aim && { replyTo: aim.post.id }), ...(mentions.length > 0 && { mentions }) })
  }
  return { filling, fault, give, take, write, close: () => setFilling(undefined) }
}
