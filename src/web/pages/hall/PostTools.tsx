/** What can be done with a message: shown on pointing at it or moving the focus there; always there where one touches. */
import { ActionIcon, Menu, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { Post } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import type { PostProps } from './PostLine.tsx'
import type { Side } from './Room.tsx'
import { nonce } from './store.ts'
import classes from './stream.module.css'
import { isBot } from './timeline.ts'
import { say } from './words.ts'

const quick = ['👍', '❤️', '😂', '🎉', '🙏', '👀']

export function PostTools(props: PostProps) {
  const { post, reader, show, aim } = props
  const staff = reader.me !== undefined && reader.me.role !== 'member'
  const [open, setOpen] = useState(false)
  return (
    <div className={classes.tools} data-open={open}>
      {!post.onlyYou && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={say('reply')}
          onClick={() => aim({ type: 'reply', post })}
        >
          <Icon name="reply" size={18} />
        </ActionIcon>
      )}
      {staff && <WhyButton post={post} show={show} />}
      <Menu opened={open} onChange={setOpen} position="bottom-end" width={220} withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={say('more')}>
            <Icon name="more" size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!post.onlyYou && <QuickReactions {...props} close={() => setOpen(false)} />}
          <MenuItems {...props} />
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function QuickReactions({ post, store, close }: PostProps & { readonly close: () => void }) {
  const react = (emoji: string) => {
    const said = { type: 'react', nonce: nonce(), group: post.group, message: post.id, emoji, added: true } as const
    store.do(said).catch(() => undefined)
    close()
  }
  return (
    <div className={classes.quick}>
      {quick.map((emoji) => (
        <UnstyledButton key={emoji} aria-label={say('reactWith', { emoji })} onClick={() => react(emoji)}>
          {emoji}
        </UnstyledButton>
      ))}
    </div>
  )
}

function MenuItems({ post, store, reader, show, aim }: PostProps) {
  const [sure, setSure] = useState(false)
  const mine = post.kind === 'post' && post.user === reader.me?.user
  const mayRemove = mine || (reader.me?.role !== 'member' && !isBot(post))
  const remove = () => {
    if (!sure) return setSure(true)
    store.do({ type: 'remove', nonce: nonce(), group: post.group, message: post.id }).catch(() => undefined)
  }
  return (
    <>
      {!post.onlyYou && (
        <Menu.Item leftSection={<Icon name="reply" size={18} />} onClick={() => aim({ type: 'reply', post })}>
          {say('reply')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon name="copy" size={18} />} onClick={() => navigator.clipboard?.writeText(post.text)}>
        {say('copy')}
      </Menu.Item>
      {reader.me?.role !== 'member' && (
        <Menu.Item leftSection={<Icon name="why" size={18} />} onClick={() => show({ type: 'why', post })}>
          {say('why')}
        </Menu.Item>
      )}
      {mine && (
        <Menu.Item leftSection={<Icon name="pencil" size={18} />} onClick={() => aim({ type: 'edit', post })}>
          {say('edit')}
        </Menu.Item>
      )}
      {mayRemove && (
        <Menu.Item
          leftSection={<Icon name="trash" size={18} />}
          className={classes.danger}
          closeMenuOnClick={sure}
          onClick={remove}
        >
          {say(sure ? 'removeSure' : 'remove')}
        </Menu.Item>
      )}
    </>
  )
}

/** Staff only: what was decided about this message. */
export function WhyButton({ post, show }: { readonly post: Post; readonly show: (side: Side) => void }) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      className={classes.whyButton}
      aria-label={say('why')}
      title={say('why')}
      onClick={() => show({ type: 'why', post })}
    >
      <Icon name="why" size={18} />
    </ActionIcon>
  )
}
