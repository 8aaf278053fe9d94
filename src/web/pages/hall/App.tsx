/** Which page of the hall the address asks for. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Me } from '../../../../adapters/web/wire.ts'
import { request } from '../request.ts'
import { Enter, Home, Join } from './Gate.tsx'
import { Room } from './Room.tsx'
import { HallStore } from './store.ts'
import { say } from './words.ts'

export const groupPath = (group: string) => `/g/${encodeURIComponent(group.replace(/^web:/, ''))}`
const groupIn = (path: string) => (path.startsWith('/g/') ? `web:${decodeURIComponent(path.slice(3))}` : '')

export function App() {
  const path = location.pathname
  if (path === '/enter') return <Enter secret={location.hash.slice(1)} />
  if (path.startsWith('/join/')) return <Join token={path.slice(6)} />
  return <Inside first={groupIn(path)} />
}

function Inside({ first }: { readonly first: string }) {
  const signedIn = useSignedIn()
  if (signedIn === undefined) return null
  return signedIn ? <Connected first={first} /> : <Home out={undefined} />
}
/** Undefined until it is known. A server that cannot be reached is the connection's to tell of. */
function useSignedIn(): boolean | undefined {
  const [signedIn, setSignedIn] = useState<boolean>()
  useEffect(() => {
    request<{ readonly me: Me | null }>('/api/hall/me').then(
      ({ me }) => setSignedIn(me !== null),
      () => setSignedIn(true),
    )
  }, [])
  return signedIn
}

function Connected({ first }: { readonly first: string }) {
  const store = useStore(first)
  return store ? <Opened store={store} /> : null
}
/** One store for as long as the page is open; closed and made anew when development mounts twice. */
function useStore(first: string): HallStore | undefined {
  const [store, setStore] = useState<HallStore>()
  useEffect(() => {
    const made = new HallStore(first)
    setStore(made)
    return () => made.close()
  }, [first])
  return store
}

function Opened({ store }: { readonly store: HallStore }) {
  const state = useSyncExternalStore(store.subscribe, store.state)
  const { group, rooms } = state
  useEffect(() => {
    if (group && location.pathname !== groupPath(group)) history.replaceState(null, '', groupPath(group))
    document.title = `${rooms.find((room) => room.id === group)?.name ?? say('hall')} · ${say('bot')}`
  }, [group, rooms])
  if (state.signedOut || (state.me && rooms.length === 0)) return <Home out={state.out} />
  return <Room store={store} state={state} />
}
