/** What must hold beside the trigger. Nothing here is left to chance. */

import { wallAt } from '../../../time/zone.ts'
import { languageOf } from '../model/language.ts'
import type { Counter } from './config.ts'
import { amountOf } from './counters.ts'
import type { Happening, Holds, Memory } from './happening.ts'
import type { Condition, PlainCondition } from './schema/conditions.ts'
import { weekdays } from './schema/conditions.ts'

type Parts = { readonly [K in keyof PlainCondition]-?: NonNullable<PlainCondition[K]> }
type Counters = Readonly<Record<string, Counter>>
type Makers = { readonly [K in keyof Parts]: (wanted: Parts[K], counters: Counters) => Holds }

interface Between {
  readonly least?: number | undefined
  readonly most?: number | undefined
}
const between = (value: number, { least, most }: Between) =>
  value >= (least ?? Number.NEGATIVE_INFINITY) && value <= (most ?? Number.POSITIVE_INFINITY)
interface Age {
  readonly under?: number | undefined
  readonly over?: number | undefined
}
const aged = (ms: number, { under, over }: Age) =>
  ms < (under ?? Number.POSITIVE_INFINITY) && ms >= (over ?? Number.NEGATIVE_INFINITY)

const minuteMs = 60_000
const dayMs = 86_400_000
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const wallOf = ({ at, group }: Happening) => wallAt(at, group.timezone)

const matches = (pattern: string, ref: string) => {
  const star = pattern.indexOf('*')
  return star < 0 ? pattern === ref : ref.startsWith(pattern.slice(0, star)) && ref.endsWith(pattern.slice(star + 1))
}
const said = (wanted: boolean, is: (now: Happening) => boolean | undefined): Holds => {
  return (now) => (is(now) ?? false) === wanted
}

const makers: Makers = {
  rank: (wanted) => (now) => wanted.includes(now.member.role),
  roles: (wanted) => (now, memory) => rolesOf(now, memory).some((role) => wanted.includes(role)),
  allRoles: (wanted) => (now, memory) => wanted.every((role) => rolesOf(now, memory).includes(role)),
  groups:
    (wanted) =>
    ({ group }) =>
      wanted.some((pattern) => matches(pattern, group.ref)),
  channels:
    (wanted) =>
    ({ place }) =>
      wanted.includes(place),
  platforms:
    (wanted) =>
    ({ group }) =>
      wanted.includes(group.platform),
  hours: ({ from, to }) => {
    const [begin, end] = [minutesOf(from), minutesOf(to)]
    return (now) => {
      const minute = Math.floor((((wallOf(now) % dayMs) + dayMs) % dayMs) / minuteMs)
      return begin <= end ? minute >= begin && minute < end : minute >= begin || minute < end
    }
  },
  // 1970-01-01 was a Thursday.
  days: (wanted) => (now) => wanted.includes(weekdays[(((Math.floor(wallOf(now) / dayMs) + 3) % 7) + 7) % 7] ?? 'mon'),
  joined:
    (wanted) =>
    ({ at, member }) =>
      aged(at - member.joinedAt, wanted),
  account:
    (wanted) =>
    ({ at }, { profile }) =>
      profile !== undefined && profile.account_at > 0 && aged(at - profile.account_at, wanted),
  avatar:
    (wanted) =>
    (_now, { profile }) =>
      profile !== undefined && profile.avatar === (wanted ? 2 : 1),
  newcomer: (wanted) => said(wanted, ({ spoken }) => spoken?.newcomer),
  messages:
    (wanted) =>
    (_now, { messages }) =>
      between(messages, wanted),
  language:
    (wanted) =>
    ({ spoken }) =>
      spoken !== undefined && wanted.includes(languageOf(spoken.reading.normal)),
  attachment: (wanted) => said(wanted, ({ spoken }) => spoken && (spoken.attachments > 0 || spoken.files.length > 0)),
  link: (wanted) => said(wanted, ({ spoken }) => spoken && spoken.reading.reachable.links.length > 0),
  reply: (wanted) => said(wanted, ({ spoken }) => spoken?.reply),
  mentionsBot: (wanted) => said(wanted, ({ spoken }) => spoken?.mentionsBot),
  edited: (wanted) => said(wanted, ({ heard }) => heard === 'edit'),
  raid:
    (wanted) =>
    (_now, { raid }) =>
      raid === wanted,
  warnings:
    (wanted) =>
    (_now, { warnings }) =>
      between(warnings, wanted),
  counter: ({ of, ...wanted }, counters) => {
    const decay = counters[of] ?? {}
    return ({ at }, { counts }) => {
      const now = counts.get(of)
      return now !== undefined && between(amountOf(decay, now.count, at), wanted)
    }
  },
}
const rolesOf = ({ roles }: Happening, { profile }: Memory): readonly string[] =>
  roles ?? (profile?.roles ? profile.roles.split('\n') : [])

const partOf = <K extends keyof Parts>(name: K, all: PlainCondition, counters: Counters): Holds[] => {
  const wanted = all[name]
  return wanted === undefined ? [] : [makers[name](wanted as Parts[K], counters)]
}
const names = Object.keys(makers) as (keyof Parts)[]

function plainHolds(all: PlainCondition, counters: Counters): Holds {
  const parts = names.flatMap((name) => partOf(name, all, counters))
  return (now, memory) => parts.every((part) => part(now, memory))
}

export function holdsOf({ not, any, ...rest }: Condition, counters: Counters): Holds {
  const own = plainHolds(rest, counters)
  const without = not && plainHolds(not, counters)
  const some = any?.map((one) => plainHolds(one, counters))
  return (now, memory) => own(now, memory) && !without?.(now, memory) && (some?.some((one) => one(now, memory)) ?? true)
}
/** All of a condition's plain parts, those within `not` and `any` too. */
export const plainsOf = ({ not, any = [], ...rest }: Condition): readonly PlainCondition[] => [
  rest,
  ...(not ? [not] : []),
  ...any,
]
