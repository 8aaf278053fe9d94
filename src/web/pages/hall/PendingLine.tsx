import { Button } from '@mantine/core'
import { problemText } from '../problems.ts'
import type { HallStore } from './store.ts'
import classes from './stream.module.css'
import type { Pending } from './timeline.ts'
import { say } from './words.ts'

/** What was written here and is not there yet. */
export function PendingLine({ pending, store }: { readonly pending: Pending; readonly store: HallStore }) {
  const { fault } = pending
  return (
    <li className={classes.pending} data-fault={fault !== undefined}>
      <div className={classes.text}>{pending.text}</div>
      {fault ? (
        <div className={classes.fault} role="alert">
          <span>
            {say('failed')} · {problemText(fault.code, fault.detail)}
          </span>
          <Button size="compact-sm" variant="light" onClick={() => store.retry(pending)}>
            {say('retry')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => store.discard(pending)}>
            {say('discard')}
          </Button>
        </div>
      ) : (
        <small>{say('sending')}</small>
      )}
    </li>
  )
}
