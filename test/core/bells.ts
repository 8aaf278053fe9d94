/** A feature that rings when the rulebook says so, and an inn whose clock the test moves. */
import { z } from 'zod'
import { kit, type Recurrence } from '../../src/core/feature.ts'
import { texts } from '../../src/core/texts.ts'
import type { TestClock } from '../kit/clock.ts'
import { type Inn, type InnOptions, openInn } from '../kit/inn.ts'

let count = 0
const wish = z.strictObject({
  key: z.string().default('bell'),
  cron: z.string(),
  late: z.enum(['skip', 'once']).default('skip'),
  lateWithin: z.int().optional(),
})
const bells = kit({
  name: 'bells',
  config: z.strictObject({ wishes: z.array(wish).default([]) }),
  store: () => ({}),
})
const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' })
export const feature = bells.feature({
  texts: texts({}, {}),
  needs: ['send'],
  migrations: {},
  personal: [],
  on: {
    message: ({ event, group }) => {
      const [word, key = '', ms = '0'] = event.text.split(' ')
      if (word === 'later')
        return { later: [{ job: 'ring', key, at: event.at + Number(ms), payload: { text: `later ${key}` } }] }
      if (word === 'never') return { later: [{ job: 'ring', key, at: null }] }
      return { actions: [{ type: 'send', group: group.ref, text: `heard ${event.text}` }] }
    },
  },
  jobs: [
    {
      name: 'ring',
      recurs: ({ wishes }) =>
        wishes.map(
          ({ key, cron, late, lateWithin }): Recurrence => ({
            key,
            cron,
            late,
            ...(lateWithin !== undefined && { lateWithin }),
          }),
        ),
      run: ({ due, key, group, payload }) => {
        if (key === 'broken') throw new Error('a bug in the job')
        const text = typeof payload.text === 'string' ? payload.text : `${key} ${zoned(due, group.timezone)}`
        return { actions: [{ type: 'send', group: group.ref, text }], why: { decided: 'rung' } }
      },
    },
  ],
})
export type Wish = z.input<typeof wish>
export const open = (clock: TestClock | undefined, wishes: readonly Wish[], more: Partial<InnOptions> = {}) =>
  openInn({ features: [feature], languages: ['en'], sections: { bells: { wishes } }, ...(clock && { clock }), ...more })
/** An inn that knows its group. */
export async function settled(clock: TestClock, wishes: readonly Wish[], more: Partial<InnOptions> = {}): Promise<Inn> {
  const inn = await open(clock, wishes, more)
  await inn.happens({ type: 'group', name: 'Bells', at: clock.now(), id: `opened ${++count}` })
  inn.sent()
  return inn
}
/** Moves the clock in small steps, as time goes. */
export async function until(inn: Inn, clock: TestClock, end: string, stepMs = 600_000): Promise<void> {
  const to = Temporal.Instant.from(end).epochMilliseconds
  while (clock.now() < to) {
    clock.pass(Math.min(stepMs, to - clock.now()))
    await inn.engine.tick()
  }
  await inn.engine.idle()
}
export const occurrences = async (inn: Inn) =>
  (await inn.rows('occurrences'))
    .map((row) => ({ due: Number(row.due), key: String(row.key), state: String(row.state), note: String(row.note) }))
    .sort((a, b) => a.due - b.due)
