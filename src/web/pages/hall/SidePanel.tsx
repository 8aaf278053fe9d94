/** What slides in beside the conversation. */
import '@mantine/core/styles/Paper.css'
import '@mantine/core/styles/Overlay.css'
import '@mantine/core/styles/ModalBase.css'
import '@mantine/core/styles/Drawer.css'
import { Drawer } from '@mantine/core'
import { useEffect, useState } from 'react'
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
  return (
    <Drawer
      opened={side !== undefined}
      onClose={close}
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
