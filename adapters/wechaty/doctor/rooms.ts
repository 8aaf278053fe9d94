/** wechat.yaml held against community.yaml: both have to name the same rooms and the same staff. */
import type { Finding } from '../../../src/core/finding.ts'
import { nearest } from '../../../src/text/nearest.ts'
import { config, type WechatConfig } from '../config.ts'
import { well, wrong } from './finding.ts'

/** One rulebook, as far as WeChat is concerned. */
export interface Book {
  /** `wechat.yaml`, checked or as it is. */
  readonly section: unknown
  /** Groups that community.yaml lists one by one: "wechat:reading". */
  readonly listed: readonly string[]
  /** Accounts of WeChat that it gives a role. */
  readonly staff: readonly string[]
  /** Whether it lists a group, one by one or by a pattern. */
  serves(ref: string): boolean
}
const refOf = (key: string) => `wechat:${key}`
const keyOf = (ref: string) => ref.slice(refOf('').length)

export function ofBooks(books: readonly Book[]): readonly Finding[] {
  const read = books.map((book) => ({ book, wechat: sectionOf(book.section) }))
  const keys = read.flatMap(({ wechat }) => Object.keys(wechat.rooms))
  const listed = books.flatMap((book) => book.listed)
  const serves = (ref: string) => books.some((book) => book.serves(ref))
  const serveAll = read.some(({ wechat }) => wechat.unlisted === 'serve')
  const found = [
    ...(keys.length === 0 && !serveAll ? [wrong('bad', 'rooms.none')] : []),
    ...keys.filter((key) => !serves(refOf(key))).map((key) => unserved(key, listed.map(keyOf))),
    ...listed.filter((ref) => !keys.includes(keyOf(ref)) && !isMinted(ref)).map((ref) => roomless(ref, keys)),
    ...twice(keys).map((key) => wrong('warn', 'double', { ref: refOf(key) })),
    ...read.flatMap(({ book, wechat }) => faceless(book, wechat)),
  ]
  const count = new Set(keys).size
  return found.length > 0 || count === 0 ? found : [well('rooms.ok', { count })]
}
/** One that is not whole is the rulebook's finding; here its defaults do. */
const sectionOf = (raw: unknown): WechatConfig => config.safeParse(raw ?? {}).data ?? config.parse({})

function unserved(key: string, others: readonly string[]): Finding {
  const meant = nearest(key, others)
  return meant
    ? wrong('warn', 'room.unserved', { name: key, nearest: meant }, 'meant')
    : wrong('warn', 'room.unserved', { name: key, ref: refOf(key) })
}
function roomless(ref: string, keys: readonly string[]): Finding {
  const name = keyOf(ref)
  const meant = nearest(name, keys)
  return meant
    ? wrong('warn', 'group.roomless', { ref, name, nearest: meant }, 'meant')
    : wrong('warn', 'group.roomless', { ref, name })
}
function faceless({ staff }: Book, { people }: WechatConfig): Finding[] {
  return staff
    .filter((ref) => ref.startsWith(refOf('')) && !(keyOf(ref) in people) && !isMinted(ref))
    .map((ref) => {
      const name = keyOf(ref)
      const meant = nearest(name, Object.keys(people))
      return meant
        ? wrong('bad', 'staff.faceless', { ref, name, nearest: meant }, 'meant')
        : wrong('bad', 'staff.faceless', { ref, name })
    })
}
/** As the office shows people and unlisted rooms: they need no entry. */
const isMinted = (ref: string) => /^wechat:[pr][0-9a-f]{14}$/u.test(ref)
const twice = (keys: readonly string[]) => [...new Set(keys.filter((key, n) => keys.indexOf(key) !== n))]
