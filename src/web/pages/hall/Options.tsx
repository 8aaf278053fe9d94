import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Choice, Post } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { problemText } from '../problems.ts'
import { Refusal } from '../request.ts'
import { CommandRefusal } from './connection.ts'
import { type HallStore, nonce } from './store.ts'
import classes from './stream.module.css'
import { say } from './words.ts'

interface OptionsProps {
  readonly post: Post
  readonly store: HallStore
  readonly mutable: boolean
}
/** The buttons of a question. What was pressed is marked here; what comes of it, the bot says. */
export function Options({ post, store, mutable }: OptionsProps) {
  const [busy, setBusy] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [fault, setFault] = useState<string>()
  const choose = async (option: string) => {
    setBusy(option)
    setFault(undefined)
    const { group, id: message, ask = '' } = post
    try {
      await store.do({ type: 'choose', nonce: nonce(), group, message, ask, option })
      setChosen(option)
    } catch (error) {
      setFault(explain(error))
    }
    setBusy(undefined)
  }
  return (
    <>
      <div className={classes.options}>
        {post.options?.map((option) => (
          <Button
            key={option.id}
            size="sm"
            {...looks[option.style ?? 'secondary']}
            loading={busy === option.id}
            disabled={!mutable || (busy !== undefined && busy !== option.id)}
            aria-pressed={chosen === option.id}
            leftSection={chosen === option.id && <Icon name="check" size={16} />}
            onClick={() => choose(option.id)}
          >
            {option.label}
            {chosen === option.id && <span className="unseen"> {say('chosen')}</span>}
          </Button>
        ))}
      </div>
      {fault && (
        <p className={classes.optionFault} role="alert">
          {fault}
        </p>
      )}
    </>
  )
}
const looks: Readonly<Record<NonNullable<Choice['style']>, { variant: string; className?: string | undefined }>> = {
  primary: { variant: 'filled' },
  secondary: { variant: 'default' },
  danger: { variant: 'default', className: classes.dangerOption },
}

export function explain(error: unknown): string {
  if (error instanceof CommandRefusal) return error.errors.map((one) => one.message).join(' ')
  return error instanceof Refusal ? problemText(error.code, error.detail) : problemText('failed')
}
