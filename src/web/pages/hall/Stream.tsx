/** The conversation: kept at its end while one reads there, kept still while older pages come in above. */
import { Button } from '@mantine/core'
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Room as RoomInfo } from '../../../../adapters/web/wire.ts'
import { Icon } from '../icons.tsx'
import { dayName, upTo99 } from '../texts.ts'
import { useEnd, useReading } from './following.ts'
import { PendingLine } from './PendingLine.tsx'
import { PostLine, type Reader } from './PostLine.tsx'
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
  const { posts = none, readSeq = 0, people = none } = group ?? {}
  const { me } = state
  const list = useMemo(() => lines(posts, readSeq, me?.user ?? ''), [posts, readSeq, me])
  const online = state.link === 'open'
  const reader = useMemo(
    () => ({ me, online, people: new Map(people.map((person) => [person.user, person])) }),
    [me, online, people],
  )
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
              <StreamLine key={line.key} line={line} store={store} reader={reader} show={show} aim={aim} />
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
          {room && room.unread > 0 ? say('jumpNew', { n: upTo99(room.unread) }) : say('jump')}
        </Button>
      )}
    </div>
  )
}

const none: readonly never[] = []

interface StreamLineProps extends Pick<StreamProps, 'store' | 'show' | 'aim'> {
  readonly line: Line
  readonly reader: Reader
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
