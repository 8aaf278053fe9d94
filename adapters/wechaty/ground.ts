/** What every part of the adapter stands on. */
import type { Door } from '../../src/core/adapter.ts'
import type { Event } from '../../src/core/event.ts'
import type { Log } from '../../src/core/feature.ts'
import { inBoth, type Vars } from '../../src/core/texts.ts'
import type { Line } from './line.ts'
import type { Library } from './loading.ts'
import type { Patience } from './patience.ts'
import type { People } from './people.ts'
import type { Settings } from './settings.ts'
import type { WechatDb } from './tables.ts'
import { wechatTexts } from './texts.ts'

export interface Ground {
  readonly db: WechatDb
  /** Epoch milliseconds. */
  readonly now: () => number
  /** 0 to 1, for pauses that no machine would make. */
  readonly random: () => number
  /** Lets so many milliseconds go by. */
  readonly pause: (ms: number) => Promise<void>
  readonly log: Log
  readonly patience: Patience
  readonly people: People
  readonly library: () => Library
  /** As of the start; nothing comes in before. */
  readonly door: () => Door
  readonly settings: () => Settings
  /** The connection that is up. */
  readonly line: () => Line | undefined
  /** Whether ids stay the same at every login. */
  readonly stableIds: () => boolean
  /** In the order of calls for each group; tried again where the database is away. Resolves when it is committed, or lost. */
  emit(event: Event): Promise<void>
}

/** Tells the owner, in both languages. What it returns takes the notice back. */
export const tell = (
  ground: Ground,
  key: string,
  text: string,
  vars: Parameters<typeof inBoth>[2] = {},
): (() => void) => ground.door().tell({ key, text: inBoth(wechatTexts, text, vars) })

const newsMs = 12 * 3_600_000
/** The same for what is over once it is said; it stands for half a day. */
export function tellNews(ground: Ground, key: string, text: string, vars: Vars = {}): void {
  const over = tell(ground, key, text, vars)
  setTimeout(over, newsMs).unref()
}
