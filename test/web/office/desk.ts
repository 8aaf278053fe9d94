/** A desk made of lists: what the API is shown to read, and the commands it is seen to give. */
import type { Health, Receipt } from '../../../src/core/adapter.ts'
import type { Desk, LogEntry, Notice, Planned } from '../../../src/core/desk.ts'
import type { Event } from '../../../src/core/event.ts'
import type { Panel } from '../../../src/core/feature.ts'
import type { Group, Member } from '../../../src/core/people.ts'

export const noon = Date.UTC(2026, 2, 10, 4)
export const reading: Group = {
  id: 'g1',
  community: 'books',
  ref: 'web:reading',
  platform: 'web',
  name: '读书会',
  languages: ['zh', 'en'],
  timezone: 'Asia/Shanghai',
  observe: false,
}
const elsewhere: Group = { ...reading, id: 'g9', community: 'other', ref: 'web:other', name: 'Other' }
const tom: Member = {
  id: 'm1',
  user: 'web:tom',
  name: 'Tom',
  number: 7,
  role: 'member',
  locale: 'en',
  joinedAt: noon,
  joins: 1,
  present: true,
}

export interface Lists {
  readonly log?: readonly LogEntry[]
  readonly planned?: readonly Planned[]
  readonly panels?: Readonly<Record<string, Panel>>
  readonly notices?: readonly Notice[]
  readonly answer?: (event: Event) => Receipt
  readonly health?: Readonly<Record<string, Health>>
}

export const entry = (event: string, at: number, more: Partial<LogEntry> = {}): LogEntry => ({
  event,
  at,
  group: 'g1',
  type: 'message',
  member: { id: 'm1', name: 'Tom' },
  message: event,
  why: {},
  actions: [],
  ...more,
})

/** The desk, and every event emitted through it. */
export function deskOf(lists: Lists = {}): { desk: Desk; emitted: Event[] } {
  const emitted: Event[] = []
  const panels = lists.panels ?? {}
  const log = (lists.log ?? []).toSorted((a, b) => b.at - a.at)
  const desk: Desk = {
    commands: [
      {
        name: 'warn',
        feature: 'moderation',
        aliases: ['警告'],
        role: 'moderator',
        private: true,
        about: {},
        fields: [],
      },
      { name: 'forget', feature: 'core', aliases: [], role: 'owner', private: true, about: {}, fields: [] },
    ],
    communities: () => [
      { id: 'books', name: 'Books' },
      { id: 'other', name: 'Other' },
    ],
    groups: async () => [reading, elsewhere],
    members: async (_, query) =>
      [tom].filter((one) => one.name.toLowerCase().includes(query?.find?.toLowerCase() ?? '')),
    panels: () =>
      Object.keys(panels).map((path) => {
        const [feature = '', name = ''] = path.split('/')
        return { feature, name, title: { zh: name, en: name } }
      }),
    panel: async (feature, name) => panels[`${feature}/${name}`] ?? { columns: [], rows: [] },
    log: async ({ group, before = Number.POSITIVE_INFINITY, limit, decidedOnly }) =>
      log
        .filter((one) => one.at < before && (group === undefined || one.group === group))
        .filter((one) => !decidedOnly || Object.values(one.why).some((why) => why.decided !== 'nothing'))
        .slice(0, limit),
    why: async (event) => log.find((one) => one.event === event),
    planned: async ({ past, limit }) =>
      (lists.planned ?? []).filter((one) => (one.state === 'planned') !== (past ?? false)).slice(0, limit),
    notices: () => lists.notices ?? [],
    health: () => lists.health ?? { web: { state: 'up', since: noon } },
    emit: async (event) => {
      const again = emitted.some((one) => one.id === event.id)
      emitted.push(event)
      return lists.answer?.(event) ?? { ok: true, seen: again ? 'again' : 'first' }
    },
  }
  return { desk, emitted }
}
