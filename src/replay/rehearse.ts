/** `innkeeper replay`: what Innkeeper would have done, by the very engine that would do it. */
import type { AnyFeature, Log } from '../core/feature.ts'
import type { Rulebook } from '../core/rulebook.ts'
import { reportOf } from './assemble.ts'
import { type Collected, collect } from './collect.ts'
import { compare } from './compare.ts'
import { ircBots } from './formats/irc.ts'
import { groupsOf, platformsOf, shortName } from './groups.ts'
import { type House, hospitable, openHouse } from './house.ts'
import { play } from './play.ts'
import type { Report } from './report.ts'

export interface RehearseOptions {
  readonly features: readonly AnyFeature[]
  /** The first that serves a group is in force there; groups that none lists are treated like the first's first group. */
  readonly rulebooks: readonly Rulebook[]
  /** IANA zone of times written without one, and of hours and days in the report; UTC where left out. */
  readonly timezone?: string
  /** By `channel`, files of one channel are one group, however many years they span. */
  readonly groupBy?: 'channel' | 'file'
  /** Names of other bots, beside those of the Ubuntu channels; `*` stands for any rest. */
  readonly bots?: readonly string[]
  readonly regulars?: number
  readonly log?: Log
}
export interface Progress {
  readonly phase: 'reading' | 'playing'
  /** Files when reading, events when playing. */
  readonly done: number
  readonly total: number
}
const mute: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Reads the files and plays them. Whatever is in them, this gives a report; `errors` says what could not be read. */
export async function rehearse(
  paths: readonly string[],
  options: RehearseOptions,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Report> {
  const began = performance.now()
  const timezone = options.timezone ?? 'UTC'
  const groupBy = options.groupBy ?? 'channel'
  const collected = collect(paths, {
    timezone,
    groupBy,
    isBot: botTest([...ircBots, ...(options.bots ?? [])]),
    onFile: (done, total) => onProgress({ phase: 'reading', done, total }),
  })
  const { found } = collected
  const house = await openHouse({
    features: options.features,
    rulebooks: options.rulebooks.map(hospitable),
    platforms: platformsOf(found),
    start: (found[0]?.event.at ?? 1) - 1,
    log: options.log ?? mute,
  })
  try {
    await welcomeGroups(house, collected)
    let done = 0
    const played = await play(house.engine, found, (events) => {
      done += events
      onProgress({ phase: 'playing', done, total: found.length })
    })
    const report = await reportOf(collected, played, house, { timezone, groupBy, regulars: options.regulars ?? 30 })
    const seconds = (performance.now() - began) / 1000
    return {
      ...report,
      seconds: Math.round(seconds * 1000) / 1000,
      eventsPerSecond: Math.round(found.length / seconds),
    }
  } finally {
    await house.close()
  }
}

/**
 * The same with the new rulebooks and with the old, and what differs. The report is that of the new ones; progress is
 * told of both, the new ones first.
 */
export async function rehearseAgainst(
  paths: readonly string[],
  options: RehearseOptions,
  old: readonly Rulebook[],
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Report> {
  const everybody = { ...options, regulars: Number.POSITIVE_INFINITY }
  const now = await rehearse(paths, everybody, onProgress)
  const before = await rehearse(paths, { ...everybody, rulebooks: old }, onProgress)
  return { ...now, regulars: now.regulars.slice(0, options.regulars ?? 30), against: compare(now, before) }
}

/** "floodbot*" fits every name that begins so; case aside. */
function botTest(names: readonly string[]): (name: string) => boolean {
  const whole = new Set(names.filter((name) => !name.endsWith('*')).map((name) => name.toLowerCase()))
  const starts = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1).toLowerCase())
  return (name) => {
    const low = name.toLowerCase()
    return whole.has(low) || starts.some((start) => low.startsWith(start))
  }
}

async function welcomeGroups({ engine }: House, { found, names }: Collected) {
  for (const [ref, { event }] of groupsOf(found)) {
    const id = `replay:group:${ref}`.slice(0, 256)
    await engine.emit({ type: 'group', id, at: event.at, group: ref, name: names.get(ref) ?? shortName(ref) })
  }
}
