/** What slides in beside the conversation. */
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import { Drawer } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Invites } from './Invites.tsx'
import { People } from './People.tsx'
import type { Side } from './Room.tsx'
import { Rooms } from './Rooms.tsx'
import classes from './room.module.css'
import type { HallState, HallStore } from './store.ts'
import { WhyPanel } from './Why.tsx'
import { say } from './words.ts'

interface SidePanelProps {
  readonly side: Side | undefined
  readonly close: () => void
  readonly store: HallStore
  readonly state: HallState
  readonly show: (side: Side) => void
}
export default function SidePanel({ side, close, store, state, show }: SidePanelProps) {
  const titles = { rooms: say('groups'), people: say('people'), invites: say('inviteTitle'), why: say('whyTitle') }
  const [shown, setShown] = useState(side)
  // What it shows stays while it slides out.
  useEffect(() => {
    if (side) setShown(side)
  }, [side])
  const group = state.groups[state.group]
  const opener = useOpener(side)
  return (
    <Drawer
      opened={side !== undefined}
      onClose={close}
      returnFocus={false}
      onExitTransitionEnd={() => (opener.current?.isConnected ? opener.current : conversation())?.focus()}
      position={shown?.type === 'rooms' ? 'left' : 'right'}
      size={shown?.type === 'rooms' ? 300 : 420}
      title={shown && <strong className={classes.panelTitle}>{titles[shown.type]}</strong>}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {shown?.type === 'rooms' && <Rooms store={store} state={state} show={show} close={close} />}
      {shown?.type === 'people' && group && <People people={group.people} here={group.here} me={state.me} />}
      {shown?.type === 'invites' && <Invites group={state.group} owner={state.me?.role === 'owner'} />}
      {shown?.type === 'why' && <WhyPanel post={shown.post} />}
    </Drawer>
  )
}

/**
 * What had the focus when the panel was asked for, to which it goes back. The component library looks for it when the
 * panel opens; by then, of one that was loaded first, it is too late.
 */
function useOpener(side: Side | undefined) {
  const opener = useRef<HTMLElement | null>(null)
  const open = useRef(false)
  if (side && !open.current)
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
  open.current = side !== undefined
  return opener
}
/** Where the opener has gone with its menu or its line. */
const conversation = () => document.querySelector<HTMLElement>('main section[tabindex]')
