/** The conversation: kept at its end while one reads there, kept still while older pages come in above. */
import { Button } from '@mantine/core'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Post, Room as RoomInfo } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { Markdown } from '../Markdown.tsx'
import { dayName, exactTime } from '../texts.ts'
import { PendingLine } from './PendingLine.tsx'
import { PostLine } from './PostLine.tsx'
import type { Aim, Side } from './Room.tsx'
import type { GroupState, HallState, HallStore } from './store.ts'
import classes from './stream.module.css'
import { type Line, lines } from './timeline.ts'
import { say } from './words.ts'

interface StreamProps {
  readonly store: HallStore
  readonly state: HallState
  readonly room: RoomInfo | undefined
  readonly group: GroupState | undefined
  readonly show: (side: Side) => void
  readonly aim: (aim: Aim) => void
}
export function Stream({ store, state, room, group, show, aim }: StreamProps) {
  const box = useRef<HTMLElement>(null)
  const { atEnd, toEnd } = useEnd(box, state)
  useReading(store, state, atEnd)
  const pending = state.pending.filter((one) => one.group === state.group)
  const list = group ? lines(group.posts, group.readSeq, state.me?.user ?? '') : []
  return (
    <div className={classes.frame}>
      <section
        className={classes.box}
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        tabIndex={0}
        aria-label={room?.name ?? say('hall')}
        data-ready={group !== undefined}
      >
        <div className={classes.column}>
          {!group && <Awaited />}
          {group && <Beginning store={store} group={group} id={state.group} name={room?.name ?? ''} box={box} />}
          <ol className={classes.list}>
            {list.map((line) => (
              <StreamLine key={line.key} line={line} store={store} state={state} show={show} aim={aim} />
            ))}
            {pending.map((one) => (
              <PendingLine key={one.nonce} pending={one} store={store} />
            ))}
          </ol>
        </div>
      </section>
      {!atEnd && group && (
        <Button
          className={classes.jump}
          size="xs"
          radius="xl"
          leftSection={<Icon name="down" size={16} />}
          onClick={toEnd}
        >
          {room && room.unread > 0 ? say('jumpNew', { n: room.unread }) : say('jump')}
        </Button>
      )}
    </div>
  )
}

interface StreamLineProps extends Pick<StreamProps, 'store' | 'state' | 'show' | 'aim'> {
  readonly line: Line
}
function StreamLine({ line, ...rest }: StreamLineProps) {
  if (line.type === 'post') return <PostLine post={line.post} first={line.first} {...rest} />
  return (
    <li
      className={line.type === 'day' ? classes.day : classes.unread}
      id={line.type === 'unread' ? 'unread' : undefined}
    >
      <span>{line.type === 'day' ? dayName(line.at) : say('unread')}</span>
    </li>
  )
}

/** What stands above the first message shown: the way to older ones, or the group's beginning. */
interface BeginningProps {
  readonly store: HallStore
  readonly group: GroupState
  readonly id: string
  readonly name: string
  readonly box: RefObject<HTMLElement | null>
}
function Beginning({ store, group, id, name, box }: BeginningProps) {
  const [busy, setBusy] = useState(false)
  const before = useRef(0)
  const first = group.posts[0]?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another post is first, older ones came in above
  useLayoutEffect(() => {
    if (box.current && before.current > 0) box.current.scrollTop += box.current.scrollHeight - before.current
    before.current = 0
  }, [first, box])
  const load = async () => {
    setBusy(true)
    before.current = box.current?.scrollHeight ?? 0
    await store.older(id).catch(() => undefined)
    setBusy(false)
  }
  if (group.more)
    return (
      <Button variant="subtle" color="gray" size="sm" loading={busy} onClick={load} className={classes.older}>
        {say('older')}
      </Button>
    )
  const silent = !group.posts.some((post) => post.kind === 'post' || post.kind === 'say')
  return (
    <div className={classes.start}>
      <strong>{say('start', { name })}</strong>
      {silent && <p>{say('emptyText')}</p>}
    </div>
  )
}

/** The shape of what comes. */
const Awaited = () => (
  <div aria-busy="true" className={classes.awaited}>
    {[60, 82, 45, 70, 54].map((width) => (
      <div key={width}>
        <span />
        <i style={{ width: `${width}%` }} />
      </div>
    ))}
  </div>
)

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
/** Markdown without its marks, for one line. */
export const plain = (markdown: string) =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[>*+-]|\d+\.)\s+/gm, '')
    .replace(/[*_`~]{1,3}/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const near = 80
/** Follows the end while the reader is there; opens at the unread line where there is one. */
function useEnd(box: RefObject<HTMLElement | null>, state: HallState) {
  const [atEnd, setAtEnd] = useState(true)
  const follows = useRef(true)
  const toEnd = useCallback(() => {
    follows.current = true
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [box])
  useEffect(() => {
    const element = box.current
    if (!element) return
    let top = element.scrollTop
    // Only going up ends following: what grows below is caught up with, even when it is told of late.
    const look = () => {
      const close = element.scrollHeight - element.scrollTop - element.clientHeight < near
      if (close) follows.current = true
      else if (element.scrollTop < top - 1) follows.current = false
      top = element.scrollTop
      setAtEnd(close || follows.current)
    }
    const grow = new ResizeObserver(() => (follows.current ? toEnd() : look()))
    element.addEventListener('scroll', look, { passive: true })
    grow.observe(element)
    if (element.firstElementChild) grow.observe(element.firstElementChild)
    return () => {
      element.removeEventListener('scroll', look)
      grow.disconnect()
    }
  }, [box, toEnd])
  const mine = state.pending.length
  // Who writes something wants to see it.
  useLayoutEffect(() => {
    if (mine > 0) toEnd()
  }, [mine, toEnd])
  const opened = state.groups[state.group] !== undefined
  useLayoutEffect(() => {
    if (!opened) return
    const line = box.current?.querySelector('#unread')
    if (!line || !state.group) return toEnd()
    follows.current = false
    line.scrollIntoView({ block: 'center' })
  }, [opened, state.group, box, toEnd])
  return { atEnd, toEnd }
}

/** Everything is read while its end is in sight. */
function useReading(store: HallStore, state: HallState, atEnd: boolean) {
  const posts = state.groups[state.group]?.posts
  useEffect(() => {
    const read = () => {
      if (!posts || !atEnd) return
      if (document.visibilityState === 'visible') store.read(state.group)
      else store.away(state.group)
    }
    const timer = setTimeout(read, 600)
    document.addEventListener('visibilitychange', read)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [store, state.group, posts, atEnd])
}
