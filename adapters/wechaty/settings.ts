/** What all rulebooks together say of WeChat: there is one account for all of them. */
import type { Door, Limits } from '../../src/core/adapter.ts'
import { config, type PersonConfig, type RoomConfig, type WechatConfig } from './config.ts'

export interface ListedRoom extends RoomConfig {
  /** "wechat:reading" */
  readonly ref: string
}
export interface Settings {
  readonly rooms: readonly ListedRoom[]
  readonly people: Readonly<Record<string, PersonConfig>>
  /** Refs that two rulebooks claim. */
  readonly double: readonly string[]
  /** Of the first rulebook that differs from the defaults; pacing is the slowest of all. */
  readonly rest: Omit<WechatConfig, 'rooms' | 'people'>
}

export function settingsOf(door: Pick<Door, 'rules'>): Settings {
  const sections = door.rules().map(({ section }) => config.parse(section ?? {}))
  const rooms = new Map<string, ListedRoom>()
  const double: string[] = []
  for (const section of sections)
    for (const [key, room] of Object.entries(section.rooms)) {
      const ref = `wechat:${key}`
      if (rooms.has(ref)) double.push(ref)
      else rooms.set(ref, { ...room, ref })
    }
  const own = sections.find(({ rooms: its }) => Object.keys(its).length > 0) ?? sections[0] ?? config.parse({})
  const people = Object.assign({}, ...sections.map((section) => section.people))
  return { rooms: [...rooms.values()], people, double, rest: { ...own, pacing: slowest(sections, own) } }
}
function slowest(sections: readonly WechatConfig[], own: WechatConfig): WechatConfig['pacing'] {
  const all = sections.length > 0 ? sections.map(({ pacing }) => pacing) : [own.pacing]
  const most = (key: keyof WechatConfig['pacing']) => Math.max(...all.map((pacing) => pacing[key]))
  const least = (key: keyof WechatConfig['pacing']) => Math.min(...all.map((pacing) => pacing[key]))
  return {
    roomGapSeconds: most('roomGapSeconds'),
    jitter: most('jitter'),
    perMinute: least('perMinute'),
    perDay: least('perDay'),
    postGapSeconds: most('postGapSeconds'),
    kicksPerHour: least('kicksPerHour'),
    restHours: most('restHours'),
  }
}

const hourMs = 3_600_000
/** The longest text that is sent as one message; the adapter itself splits what is longer. */
export const longestText = 2000
export const limitsOf = ({ rest: { pacing, friends } }: Settings): Limits => ({
  text: 10 * longestText,
  sendsPerMinute: pacing.perMinute,
  sendsPerDay: pacing.perDay,
  groupGapMs: pacing.roomGapSeconds * 1000,
  postGapMs: pacing.postGapSeconds * 1000,
  jitter: pacing.jitter,
  caps: [
    { action: 'admit', count: friends.perDay, perMs: 24 * hourMs },
    { action: 'kick', count: pacing.kicksPerHour, perMs: hourMs },
  ],
})
