/** Where one is in the office, kept in the browser's address: the page, and the state of its lists. */
import { useSyncExternalStore } from 'react'

export interface Address {
  /** "today", "queue" … the first part after /office/. */
  readonly page: string
  readonly params: URLSearchParams
}

const moved = 'office:moved'
const listen = (told: () => void) => {
  window.addEventListener('popstate', told)
  window.addEventListener(moved, told)
  return () => {
    window.removeEventListener('popstate', told)
    window.removeEventListener(moved, told)
  }
}
const current = () => location.pathname + location.search

/** Read again whenever it changes. */
export function useAddress(): Address {
  const url = useSyncExternalStore(listen, current)
  const { pathname, searchParams } = new URL(url, location.origin)
  return { page: pathname.split('/')[2] || 'today', params: searchParams }
}

export type Params = Readonly<Record<string, string | undefined>>
/** The address of a page. The community stays what it is. */
export function hrefOf(page: string, params: Params = {}): string {
  const next = new URLSearchParams()
  const community = new URLSearchParams(location.search).get('community')
  if (community) next.set('community', community)
  for (const [name, value] of Object.entries(params)) if (value) next.set(name, value)
  const query = next.toString()
  return `/office/${page}${query && `?${query}`}`
}

export function go(page: string, params: Params = {}) {
  history.pushState(null, '', hrefOf(page, params))
  window.dispatchEvent(new Event(moved))
  window.scrollTo(0, 0)
}

/** Changes some of the page's parameters in place; an empty one is taken out. */
export function alter(params: Params) {
  const next = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(params)) value ? next.set(name, value) : next.delete(name)
  const query = next.toString()
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}`)
  window.dispatchEvent(new Event(moved))
}
