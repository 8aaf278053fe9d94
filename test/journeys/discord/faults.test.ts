/**
 * What the way to Discord does to events and actions, with figures. The quick form is part of every run; the long one
 * is seeded anew for each of its rounds and runs with INNKEEPER_NIGHTLY=1.
 */
import { afterEach, describe, expect, it } from 'vitest'
import { teaHouse } from '../../adapters/discord/door.ts'
import { type House, openHouse } from '../../adapters/discord/house.ts'
import { openDiscord } from '../../emulators/discord/index.ts'
import { hour, Leaping, minute } from './clock.ts'
import { Ledger } from './ledger.ts'
import { lenient } from './lenient.ts'
import { hang, outage, type Town, Weather } from './weather.ts'

const nightly = process.env.INNKEEPER_NIGHTLY === '1'
const sections = {
  rules: { post: false },
  faq: {
    entries: [{ id: 'hours', question: { en: 'When are you open?' }, answer: { en: 'At nine.' } }],
    feedback: false,
  },
  welcome: { windowSeconds: 0, buttons: false, perHour: 1000, raid: { joinsPerMinute: 1000 } },
  moderation: lenient,
  activity: { digest: { on: false } },
}
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

interface Storm extends Town {
  readonly house: House
  readonly ledger: Ledger
}
async function openTown(): Promise<Storm> {
  const clock = new Leaping('2026-11-18T10:00:00Z')
  const { now } = clock
  const discord = await openDiscord({ guilds: [teaHouse, { ...teaHouse, name: 'Inn' }], now })
  closing.push(() => discord.close())
  const house = await openHouse({ at: discord, now, sections })
  closing.push(() => house.close())
  const ledger = new Ledger(discord)
  const meanwhile = (acts: number, untold = false) => {
    for (let n = 0; n < acts; n++) ledger.act(untold)
  }
  return { discord, clock, house, ledger, meanwhile, up: () => house.adapter.health().state === 'up' }
}
async function report(what: string, { discord, house, ledger }: Storm, weather: Weather): Promise<void> {
  await ledger.settle(house, 30_000)
  const { sent, lost, doubled, untold } = await ledger.tally(house)
  const refused = [401, 403, 429].reduce((sum, status) => sum + (discord.statuses.get(status) ?? 0), 0)
  const kinds = [...weather.injected].map(([kind, count]) => `${kind} ×${count}`).join(', ')
  console.log(
    `${what}: ${weather.count} faults (${kinds}; ${discord.faults.injected} requests met one); ${sent} acts, ${untold} never told by Discord; lost ${lost.length}, doubled ${doubled.length}; ${discord.requestCount} requests, ${refused} refused`,
  )
  expect(lost).toEqual([])
  expect(doubled).toEqual([])
  expect(refused, 'a storm of our own').toBeLessThan(weather.count * 4 + 20)
}

describe('in bad weather', () => {
  const seeds = nightly ? [11, 12, 13, 14, 15, 16] : [7]
  it.each(seeds)('seed %i: nothing is lost, nothing is done twice', { timeout: 600_000 }, async (seed) => {
    const town = await openTown()
    const weather = new Weather(town, seed)
    town.meanwhile(10)
    for (let n = 0; n < (nightly ? 120 : 24); n++) {
      await weather.blow()
      // What many do within an hour is a raid, or a moderator out of hand.
      if (n % 8 === 7) town.clock.leap(hour + minute)
      town.meanwhile(2)
    }
    await report(`seed ${seed}`, town, weather)
  })
})

describe('an outage', () => {
  it('of half an hour, and a request that hangs: nothing is lost', {
    timeout: 120_000,
  }, async () => {
    const town = await openTown()
    const weather = new Weather(town, 1)
    town.meanwhile(10)
    await hang(weather, 1)
    await outage(weather, 30, 1500)
    await report('half an hour', town, weather)
  })
})
