/** What is pinned, newest first to be seen: one line until it is opened. */
import { useState } from 'react'
import type { Post } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { Markdown } from '../Markdown.tsx'
import { exactTime } from '../texts.ts'
import { plain } from './plain.ts'
import classes from './stream.module.css'
import { say } from './words.ts'

export function Pinned({ posts }: { readonly posts: readonly Post[] }) {
  const [open, setOpen] = useState(false)
  const [latest] = posts
  if (!latest) return null
  return (
    <details className={classes.pinned} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary title={exactTime(latest.pinnedAt ?? latest.at)}>
        <Icon name="pin" size={16} />
        <strong>{say('pinned')}</strong>
        {!open && <span>{plain(latest.text)}</span>}
      </summary>
      <div className={classes.pinnedText}>
        <Markdown text={latest.text} />
      </div>
    </details>
  )
}
