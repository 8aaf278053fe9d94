/** One group: header, what is pinned, the conversation, the composer, and what slides in beside them. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Post } from '../../../../adapters/web/wire.ts'
import { exactTime } from '../texts.ts'
import { Composer } from './Composer.tsx'
import { Header } from './Header.tsx'
import { Pinned } from './Pinned.tsx'
import { Rooms } from './Rooms.tsx'
import classes from './room.module.css'
import { Stream } from './Stream.tsx'
import { type HallState, type HallStore, nonce } from './store.ts'
import { isBot } from './timeline.ts'
import { say } from './words.ts'

/** Not needed to read and write, so loaded when it is asked for. */
const SidePanel = lazy(() => import('./SidePanel.tsx'))

export type Side = { readonly type: 'rooms' | 'people' | 'invites' } | { readonly type: 'why'; readonly post: Post }
/** What the composer is about, besides a new message. */
export type Aim = { readonly type: 'reply' | 'edit'; readonly post: Post } | undefined

export function Room({ store, state }: { readonly store: HallStore; readonly state: HallState }) {
  const [side, setSide] = useState<Side>()
  const [aim, setAim] = useState<Aim>()
  const asked = useRef(false)
  asked.current ||= side !== undefined
  const room = state.rooms.find((one) => one.id === state.group)
  const group = state.groups[state.group]
  const rules = state.commands.find((card) => card.name === 'rules')
  const runRules = () =>
    store.do({ type: 'command', nonce: nonce(), group: state.group, name: 'rules', input: {} }).catch(() => undefined)
  const here = { store, state, room, group }
  return (
    <div className={classes.hall}>
      <aside className={classes.side} aria-label={say('groups')}>
        <Rooms store={store} state={state} show={setSide} />
      </aside>
      <main className={classes.room}>
        <Header {...here} show={setSide} rules={rules ? runRules : undefined} />
        <LinkBar link={state.link} known={state.me !== undefined} />
        {group && <Pinned posts={group.pinned} />}
        <Stream {...here} show={setSide} aim={setAim} />
        {/* Not before it is known where one is: what is typed belongs to a group. */}
        {state.me && <Composer key={state.group} {...here} aim={aim} setAim={setAim} />}
      </main>
      <Heard state={state} />
      <Suspense fallback={null}>
        {asked.current && (
          <SidePanel side={side} close={() => setSide(undefined)} store={store} state={state} show={setSide} />
        )}
      </Suspense>
    </div>
  )
}

/** The state of the line, once it is worth a word. */
function LinkBar({ link, known }: { readonly link: HallState['link']; readonly known: boolean }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (link === 'open') return setLate(false)
    const timer = setTimeout(() => setLate(true), 800)
    return () => clearTimeout(timer)
  }, [link])
  return <div role="status">{late && <p className={classes.link}>{say(known ? 'linkLost' : 'linkConnecting')}</p>}</div>
}

/** Says new posts aloud, politely. */
function Heard({ state }: { readonly state: HallState }) {
  const post = state.heard
  return (
    <p className="unseen" aria-live="polite" title={post && exactTime(post.at)}>
      {post && say('said', { name: isBot(post) ? say('bot') : post.name, text: post.text.slice(0, 300) })}
    </p>
  )
}
