import { ActionIcon } from '@mantine/core'
import { Icon } from '../icons.tsx'
import classes from './composer.module.css'
import { plain } from './plain.ts'
import type { Aim } from './Room.tsx'
import { say } from './words.ts'

/** Says what the next message answers or changes. */
export function AimBar({ aim, drop }: { readonly aim: Aim; readonly drop: () => void }) {
  if (!aim) return null
  const { type, post } = aim
  return (
    <div className={classes.aim}>
      <Icon name={type === 'edit' ? 'pencil' : 'reply'} size={18} />
      <span>
        <strong>{type === 'edit' ? say('editing') : say('replyTo', { name: post.name || say('bot') })}</strong>{' '}
        {plain(post.text).slice(0, 120)}
      </span>
      <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('cancel')} onClick={drop}>
        <Icon name="close" size={18} />
      </ActionIcon>
    </div>
  )
}
