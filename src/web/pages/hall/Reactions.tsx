import { UnstyledButton } from '@mantine/core'
import type { PostProps } from './PostLine.tsx'
import { nonce } from './store.ts'
import classes from './stream.module.css'
import { say } from './words.ts'

/** Who reacted how; a click adds one's own or takes it back. */
export function Reactions({ post, store, reader }: PostProps) {
  if (!post.reactions?.length) return null
  const me = reader.me?.user ?? ''
  const nameOf = (user: string) => reader.people.get(user)?.name ?? say('gone')
  return (
    <div className={classes.reactions}>
      {post.reactions.map(({ emoji, users }) => {
        const mine = users.includes(me)
        const react = { type: 'react', group: post.group, message: post.id, emoji, added: !mine } as const
        return (
          <UnstyledButton
            key={emoji}
            className={classes.reaction}
            aria-pressed={mine}
            aria-label={say('reacted', { emoji, n: users.length })}
            title={users.map(nameOf).join(', ')}
            onClick={() => store.do({ ...react, nonce: nonce() }).catch(() => undefined)}
          >
            {emoji} {users.length}
          </UnstyledButton>
        )
      })}
    </div>
  )
}
