/** What befalls the way to Discord, by a seed: the same storm for the same number. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Discord } from '../../emulators/discord/index.ts'
import { botPermissions } from '../../emulators/discord/state/seed.ts'
import { dice } from '../../kill/story.ts'
import { type Leaping, minute } from './clock.ts'

export interface Town {
  readonly discord: Discord
  readonly clock: Leaping
  /** Whether Innkeeper hears Discord. */
  up(): boolean
  /** Members go on with what they do. `untold`: Discord itself will never tell of it. */
  meanwhile(acts: number, untold?: boolean): void
}

type Fault = (weather: Weather) => Promise<void>

export class Weather {
  readonly town: Town
  /** By kind. */
  readonly injected = new Map<string, number>()
  readonly #roll: () => number

  constructor(town: Town, seed: number) {
    this.town = town
    this.#roll = dice(seed)
  }
  get count(): number {
    return [...this.injected.values()].reduce((sum, n) => sum + n, 0)
  }
  below(n: number): number {
    return Math.floor(this.#roll() * n)
  }
  /** One fault of some kind, and all that it takes until the gateway stands again. */
  async blow(kind: string = kinds[this.below(kinds.length)] ?? 'drop'): Promise<void> {
    const fault = faults[kind]
    if (!fault) throw new Error(`no fault "${kind}"`)
    this.injected.set(kind, (this.injected.get(kind) ?? 0) + 1)
    await fault(this)
    await this.settled()
  }
  async settled(): Promise<void> {
    const back = await this.town.discord.until(
      () => this.town.up() && this.town.discord.gateway.shards.length > 0,
      60_000,
    )
    if (!back) throw new Error('Innkeeper did not come back')
  }
}

/** Everything that was said has arrived: a cut takes nothing with it that lay in a buffer of the machine. */
const calm = () => sleep(60)
const rest =
  (order: Parameters<Discord['faults']['order']>[0]): Fault =>
  async ({ town }) => {
    town.discord.faults.order(order)
    town.meanwhile(4)
    await sleep(120)
  }

const faults: Readonly<Record<string, Fault>> = {
  'gateway dropped': async ({ town }) => {
    town.meanwhile(2)
    town.discord.gateway.drop()
    town.meanwhile(3)
    await gone(town)
  },
  'resume refused': async ({ town }) => {
    await calm()
    town.discord.gateway.refuseResumes()
    town.discord.gateway.drop()
    town.meanwhile(3, true)
    await gone(town)
  },
  'gateway closed': async (weather) => {
    weather.town.discord.gateway.closeWith([4000, 4009, 4007][weather.below(3)] ?? 4000)
    await gone(weather.town)
  },
  'asked to reconnect': async ({ town }) => {
    town.discord.gateway.askToReconnect()
    await gone(town)
  },
  'events twice': async ({ town }) => {
    town.discord.gateway.repeatNext(4)
    town.meanwhile(4)
  },
  'events out of order': async ({ town }) => {
    town.discord.gateway.reverseNext(4)
    town.meanwhile(4)
    town.discord.gateway.release()
  },
  'REST 500': rest({ status: 500, times: 2 }),
  'REST 503': rest({ status: 503, times: 3 }),
  'REST 502, carried out all the same': rest({
    status: 502,
    times: 1,
    performed: true,
    method: 'POST',
    route: '/messages',
  }),
  'REST 429': rest({ status: 429, times: 2, retryAfter: 0.2 }),
  'REST 429, global': rest({ status: 429, times: 1, retryAfter: 0.3, global: true }),
  'permission withdrawn': async ({ town }) => {
    for (const guild of town.discord.guilds) guild.withdraw('ModerateMembers')
    town.meanwhile(6)
    await sleep(200)
    for (const guild of town.discord.guilds) guild.setPermissions('Innkeeper', botPermissions)
    await calm()
  },
  'server unavailable': async ({ town }) => {
    await calm()
    const guild = town.discord.guild()
    guild.goesDark()
    await sleep(50)
    guild.comesBack()
  },
}
/** Those that a random storm is made of; hung requests and outages are ordered by name, for they take their time. */
const kinds = Object.keys(faults)

const gone = ({ discord, up }: Town) => discord.until(() => !up() || discord.gateway.shards.length === 0, 500)

/** Nobody answers: the client has to give up by itself. */
export async function hang({ town, injected }: Weather, times: number): Promise<void> {
  injected.set('request left hanging', (injected.get('request left hanging') ?? 0) + times)
  town.discord.faults.order({ status: 'hang', times })
  town.meanwhile(4)
  await town.discord.until(() => town.discord.statuses.get(0), 5000)
}
/** Nothing listens for so long by the clock of Innkeeper, and for `realMs` by the machine's. */
export async function outage(weather: Weather, minutes: number, realMs: number): Promise<void> {
  const { town, injected } = weather
  injected.set(`outage of ${minutes} minutes`, (injected.get(`outage of ${minutes} minutes`) ?? 0) + 1)
  await calm()
  const over = town.discord.outage(realMs)
  await town.discord.until(() => !town.up(), 10_000)
  town.clock.leap(minutes * minute)
  await over
  await weather.settled()
}
