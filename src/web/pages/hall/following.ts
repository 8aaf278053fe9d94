/** Where the reader is in the conversation: at its end, or looking back. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { HallState, HallStore } from './store.ts'

/** Pixels from the end that still count as being there. */
const near = 80
/** Follows the end while the reader is there; opens at the unread line where there is one. */
export function useEnd(box: RefObject<HTMLElement | null>, state: HallState) {
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
export function useReading(store: HallStore, state: HallState, atEnd: boolean) {
  const posts = state.groups[state.group]?.posts
  useEffect(() => {
    if (atEnd) store.trim(state.group)
  })
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
