/** The left side: groups with what is unread in them, the doors to elsewhere, and who one is. */
import { Button, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Icon } from '../icons.tsx'
import { Lantern } from '../Lantern.tsx'
import { problemText } from '../problems.ts'
import { Refusal, request } from '../request.ts'
import { upTo99 } from '../texts.ts'
import { groupPath } from './App.tsx'
import type { Side } from './Room.tsx'
import classes from './room.module.css'
import { type HallState, type HallStore, nonce } from './store.ts'
import { say } from './words.ts'

interface RoomsProps {
  readonly store: HallStore
  readonly state: HallState
  readonly show: (side: Side) => void
  readonly close?: () => void
}
export function Rooms({ store, state, show, close }: RoomsProps) {
  const go = (group: string) => {
    store.switchTo(group)
    close?.()
  }
  return (
    <nav className={classes.rooms} aria-label={say('groups')}>
      {!close && (
        <div className={classes.brand}>
          <Lantern size={24} />
          {say('bot')}
        </div>
      )}
      <ul>
        {state.rooms.map((room) => (
          <li key={room.id}>
            <UnstyledButton
              className={classes.roomLink}
              aria-current={room.id === state.group}
              onClick={() => go(room.id)}
            >
              <span className={classes.roomName}>{room.name}</span>
              {room.unread > 0 && room.id !== state.group && (
                <span className={classes.count}>{upTo99(room.unread)}</span>
              )}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <StaffDoors state={state} show={show} />
      <Myself store={store} state={state} />
    </nav>
  )
}

function StaffDoors({ state, show }: Pick<RoomsProps, 'state' | 'show'>) {
  if (!state.me || state.me.role === 'member') return null
  return (
    <div className={classes.doors}>
      {state.me.role === 'owner' && <NewGroup />}
      <UnstyledButton className={classes.door} onClick={() => show({ type: 'invites' })}>
        <Icon name="link" size={18} />
        {say('invite')}
      </UnstyledButton>
      <a className={classes.door} href="/office">
        <Icon name="eye" size={18} />
        {say('office')}
      </a>
    </div>
  )
}

function NewGroup() {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string>()
  const create = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const { group } = await request<{ group: string }>('/api/hall/groups', { body: { name } })
      location.assign(groupPath(group))
    } catch (error) {
      setFault(problemText(error instanceof Refusal ? error.code : 'failed'))
    }
  }
  if (!open)
    return (
      <UnstyledButton className={classes.door} onClick={() => setOpen(true)}>
        <Icon name="plus" size={18} />
        {say('newGroup')}
      </UnstyledButton>
    )
  return (
    <form className={classes.newRoom} onSubmit={create}>
      <TextInput
        label={say('newGroupName')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fault}
        required
        autoFocus
        maxLength={80}
      />
      <Button type="submit" size="sm">
        {say('create')}
      </Button>
    </form>
  )
}

function Myself({ store, state }: Pick<RoomsProps, 'store' | 'state'>) {
  const [sure, setSure] = useState(false)
  const { me, group } = state
  if (!me) return null
  const leave = () => {
    if (sure) store.do({ type: 'leave', nonce: nonce(), group }).catch(() => undefined)
    setSure(!sure)
  }
  const signOut = () => request('/api/hall/sign-out', { method: 'POST' }).finally(() => location.assign('/'))
  return (
    <div className={classes.me}>
      <div className={classes.meName}>
        <strong>{me.name}</strong>
        {me.role !== 'member' && <span className={classes.badge}>{say(me.role)}</span>}
      </div>
      {me.role !== 'owner' && (
        <UnstyledButton className={classes.door} onClick={leave} onBlur={() => setSure(false)}>
          <Icon name="door" size={18} />
          {say(sure ? 'leaveSure' : 'leave')}
        </UnstyledButton>
      )}
      {me.role !== 'member' && (
        <UnstyledButton className={classes.door} onClick={signOut}>
          <Icon name="close" size={18} />
          {say('signOut')}
        </UnstyledButton>
      )}
    </div>
  )
}
