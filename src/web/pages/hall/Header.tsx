import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import type { Room } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { upTo99 } from '../texts.ts'
import type { Side } from './Room.tsx'
import classes from './room.module.css'
import type { GroupState, HallState } from './store.ts'
import { say } from './words.ts'

interface HeaderProps {
  readonly state: HallState
  readonly room: Room | undefined
  readonly group: GroupState | undefined
  readonly show: (side: Side) => void
  /** Asks for the house rules; undefined where there are none. */
  readonly rules: (() => void) | undefined
}
export function Header({ state, room, group, show, rules }: HeaderProps) {
  const unread = state.rooms.reduce((sum, one) => sum + (one.id === state.group ? 0 : one.unread), 0)
  return (
    <header className={classes.header}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        className={classes.onlyNarrow}
        aria-label={say('menu')}
        onClick={() => show({ type: 'rooms' })}
      >
        <Icon name="menu" />
      </ActionIcon>
      {unread > 0 && <span className={`${classes.count} ${classes.onlyNarrow}`}>{upTo99(unread)}</span>}
      <div className={classes.heading}>
        <h1>{room?.name ?? ' '}</h1>
        <UnstyledButton className={classes.here} onClick={() => show({ type: 'people' })}>
          <span className={classes.dot} data-link={state.link} />
          {say('here', { n: group?.here.length ?? 0 })}
        </UnstyledButton>
      </div>
      {rules && (
        <Button variant="subtle" color="gray" onClick={rules} px="xs" h={40} aria-label={say('rules')}>
          <Icon name="flag" />
          <span className={classes.label}>{say('rules')}</span>
        </Button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={40}
        aria-label={say('people')}
        onClick={() => show({ type: 'people' })}
      >
        <Icon name="people" />
      </ActionIcon>
    </header>
  )
}
